--TEST--
output buffers
--FILE--
<?php
use Swoole\Coroutine as Co;
ob_start();
echo "main ";
Co\run(function () {
    for ($i = 1; $i <= 2; $i++) go(function () use ($i) {
        ob_start();
        echo "in $i ";
        Co::sleep(0.1 * $i);
        echo "still in $i";
        $text = ob_get_clean();
        Co::sleep(0.1);
        echo "[$text]";
    });
    ob_start(fn($b) => strtoupper($b));
    echo "flushed at the end of the coroutine";
    Co::sleep(0.05);
});
echo " main end";
$text = ob_get_clean();
echo "main had: $text\n";
--EXPECT--
FLUSHED AT THE END OF THE COROUTINE[in 1 still in 1][in 2 still in 2]main had: main  main end
