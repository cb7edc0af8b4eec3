<?php
// Coroutines that sleep at the same time. Prints how many woke, nanoseconds to create one, the bytes by which the process
// grew for each while all slept, and nanoseconds from the first that woke to the last for each.
require __DIR__ . '/clock.php';
$n = (int) ($argv[1] ?? 100000);
Co::set(['max_coroutine' => $n + 1]);
function rss(): int
{
    preg_match('/VmRSS:\s+(\d+) kB/', (string) file_get_contents('/proc/self/status'), $m);
    return 1024 * (int) ($m[1] ?? 0);
}
function woke(): void
{
    if ($GLOBALS['woke']++ === 0) {
        $GLOBALS['first'] = cpu();
    }
}
$woke = 0;
$first = 0;
rss();
$before = rss();
$started = cpu();
for ($i = 0; $i < $n; $i++) {
    go(function () {
        Co::sleep(1);
        woke();
    });
}
$created = cpu() - $started;
$grown = rss() - $before;
Swoole\Event::wait();
echo $woke, ' ', $created / $n, ' ', $grown / $n, ' ', (cpu() - $first) / $n, "\n";
