<?php
// N coroutines at the same time, each with a request to a server that answers after a while; it has several ports, as a
// system's queue of connections has an end. Prints how many got their
// answer, milliseconds from the first coroutine to the last answer, bytes by which the process had grown for each when
// all were waiting, and nanoseconds of processor time for each.
require __DIR__ . '/../coro/clock.php';
[, $ports, $n] = $argv;
$n = (int) $n;
function rss(): int
{
    preg_match('/VmRSS:\s+(\d+) kB/', (string) file_get_contents('/proc/self/status'), $m);
    return 1024 * (int) ($m[1] ?? 0);
}
function request(int $port): bool
{
    $client = new Swoole\Coroutine\Http\Client('127.0.0.1', $port);
    $client->set(['timeout' => 60]);
    $client->get('/');
    $answered = $client->statusCode === 200 && $client->body === "Hello World\n";
    $client->close();
    return $answered;
}
Swoole\Coroutine\run(function () use ($n, $ports) {
    Co::set(['max_coroutine' => $n + 10]);
    $ports = array_map('intval', explode(',', $ports));
    request($ports[0]);
    $before = rss();
    $cpu = cpu();
    $start = microtime(true);
    $group = new Swoole\Coroutine\WaitGroup();
    $answered = 0;
    for ($i = 0; $i < $n; $i++) {
        $group->add();
        $port = $ports[$i % count($ports)];
        go(function () use ($group, $port, &$answered) {
            $answered += (int) request($port);
            $group->done();
        });
    }
    $grown = rss() - $before;
    $group->wait();
    $seconds = microtime(true) - $start;
    echo $answered, ' ', 1000 * $seconds, ' ', $grown / $n, ' ', (cpu() - $cpu) / $n, "\n";
});
