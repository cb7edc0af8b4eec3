<?php
$f = sys_get_temp_dir().'/corovm-pdo-'.getmypid().'.db';
@unlink($f);
$db = new PDO("sqlite:$f", null, null, [PDO::ATTR_DEFAULT_FETCH_MODE => PDO::FETCH_ASSOC]);
$db->exec('CREATE TABLE people (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, grp TEXT, score REAL, pic BLOB)');
$ins = $db->prepare('INSERT INTO people (name, grp, score, pic) VALUES (:name, :grp, :score, ?)');
$ins = $db->prepare('INSERT INTO people (name, grp, score, pic) VALUES (:name, :grp, :score, :pic)');
$n = null; $ins->bindParam(':name', $n); $ins->bindValue('grp', 'a'); $ins->bindValue(':score', 1.5); $ins->bindValue(':pic', "\x00\xff", PDO::PARAM_LOB);
foreach (['ann','bob','cid'] as $n) { var_dump($ins->execute(), $ins->rowCount(), $db->lastInsertId()); }
$ins->bindValue('grp', 'b'); $n='dan'; $ins->execute();
try { $ins->execute(); } catch (PDOException $e) { echo $e->getMessage(), ' ', $e->getCode(), "\n"; print_r($e->errorInfo); }
$db->beginTransaction(); $db->exec("DELETE FROM people"); var_dump($db->inTransaction(), $db->query('select count(*) c from people')->fetch()); $db->rollBack();
var_dump($db->query('select count(*) c from people')->fetchColumn());
print_r($db->query('select grp, id, name from people')->fetchAll(PDO::FETCH_GROUP));
print_r($db->query('select id, name from people')->fetchAll(PDO::FETCH_KEY_PAIR));
print_r($db->query('select grp, name from people')->fetchAll(PDO::FETCH_GROUP|PDO::FETCH_COLUMN));
print_r($db->query('select id, people.* from people')->fetchAll(PDO::FETCH_UNIQUE));
print_r($db->query('select grp, name, id from people')->fetchAll(PDO::FETCH_COLUMN|PDO::FETCH_UNIQUE));
print_r($db->query('select grp, name, id from people')->fetchAll(PDO::FETCH_COLUMN|PDO::FETCH_GROUP, 1));
print_r($db->query('select name, name, id from people limit 1')->fetchAll(PDO::FETCH_NAMED));
print_r($db->query('select name, id from people limit 2')->fetchAll(PDO::FETCH_FUNC, fn($a, $b) => "$a-$b"));
class Person { public $id; public $name; private $secret = 's'; public $extra; function __construct($x = 'none') { $this->extra = $x . ':' . var_export($this->name, true); } function __set($k, $v) { echo "set $k\n"; $this->$k = $v; } }
print_r($db->query('select id, name, grp from people limit 2')->fetchAll(PDO::FETCH_CLASS, 'Person', ['arg']));
print_r($db->query('select id, name from people limit 1')->fetchAll(PDO::FETCH_CLASS|PDO::FETCH_PROPS_LATE, 'Person'));
print_r($db->query("select 'Person', id, name from people limit 1")->fetchAll(PDO::FETCH_CLASS|PDO::FETCH_CLASSTYPE));
print_r($db->query("select grp, id, name from people limit 3")->fetchAll(PDO::FETCH_CLASS|PDO::FETCH_GROUP, 'Person'));
var_dump($db->query('select id, name, score, pic from people')->fetchObject());
var_dump($db->query('select id, name from people')->fetchObject('Person', ['q']));
$s = $db->query('select id, name from people'); $p = new Person('into'); $s->setFetchMode(PDO::FETCH_INTO, $p); foreach ($s as $x) { var_dump($x === $p, $x->name); }
$s = $db->prepare('select id, name, pic from people where id > ? and name like ?'); $s->execute([1, '%']);
$s->bindColumn(1, $id, PDO::PARAM_STR); $s->bindColumn('name', $name); $s->bindColumn('pic', $pic, PDO::PARAM_LOB);
while ($s->fetch(PDO::FETCH_BOUND)) { var_dump($id, $name); var_dump(is_resource($pic), bin2hex(stream_get_contents($pic))); }
var_dump($s->fetch(), $s->columnCount(), $s->errorCode());
$s->execute([2, 'd%']); var_dump($s->fetch(PDO::FETCH_LAZY)); $s->execute([0, '%']); $r = $s->fetch(PDO::FETCH_LAZY); var_dump($r->name, $r['id'], $r[1], isset($r->nope), isset($r->name), get_class($r));
$db->setAttribute(PDO::ATTR_CASE, PDO::CASE_UPPER); var_dump($db->query('select id, name, score from people limit 1')->fetch());
$db->setAttribute(PDO::ATTR_CASE, PDO::CASE_NATURAL); $db->setAttribute(PDO::ATTR_STRINGIFY_FETCHES, true); var_dump($db->query("select 1 as a, 1.5 as b, null as c, '' as d")->fetch());
$db->setAttribute(PDO::ATTR_ORACLE_NULLS, PDO::NULL_TO_STRING); var_dump($db->query("select 1 as a, 1.5 as b, null as c, '' as d")->fetch());
$db->setAttribute(PDO::ATTR_ORACLE_NULLS, PDO::NULL_EMPTY_STRING); var_dump($db->query("select 1 as a, 1.5 as b, null as c, '' as d")->fetch());
var_dump($db->quote("O'Re\"illy"));
$s = $db->prepare('select "dq" as x, ?1 as y'); $s->execute(['v']); var_dump($s->fetchAll());
$s->debugDumpParams();
print_r($db->query('select id, name, score, pic from people')->getColumnMeta(0));
var_dump(iterator_to_array($db->query('select id from people')));
unset($r, $s); $db2 = new PDO("sqlite:$f"); $db2->setAttribute(PDO::ATTR_TIMEOUT, 0); $db->beginTransaction(); $db->exec("update people set score = 2"); try { $db2->exec('update people set score = 3'); } catch (PDOException $e) { echo $e->getMessage(), "\n"; } $db->commit();
var_dump($db2->exec('update people set score = 3'), $db2->exec("insert into people (name) values ('zed'), ('yan')"), $db2->exec('select 1'));
$s = $db->prepare('select ?'); $s->bindValue(1, 5, PDO::PARAM_INT); $s->execute(); var_dump($s->fetch(PDO::FETCH_NUM)); $s->closeCursor(); $s->bindValue(1, true, PDO::PARAM_BOOL); $s->execute(); var_dump($s->fetch(PDO::FETCH_NUM)); $s->bindValue(1, null); $s->execute(); var_dump($s->fetch(PDO::FETCH_NUM));
var_dump($db->query('select 9007199254740993, -9223372036854775808')->fetch(PDO::FETCH_NUM));
unset($db, $db2, $s, $ins, $r); gc_collect_cycles(); var_dump(file_exists("$f.lock")); unlink($f);
