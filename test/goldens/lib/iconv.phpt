--TEST--
iconv: conversion, counting and searching, mail headers, settings, errors
--FILE--
<?php
$cases = [
 ['UTF-8','ISO-8859-1',"h\xc3\xa9"], ['UTF-8','ISO-8859-1',"\xe2\x82\xac"], ['UTF-8','ISO-8859-1',"ab\xc3"], ['UTF-8','ISO-8859-1',"ab\xff cd"], ['UTF-8','nope',"a"], ['nope','UTF-8',"a"],
 ['UTF-8','ASCII//TRANSLIT',"h\xc3\xa9 \xe2\x82\xac \xe2\x80\x9cq\xe2\x80\x9d"], ['UTF-8','ASCII//IGNORE',"h\xc3\xa9 \xe2\x82\xac x"], ['UTF-8','UTF-8//IGNORE',"h\xff\xc3 x"], ['UTF-8','UTF-8//IGNORE',"h\xc3"],['UTF-8','UTF-8//IGNORE',"h\xff"],['UTF-8','UTF-8//IGNORE',"\xe2\x82z\xf0\x9fz"],
 ['UTF-8','UTF-16',"a"], ['UTF-8','UTF-16LE',"a"], ['UTF-8','UTF-16BE',"a"], ['UTF-8','UCS-2',"a"], ['UTF-8','UCS-4',"a"], ['UTF-8','UTF-32',"a"], ['UTF-8','UCS-4LE',"a"], ['UTF-8','UCS-2BE',"a"], ['UTF-8','UTF-16',""], ['UTF-16','UTF-8',"\xff\xfea\0"], ['UTF-16','UTF-8',"\xfe\xff\0a"], ['UTF-16','UTF-8',"a\0"], ['UTF-16','UTF-8',"a\0b"], ['UTF-16LE','UTF-8',"\x00\xd8a\0"], ['UTF-8','UTF-16LE',"\xf0\x9f\x98\x80"],['UTF-8','UCS-2LE',"\xf0\x9f\x98\x80"],
 ['UTF-8','SJIS',"\xe6\x97\xa5\xe6\x9c\xac"], ['SJIS','UTF-8',"\x93\xfa\x96"], ['EUC-JP','UTF-8',"\xc6\xfc"], ['UTF-8','ISO-2022-JP',"\xe6\x97\xa5a"], ['UTF-8','BIG5',"\xe6\x97\xa5"], ['UTF-8','GB18030',"\xe6\x97\xa5\xf0\x9f\x98\x80"], ['UTF-8','KOI8-R',"\xd0\xb9"], ['CP1252','UTF-8',"\x80\x81"], ['CP1251','UTF-8',"\xe9"], ['latin1','utf8',"\xe9"], ['utf8','LATIN1//TRANSLIT//IGNORE',"\xe2\x82\xac\xe6\x97\xa5x"], ['utf8','LATIN1//IGNORE//TRANSLIT',"\xe2\x82\xac\xe6\x97\xa5x"], ['','UTF-8','x'], ['UTF-8','','x'], ['ASCII','UTF-8',"\x80"], ['UTF-8', 'ISO-8859-15//TRANSLIT', "\xe2\x82\xac\xef\xac\x81"], ['HTML-ENTITIES','UTF-8','x'], ['BASE64','UTF-8','x'], ["UTF-8","UTF-8","\xed\xa0\x80"], ["UTF-8","UTF-8","\xf4\x90\x80\x80"], ["UTF-8","UTF-8","\xc0\x80"], [str_repeat('x',70),'UTF-8','a'], ['UTF-8//IGNORE','UTF-8',"a\xff"],['UTF-8','utf-8//translit',"a\xe2\x82\xac"],['UTF-8','ASCII//translit',"\xe6\x97\xa5"],['utf-8','ASCII//ignore',"\xe6\x97\xa5b"],['UTF-8', 'ASCII//IGNORE', "\xe6\x97\xa5"]
];
foreach ($cases as [$f,$t,$s]) { echo "$f -> $t ", bin2hex($s), ": "; $r = iconv($f,$t,$s); echo $r === false ? 'false' : bin2hex($r), "\n"; }
foreach ([["h\xc3\xa9"],["h\xc3"],["h\xff"],[''],['a','nope'],["a\0",'UTF-16LE'],["abc",'ASCII'],["\x80",'ASCII'],[str_repeat('a', 40)."\xff"],[str_repeat('a', 40)."\xc3"]] as $a) { echo json_encode(array_map('bin2hex',$a)), ' '; var_dump(iconv_strlen(...$a)); }
foreach ([["h\xc3\xa9llo",1],["h\xc3\xa9llo",1,1],["h\xc3\xa9llo",-2],["h\xc3\xa9llo",-2,-1],["h\xc3\xa9llo",10],["h\xc3\xa9llo",5],["h\xc3\xa9llo",0,-10],["h\xc3\xa9llo",-10],["h\xc3\xa9llo",1,0],["h\xc3",0,1],["a",0,1,'nope'],['',0],['',0,1],["hello",-10,2],['hello',2,null],['hello',2,100]] as $a) { echo json_encode(array_map(fn($x)=>is_string($x)?bin2hex($x):$x,$a)), ' '; var_dump(iconv_substr(...$a)); }
foreach ([["h\xc3\xa9llo\xc3\xa9",'l'],["h\xc3\xa9llo\xc3\xa9","\xc3\xa9"],["h\xc3\xa9llo\xc3\xa9","\xc3\xa9",2],["h\xc3\xa9llo\xc3\xa9","\xc3\xa9",-1],["h",''],['aaab','aab'],['h',"\xff"],["\xff",'h'],['a','a',0,'nope']] as $a) { echo json_encode(array_map(fn($x)=>is_string($x)?bin2hex($x):$x,$a)), ' '; var_dump(iconv_strpos(...$a)); }
foreach ([["h","h",5],["h","h",-5]] as $a) try { iconv_strpos(...$a); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
foreach ([["h\xc3\xa9llo\xc3\xa9",'l'],["h\xc3\xa9llo\xc3\xa9","\xc3\xa9"],["h",''],['aaab','aa'],['h',"\xff"],['a','a','nope']] as $a) { var_dump(iconv_strrpos(...$a)); }
$long = str_repeat("Pr\xc3\xbcfung ", 12);
foreach ([['Subject',"Pr\xc3\xbcfung Pr\xc3\xbcfung"],['Subject',$long],['Subject',$long,['scheme'=>'Q','line-length'=>50,'line-break-chars'=>"\n"]],['Subject',$long,['scheme'=>'B','input-charset'=>'UTF-8','output-charset'=>'ISO-8859-1','line-length'=>40]],['Subject',"\xff"],['X',''],[str_repeat('s',80),'x'],['Subject','x',['line-length'=>15]],['Subject',$long,['scheme'=>'Q','output-charset'=>'ISO-8859-1']],['Subject','a',['output-charset'=>'nope']],["S\xc3\xa9",'a'],['S','abc?=_ x',['scheme'=>'q']]] as $a) { $r = iconv_mime_encode(...$a); var_dump($r); if ($r !== false) var_dump(iconv_mime_decode($r)); }
foreach (["=?UTF-8?B?UHLDvGZ1bmc=?=","a =?iso-8859-1?q?caf=E9?= b","=?UTF-8?B?UHLDvGZ1bmc=?= =?UTF-8?Q?x?=","=?nope?Q?x?=","=?UTF-8?X?x?=","=?UTF-8?Q?x","plain","a\r\n b","a\r\nb","=?UTF-8*en?Q?caf=C3=A9?=","=?UTF-8?Q?a?=b","=?UTF-8?B?Zm9v?==?UTF-8?B?YmFy?=","caf\xc3\xa9","=?UTF-8?Q?=FF?=", "=?UTF-8?Q?a_b?=","==?UTF-8?Q?x?=","a=b","=","=?","x =?UTF-8?B?Zm9v?=\t y"] as $s) foreach ([0,1,2,3] as $m) { echo json_encode(bin2hex($s)), " $m "; var_dump(iconv_mime_decode($s,$m)); }
var_dump(iconv_mime_decode("=?UTF-8?Q?=E2=82=AC?=", 0, 'ISO-8859-1'), iconv_mime_decode("=?UTF-8?Q?=C3=A9?=", 0, 'ISO-8859-1'), iconv_mime_decode('x',0,'nope'));
var_dump(iconv_mime_decode_headers("Subject: =?UTF-8?Q?caf=C3=A9?=\r\nTo: a@b\r\nReceived: one\r\n two\r\nReceived: three\nX-No\nEmpty:\r\n\r\nbody: x"));
var_dump(iconv_mime_decode_headers("Subject: =?UTF-8?Q?x"), iconv_mime_decode_headers(''));
var_dump(iconv_get_encoding(), iconv_get_encoding('input_encoding'), iconv_get_encoding('x'), iconv_set_encoding('internal_encoding','ISO-8859-1'), iconv_get_encoding('Internal_Encoding'), iconv_strlen("\xc3\xa9"), iconv_set_encoding('foo','x'), iconv_set_encoding('output_encoding', str_repeat('x', 80)));
ini_set('iconv.internal_encoding','UTF-16LE'); var_dump(iconv_strlen("a\0b\0"));
foreach (['ASCII','ISO-8859-2','ISO-8859-5','ISO-8859-8','ISO-8859-15','CP1250','CP1251','CP1252','WINDOWS-1253','CP1255','CP1257','KOI8-R','KOI8-U','CP850','CP866','ARMSCII-8','latin5','L2','IBM850','CP437','MACINTOSH','TIS-620'] as $cs) {
  $s = ''; for ($i = 0; $i < 256; $i++) { $r = @iconv($cs, 'UTF-8', chr($i)); $s .= $r === false ? '#' : $r; }
  echo $cs, ' ', md5($s), ' ', bin2hex(@iconv('UTF-8', "$cs//TRANSLIT", "Größe „ﬁ“ ½ Привет €")), "\n";
}
class T { function __toString() { return "\n"; } }
echo iconv_mime_encode('S', str_repeat('é', 40), ['line-break-chars' => new T, 'line-length' => '60', 'scheme' => 'Qx']), "\n";
echo (new ReflectionFunction('iconv_mime_encode')), extension_loaded('iconv') ? 'loaded' : '', ICONV_IMPL, "\n";
--EXPECTF--
UTF-8 -> ISO-8859-1 68c3a9: 68e9
UTF-8 -> ISO-8859-1 e282ac: 
Notice: iconv(): Detected an illegal character in input string in %s on line 8
false
UTF-8 -> ISO-8859-1 6162c3: 
Notice: iconv(): Detected an incomplete multibyte character in input string in %s on line 8
false
UTF-8 -> ISO-8859-1 6162ff206364: 
Notice: iconv(): Detected an illegal character in input string in %s on line 8
false
UTF-8 -> nope 61: 
Warning: iconv(): Wrong encoding, conversion from "UTF-8" to "nope" is not allowed in %s on line 8
false
nope -> UTF-8 61: 
Warning: iconv(): Wrong encoding, conversion from "nope" to "UTF-8" is not allowed in %s on line 8
false
UTF-8 -> ASCII//TRANSLIT 68c3a920e282ac20e2809c71e2809d: 68652045555220227122
UTF-8 -> ASCII//IGNORE 68c3a920e282ac2078: 68202078
UTF-8 -> UTF-8//IGNORE 68ffc32078: 682078
UTF-8 -> UTF-8//IGNORE 68c3: 
Notice: iconv(): Detected an incomplete multibyte character in input string in %s on line 8
false
UTF-8 -> UTF-8//IGNORE 68ff: 68
UTF-8 -> UTF-8//IGNORE e2827af09f7a: 7a7a
UTF-8 -> UTF-16 61: fffe6100
UTF-8 -> UTF-16LE 61: 6100
UTF-8 -> UTF-16BE 61: 0061
UTF-8 -> UCS-2 61: 6100
UTF-8 -> UCS-4 61: 00000061
UTF-8 -> UTF-32 61: fffe000061000000
UTF-8 -> UCS-4LE 61: 61000000
UTF-8 -> UCS-2BE 61: 0061
UTF-8 -> UTF-16 : 
UTF-16 -> UTF-8 fffe6100: 61
UTF-16 -> UTF-8 feff0061: 61
UTF-16 -> UTF-8 6100: 61
UTF-16 -> UTF-8 610062: 
Notice: iconv(): Detected an incomplete multibyte character in input string in %s on line 8
false
UTF-16LE -> UTF-8 00d86100: 
Notice: iconv(): Detected an illegal character in input string in %s on line 8
false
UTF-8 -> UTF-16LE f09f9880: 3dd800de
UTF-8 -> UCS-2LE f09f9880: 
Notice: iconv(): Detected an illegal character in input string in %s on line 8
false
UTF-8 -> SJIS e697a5e69cac: 93fa967b
SJIS -> UTF-8 93fa96: 
Notice: iconv(): Detected an incomplete multibyte character in input string in %s on line 8
false
EUC-JP -> UTF-8 c6fc: e697a5
UTF-8 -> ISO-2022-JP e697a561: 1b2442467c1b284261
UTF-8 -> BIG5 e697a5: a4e9
UTF-8 -> GB18030 e697a5f09f9880: c8d59439fc36
UTF-8 -> KOI8-R d0b9: ca
CP1252 -> UTF-8 8081: 
Notice: iconv(): Detected an illegal character in input string in %s on line 8
false
CP1251 -> UTF-8 e9: d0b9
latin1 -> utf8 e9: c3a9
utf8 -> LATIN1//TRANSLIT//IGNORE e282ace697a578: 4555523f78
utf8 -> LATIN1//IGNORE//TRANSLIT e282ace697a578: 4555523f78
 -> UTF-8 78: 78
UTF-8 ->  78: 78
ASCII -> UTF-8 80: 
Notice: iconv(): Detected an illegal character in input string in %s on line 8
false
UTF-8 -> ISO-8859-15//TRANSLIT e282acefac81: a46669
HTML-ENTITIES -> UTF-8 78: 
Warning: iconv(): Wrong encoding, conversion from "HTML-ENTITIES" to "UTF-8" is not allowed in %s on line 8
false
BASE64 -> UTF-8 78: 
Warning: iconv(): Wrong encoding, conversion from "BASE64" to "UTF-8" is not allowed in %s on line 8
false
UTF-8 -> UTF-8 eda080: 
Notice: iconv(): Detected an illegal character in input string in %s on line 8
false
UTF-8 -> UTF-8 f4908080: f4908080
UTF-8 -> UTF-8 c080: 
Notice: iconv(): Detected an illegal character in input string in %s on line 8
false
xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx -> UTF-8 61: 
Warning: iconv(): Encoding parameter exceeds the maximum allowed length of 64 characters in %s on line 8
false
UTF-8//IGNORE -> UTF-8 61ff: 
Notice: iconv(): Detected an illegal character in input string in %s on line 8
false
UTF-8 -> utf-8//translit 61e282ac: 61e282ac
UTF-8 -> ASCII//translit e697a5: 3f
utf-8 -> ASCII//ignore e697a562: 
Notice: iconv(): Detected an illegal character in input string in %s on line 8
false
UTF-8 -> ASCII//IGNORE e697a5: 
["68c3a9"] int(2)
["68c3"] 
Notice: iconv_strlen(): Detected an incomplete multibyte character in input string in %s on line 9
bool(false)
["68ff"] 
Notice: iconv_strlen(): Detected an illegal character in input string in %s on line 9
bool(false)
[""] int(0)
["61","6e6f7065"] 
Warning: iconv_strlen(): Wrong encoding, conversion from "nope" to "UCS-4LE" is not allowed in %s on line 9
bool(false)
["6100","5554462d31364c45"] int(1)
["616263","4153434949"] int(3)
["80","4153434949"] 
Notice: iconv_strlen(): Detected an illegal character in input string in %s on line 9
bool(false)
["61616161616161616161616161616161616161616161616161616161616161616161616161616161ff"] 
Notice: iconv_strlen(): Detected an illegal character in input string in %s on line 9
bool(false)
["61616161616161616161616161616161616161616161616161616161616161616161616161616161c3"] 
Notice: iconv_strlen(): Detected an incomplete multibyte character in input string in %s on line 9
bool(false)
["68c3a96c6c6f",1] string(5) "éllo"
["68c3a96c6c6f",1,1] string(2) "é"
["68c3a96c6c6f",-2] string(2) "lo"
["68c3a96c6c6f",-2,-1] string(1) "l"
["68c3a96c6c6f",10] string(0) ""
["68c3a96c6c6f",5] string(0) ""
["68c3a96c6c6f",0,-10] string(0) ""
["68c3a96c6c6f",-10] string(6) "héllo"
["68c3a96c6c6f",1,0] string(0) ""
["68c3",0,1] 
Notice: iconv_substr(): Detected an incomplete multibyte character in input string in %s on line 10
bool(false)
["61",0,1,"6e6f7065"] 
Warning: iconv_substr(): Wrong encoding, conversion from "nope" to "UCS-4LE" is not allowed in %s on line 10
bool(false)
["",0] string(0) ""
["",0,1] string(0) ""
["68656c6c6f",-10,2] string(2) "he"
["68656c6c6f",2,null] string(3) "llo"
["68656c6c6f",2,100] string(3) "llo"
["68c3a96c6c6fc3a9","6c"] int(2)
["68c3a96c6c6fc3a9","c3a9"] int(1)
["68c3a96c6c6fc3a9","c3a9",2] int(5)
["68c3a96c6c6fc3a9","c3a9",-1] int(5)
["68",""] bool(false)
["61616162","616162"] int(1)
["68","ff"] 
Notice: iconv_strpos(): Detected an illegal character in input string in %s on line 11
bool(false)
["ff","68"] bool(false)
["61","61",0,"6e6f7065"] 
Warning: iconv_strpos(): Wrong encoding, conversion from "nope" to "UCS-4LE" is not allowed in %s on line 11
bool(false)
iconv_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
iconv_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
int(3)
int(5)
bool(false)
int(0)

Notice: iconv_strrpos(): Detected an illegal character in input string in %s on line 13
bool(false)

Warning: iconv_strrpos(): Wrong encoding, conversion from "nope" to "UCS-4LE" is not allowed in %s on line 13
bool(false)
string(45) "Subject: =?UTF-8?B?UHLDvGZ1bmcgUHLDvGZ1bmc=?="
string(26) "Subject: Prüfung Prüfung"
string(199) "Subject: =?UTF-8?B?UHLDvGZ1bmcgUHLDvGZ1bmcgUHLDvGZ1bmcgUHLDvGZ1bmc=?=
 =?UTF-8?B?IFByw7xmdW5nIFByw7xmdW5nIFByw7xmdW5nIFByw7xmdW5nIFByw7w=?=
 =?UTF-8?B?ZnVuZyBQcsO8ZnVuZyBQcsO8ZnVuZyBQcsO8ZnVuZyA=?="
string(117) "Subject: Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung "
string(271) "Subject: =?UTF-8?Q?Pr=C3=BCfung=20Pr=C3=BCfung?=
 =?UTF-8?Q?=20Pr=C3=BCfung=20Pr=C3=BCfung=20Pr?=
 =?UTF-8?Q?=C3=BCfung=20Pr=C3=BCfung=20Pr=C3=BCf?=
 =?UTF-8?Q?ung=20Pr=C3=BCfung=20Pr=C3=BCfung=20P?=
 =?UTF-8?Q?r=C3=BCfung=20Pr=C3=BCfung=20Pr=C3=BC?=
 =?UTF-8?Q?fung=20?="
string(117) "Subject: Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung "
string(346) "Subject: =?ISO-8859-1?B?UHL8ZnU=?=
 =?ISO-8859-1?B?bmcgUHL8ZnVuZyA=?=
 =?ISO-8859-1?B?UHL8ZnVuZyBQcvw=?=
 =?ISO-8859-1?B?ZnVuZyBQcvxmdW4=?=
 =?ISO-8859-1?B?ZyBQcvxmdW5nIFA=?=
 =?ISO-8859-1?B?cvxmdW5nIFBy/GY=?=
 =?ISO-8859-1?B?dW5nIFBy/GZ1bmc=?=
 =?ISO-8859-1?B?IFBy/GZ1bmcgUHI=?=
 =?ISO-8859-1?B?/GZ1bmcgUHL8ZnU=?=
 =?ISO-8859-1?B?bmcg?="
string(117) "Subject: Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung "

Notice: iconv_mime_encode(): Detected an illegal character in input string in %s on line 15
bool(false)
string(15) "X: =?UTF-8?B??="
string(3) "X: "

Warning: iconv_mime_encode(): Buffer length exceeded in %s on line 15
bool(false)

Warning: iconv_mime_encode(): Buffer length exceeded in %s on line 15
bool(false)
string(210) "Subject: =?ISO-8859-1?Q?Pr=FCfung=20Pr=FCfung=20Pr=FCfung=20Pr=FCfung=20Pr?=
 =?ISO-8859-1?Q?=FCfung=20Pr=FCfung=20Pr=FCfung=20Pr=FCfung=20Pr=FCfung=20?=
 =?ISO-8859-1?Q?Pr=FCfung=20Pr=FCfung=20Pr=FCfung=20?="
string(117) "Subject: Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung Prüfung "

Warning: iconv_mime_encode(): Wrong encoding, conversion from "UTF-8" to "nope" is not allowed in %s on line 15
bool(false)
string(18) ": =?UTF-8?B?YQ==?="
string(3) ": a"
string(31) "S: =?UTF-8?Q?abc=3F=3D=5F=20x?="
string(11) "S: abc?=_ x"
"3d3f5554462d383f423f55484c4476475a31626d633d3f3d" 0 string(8) "Prüfung"
"3d3f5554462d383f423f55484c4476475a31626d633d3f3d" 1 string(8) "Prüfung"
"3d3f5554462d383f423f55484c4476475a31626d633d3f3d" 2 string(8) "Prüfung"
"3d3f5554462d383f423f55484c4476475a31626d633d3f3d" 3 string(8) "Prüfung"
"61203d3f69736f2d383835392d313f713f6361663d45393f3d2062" 0 string(9) "a café b"
"61203d3f69736f2d383835392d313f713f6361663d45393f3d2062" 1 string(9) "a café b"
"61203d3f69736f2d383835392d313f713f6361663d45393f3d2062" 2 string(9) "a café b"
"61203d3f69736f2d383835392d313f713f6361663d45393f3d2062" 3 string(9) "a café b"
"3d3f5554462d383f423f55484c4476475a31626d633d3f3d203d3f5554462d383f513f783f3d" 0 string(9) "Prüfungx"
"3d3f5554462d383f423f55484c4476475a31626d633d3f3d203d3f5554462d383f513f783f3d" 1 string(9) "Prüfungx"
"3d3f5554462d383f423f55484c4476475a31626d633d3f3d203d3f5554462d383f513f783f3d" 2 string(9) "Prüfungx"
"3d3f5554462d383f423f55484c4476475a31626d633d3f3d203d3f5554462d383f513f783f3d" 3 string(9) "Prüfungx"
"3d3f6e6f70653f513f783f3d" 0 
Warning: iconv_mime_decode(): Wrong encoding, conversion from "???" to "UTF-8" is not allowed in %s on line 16
bool(false)
"3d3f6e6f70653f513f783f3d" 1 
Warning: iconv_mime_decode(): Wrong encoding, conversion from "???" to "UTF-8" is not allowed in %s on line 16
bool(false)
"3d3f6e6f70653f513f783f3d" 2 string(12) "=?nope?Q?x?="
"3d3f6e6f70653f513f783f3d" 3 string(12) "=?nope?Q?x?="
"3d3f5554462d383f583f783f3d" 0 
Warning: iconv_mime_decode(): Malformed string in %s on line 16
bool(false)
"3d3f5554462d383f583f783f3d" 1 
Warning: iconv_mime_decode(): Malformed string in %s on line 16
bool(false)
"3d3f5554462d383f583f783f3d" 2 string(13) "=?UTF-8?X?x?="
"3d3f5554462d383f583f783f3d" 3 string(13) "=?UTF-8?X?x?="
"3d3f5554462d383f513f78" 0 
Warning: iconv_mime_decode(): Malformed string in %s on line 16
bool(false)
"3d3f5554462d383f513f78" 1 
Warning: iconv_mime_decode(): Malformed string in %s on line 16
bool(false)
"3d3f5554462d383f513f78" 2 string(0) ""
"3d3f5554462d383f513f78" 3 string(0) ""
"706c61696e" 0 string(5) "plain"
"706c61696e" 1 string(5) "plain"
"706c61696e" 2 string(5) "plain"
"706c61696e" 3 string(5) "plain"
"610d0a2062" 0 string(3) "a b"
"610d0a2062" 1 string(3) "a b"
"610d0a2062" 2 string(3) "a b"
"610d0a2062" 3 string(3) "a b"
"610d0a62" 0 string(1) "a"
"610d0a62" 1 string(1) "a"
"610d0a62" 2 string(1) "a"
"610d0a62" 3 string(1) "a"
"3d3f5554462d382a656e3f513f6361663d43333d41393f3d" 0 string(5) "café"
"3d3f5554462d382a656e3f513f6361663d43333d41393f3d" 1 string(5) "café"
"3d3f5554462d382a656e3f513f6361663d43333d41393f3d" 2 string(5) "café"
"3d3f5554462d382a656e3f513f6361663d43333d41393f3d" 3 string(5) "café"
"3d3f5554462d383f513f613f3d62" 0 string(2) "ab"
"3d3f5554462d383f513f613f3d62" 1 string(14) "=?UTF-8?Q?a?=b"
"3d3f5554462d383f513f613f3d62" 2 string(2) "ab"
"3d3f5554462d383f513f613f3d62" 3 string(14) "=?UTF-8?Q?a?=b"
"3d3f5554462d383f423f5a6d39763f3d3d3f5554462d383f423f596d46793f3d" 0 string(6) "foobar"
"3d3f5554462d383f423f5a6d39763f3d3d3f5554462d383f423f596d46793f3d" 1 string(32) "=?UTF-8?B?Zm9v?==?UTF-8?B?YmFy?="
"3d3f5554462d383f423f5a6d39763f3d3d3f5554462d383f423f596d46793f3d" 2 string(6) "foobar"
"3d3f5554462d383f423f5a6d39763f3d3d3f5554462d383f423f596d46793f3d" 3 string(32) "=?UTF-8?B?Zm9v?==?UTF-8?B?YmFy?="
"636166c3a9" 0 
Notice: iconv_mime_decode(): Detected an illegal character in input string in %s on line 16
bool(false)
"636166c3a9" 1 string(3) "caf"
"636166c3a9" 2 string(3) "caf"
"636166c3a9" 3 string(3) "caf"
"3d3f5554462d383f513f3d46463f3d" 0 
Notice: iconv_mime_decode(): Detected an illegal character in input string in %s on line 16
bool(false)
"3d3f5554462d383f513f3d46463f3d" 1 
Notice: iconv_mime_decode(): Detected an illegal character in input string in %s on line 16
bool(false)
"3d3f5554462d383f513f3d46463f3d" 2 string(14) "=?UTF-8?Q?=FF?"
"3d3f5554462d383f513f3d46463f3d" 3 string(14) "=?UTF-8?Q?=FF?"
"3d3f5554462d383f513f615f623f3d" 0 string(3) "a b"
"3d3f5554462d383f513f615f623f3d" 1 string(3) "a b"
"3d3f5554462d383f513f615f623f3d" 2 string(3) "a b"
"3d3f5554462d383f513f615f623f3d" 3 string(3) "a b"
"3d3d3f5554462d383f513f783f3d" 0 
Warning: iconv_mime_decode(): Malformed string in %s on line 16
bool(false)
"3d3d3f5554462d383f513f783f3d" 1 string(14) "==?UTF-8?Q?x?="
"3d3d3f5554462d383f513f783f3d" 2 string(14) "==?UTF-8?Q?x?="
"3d3d3f5554462d383f513f783f3d" 3 string(14) "==?UTF-8?Q?x?="
"613d62" 0 string(3) "a=b"
"613d62" 1 string(3) "a=b"
"613d62" 2 string(3) "a=b"
"613d62" 3 string(3) "a=b"
"3d" 0 
Warning: iconv_mime_decode(): Malformed string in %s on line 16
bool(false)
"3d" 1 
Warning: iconv_mime_decode(): Malformed string in %s on line 16
bool(false)
"3d" 2 string(1) "="
"3d" 3 string(1) "="
"3d3f" 0 
Warning: iconv_mime_decode(): Malformed string in %s on line 16
bool(false)
"3d3f" 1 
Warning: iconv_mime_decode(): Malformed string in %s on line 16
bool(false)
"3d3f" 2 string(0) ""
"3d3f" 3 string(0) ""
"78203d3f5554462d383f423f5a6d39763f3d092079" 0 string(8) "x foo	 y"
"78203d3f5554462d383f423f5a6d39763f3d092079" 1 string(8) "x foo	 y"
"78203d3f5554462d383f423f5a6d39763f3d092079" 2 string(8) "x foo	 y"
"78203d3f5554462d383f423f5a6d39763f3d092079" 3 string(8) "x foo	 y"

Notice: iconv_mime_decode(): Detected an illegal character in input string in %s on line 17

Warning: iconv_mime_decode(): Wrong encoding, conversion from "???" to "nope" is not allowed in %s on line 17
bool(false)
string(1) "�"
bool(false)
array(4) {
  ["Subject"]=>
  string(5) "café"
  ["To"]=>
  string(3) "a@b"
  ["Received"]=>
  array(2) {
    [0]=>
    string(7) "one two"
    [1]=>
    string(5) "three"
  }
  ["Empty"]=>
  string(0) ""
}

Warning: iconv_mime_decode_headers(): Malformed string in %s on line 19
bool(false)
array(0) {
}

Deprecated: iconv_set_encoding(): Use of iconv.internal_encoding is deprecated in %s on line 20

Warning: iconv_set_encoding(): Encoding parameter exceeds the maximum allowed length of 64 characters in %s on line 20
array(3) {
  ["input_encoding"]=>
  string(5) "UTF-8"
  ["output_encoding"]=>
  string(5) "UTF-8"
  ["internal_encoding"]=>
  string(5) "UTF-8"
}
string(5) "UTF-8"
bool(false)
bool(true)
string(10) "ISO-8859-1"
int(2)
bool(false)
bool(false)

Deprecated: ini_set(): Use of iconv.internal_encoding is deprecated in %s on line 21
int(2)
ASCII 8188e73b5f1da1e7d3f60bfd1ff60def 47726f737365202c2c6669222020312f3220203f3f3f3f3f3f20455552
ISO-8859-2 0eea505b4c8a5a920f9ba9eabf5a02c7 4772f6df65202c2c6669222020312f3220203f3f3f3f3f3f20455552
ISO-8859-5 72f769b843723a37bc59b48590dc9084 47726f737365202c2c6669222020312f322020bfe0d8d2d5e220455552
ISO-8859-8 c16b5bf2519cbe18d73abd11320225a0 47726f737365202c2c66692220bd203f3f3f3f3f3f20455552
ISO-8859-15 49cb09b0e41ee28870b0bcd0410b6315 4772f6df65202c2c6669222020312f3220203f3f3f3f3f3f20a4
CP1250 febe8393187e594a3be92b1705ba2c16 4772f6df6520846669932020312f3220203f3f3f3f3f3f2080
CP1251 6edcc8fa4080bcb191b60eefced02c0e 47726f73736520846669932020312f322020cff0e8e2e5f22088
CP1252 3e863c5e88c1856c4e164640a215f364 4772f6df65208466699320bd203f3f3f3f3f3f2080
WINDOWS-1253 73d980ec15b1ef9ece5635a4e3421090 47726f737365208466699320bd203f3f3f3f3f3f2080
CP1255 8bb230196d7ece779d405d2e106adeb9 47726f737365208466699320bd203f3f3f3f3f3f2080
CP1257 9062b45b52e2f9621c5921be4ed9dc0c 4772f6df65208466699320bd203f3f3f3f3f3f2080
KOI8-R 25b098d05133bfe5c9af089fb468e6e7 47726f737365202c2c6669222020312f322020f0d2c9d7c5d420455552
KOI8-U 7021d1de3a6b7f5a7c8175700caa1505 47726f737365202c2c6669222020312f322020f0d2c9d7c5d420455552
CP850 5d48262db972100127e25950c0885b12 477294e165202c2c66692220ab203f3f3f3f3f3f20455552
CP866 760caeed528b6f414ca372aa8d1acb36 47726f737365202c2c6669222020312f3220208fe0a8a2a5e220455552
ARMSCII-8 395f824611d90ed252254237d90f924f 47726f737365202c2c6669222020312f3220203f3f3f3f3f3f20455552
latin5 8dfba79ca7581d6d7239c653bf962a58 4772f6df65202c2c66692220bd203f3f3f3f3f3f20455552
L2 0eea505b4c8a5a920f9ba9eabf5a02c7 4772f6df65202c2c6669222020312f3220203f3f3f3f3f3f20455552
IBM850 5d48262db972100127e25950c0885b12 477294e165202c2c66692220ab203f3f3f3f3f3f20455552
CP437 c7ecc9ad2d08e18c86ff2a334da421d1 477294e165202c2c66692220ab203f3f3f3f3f3f20455552
MACINTOSH 7aa29e81ea6d05874e858cb4881d6201 47729aa76520e3ded2202031da3220203f3f3f3f3f3f20db
TIS-620 7be73a20c91deea4825c9042670a2143 47726f737365202c2c6669222020312f3220203f3f3f3f3f3f20455552
: =?UTF-16LE?Q?=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9?=
 =?UTF-16LE?Q?=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9?=
 =?UTF-16LE?Q?=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9?=
 =?UTF-16LE?Q?=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9?=
 =?UTF-16LE?Q?=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9?=
 =?UTF-16LE?Q?=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9?=
Function [ <internal:iconv> function iconv_mime_encode ] {

  - Parameters [3] {
    Parameter #0 [ <required> string $field_name ]
    Parameter #1 [ <required> string $field_value ]
    Parameter #2 [ <optional> array $options = [] ]
  }
  - Return [ string|false ]
}
loadedglibc
