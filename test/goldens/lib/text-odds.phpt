--TEST--
hebrev(), nl_langinfo(), setlocale(), get_meta_tags(), unpack()'s and quoted-printable's odd ends
--FILE--
<?php
var_dump(hebrev("The function converts logical text.\nIt avoids breaking words.\n", 15));
echo bin2hex(hebrev("\xf9\xec\xe5\xed (abc) \xf2\xe5\xec\xed 123, x\n\xe0\xe1 [\xe2] q", 5)), "\n";
setlocale(LC_ALL, 'C');
var_dump(nl_langinfo(ABDAY_2), nl_langinfo(MON_4), nl_langinfo(RADIXCHAR), nl_langinfo(CODESET), nl_langinfo(5));
var_dump(setlocale(LC_ALL, 'C.UTF-8'), setlocale(LC_CTYPE, 'C'), setlocale(LC_ALL, 0), setlocale(LC_ALL, 'xx', ['C.utf8']));
var_dump(setlocale(LC_ALL, str_repeat('A', 255)));
$file = tempnam(sys_get_temp_dir(), 'meta');
file_put_contents($file, '<META NAME=author.x content=foo-bar><meta content="only"><meta name="k.e y"></head><meta name="z" content="q">');
var_dump(get_meta_tags($file));
unlink($file);
var_dump(unpack('X*', ''), strcspn("a\0b", ''), parse_url(''), parse_url(':'), sscanf('18446744073709551615', '%u'));
echo quoted_printable_encode(str_repeat("\xc4\x85", 30)), "\n";
var_dump(@str_replace('a', 'b', ['a', ['a']]));
--EXPECTF--
string(62) "logical text
converts
.The function
breaking words
.It avoids
"
ede5ecf90a28616263290aedece5f20a780a3132332c0ae1e00a71205be25d

Warning: nl_langinfo(): Item '5' is not valid in %s on line 5
string(3) "Mon"
string(5) "April"
string(1) "."
string(14) "ANSI_X3.4-1968"
bool(false)
string(7) "C.UTF-8"
string(1) "C"
string(226) "LC_CTYPE=C;LC_NUMERIC=C.UTF-8;LC_TIME=C.UTF-8;LC_COLLATE=C.UTF-8;LC_MONETARY=C.UTF-8;LC_MESSAGES=C.UTF-8;LC_PAPER=C.UTF-8;LC_NAME=C.UTF-8;LC_ADDRESS=C.UTF-8;LC_TELEPHONE=C.UTF-8;LC_MEASUREMENT=C.UTF-8;LC_IDENTIFICATION=C.UTF-8"
string(6) "C.utf8"

Warning: setlocale(): Specified locale name is too long in %s on line 7
bool(false)
array(2) {
  ["author_x"]=>
  string(7) "foo-bar"
  ["k_e_y"]=>
  string(0) ""
}

Warning: unpack(): Type X: '*' ignored in %s on line 12
array(0) {
}
int(1)
array(1) {
  ["path"]=>
  string(0) ""
}
bool(false)
array(1) {
  [0]=>
  string(20) "18446744073709551615"
}
=C4=85=C4=85=C4=85=C4=85=C4=85=C4=85=C4=85=C4=85=C4=85=C4=85=C4=85=C4=85=
=C4=85=C4=85=C4=85=C4=85=C4=85=C4=85=C4=85=C4=85=C4=85=C4=85=C4=85=C4=85=
=C4=85=C4=85=C4=85=C4=85=C4=85=C4=85
array(2) {
  [0]=>
  string(1) "b"
  [1]=>
  string(5) "Arrby"
}
