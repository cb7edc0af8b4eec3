--TEST--
zlib: streams are packed and unpacked part by part, with dictionaries and all errors
--FILE--
<?php
// deflate/inflate contexts incremental
set_error_handler(fn ($l, $m) => print "[$l] $m\n");
$text = str_repeat('The quick brown fox. ', 200);
foreach ([ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, ZLIB_ENCODING_DEFLATE] as $enc) {
  $packed = zlib_encode($text, $enc);
  $i = inflate_init($enc); $out = '';
  foreach (str_split($packed, 7) as $n => $part) { $out .= inflate_add($i, $part); if ($n < 2) var_dump(inflate_get_status($i), inflate_get_read_len($i)); }
  var_dump($out === $text, inflate_get_status($i), inflate_get_read_len($i) === strlen($packed));
  var_dump(inflate_add($i, ''), inflate_get_status($i));
  var_dump(inflate_add($i, $packed) === $text, inflate_get_status($i));
  $i = inflate_init($enc);
  var_dump(inflate_add($i, $packed . 'trailing') === $text, inflate_get_status($i), inflate_get_read_len($i) - strlen($packed));
  $i = inflate_init($enc);
  var_dump(inflate_add($i, substr($packed, 0, -3), ZLIB_FINISH) === $text, inflate_get_status($i));
  
  
}
$d = deflate_init(ZLIB_ENCODING_RAW, ['dictionary' => "hello world\0quick\0"]);
$a = deflate_add($d, 'hello world quick', ZLIB_FINISH); 
var_dump(strlen($a) < 17);
$d = deflate_init(ZLIB_ENCODING_DEFLATE, ['dictionary' => ['hello', 'world']]);
$a = deflate_add($d, 'hello world', ZLIB_FINISH);
var_dump(inflate_add(inflate_init(ZLIB_ENCODING_DEFLATE), $a));
var_dump(inflate_add(inflate_init(ZLIB_ENCODING_DEFLATE, ['dictionary' => 'nope']), $a));
var_dump(inflate_add(inflate_init(ZLIB_ENCODING_DEFLATE, ['dictionary' => ['hello', 'world']]), $a));
var_dump(inflate_add(inflate_init(ZLIB_ENCODING_DEFLATE, ['dictionary' => "hello\0world\0"]), $a));
$c = inflate_init(ZLIB_ENCODING_RAW);
foreach ([fn() => inflate_init(3), fn() => inflate_add($c, 'x', 77), fn() => inflate_init(ZLIB_ENCODING_RAW, ['window' => 7]), fn() => inflate_init(ZLIB_ENCODING_RAW, ['dictionary' => 5]), fn() => inflate_init(ZLIB_ENCODING_RAW, ['dictionary' => ['']]), fn() => inflate_init(ZLIB_ENCODING_RAW, ['dictionary' => ["a\0b"]]), fn() => inflate_init(ZLIB_ENCODING_RAW, ['dictionary' => new stdClass]), fn() => inflate_init(ZLIB_ENCODING_RAW, ['dictionary' => []]),
 fn() => deflate_init(ZLIB_ENCODING_RAW, ['memory' => 10]), fn() => deflate_init(ZLIB_ENCODING_RAW, ['window' => 16]), fn() => deflate_init(ZLIB_ENCODING_RAW, ['strategy' => 9]), fn() => deflate_init(ZLIB_ENCODING_RAW, ['dictionary' => 1.5]), fn() => new InflateContext, fn() => clone $c, fn() => serialize($c), fn() => inflate_add(1, 'x'), fn() => deflate_init(5), fn() => deflate_init(ZLIB_ENCODING_RAW, ['dictionary' => ['a', '']]), fn() => deflate_init(ZLIB_ENCODING_RAW, ['level' => -2])] as $f) { try { var_dump($f()); } catch (Throwable $e) { echo $e::class, ': ', $e->getMessage(), "\n"; } }
foreach ([['level' => 0], ['memory' => 1], ['window' => 9], ['strategy' => ZLIB_HUFFMAN_ONLY], ['strategy' => ZLIB_RLE], ['strategy' => ZLIB_FIXED], ['strategy' => ZLIB_FILTERED]] as $o) foreach ([ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, ZLIB_ENCODING_DEFLATE] as $enc) { $d = deflate_init($enc, $o); $s = ''; foreach (str_split($text, 100) as $i => $p) $s .= deflate_add($d, $p, [ZLIB_NO_FLUSH, ZLIB_PARTIAL_FLUSH, ZLIB_SYNC_FLUSH, ZLIB_FULL_FLUSH, ZLIB_BLOCK][$i % 5]); $s .= deflate_add($d, '', ZLIB_FINISH); var_dump(zlib_decode($s) === $text); $s = deflate_add($d, 'again', ZLIB_FINISH); var_dump(zlib_decode($s)); }
var_dump(bin2hex(deflate_add(deflate_init(ZLIB_ENCODING_RAW), 'abc')), deflate_add(deflate_init(ZLIB_ENCODING_GZIP), ''), ZLIB_VERSION === '', extension_loaded('zlib'), zlib_get_coding_type(), ob_gzhandler('x', PHP_OUTPUT_HANDLER_START));
--EXPECT--
int(0)
int(7)
int(0)
int(14)
bool(true)
int(1)
bool(true)
string(0) ""
int(0)
bool(true)
int(1)
bool(true)
int(1)
int(0)
bool(false)
int(-5)
int(0)
int(7)
int(0)
int(14)
bool(true)
int(1)
bool(true)
string(0) ""
int(0)
bool(true)
int(1)
bool(true)
int(1)
int(0)
bool(true)
int(-5)
int(0)
int(7)
int(0)
int(14)
bool(true)
int(1)
bool(true)
string(0) ""
int(0)
bool(true)
int(1)
bool(true)
int(1)
int(0)
bool(true)
int(-5)
bool(true)
[2] inflate_add(): Inflating this data requires a preset dictionary, please specify it in the options array of inflate_init()
bool(false)
[2] inflate_add(): Dictionary does not match expected dictionary (incorrect adler32 hash)
bool(false)
string(11) "hello world"
string(11) "hello world"
ValueError: Encoding mode must be ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP or ZLIB_ENCODING_DEFLATE
ValueError: inflate_add(): Argument #3 ($flush_mode) must be one of ZLIB_NO_FLUSH, ZLIB_PARTIAL_FLUSH, ZLIB_SYNC_FLUSH, ZLIB_FULL_FLUSH, ZLIB_BLOCK, or ZLIB_FINISH
ValueError: zlib window size (logarithm) (7) must be within 8..15
TypeError: inflate_init(): Argument #2 ($options) must be of type zero-terminated string or array, int given
ValueError: inflate_init(): Argument #2 ($options) must not contain empty strings
ValueError: inflate_init(): Argument #2 ($options) must not contain strings with null bytes
TypeError: inflate_init(): Argument #2 ($options) must be of type zero-terminated string or array, stdClass given
object(InflateContext)#25 (0) {
}
ValueError: deflate_init(): "memory" option must be between 1 and 9
ValueError: deflate_init(): "window" option must be between 8 and 15
ValueError: deflate_init(): "strategy" option must be one of ZLIB_FILTERED, ZLIB_HUFFMAN_ONLY, ZLIB_RLE, ZLIB_FIXED, or ZLIB_DEFAULT_STRATEGY
TypeError: deflate_init(): Argument #2 ($options) must be of type zero-terminated string or array, float given
Error: Cannot directly construct InflateContext, use inflate_init() instead
Error: Trying to clone an uncloneable object of class InflateContext
Exception: Serialization of 'InflateContext' is not allowed
TypeError: inflate_add(): Argument #1 ($context) must be of type InflateContext, int given
ValueError: deflate_init(): Argument #1 ($encoding) must be one of ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, or ZLIB_ENCODING_DEFLATE
ValueError: deflate_init(): Argument #2 ($options) must not contain empty strings
ValueError: deflate_init(): "level" option must be between -1 and 9
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
bool(true)
string(5) "again"
string(18) "4a4c4a06000000ffff"
string(0) ""
bool(false)
bool(true)
bool(false)
bool(false)
