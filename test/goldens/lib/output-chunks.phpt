--TEST--
Output callbacks with a chunk size see what printf and others print; createFromFormat without a time has whole seconds
--FILE--
<?php
ob_start(function ($text, $flags) {
    return '[' . strlen($text) . ":$flags]" . strtoupper($text);
}, 10);
echo 'abc';
echo 'defghijklmnop';
echo 'qr';
print '0123456789';
printf('%s', 'zzzzzzzzzzzz');
print_r('another long text');
echo implode(',', [vprintf('%s-%s', ['first', 'second one']), 'x']);
echo 'tail';
ob_end_flush();
echo "\n";
ob_start(fn ($text) => "<$text>", 4);
readfile('data:,' . 'some text of a file');
ob_end_flush();
echo "\n";
foreach (['Y-m-d' => '2023-01-02', 'd/m/Y' => '15/08/2023', 'H:i' => '10:20', 'Y-m-d H' => '2023-01-02 05', 'm' => '3'] as $format => $text) {
    echo $format, ' ', DateTime::createFromFormat($format, $text)->format('u'), "\n";
}
--EXPECT--
[16:1]ABCDEFGHIJKLMNOP[12:0]QR0123456789[12:0]ZZZZZZZZZZZZ[17:0]ANOTHER LONG TEXT[16:0]FIRST-SECOND ONE[8:8]16,XTAIL
<some text of a file><>
Y-m-d 000000
d/m/Y 000000
H:i 000000
Y-m-d H 000000
m 000000
