--TEST--
Filters: what they hold comes out at the end of the stream, through those behind them
--FILE--
<?php
echo file_get_contents('php://filter/read=convert.base64-encode/resource=data:,Hello'), "\n";
echo file_get_contents('php://filter/read=string.rot13|convert.base64-encode/resource=data:,Hello'), "\n";
echo file_get_contents('php://filter/read=convert.base64-encode|string.rot13/resource=data:,Hello'), "\n";
echo file_get_contents('php://filter/convert.base64-encode/resource=data:,Hello'), "\n";
file_put_contents('/tmp/corovm-filter-flush.txt', 'Hello'); 
echo file_get_contents('php://filter/convert.base64-encode/resource=/tmp/corovm-filter-flush.txt'), "\n";
$f = fopen('/tmp/corovm-filter-flush.txt','r'); stream_filter_append($f,'convert.base64-encode'); echo fread($f, 100), '|', fread($f,100), '|', feof($f) ? 'eof':'', "\n";
$f = fopen('/tmp/corovm-filter-flush.txt','r'); stream_filter_append($f,'convert.base64-encode'); stream_filter_append($f,'string.rot13'); echo stream_get_contents($f), "\n"; 
$f = fopen('/tmp/corovm-filter-flush.txt','r'); stream_filter_append($f,'string.rot13'); stream_filter_append($f,'convert.base64-encode'); echo stream_get_contents($f), "\n"; 
$f = fopen('/tmp/corovm-filter-flush.txt','r'); stream_filter_append($f,'string.rot13'); stream_filter_append($f,'convert.base64-encode'); echo fgets($f), "\n"; 
$f = fopen('/tmp/corovm-filter-flush2.txt','w'); stream_filter_append($f,'string.rot13'); stream_filter_append($f,'convert.base64-encode'); fwrite($f,'Hello'); fclose($f); echo file_get_contents('/tmp/corovm-filter-flush2.txt'),"\n";
include 'php://filter/read=string.toupper|string.rot13/resource=/tmp/corovm-filter-flush.txt';
unlink('/tmp/corovm-filter-flush.txt'); unlink('/tmp/corovm-filter-flush2.txt');
--EXPECT--
SGVsbG8=
VXJ5eWI=
FTIfoT8=
SGVsbG8=
SGVsbG8=
SGVsbG8=||eof
FTIfoT8=
VXJ5eWI=
VXJ5eWI=
VXJ5eWI=
URYYB
