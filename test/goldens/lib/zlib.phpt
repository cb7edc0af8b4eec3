--TEST--
zlib: strings are packed and unpacked, streams part by part
--FILE--
<?php
set_error_handler(fn ($level, $message) => print "$message\n");
$text = str_repeat('A text that repeats itself. ', 300) . "\xff\0";
foreach (['gzencode' => 'gzdecode', 'gzcompress' => 'gzuncompress', 'gzdeflate' => 'gzinflate'] as $pack => $unpack) {
    foreach ([-1, 0, 1, 9] as $level) {
        $packed = $pack($text, $level);
        echo $pack, ' ', $level, ' ', var_export($unpack($packed) === $text, true), ' ', var_export(zlib_decode($packed) === $text, true), "\n";
    }
}
foreach ([ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, ZLIB_ENCODING_DEFLATE] as $encoding) {
    var_dump(zlib_decode(zlib_encode($text, $encoding)) === $text);
    $context = deflate_init($encoding, ['level' => 6]);
    for ($round = 0; $round < 2; $round++) {
        $stream = deflate_add($context, $text) . deflate_add($context, $text, ZLIB_NO_FLUSH) . deflate_add($context, '', ZLIB_FULL_FLUSH)
            . deflate_add($context, 'end', ZLIB_FINISH);
        var_dump(zlib_decode($stream) === $text . $text . 'end');
    }
}
var_dump(gzinflate('nonsense'), gzuncompress(''), gzdecode('x'), gzinflate(gzdeflate($text), 10));
foreach ([fn () => gzencode('x', 10), fn () => gzcompress('x', 1, 3), fn () => zlib_encode('x', 2), fn () => gzinflate('x', -1),
    fn () => deflate_init(3), fn () => deflate_init(ZLIB_ENCODING_RAW, ['level' => 11]), fn () => deflate_add($context, 'x', 9),
    fn () => new DeflateContext] as $call) {
    try {
        $call();
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
--EXPECT--
gzencode -1 true true
gzencode 0 true true
gzencode 1 true true
gzencode 9 true true
gzcompress -1 true true
gzcompress 0 true true
gzcompress 1 true true
gzcompress 9 true true
gzdeflate -1 true true
gzdeflate 0 true true
gzdeflate 1 true true
gzdeflate 9 true true
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
gzinflate(): data error
gzuncompress(): data error
gzdecode(): data error
gzinflate(): insufficient memory
bool(false)
bool(false)
bool(false)
bool(false)
ValueError: gzencode(): Argument #2 ($level) must be between -1 and 9
ValueError: gzcompress(): Argument #3 ($encoding) must be one of ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, or ZLIB_ENCODING_DEFLATE
ValueError: zlib_encode(): Argument #2 ($encoding) must be one of ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, or ZLIB_ENCODING_DEFLATE
ValueError: gzinflate(): Argument #2 ($max_length) must be greater than or equal to 0
ValueError: deflate_init(): Argument #1 ($encoding) must be one of ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, or ZLIB_ENCODING_DEFLATE
ValueError: deflate_init(): "level" option must be between -1 and 9
ValueError: deflate_add(): Argument #3 ($flush_mode) must be one of ZLIB_NO_FLUSH, ZLIB_PARTIAL_FLUSH, ZLIB_SYNC_FLUSH, ZLIB_FULL_FLUSH, ZLIB_BLOCK, or ZLIB_FINISH
Error: Cannot directly construct DeflateContext, use deflate_init() instead
