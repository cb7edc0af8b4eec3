--TEST--
concurrent autoload
--FILE--
<?php
use Swoole\Coroutine as Co;
spl_autoload_register(function ($class) {
    echo "loading $class\n";
    Co::sleep(0.1);
    if ($class === 'Broken') throw new Exception('cannot load');
    if ($class === 'Missing') return;
    if ($class === 'Child') { var_dump(class_exists('Child')); eval('class Child extends ParentClass {}'); return; }
    eval("class $class {}");
});
Co\run(function () {
    for ($i = 0; $i < 3; $i++) go(function () use ($i) { $name = get_class(new Shared); echo "$i $name\n"; });
    Co::sleep(1);
    for ($i = 0; $i < 2; $i++) go(function () use ($i) { var_dump(class_exists('Missing')); });
    Co::sleep(1);
    for ($i = 0; $i < 2; $i++) go(function () use ($i) { try { new Broken; } catch (Throwable $e) { echo "$i ", $e->getMessage(), "\n"; } });
    Co::sleep(1);
    for ($i = 0; $i < 2; $i++) go(function () { $name = get_parent_class(new Child); echo "$name\n"; });
});
--EXPECT--
loading Shared
1 Shared
2 Shared
0 Shared
loading Missing
bool(false)
bool(false)
loading Broken
0 cannot load
1 Class "Broken" not found
loading Child
bool(false)
loading ParentClass
ParentClass
ParentClass
