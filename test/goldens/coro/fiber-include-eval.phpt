--TEST--
suspending in included files and eval, with their own variables and return values
--FILE--
<?php
$dir = sys_get_temp_dir() . '/corovm-fiber-inc-' . getmypid();
mkdir($dir);
file_put_contents("$dir/a.php", '<?php $local = "set in a"; $got = Fiber::suspend("in a.php line " . __LINE__); function fromA() { return Fiber::suspend("in function of a"); } return ["a", $got, require __DIR__ . "/b.php"];');
file_put_contents("$dir/b.php", "<?php\nnamespace B;\nclass K { function __construct() { \\Fiber::suspend(__CLASS__ . ' line ' . __LINE__); } }\nnew K;\nreturn 'b sees ' . (\$local ?? 'nothing');");
file_put_contents("$dir/bad.php", '<?php Fiber::suspend("bad.php"); throw new Exception("from bad");');
file_put_contents("$dir/text.php", "before <?= Fiber::suspend('echo tag') ?> after\n<?php foreach ([1, 2] as \$i): ?>\nrow <?= \$i, Fiber::suspend('row') ?>\n\n<?php endforeach; ?>end\n");
$f = new Fiber(function () use ($dir) {
    $r = include "$dir/a.php";
    echo json_encode($r), " $local ", fromA(), "\n";
    echo eval('$v = Fiber::suspend("in eval"); return "eval $v";'), " $v\n";
    try { include "$dir/bad.php"; } catch (Exception $e) { echo $e->getMessage(), ' ', basename($e->getFile()), "\n"; }
    include "$dir/text.php";
    echo json_encode(include_once "$dir/b.php"), "\n";
    try { eval('this is not php'); } catch (ParseError $e) { echo 'parse error', "\n"; }
});
$v = $f->start(); $n = 0;
while (!$f->isTerminated()) { echo "[$v]"; $v = $f->resume(++$n); }
$f = new Fiber(function () use ($dir) { $x = 'destroyed in include'; include "$dir/text.php"; });
ob_start(); $f->start(); ob_end_clean(); unset($f);
array_map('unlink', glob("$dir/*.php")); rmdir($dir);
echo "gone\n";
--EXPECT--
[in a.php line 1][B\K line 3]["a",1,"b sees set in a"] set in a [in function of a]3
[in eval]eval 4 4
[bad.php]from bad bad.php
before [echo tag]6 after
row 1[row]7
row 2[row]8
end
true
parse error
gone
