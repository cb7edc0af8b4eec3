--TEST--
SPL files: SplFileInfo, SplFileObject, SplTempFileObject, folders, patterns
--FILE--
<?php
$dir = sys_get_temp_dir() . '/corovm-spl-' . bin2hex(random_bytes(6));
@mkdir("$dir/in", 0777, true);
file_put_contents("$dir/a.txt", "one\ntwo\n\nfour");
file_put_contents("$dir/in/b.csv", "x,\"y z\"\n1,\"2\n3\"\n");
$show = fn($path) => str_replace($dir, 'DIR', $path);

$info = new SplFileInfo("$dir/a.txt");
var_dump($info->getFilename(), $info->getExtension(), $info->getBasename('.txt'), $info->getSize(), $info->getType());
var_dump($show($info->getPath()), $show((string) $info), $info->isFile(), $info->isDir(), $info->isLink());
var_dump(get_class($info->getPathInfo()), $show($info->getPathInfo()->getPathname()));
try {
    (new SplFileInfo('missing'))->getSize();
} catch (RuntimeException $e) {
    echo $e->getMessage(), "\n";
}

$file = $info->openFile();
foreach ($file as $n => $line) echo $n, ':', json_encode($line), "\n";
$file->setFlags(SplFileObject::DROP_NEW_LINE | SplFileObject::SKIP_EMPTY | SplFileObject::READ_AHEAD);
foreach ($file as $n => $line) echo $n, ':', json_encode($line), "\n";
$file->setFlags(0);
$file->seek(1);
var_dump($file->key(), $file->current(), $file->eof(), $file->fgets(), $file->ftell());
try {
    $file->seek(99);
    $file->fgets();
} catch (RuntimeException $e) {
    echo $show($e->getMessage()), "\n";
}

$csv = new SplFileObject("$dir/in/b.csv");
$csv->setFlags(SplFileObject::READ_CSV);
foreach ($csv as $row) echo json_encode($row), "\n";

$temp = new SplTempFileObject();
var_dump($temp->fputcsv(['a', 'b c', 'd"e']), $temp->fwrite("12 apples\n"));
$temp->rewind();
var_dump($temp->fgets(), $temp->fscanf('%d %s'), $temp->eof());
var_dump($temp->ftruncate(3), $temp->fstat()['size']);
$temp->rewind();
$temp->fpassthru();
echo "\n";

$names = [];
foreach (new RecursiveIteratorIterator(
    $it = new RecursiveDirectoryIterator($dir, FilesystemIterator::SKIP_DOTS),
    RecursiveIteratorIterator::SELF_FIRST
) as $path => $entry) $names[$show($path)] = get_class($entry);
ksort($names);
print_r($names);
$glob = new GlobIterator("$dir/*.txt", FilesystemIterator::KEY_AS_FILENAME | FilesystemIterator::CURRENT_AS_PATHNAME);
var_dump(count($glob));
foreach ($glob as $name => $path) echo $name, ' ', $show($path), "\n";
$dots = 0;
foreach (new DirectoryIterator($dir) as $entry) $dots += (int) $entry->isDot();
var_dump($dots);
try {
    new DirectoryIterator('missing');
} catch (UnexpectedValueException $e) {
    echo $e->getMessage(), "\n";
}
array_map('unlink', ["$dir/a.txt", "$dir/in/b.csv"]);
rmdir("$dir/in");
rmdir($dir);
--EXPECT--
string(5) "a.txt"
string(3) "txt"
string(1) "a"
int(13)
string(4) "file"
string(3) "DIR"
string(9) "DIR/a.txt"
bool(true)
bool(false)
bool(false)
string(11) "SplFileInfo"
string(3) "DIR"
SplFileInfo::getSize(): stat failed for missing
0:"one\n"
1:"two\n"
2:"\n"
3:"four"
0:"one"
1:"two"
2:"four"
int(1)
string(4) "two
"
bool(false)
string(1) "
"
int(9)
Cannot read from file DIR/a.txt
["x","y z"]
["1","2\n3"]
[null]
int(15)
int(10)
string(15) "a,"b c","d""e"
"
array(2) {
  [0]=>
  int(12)
  [1]=>
  string(6) "apples"
}
bool(true)
bool(true)
int(3)
a,"
Array
(
    [DIR/a.txt] => SplFileInfo
    [DIR/in] => SplFileInfo
    [DIR/in/b.csv] => SplFileInfo
)
int(1)
a.txt DIR/a.txt
int(2)
DirectoryIterator::__construct(missing): Failed to open directory: No such file or directory
