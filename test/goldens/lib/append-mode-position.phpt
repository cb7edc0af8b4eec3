--TEST--
Files that are appended to: where they are read from; nothing written to closed streams; copies without an end
--FILE--
<?php
$name = tempnam(sys_get_temp_dir(), 'append');
foreach (['r+', 'w+', 'a', 'a+', 'ab+', 'c', 'c+'] as $mode) {
    file_put_contents($name, 'hello world 1');
    $h = fopen($name, $mode);
    echo $mode, ' ', ftell($h), ' ', var_export(@fread($h, 3), true), ' ', ftell($h), ' ', fwrite($h, 'xy'), ' ', ftell($h);
    fseek($h, 0, SEEK_END);
    echo ' ', ftell($h), ' ', fseek($h, 2), ' ', ftell($h), ' ', var_export(@fread($h, 100), true), "\n";
    fclose($h);
    echo file_get_contents($name), "\n";
}
file_put_contents($name, "12 ab\n13 cd\n");
$h = fopen($name, 'a+');
print_r(fscanf($h, '%d %s'));
fputs($h, "14 ef\n");
rewind($h);
while (($line = fgets($h)) !== false) {
    echo $line;
}
$f = new SplFileObject($name, 'a+');
echo $f->ftell(), ' ', $f->fgets();
fclose($h);
var_dump(fwrite($h, 'x', -1), fwrite($h, ''));
try {
    fwrite($h, 'x');
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
$from = fopen($name, 'r');
$to = fopen('php://memory', 'w+');
var_dump(stream_copy_to_stream($from, $to, 3), stream_copy_to_stream($from, $to, -1), stream_copy_to_stream($from, $to, 0));
rewind($to);
echo stream_get_contents($to);
unlink($name);
--EXPECT--
r+ 0 'hel' 3 2 5 13 0 2 'lxy world 1'
helxy world 1
w+ 0 '' 0 2 2 2 0 2 ''
xy
a 0 false 0 2 2 15 0 2 false
hello world 1xy
a+ 0 'hel' 3 2 5 15 0 2 'llo world 1xy'
hello world 1xy
ab+ 0 'hel' 3 2 5 15 0 2 'llo world 1xy'
hello world 1xy
c 0 false 0 2 2 13 0 2 false
xyllo world 1
c+ 0 'hel' 3 2 5 13 0 2 'lxy world 1'
helxy world 1
Array
(
    [0] => 12
    [1] => ab
)
12 ab
13 cd
14 ef
0 12 ab
int(0)
int(0)
fwrite(): supplied resource is not a valid stream resource
int(3)
int(15)
int(0)
12 ab
13 cd
14 ef
