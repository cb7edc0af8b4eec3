<?php
/*
 * A request handler that asks MySQL. Each request runs in a coroutine of its own (#1), which is suspended while the
 * connection is made (#2) and while the query runs; the server answers other requests meanwhile, and the coroutine goes
 * on where it stopped (#3).
 *
 *   corovm run programs/server/mysql-handler.php 9501 3306        curl http://127.0.0.1:9501/
 */
$server = new Swoole\Http\Server('127.0.0.1', (int) ($argv[1] ?? 9501), SWOOLE_BASE);
$port = (int) ($argv[2] ?? 3306);
$server->on('Start', function ($server) {
    echo "Listening on {$server->host}:{$server->port}\n";
});

#1
$server->on('Request', function($request, $response) use ($port) {
	$mysql = new Swoole\Coroutine\MySQL();
	#2
	$res = $mysql->connect([
		'host' => '127.0.0.1',
		'port' => $port,
		'user' => 'root',
		'password' => 'root',
		'database' => 'test',
	]);
	#3
	if ($res == false) {
		$response->end("MySQL connect fail!");
		return;
	}
	$ret = $mysql->query('show tables', 2);
    $response->end("swoole response is ok, result=".var_export($ret, true));
});

$server->start();
