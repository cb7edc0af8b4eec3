<?php
function t($f){ try { var_dump($f()); } catch (Throwable $e) { echo get_class($e),': ',$e->getMessage(),' code=',var_export($e->getCode(),true),"\n"; if ($e instanceof PDOException) echo json_encode($e->errorInfo), "\n"; } }
$port = getenv('COROVM_MYSQL_PORT');
$dsn = "mysql:host=127.0.0.1;port=$port;dbname=test;charset=utf8mb4";
$db = new PDO($dsn, 'app', 'secret');
var_dump($db->getAttribute(PDO::ATTR_DRIVER_NAME), str_contains($db->getAttribute(PDO::ATTR_SERVER_VERSION), 'MariaDB'), $db->getAttribute(PDO::ATTR_CONNECTION_STATUS), $db->getAttribute(PDO::ATTR_AUTOCOMMIT));
$db->exec('drop table if exists p'); var_dump($db->exec('create table p (id int primary key auto_increment, name varchar(30) unique, f float, g double, d decimal(6,2), t datetime, b blob, n bigint unsigned, bt bit(4), y year)'));
$s = $db->prepare('insert into p (name, f, g, d, t, b, n, bt, y) values (:name, :f, :g, :d, :t, :b, :n, 5, 2020)');
var_dump($s->execute(['name' => "O'Neil", 'f' => 1.1, 'g' => 1e100, 'd' => '12.5', 't' => '2020-01-02 03:04:05', 'b' => "\0\xff", 'n' => '18446744073709551615']), $db->lastInsertId(), $s->rowCount());
$s->bindValue(':name', 'béa'); $s->bindValue(':f', null); $s->bindValue(':g', 2, PDO::PARAM_INT); $s->bindValue(':d', true, PDO::PARAM_BOOL); $s->bindValue(':t', null, PDO::PARAM_NULL); $s->bindValue(':b', 'x', PDO::PARAM_LOB); $s->bindValue(':n', 7); var_dump($s->execute());
$s->debugDumpParams();
foreach ([true, false] as $emulate) {
  $db->setAttribute(PDO::ATTR_EMULATE_PREPARES, $emulate);
  $q = $db->prepare('select * from p where id >= ? order by id limit ?'); $q->bindValue(1, 1, PDO::PARAM_INT); $q->bindValue(2, 5, PDO::PARAM_INT); var_dump($q->execute(), $q->rowCount(), $q->columnCount(), $q->fetchAll(PDO::FETCH_ASSOC));
  t(fn() => $db->prepare('select * from p where id = ? and name = ?')->execute([1]));
  t(fn() => $db->prepare('select * from p where id = :a')->execute(['b' => 1]));
  t(fn() => $db->prepare('select * from p where id = :a')->execute(['a' => 1, 'b' => 1]));
  t(fn() => $db->prepare('select * from p where id = :a or id = ?')->execute(['a' => 1]));
  t(fn() => $db->prepare('selec 1')->execute());
  t(fn() => $db->prepare('insert into p (name) values (?)')->execute(['béa']));
  t(fn() => $db->prepare('select ? as a, ? as b, ? as c')->execute([1, 'x', null]));
  $q = $db->prepare('select :x as a, ":y" as b -- :z'); $q->execute(['x' => 'v']); t(fn() => $q->fetchAll(PDO::FETCH_ASSOC));
  t(fn() => $q->getAttribute(PDO::ATTR_EMULATE_PREPARES));
  t(fn() => $db->query('select name, id from p')->fetchAll(PDO::FETCH_KEY_PAIR));
}
t(fn() => $db->query('select nope from p')); t(fn() => $db->errorInfo()); t(fn() => $db->exec('create table p (id int)'));
$db->beginTransaction(); $db->exec('delete from p'); var_dump($db->inTransaction()); $db->rollBack(); var_dump($db->query('select count(*) from p')->fetchColumn(), $db->inTransaction());
t(fn() => $db->commit());
$db->setAttribute(PDO::ATTR_EMULATE_PREPARES, true); $m = $db->query('select 1 as a; select 2 as b, 3 as c'); var_dump($m->fetchAll(PDO::FETCH_ASSOC), $m->nextRowset(), $m->fetchAll(PDO::FETCH_ASSOC), $m->nextRowset());
print_r($db->query('select id, name, d from p')->getColumnMeta(0)); print_r($db->query('select id, name, d from p')->getColumnMeta(1));
t(fn() => $db->quote("a'b\"c\n\\\0")); t(fn() => $db->quote('x', PDO::PARAM_LOB));
t(fn() => new PDO('mysql:host=127.0.0.1;port=1', 'a', 'b')); t(fn() => new PDO($dsn, 'app', 'wrong')); t(fn() => new PDO('mysql:host=127.0.0.1;port=' . $port . ';dbname=nodb', 'app', 'secret'));
t(fn() => get_class(new PDO($dsn, 'app', 'secret', [PDO::MYSQL_ATTR_INIT_COMMAND => 'set @x = 5', PDO::ATTR_DEFAULT_FETCH_MODE => PDO::FETCH_OBJ, PDO::ATTR_ERRMODE => PDO::ERRMODE_SILENT])));
$z = new PDO($dsn, 'app', 'secret', [PDO::ATTR_EMULATE_PREPARES => false, PDO::ATTR_STRINGIFY_FETCHES => true]); var_dump($z->query('select 1 as a, 1.5 as b, cast(2 as double) as c')->fetch(PDO::FETCH_ASSOC));
foreach ($db->query('select id from p') as $r) echo $r['id'], "\n";
$up = $db->prepare('update p set name = ? where id = ?'); var_dump($up->execute(['same', 1]), $up->rowCount(), $up->execute(['same', 1]), $up->rowCount());
t(fn() => $db->query("select 'a' like '%?%' as q where 1 = 1")->fetch(PDO::FETCH_NUM));
