<?php
use Swoole\Coroutine\MySQL;
$c = ['host' => '127.0.0.1', 'port' => (int) getenv('COROVM_MYSQL_PORT'), 'user' => 'app', 'password' => 'secret', 'database' => 'test'];
Co\run(function () use ($c) {
    $db = new MySQL; var_dump($db->connected);
    var_dump($db->connect($c), $db->connected, $db->connect_errno);
    var_dump($db->query('drop table if exists u'), $db->query('create table u (id int primary key auto_increment, name varchar(20), f float, d decimal(5,2), b blob)'));
    var_dump($db->query("insert into u (name, f, d, b) values ('ann', 1.1, 2.5, 'x'), ('béa', null, 3, '" . $db->escape("\0\xff'") . "')"), $db->insert_id, $db->affected_rows);
    var_dump($db->query('select * from u'));
    var_dump($db->query('select nope from u'), $db->errno, $db->error);
    $s = $db->prepare('select id, name, f, d, b from u where id >= ? and name <> ?'); var_dump(get_class($s), $s->execute([1, 'zz']));
    var_dump($s->execute([1]), preg_replace('/#\d+/', '#N', $s->error));
    $i = $db->prepare('insert into u (name) values (?)'); var_dump($i->execute(["x\xfe"]) , $i->error, $i->execute(['cid']), $i->insert_id, $i->affected_rows);
    var_dump($db->begin(), $db->query('delete from u'), $db->rollback(), $db->query('select count(*) as n from u'));
    $db->setDefer(); var_dump($db->query('select sleep(0.2) as s')); $t = microtime(true); go(function () { echo "meanwhile\n"; }); var_dump($db->recv(), microtime(true) - $t > 0.1); $db->setDefer(false);
    var_dump($db->query('select sleep(3)', 0.1), $db->errno, $db->connected);
    $bad = new MySQL; var_dump($bad->connect(['port' => 1] + $c), $bad->connect_errno, $bad->connect_error);
    var_dump($bad->connect(['password' => 'no'] + $c), $bad->connect_errno, $bad->connect_error);
    try { $bad->connect(['host' => 'x']); } catch (Swoole\Coroutine\MySQL\Exception $e) { var_dump($e->getMessage()); }
    var_dump($bad->query('select 1'), $bad->errno, $bad->error);
    $d2 = new MySQL; $d2->connect($c); var_dump($d2->query("show tables like 'u'", 2), $d2->query('select 1 as a; select 2 as b'), $d2->nextResult(), $d2->nextResult()); $d2->close();
    $t = microtime(true); $wg = new Swoole\Coroutine\WaitGroup; for ($k = 0; $k < 5; $k++) go(function () use ($c, $wg) { $wg->add(); $m = new MySQL; $m->connect($c); $m->query('select sleep(0.2)'); $wg->done(); }); $wg->wait(); var_dump(microtime(true) - $t < 0.9);
});
