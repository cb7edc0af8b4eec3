--TEST--
Names of days take the time of day away, but not after a number
--FILE--
<?php
date_default_timezone_set('UTC');
$b=strtotime('2024-05-17 13:14:15');

foreach (['-1 monday', '+2 monday', '2 mondays', 'first monday', 'next monday', 'noon next friday', 'next friday noon', '10:00 next friday', 'next friday 10:00', 'weekday', 'weekdays', 'first weekday', 'next weekday', 'monday', '10:00 monday', 'monday 10:00', '+1 friday 10:00', '10:00 +1 friday', 'second friday', 'last weekday', '+2 weekday', 'noon +2 monday', '1 sat ago', 'this sat', 'last sat of june', '11:00 first sat of june', 'first sat of june 11:00', 'tomorrow monday', 'monday tomorrow', 'noon monday'] as $s) {
    echo $s, ' => ',($t=strtotime($s,$b))===false?'false':date('D Y-m-d H:i:s', $t), "\n";
}
--EXPECT--
-1 monday => Mon 2024-05-13 13:14:15
+2 monday => Mon 2024-05-27 13:14:15
2 mondays => Mon 2024-05-27 13:14:15
first monday => Mon 2024-05-20 00:00:00
next monday => Mon 2024-05-20 00:00:00
noon next friday => Fri 2024-05-24 00:00:00
next friday noon => Fri 2024-05-24 12:00:00
10:00 next friday => Fri 2024-05-24 00:00:00
next friday 10:00 => Fri 2024-05-24 10:00:00
weekday => Mon 2024-05-20 00:00:00
weekdays => Mon 2024-05-20 00:00:00
first weekday => Mon 2024-05-20 00:00:00
next weekday => Mon 2024-05-20 00:00:00
monday => Mon 2024-05-20 00:00:00
10:00 monday => Mon 2024-05-20 00:00:00
monday 10:00 => Mon 2024-05-20 10:00:00
+1 friday 10:00 => Fri 2024-05-17 10:00:00
10:00 +1 friday => Fri 2024-05-17 10:00:00
second friday => Fri 2024-05-31 00:00:00
last weekday => Thu 2024-05-16 00:00:00
+2 weekday => Tue 2024-05-21 13:14:15
noon +2 monday => Mon 2024-05-27 12:00:00
1 sat ago => Sat 2024-05-11 13:14:15
this sat => Sat 2024-05-18 00:00:00
last sat of june => Sat 2024-06-29 00:00:00
11:00 first sat of june => Sat 2024-06-01 00:00:00
first sat of june 11:00 => Sat 2024-06-01 11:00:00
tomorrow monday => Tue 2024-05-21 00:00:00
monday tomorrow => Tue 2024-05-21 00:00:00
noon monday => Mon 2024-05-20 00:00:00
