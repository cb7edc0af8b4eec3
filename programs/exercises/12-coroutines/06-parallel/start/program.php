<?php
function parallel(array $functions): array
{
    return array_map(fn ($f) => $f(), $functions); // one after the other: your code
}

go(function () {
    $start = microtime(true);
    $sleeper = fn ($s, $v) => function () use ($s, $v) { Co::sleep($s); return $v; };
    echo json_encode(parallel(['slow' => $sleeper(0.3, 1), 'fast' => $sleeper(0.1, 2), 'now' => fn () => 3])), "\n";
    echo json_encode(parallel([])), "\n";
    printf("%.1f s\n", microtime(true) - $start);
    try {
        parallel([$sleeper(0.2, 'x'), function () { Co::sleep(0.1); throw new RuntimeException('one failed'); }]);
    } catch (RuntimeException $e) {
        printf("%s after %.1f s\n", $e->getMessage(), microtime(true) - $start);
    }
});
