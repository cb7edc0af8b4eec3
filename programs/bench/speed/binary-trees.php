<?php
// Many small objects.

final class Node
{
    public ?Node $left = null;
    public ?Node $right = null;
}

function build(int $depth): Node
{
    $node = new Node();
    if ($depth > 0) {
        $node->left = build($depth - 1);
        $node->right = build($depth - 1);
    }
    return $node;
}

function check(Node $node): int
{
    return $node->left === null ? 1 : 1 + check($node->left) + check($node->right);
}

function bench(): int
{
    $sum = 0;
    for ($i = 0; $i < 8; $i++) {
        $sum += check(build(10));
    }
    return $sum;
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'binary-trees', $answer, (hrtime(true) - $start) / 1e6);
// Warm-up: at least twelve runs and so many milliseconds; then the best of at least eight in half that time.
$warm = (int) ($argv[1] ?? 1000) * 1000000;
$until = hrtime(true) + $warm;
for ($run = 0; $run < 12 || hrtime(true) < $until; $run++) {
    bench();
}
$best = INF;
$until = hrtime(true) + intdiv($warm, 2);
for ($run = 0; $run < 8 || hrtime(true) < $until; $run++) {
    $start = hrtime(true);
    $again = bench();
    $best = min($best, (hrtime(true) - $start) / 1e6);
    if ($again !== $answer) {
        exit("the answers differ\n");
    }
}
printf("%s %s %.3f\n", 'binary-trees', $answer, $best);
