--TEST--
createFromFormat(): what does not fit, with all its errors, and the years of more than four digits
--FILE--
<?php
date_default_timezone_set('UTC');
foreach ([['Y-m-d','nope'],['Y-m-d','2020'],['Y-m-d','2020-'],['Y-m-d','20-1'],['Y-m-d H:i','2020-01-01'],['d/m/Y','1-2-2020'],['H:i','25:00'],['H:i','12:75'],['Y-m-d','2020-01-01 10:00'],['Y-m-d','2020-13-01'],['D','Foo'],['M','Xyz'],['Y-m-d ?','2020-01-01 '],['U','abc'],['Y-m-d+','2020-01-01 trailing'],['!d','99'],['i','x'],['A','am'],['h A','13 PM'],['h A','1 XM'],['\Y Y','Y 2020'],['u','12'],['z','5'],['z Y','100 2020'],['Y-m-d|H','2020-01-01'],['l jS F Y','Monday 2nd June 2025'],['e','Europe/Paris'],['*','abc'],['Y*d','2020x1'],['G','a'],['s','61'],['y','5'],['','x'],['Y',''],['n','x'], ['#','a'],['v','1'],[';',':'],['(Y)','(2020)'],['Q','x'], ['m','1a'],['Y-m-d H:i:s', '2020-01-01 10:0']] as [$f,$v]) { $x = DateTime::createFromFormat($f,$v); echo "$f $v ", $x === false ? 'false' : (strpbrk($f, 'HhG!|') ? $x->format('H') : 'the hour of now'), json_encode(DateTime::getLastErrors()), "\n"; }
foreach (['Y','x','X'] as $f) { foreach ([-5,5,999,9999,10000,12345] as $y) echo (new DateTime('2020-01-01'))->setDate($y,1,1)->format($f), ' '; echo "\n"; }
--EXPECT--
Y-m-d nope false{"warning_count":0,"warnings":[],"error_count":3,"errors":{"0":"A four digit year could not be found","4":"Not enough data available to satisfy format"}}
Y-m-d 2020 false{"warning_count":0,"warnings":[],"error_count":1,"errors":{"4":"Not enough data available to satisfy format"}}
Y-m-d 2020- false{"warning_count":0,"warnings":[],"error_count":1,"errors":{"5":"Not enough data available to satisfy format"}}
Y-m-d 20-1 false{"warning_count":0,"warnings":[],"error_count":1,"errors":{"4":"Not enough data available to satisfy format"}}
Y-m-d H:i 2020-01-01 false{"warning_count":0,"warnings":[],"error_count":1,"errors":{"10":"Not enough data available to satisfy format"}}
d/m/Y 1-2-2020 false{"warning_count":0,"warnings":[],"error_count":4,"errors":{"1":"Unexpected data found.","3":"Unexpected data found."}}
H:i 25:00 01{"warning_count":1,"warnings":{"5":"The parsed time was invalid"},"error_count":0,"errors":[]}
H:i 12:75 13{"warning_count":1,"warnings":{"5":"The parsed time was invalid"},"error_count":0,"errors":[]}
Y-m-d 2020-01-01 10:00 false{"warning_count":0,"warnings":[],"error_count":1,"errors":{"10":"Trailing data"}}
Y-m-d 2020-13-01 the hour of now{"warning_count":1,"warnings":{"10":"The parsed date was invalid"},"error_count":0,"errors":[]}
D Foo false{"warning_count":0,"warnings":[],"error_count":1,"errors":["A textual day could not be found"]}
M Xyz false{"warning_count":0,"warnings":[],"error_count":1,"errors":["A textual month could not be found"]}
Y-m-d ? 2020-01-01  false{"warning_count":0,"warnings":[],"error_count":1,"errors":{"11":"Not enough data available to satisfy format"}}
U abc false{"warning_count":0,"warnings":[],"error_count":2,"errors":["Found unexpected data"]}
Y-m-d+ 2020-01-01 trailing the hour of now{"warning_count":1,"warnings":{"10":"Trailing data"},"error_count":0,"errors":[]}
!d 99 00{"warning_count":1,"warnings":{"2":"The parsed date was invalid"},"error_count":0,"errors":[]}
i x false{"warning_count":0,"warnings":[],"error_count":2,"errors":["A two digit minute could not be found"]}
A am false{"warning_count":0,"warnings":[],"error_count":1,"errors":["Meridian can only come after an hour has been found"]}
h A 13 PM false{"warning_count":1,"warnings":{"5":"The parsed time was invalid"},"error_count":1,"errors":["Hour cannot be higher than 12"]}
h A 1 XM false{"warning_count":0,"warnings":[],"error_count":1,"errors":{"2":"A meridian could not be found"}}
\Y Y Y 2020 the hour of nowfalse
u 12 the hour of nowfalse
z 5 false{"warning_count":0,"warnings":[],"error_count":1,"errors":["A 'day of year' can only come after a year has been found"]}
z Y 100 2020 false{"warning_count":0,"warnings":[],"error_count":1,"errors":["A 'day of year' can only come after a year has been found"]}
Y-m-d|H 2020-01-01 false{"warning_count":0,"warnings":[],"error_count":1,"errors":{"10":"Not enough data available to satisfy format"}}
l jS F Y Monday 2nd June 2025 the hour of nowfalse
e Europe/Paris the hour of nowfalse
* abc the hour of nowfalse
Y*d 2020x1 the hour of nowfalse
G a false{"warning_count":0,"warnings":[],"error_count":2,"errors":["A two digit hour could not be found"]}
s 61 the hour of now{"warning_count":1,"warnings":{"2":"The parsed time was invalid"},"error_count":0,"errors":[]}
y 5 the hour of nowfalse
 x false{"warning_count":0,"warnings":[],"error_count":1,"errors":["Trailing data"]}
Y  false{"warning_count":0,"warnings":[],"error_count":1,"errors":["Not enough data available to satisfy format"]}
n x false{"warning_count":0,"warnings":[],"error_count":2,"errors":["A two digit month could not be found"]}
# a false{"warning_count":0,"warnings":[],"error_count":2,"errors":["Trailing data"]}
v 1 the hour of nowfalse
; : false{"warning_count":0,"warnings":[],"error_count":2,"errors":["Trailing data"]}
(Y) (2020) the hour of nowfalse
Q x false{"warning_count":0,"warnings":[],"error_count":1,"errors":["The format separator does not match"]}
m 1a false{"warning_count":0,"warnings":[],"error_count":1,"errors":{"1":"Trailing data"}}
Y-m-d H:i:s 2020-01-01 10:0 false{"warning_count":0,"warnings":[],"error_count":2,"errors":{"14":"A two digit minute could not be found","15":"Not enough data available to satisfy format"}}
-0005 0005 0999 9999 10000 12345 
-0005 0005 0999 9999 +10000 +12345 
-0005 +0005 +0999 +9999 +10000 +12345
