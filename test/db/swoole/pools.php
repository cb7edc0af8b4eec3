<?php
use Swoole\Database\{PDOConfig, PDOPool, RedisConfig, RedisPool};
use Swoole\ConnectionPool;
Co::set(['hook_flags' => SWOOLE_HOOK_ALL]);
Co\run(function () {
    $pool = new PDOPool((new PDOConfig)->withHost('127.0.0.1')->withPort((int) getenv('COROVM_MYSQL_PORT'))->withDbName('test')->withCharset('utf8mb4')->withUsername('app')->withPassword('secret'), 3);
    $t = microtime(true); $wg = new Swoole\Coroutine\WaitGroup; $sum = 0; $ids = [];
    for ($n = 0; $n < 9; $n++) { $wg->add(); go(function () use ($pool, $wg, &$sum, &$ids, $n) { $pdo = $pool->get(); $s = $pdo->prepare('select sleep(0.1), ? + ?, connection_id()'); if (!$s) throw new Exception('x'); $s->execute([$n, 1]); $row = $s->fetch(PDO::FETCH_NUM); $sum += $row[1]; $ids[$row[2]] = 1; $pool->put($pdo); $wg->done(); }); }
    $wg->wait(); var_dump($sum, count($ids), microtime(true) - $t > 0.25);
    $pdo = $pool->get(); var_dump(get_class($pdo), $pdo->inTransaction()); $pdo->beginTransaction(); var_dump($pdo->inTransaction()); $pdo->rollBack(); foreach ($pdo->query('select 1 as one') as $r) var_dump($r['one']);
    $id = $pdo->query('select connection_id()')->fetchColumn(); $pdo2 = $pool->get(); $pdo2->exec("kill $id"); Co::sleep(0.05); var_dump($pdo->query('select 7')->fetchColumn(), $pdo->getRound()); $pool->put($pdo); $pool->close();
    try { $pool->get(); } catch (RuntimeException $e) { var_dump($e->getMessage()); }
    $r = new RedisPool((new RedisConfig)->withHost('127.0.0.1')->withPort((int) getenv('COROVM_REDIS_PORT')), 2); $c = $r->get(); $c->set('pool', 'yes'); $r->put($c); $c = $r->get(); var_dump($c->get('pool')); $r->put($c);
    $p = new ConnectionPool(fn() => new ArrayObject, 2); $p->fill(); $a = $p->get(); $b = $p->get(); var_dump($p->get(0.01)); $p->put(null); var_dump($p->get(0.01)::class);
});
Co\run(function () {
    $config = (new Swoole\Database\MysqliConfig)->withHost('127.0.0.1')->withPort((int) getenv('COROVM_MYSQL_PORT'))->withDbName('test')->withUsername('app')->withPassword('secret');
    $pool = new Swoole\Database\MysqliPool($config, 2);
    $wg = new Swoole\Coroutine\WaitGroup;
    $sum = 0;
    for ($n = 0; $n < 6; $n++) {
        $wg->add();
        go(function () use ($pool, $wg, &$sum, $n) {
            $mysqli = $pool->get();
            $sum += (int) $mysqli->query("select sleep(0.05), $n + 1 as n")->fetch_assoc()['n'];
            $pool->put($mysqli);
            $wg->done();
        });
    }
    $wg->wait();
    $mysqli = $pool->get();
    $id = $mysqli->query('select connection_id()')->fetch_row()[0];
    $other = $pool->get();
    $other->query("kill $id");
    Co::sleep(0.05);
    var_dump($sum, get_class($mysqli), $mysqli->query('select 7')->fetch_row()[0], $mysqli->getRound());
    $pool->close();
});
