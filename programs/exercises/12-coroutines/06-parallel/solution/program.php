<?php
function parallel(array $functions): array
{
    $caller = Co::getCid();
    $running = count($functions);
    $waiting = false;
    $results = array_fill_keys(array_keys($functions), null);
    $failure = null;
    foreach ($functions as $key => $function) {
        go(function () use ($key, $function, $caller, &$running, &$waiting, &$results, &$failure) {
            try {
                $results[$key] = $function();
            } catch (Throwable $e) {
                $failure ??= $e;
            }
            if (--$running === 0 && $waiting) {
                Co::resume($caller);
            }
        });
    }
    if ($running > 0) {
        $waiting = true;
        Co::yield();
    }
    return $failure === null ? $results : throw $failure;
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
