<?php
$port = (int) getenv('COROVM_MYSQL_PORT');
function t($f){ try { $r = $f(); var_dump($r); } catch (Throwable $e) { echo get_class($e),': ',$e->getMessage(),' code=',var_export($e->getCode(),true),"\n"; if ($e instanceof mysqli_sql_exception) echo $e->getSqlState(), "\n"; } }
$db = new mysqli('127.0.0.1', 'app', 'secret', 'test', $port);
var_dump($db->connect_errno, $db->connect_error, $db->errno, $db->error, $db->sqlstate, $db->host_info, $db->protocol_version, $db->field_count, $db->affected_rows, $db->insert_id, $db->info, $db->warning_count, $db->error_list);
var_dump($db->set_charset('utf8mb4'), $db->character_set_name());
$db->query('drop table if exists mi'); var_dump($db->query('create table mi (id int primary key auto_increment, name varchar(30) unique, f float, g double, d decimal(6,2), t datetime, n bigint unsigned)'), $db->field_count);
var_dump($db->query("insert into mi (name, f, g, d, t, n) values ('ann', 1.1, 2.5, 3, '2020-01-02 03:04:05', 18446744073709551615), ('bob', null, 1e100, 4.5, null, 5)"), $db->affected_rows, $db->insert_id, $db->info);
$r = $db->query('select * from mi order by id'); var_dump($r->num_rows, $r->field_count, $r->current_field, $r->type, $r->lengths, $db->affected_rows, $db->field_count);
var_dump($r->fetch_assoc(), $r->lengths, $r->fetch_row(), $r->fetch_array(), $r->data_seek(1), $r->fetch_array(MYSQLI_NUM)[1], $r->data_seek(9), $r->data_seek(0));
var_dump($r->fetch_object(), $r->fetch_object()->name, $r->fetch_object(), $r->fetch_assoc());
$r->data_seek(0); var_dump(count($r->fetch_all()), $r->data_seek(0), $r->fetch_all(MYSQLI_ASSOC)[1]['name'], $r->data_seek(0), $r->fetch_column(1), $r->fetch_column());
class Row { public $id; public $x; function __construct($a = 'd') { $this->x = $a . $this->id; } }
$r = $db->query('select id, name as x from mi'); var_dump($r->fetch_object('Row', ['p'])); 
foreach ($db->query('select id, name from mi') as $k => $row) { echo $k, json_encode($row), "\n"; }
$f = $r->fetch_field(); var_dump($f->name, $f->orgname, $f->table, $f->orgtable, $f->db, $f->flags, $f->type, $f->decimals, $f->catalog, $f->def, array_keys((array) $f)); var_dump($r->fetch_field()->name, $r->fetch_field(), $r->field_seek(0), $r->current_field, count($r->fetch_fields()), $r->fetch_field_direct(1)->name); $r->free();
t(fn() => $r->fetch_assoc()); t(fn() => $r->num_rows);
t(fn() => $db->query('select nope from mi')); var_dump($db->errno, $db->sqlstate, $db->error, $db->error_list);
t(fn() => $db->query("insert into mi (name) values ('ann')"));
t(fn() => $db->query(''));
$s = $db->prepare('select id, name, f, g, d, n from mi where id >= ? and name <> ? order by id'); var_dump($s->param_count, $s->field_count);
$id = 1; $name = 'zz'; var_dump($s->bind_param('is', $id, $name), $s->execute(), $s->store_result(), $s->num_rows, $s->bind_result($a, $b, $c, $d, $e, $n));
while ($s->fetch()) var_dump($a, $b, $c, $d, $e, $n); var_dump($s->fetch());
$id = 2; $s->execute(); $r = $s->get_result(); var_dump($r->fetch_all(MYSQLI_ASSOC)); $s->close();
$s = $db->prepare('insert into mi (name, f) values (?, ?)'); $s->bind_param('sd', $nm, $fl); foreach (['cid' => 1.5, 'dan' => 2] as $nm => $fl) { var_dump($s->execute(), $s->insert_id, $s->affected_rows); }
t(fn() => $s->execute(['ann', 1])); var_dump($s->errno, $s->sqlstate, $s->error); var_dump($s->execute(['eve', null]));
t(fn() => $s->execute([1])); t(fn() => $s->bind_param('s', $nm)); t(fn() => $s->bind_param('sx', $nm, $fl)); t(fn() => $db->prepare('selec'));
var_dump($db->execute_query('select ? + 1 as x', [5])->fetch_assoc());
var_dump($db->begin_transaction(), $db->query('delete from mi'), $db->rollback(), $db->query('select count(*) from mi')->fetch_row(), $db->autocommit(false), $db->autocommit(true), $db->commit());
var_dump($db->multi_query("select 1 as a; insert into mi (name) values ('zed'); select 2 as b")); do { if ($r = $db->store_result()) { var_dump($r->fetch_all(MYSQLI_ASSOC)); $r->free(); } else var_dump($r, $db->affected_rows); var_dump($db->more_results()); } while ($db->next_result());
$r = $db->query('select id from mi limit 2', MYSQLI_USE_RESULT); var_dump($r->type, $r->fetch_row(), $r->fetch_row(), $r->fetch_row()); $r->free();
var_dump($db->real_query('select 5 as five'), $db->field_count); $r = $db->use_result(); var_dump($r->fetch_assoc()); $r->free();
var_dump($db->real_escape_string("a'b\"c\n\\\0"), $db->escape_string("x'"), $db->select_db('test'), $db->ping(), $db->thread_id > 0, $db->stat() !== '', is_object($db->get_charset()), $db->get_server_info() === $db->server_info, $db->server_version > 100000);
t(fn() => new mysqli('127.0.0.1', 'app', 'bad', 'test', $port)); t(fn() => new mysqli('127.0.0.1', 'app', 'bad', 'test', 1)); var_dump(mysqli_connect_errno(), mysqli_connect_error());
t(fn() => $db->select_db('nodb'));
mysqli_report(MYSQLI_REPORT_OFF); var_dump($db->query('selec'), $db->error, $db->prepare('selec'), mysqli_errno($db)); var_dump(@mysqli_connect('127.0.0.1', 'app', 'bad', 'test', $port), mysqli_connect_errno());
mysqli_report(MYSQLI_REPORT_ERROR); var_dump($db->query('selec'));
mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
$l = mysqli_connect('127.0.0.1', 'app', 'secret', 'test', $port); $q = mysqli_query($l, 'select id, name from mi order by id limit 1'); var_dump(mysqli_num_rows($q), mysqli_num_fields($q), mysqli_fetch_assoc($q), mysqli_fetch_assoc($q), mysqli_fetch_lengths($q), mysqli_field_count($l), mysqli_affected_rows($l), mysqli_error($l), mysqli_sqlstate($l)); mysqli_free_result($q);
$st = mysqli_prepare($l, 'select name from mi where id = ?'); $k = 1; mysqli_stmt_bind_param($st, 'i', $k); mysqli_stmt_execute($st); mysqli_stmt_bind_result($st, $out); mysqli_stmt_fetch($st); var_dump($out, mysqli_stmt_num_rows($st), mysqli_stmt_error($st)); mysqli_stmt_close($st);
$i = mysqli_init(); var_dump($i->options(MYSQLI_OPT_CONNECT_TIMEOUT, 5), $i->options(MYSQLI_OPT_INT_AND_FLOAT_NATIVE, 1), $i->real_connect('127.0.0.1', 'app', 'secret', 'test', $port)); var_dump($i->query('select 1 as a, 1.5e0 as b, "x" as c')->fetch_assoc());
var_dump(mysqli_close($l)); t(fn() => mysqli_query($l, 'select 1')); t(fn() => $l->query('select 1')); t(fn() => $l->errno); t(fn() => $l->close());
t(fn() => (new mysqli)->query('x')); t(fn() => $db->nope); t(fn() => clone $db); t(fn() => serialize($db));
$d = new mysqli_driver; var_dump($d->report_mode); t(fn() => new mysqli_warning);
$db->query('set sql_mode = ""'); $db->query("insert into mi (name, d) values ('w', 'abc')"); $w = $db->get_warnings(); var_dump($db->warning_count, $w->errno, $w->message, $w->next());
var_dump($db->begin_transaction(MYSQLI_TRANS_START_READ_ONLY, 'x'), $db->savepoint('sp'), $db->release_savepoint('sp'), $db->commit(MYSQLI_TRANS_COR_NO_RELEASE));
