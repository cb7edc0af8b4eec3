--TEST--
Stream sockets: servers, clients, pairs, datagrams, select, warnings
--FILE--
<?php
$s = stream_socket_server("tcp://127.0.0.1:0", $en, $es); var_dump($s, $en, $es, preg_replace("/\d+$/","N",stream_socket_get_name($s,false)), stream_socket_get_name($s,true));
var_dump(stream_get_meta_data($s));
$c = stream_socket_client("tcp://".stream_socket_get_name($s,false)); var_dump($c);
$a = stream_socket_accept($s, 1, $peer); var_dump($a, $peer === stream_socket_get_name($c,false));
var_dump(stream_socket_accept($s, 0));
fwrite($c, "hello\nworld\n"); var_dump(fgets($a), stream_get_meta_data($a), fread($a, 6));
stream_set_blocking($a,false); var_dump(fread($a,100), feof($a));
stream_set_blocking($a,true); stream_set_timeout($a,0,200000); var_dump(fread($a,10), stream_get_meta_data($a)['timed_out']);
fclose($c); var_dump(feof($a), fread($a,10), feof($a));
var_dump(fwrite($a,"x")); usleep(50000);var_dump(fwrite($a,"x")); 
var_dump(stream_socket_client("tcp://127.0.0.1:1", $en, $es), $en, $es);
var_dump(stream_socket_client("tcp://127.0.0.1", $en, $es), $en, $es);
var_dump(stream_socket_server("tcp://127.0.0.1", $en, $es), $en, $es);
var_dump(@stream_socket_server("tcp://".stream_socket_get_name($s,false), $en, $es), $en, $es);
var_dump(fsockopen("127.0.0.1", 1, $en, $es, 1), $en, $es);
var_dump(fsockopen("udp://127.0.0.1", 1, $en, $es, 1), $en, $es);
$p = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0); var_dump($p, stream_get_meta_data($p[0]), stream_socket_get_name($p[0], true));
$r=[$p[0]]; $w=null;$e=null; var_dump(stream_select($r,$w,$e,0,1000), $r);
$r=[];try { stream_select($r,$w,$e,0); } catch (Error $x) { echo $x->getMessage(),"\n"; }
$r=[1];try { stream_select($r,$w,$e,0); } catch (Error $x) { echo $x->getMessage(),"\n"; }
$r=[fopen('php://memory','r')];try { stream_select($r,$w,$e,0); } catch (Error $x) { echo $x->getMessage(),"\n"; }
$u = stream_socket_server("udp://127.0.0.1:0", $en, $es, STREAM_SERVER_BIND); 
$v = stream_socket_client("udp://".stream_socket_get_name($u,false)); fwrite($v,"dgram"); var_dump(stream_socket_recvfrom($u, 100, 0, $addr), $addr === stream_socket_get_name($v,false)); stream_socket_sendto($u, "back", 0, $addr); var_dump(fread($v, 100));
var_dump(stream_get_meta_data($v));
$u = stream_socket_server("unix:///tmp/corovm-golden-sockets.sock", $en, $es); var_dump($u,stream_socket_get_name($u,false)); $v=stream_socket_client("unix:///tmp/corovm-golden-sockets.sock"); var_dump(stream_socket_get_name($v,true), stream_socket_get_name($v,false)); unlink("/tmp/corovm-golden-sockets.sock"); var_dump(stream_get_meta_data($v));
var_dump(stream_socket_shutdown($v, STREAM_SHUT_WR));
var_dump(fwrite($v,"abc"));
--EXPECTF--
resource(5) of type (stream)
int(0)
string(0) ""
string(11) "127.0.0.1:N"
bool(false)
array(7) {
  ["timed_out"]=>
  bool(false)
  ["blocked"]=>
  bool(true)
  ["eof"]=>
  bool(false)
  ["stream_type"]=>
  string(14) "tcp_socket/ssl"
  ["mode"]=>
  string(2) "r+"
  ["unread_bytes"]=>
  int(0)
  ["seekable"]=>
  bool(false)
}
resource(6) of type (stream)
resource(7) of type (stream)
bool(true)

Warning: stream_socket_accept(): Accept failed: Connection timed out in %s on line 6
bool(false)
string(6) "hello
"
array(7) {
  ["timed_out"]=>
  bool(false)
  ["blocked"]=>
  bool(true)
  ["eof"]=>
  bool(false)
  ["stream_type"]=>
  string(14) "tcp_socket/ssl"
  ["mode"]=>
  string(2) "r+"
  ["unread_bytes"]=>
  int(6)
  ["seekable"]=>
  bool(false)
}
string(6) "world
"
string(0) ""
bool(false)
bool(false)
bool(true)
bool(true)
string(0) ""
bool(true)
int(1)

Notice: fwrite(): Send of 1 bytes failed with errno=32 Broken pipe in %s on line 11
bool(false)

Warning: stream_socket_client(): Unable to connect to tcp://127.0.0.1:1 (Connection refused) in %s on line 12
bool(false)
int(111)
string(18) "Connection refused"

Warning: stream_socket_client(): Unable to connect to tcp://127.0.0.1 (Failed to parse address "127.0.0.1") in %s on line 13
bool(false)
int(0)
string(35) "Failed to parse address "127.0.0.1""

Warning: stream_socket_server(): Unable to connect to tcp://127.0.0.1 (Failed to parse address "127.0.0.1") in %s on line 14
bool(false)
int(0)
string(35) "Failed to parse address "127.0.0.1""
bool(false)
int(0)
string(22) "Address already in use"

Warning: fsockopen(): Unable to connect to 127.0.0.1:1 (Connection refused) in %s on line 16
bool(false)
int(111)
string(18) "Connection refused"
resource(13) of type (stream)
int(0)
string(0) ""
array(2) {
  [0]=>
  resource(14) of type (stream)
  [1]=>
  resource(15) of type (stream)
}
array(7) {
  ["timed_out"]=>
  bool(false)
  ["blocked"]=>
  bool(true)
  ["eof"]=>
  bool(false)
  ["stream_type"]=>
  string(14) "generic_socket"
  ["mode"]=>
  string(2) "r+"
  ["unread_bytes"]=>
  int(0)
  ["seekable"]=>
  bool(false)
}
bool(false)
int(0)
array(0) {
}
No stream arrays were passed
No stream arrays were passed

Warning: stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor in %s on line 22
No stream arrays were passed
string(5) "dgram"
bool(true)
string(4) "back"
array(7) {
  ["timed_out"]=>
  bool(false)
  ["blocked"]=>
  bool(true)
  ["eof"]=>
  bool(false)
  ["stream_type"]=>
  string(10) "udp_socket"
  ["mode"]=>
  string(2) "r+"
  ["unread_bytes"]=>
  int(0)
  ["seekable"]=>
  bool(false)
}
resource(19) of type (stream)
string(31) "/tmp/corovm-golden-sockets.sock"
string(31) "/tmp/corovm-golden-sockets.sock"
bool(false)
array(7) {
  ["timed_out"]=>
  bool(false)
  ["blocked"]=>
  bool(true)
  ["eof"]=>
  bool(false)
  ["stream_type"]=>
  string(11) "unix_socket"
  ["mode"]=>
  string(2) "r+"
  ["unread_bytes"]=>
  int(0)
  ["seekable"]=>
  bool(false)
}
bool(true)

Notice: fwrite(): Send of 3 bytes failed with errno=32 Broken pipe in %s on line 28
bool(false)
