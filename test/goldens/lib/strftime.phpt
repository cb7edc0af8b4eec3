--TEST--
strftime() and gmstrftime(): every conversion, flags and widths
--FILE--
<?php
error_reporting(E_ALL & ~E_DEPRECATED);
date_default_timezone_set('Europe/Paris');
foreach ([0, 86399*365, 1700000000, -1, 1704067200+3600*20, 951782400] as $t) foreach (str_split('aAdejuwUVWbBhmCgGyYHkIlMpPrRSTXzZcDFsxnt%') as $c) { echo $c, '=', strftime("%$c", $t), '|', gmstrftime("%$c", $t), ' '; }
var_dump(strftime(''), strftime('plain'), strftime('%Q %! %', 0), strftime('%E %-d %_d %05d %^a %#Z %Ey %Od',0), gmstrftime('%Y-%m-%dT%H:%M:%SZ', 1e9), strftime('%10Y', 0), strftime('%+', 0), strftime('%N %f %i %J %K %L %o %q %v', 0));
--EXPECT--
a=Thu|Thu A=Thursday|Thursday d=01|01 e= 1| 1 j=001|001 u=4|4 w=4|4 U=00|00 V=01|01 W=00|00 b=Jan|Jan B=January|January h=Jan|Jan m=01|01 C=19|19 g=70|70 G=1970|1970 y=70|70 Y=1970|1970 H=01|00 k= 1| 0 I=01|12 l= 1|12 M=00|00 p=AM|AM P=am|am r=01:00:00 AM|12:00:00 AM R=01:00|00:00 S=00|00 T=01:00:00|00:00:00 X=01:00:00|00:00:00 z=+0100|+0000 Z=CET|GMT c=Thu Jan  1 01:00:00 1970|Thu Jan  1 00:00:00 1970 D=01/01/70|01/01/70 F=1970-01-01|1970-01-01 s=3600|0 x=01/01/70|01/01/70 n=
|
 t=	|	 %=%|% a=Fri|Thu A=Friday|Thursday d=01|31 e= 1|31 j=001|365 u=5|4 w=5|4 U=00|52 V=53|53 W=00|52 b=Jan|Dec B=January|December h=Jan|Dec m=01|12 C=19|19 g=70|70 G=1970|1970 y=71|70 Y=1971|1970 H=00|23 k= 0|23 I=12|11 l=12|11 M=53|53 p=AM|PM P=am|pm r=12:53:55 AM|11:53:55 PM R=00:53|23:53 S=55|55 T=00:53:55|23:53:55 X=00:53:55|23:53:55 z=+0100|+0000 Z=CET|GMT c=Fri Jan  1 00:53:55 1971|Thu Dec 31 23:53:55 1970 D=01/01/71|12/31/70 F=1971-01-01|1970-12-31 s=31539235|31535635 x=01/01/71|12/31/70 n=
|
 t=	|	 %=%|% a=Tue|Tue A=Tuesday|Tuesday d=14|14 e=14|14 j=318|318 u=2|2 w=2|2 U=46|46 V=46|46 W=46|46 b=Nov|Nov B=November|November h=Nov|Nov m=11|11 C=20|20 g=23|23 G=2023|2023 y=23|23 Y=2023|2023 H=23|22 k=23|22 I=11|10 l=11|10 M=13|13 p=PM|PM P=pm|pm r=11:13:20 PM|10:13:20 PM R=23:13|22:13 S=20|20 T=23:13:20|22:13:20 X=23:13:20|22:13:20 z=+0100|+0000 Z=CET|GMT c=Tue Nov 14 23:13:20 2023|Tue Nov 14 22:13:20 2023 D=11/14/23|11/14/23 F=2023-11-14|2023-11-14 s=1700003600|1700000000 x=11/14/23|11/14/23 n=
|
 t=	|	 %=%|% a=Thu|Wed A=Thursday|Wednesday d=01|31 e= 1|31 j=001|365 u=4|3 w=4|3 U=00|52 V=01|01 W=00|52 b=Jan|Dec B=January|December h=Jan|Dec m=01|12 C=19|19 g=70|70 G=1970|1970 y=70|69 Y=1970|1969 H=00|23 k= 0|23 I=12|11 l=12|11 M=59|59 p=AM|PM P=am|pm r=12:59:59 AM|11:59:59 PM R=00:59|23:59 S=59|59 T=00:59:59|23:59:59 X=00:59:59|23:59:59 z=+0100|+0000 Z=CET|GMT c=Thu Jan  1 00:59:59 1970|Wed Dec 31 23:59:59 1969 D=01/01/70|12/31/69 F=1970-01-01|1969-12-31 s=3599|-1 x=01/01/70|12/31/69 n=
|
 t=	|	 %=%|% a=Mon|Mon A=Monday|Monday d=01|01 e= 1| 1 j=001|001 u=1|1 w=1|1 U=00|00 V=01|01 W=01|01 b=Jan|Jan B=January|January h=Jan|Jan m=01|01 C=20|20 g=24|24 G=2024|2024 y=24|24 Y=2024|2024 H=21|20 k=21|20 I=09|08 l= 9| 8 M=00|00 p=PM|PM P=pm|pm r=09:00:00 PM|08:00:00 PM R=21:00|20:00 S=00|00 T=21:00:00|20:00:00 X=21:00:00|20:00:00 z=+0100|+0000 Z=CET|GMT c=Mon Jan  1 21:00:00 2024|Mon Jan  1 20:00:00 2024 D=01/01/24|01/01/24 F=2024-01-01|2024-01-01 s=1704142800|1704139200 x=01/01/24|01/01/24 n=
|
 t=	|	 %=%|% a=Tue|Tue A=Tuesday|Tuesday d=29|29 e=29|29 j=060|060 u=2|2 w=2|2 U=09|09 V=09|09 W=09|09 b=Feb|Feb B=February|February h=Feb|Feb m=02|02 C=20|20 g=00|00 G=2000|2000 y=00|00 Y=2000|2000 H=01|00 k= 1| 0 I=01|12 l= 1|12 M=00|00 p=AM|AM P=am|am r=01:00:00 AM|12:00:00 AM R=01:00|00:00 S=00|00 T=01:00:00|00:00:00 X=01:00:00|00:00:00 z=+0100|+0000 Z=CET|GMT c=Tue Feb 29 01:00:00 2000|Tue Feb 29 00:00:00 2000 D=02/29/00|02/29/00 F=2000-02-29|2000-02-29 s=951786000|951782400 x=02/29/00|02/29/00 n=
|
 t=	|	 %=%|% bool(false)
string(5) "plain"
string(7) "%Q %! %"
string(27) "%E 1  1 00001 THU cet 70 01"
string(20) "2001-09-09T01:46:40Z"
string(10) "0000001970"
string(2) "%+"
string(26) "%N %f %i %J %K %L %o %q %v"
