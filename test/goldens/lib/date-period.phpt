--TEST--
DatePeriod: three ways of making one, iteration, properties, serialization
--FILE--
<?php
date_default_timezone_set('UTC');
$s=new DateTime('2020-01-01'); $i=new DateInterval('P1D'); $e=new DateTime('2020-01-04');
$p=new DatePeriod($s,$i,$e); var_dump($p); print_r($p); echo serialize($p),"\n"; var_export($p); echo "\n";
$p2=unserialize(serialize($p)); foreach($p2 as $k=>$d) echo $k,$d->format('c'),"\n"; var_dump($p2==$p);
foreach(new DatePeriod($s,$i,3,DatePeriod::EXCLUDE_START_DATE) as $k=>$d) echo $k,' ',$d->format('c'),"\n";
foreach(new DatePeriod($s,$i,$e,DatePeriod::INCLUDE_END_DATE) as $k=>$d) echo $k,' ',$d->format('c'),"\n";
foreach(new DatePeriod($s,$i,$e,3) as $k=>$d) echo $k,' ',$d->format('c'),"\n";
foreach(new DatePeriod($s,$i,2,DatePeriod::INCLUDE_END_DATE) as $k=>$d) echo $k,' ',$d->format('c'),"\n";
$p3=new DatePeriod('R2/2012-07-01T00:00:00Z/P7D', DatePeriod::EXCLUDE_START_DATE); var_dump($p3->getEndDate(), $p3->getRecurrences(), $p3->recurrences); foreach($p3 as $k=>$d) echo $k,' ',$d->format('c e'),"\n";
$p4=new DatePeriod('R1/2012-07-01T00:00:00Z/2012-09-01T00:00:00Z/P7D') ; foreach($p4 as $k=>$d) echo $k,' ',$d->format('c e'),"\n";
try { unserialize('O:10:"DatePeriod":0:{}'); } catch (Throwable $t) { echo get_class($t),': ',$t->getMessage(),"\n"; }
try { DatePeriod::__set_state([]); } catch (Throwable $t) { echo get_class($t),': ',$t->getMessage(),"\n"; }
foreach ($p as $d) {}
var_dump($p->current);
$it=$p->getIterator(); $it->rewind(); var_dump($it->current()===$it->current());
foreach ([['x'], [$s, $i], [$s, $i, 'x'], [$s, $i, 0], ['R/2012-07-01T00:00:00Z/P7D'], ['2012-07-01T00:00:00Z/P7D'], ['R3/P7D'], ['R3/2012-07-01T00:00:00Z']] as $a) {
    try {
        new DatePeriod(...$a);
    } catch (Throwable $t) {
        echo get_class($t), ': ', $t->getMessage(), "\n";
    }
}
foreach (['start', 'recurrences'] as $n) {
    try {
        $p->$n = 1;
    } catch (Error $t) {
        echo $t->getMessage(), "\n";
    }
    try {
        $r = &$p->$n;
    } catch (Error $t) {
        echo $t->getMessage(), "\n";
    }
    var_dump(isset($p->$n));
}
class D2 extends DateTimeImmutable {}
foreach (new DatePeriod(new D2('2020-02-02'), DateInterval::createFromDateString('next friday'), 2) as $d) {
    echo get_class($d), $d->format(' D Y-m-d'), "\n";
}
--EXPECTF--
object(DatePeriod)#4 (7) {
  ["start"]=>
  object(DateTime)#5 (3) {
    ["date"]=>
    string(26) "2020-01-01 00:00:00.000000"
    ["timezone_type"]=>
    int(3)
    ["timezone"]=>
    string(3) "UTC"
  }
  ["current"]=>
  NULL
  ["end"]=>
  object(DateTime)#6 (3) {
    ["date"]=>
    string(26) "2020-01-04 00:00:00.000000"
    ["timezone_type"]=>
    int(3)
    ["timezone"]=>
    string(3) "UTC"
  }
  ["interval"]=>
  object(DateInterval)#7 (10) {
    ["y"]=>
    int(0)
    ["m"]=>
    int(0)
    ["d"]=>
    int(1)
    ["h"]=>
    int(0)
    ["i"]=>
    int(0)
    ["s"]=>
    int(0)
    ["f"]=>
    float(0)
    ["invert"]=>
    int(0)
    ["days"]=>
    bool(false)
    ["from_string"]=>
    bool(false)
  }
  ["recurrences"]=>
  int(1)
  ["include_start_date"]=>
  bool(true)
  ["include_end_date"]=>
  bool(false)
}
DatePeriod Object
(
    [start] => DateTime Object
        (
            [date] => 2020-01-01 00:00:00.000000
            [timezone_type] => 3
            [timezone] => UTC
        )

    [current] => 
    [end] => DateTime Object
        (
            [date] => 2020-01-04 00:00:00.000000
            [timezone_type] => 3
            [timezone] => UTC
        )

    [interval] => DateInterval Object
        (
            [y] => 0
            [m] => 0
            [d] => 1
            [h] => 0
            [i] => 0
            [s] => 0
            [f] => 0
            [invert] => 0
            [days] => 
            [from_string] => 
        )

    [recurrences] => 1
    [include_start_date] => 1
    [include_end_date] => 
)
O:10:"DatePeriod":7:{s:5:"start";O:8:"DateTime":3:{s:4:"date";s:26:"2020-01-01 00:00:00.000000";s:13:"timezone_type";i:3;s:8:"timezone";s:3:"UTC";}s:7:"current";N;s:3:"end";O:8:"DateTime":3:{s:4:"date";s:26:"2020-01-04 00:00:00.000000";s:13:"timezone_type";i:3;s:8:"timezone";s:3:"UTC";}s:8:"interval";O:12:"DateInterval":10:{s:1:"y";i:0;s:1:"m";i:0;s:1:"d";i:1;s:1:"h";i:0;s:1:"i";i:0;s:1:"s";i:0;s:1:"f";d:0;s:6:"invert";i:0;s:4:"days";b:0;s:11:"from_string";b:0;}s:11:"recurrences";i:1;s:18:"include_start_date";b:1;s:16:"include_end_date";b:0;}
\DatePeriod::__set_state(array(
   'start' => 
  \DateTime::__set_state(array(
     'date' => '2020-01-01 00:00:00.000000',
     'timezone_type' => 3,
     'timezone' => 'UTC',
  )),
   'current' => NULL,
   'end' => 
  \DateTime::__set_state(array(
     'date' => '2020-01-04 00:00:00.000000',
     'timezone_type' => 3,
     'timezone' => 'UTC',
  )),
   'interval' => 
  \DateInterval::__set_state(array(
     'y' => 0,
     'm' => 0,
     'd' => 1,
     'h' => 0,
     'i' => 0,
     's' => 0,
     'f' => 0.0,
     'invert' => 0,
     'days' => false,
     'from_string' => false,
  )),
   'recurrences' => 1,
   'include_start_date' => true,
   'include_end_date' => false,
))
02020-01-01T00:00:00+00:00
12020-01-02T00:00:00+00:00
22020-01-03T00:00:00+00:00
bool(false)
0 2020-01-02T00:00:00+00:00
1 2020-01-03T00:00:00+00:00
2 2020-01-04T00:00:00+00:00
0 2020-01-01T00:00:00+00:00
1 2020-01-02T00:00:00+00:00
2 2020-01-03T00:00:00+00:00
3 2020-01-04T00:00:00+00:00
0 2020-01-02T00:00:00+00:00
1 2020-01-03T00:00:00+00:00
2 2020-01-04T00:00:00+00:00
0 2020-01-01T00:00:00+00:00
1 2020-01-02T00:00:00+00:00
2 2020-01-03T00:00:00+00:00
3 2020-01-04T00:00:00+00:00
NULL
int(2)
int(2)
0 2012-07-08T00:00:00+00:00 +00:00
1 2012-07-15T00:00:00+00:00 +00:00
0 2012-07-01T00:00:00+00:00 +00:00
1 2012-07-08T00:00:00+00:00 +00:00
2 2012-07-15T00:00:00+00:00 +00:00
3 2012-07-22T00:00:00+00:00 +00:00
4 2012-07-29T00:00:00+00:00 +00:00
5 2012-08-05T00:00:00+00:00 +00:00
6 2012-08-12T00:00:00+00:00 +00:00
7 2012-08-19T00:00:00+00:00 +00:00
8 2012-08-26T00:00:00+00:00 +00:00
Error: Invalid serialization data for DatePeriod object
Error: Invalid serialization data for DatePeriod object
object(DateTime)#26 (3) {
  ["date"]=>
  string(26) "2020-01-04 00:00:00.000000"
  ["timezone_type"]=>
  int(3)
  ["timezone"]=>
  string(3) "UTC"
}
bool(false)
Exception: Unknown or bad format (x)
TypeError: DatePeriod::__construct() accepts (DateTimeInterface, DateInterval, int [, int]), or (DateTimeInterface, DateInterval, DateTime [, int]), or (string [, int]) as arguments
TypeError: DatePeriod::__construct() accepts (DateTimeInterface, DateInterval, int [, int]), or (DateTimeInterface, DateInterval, DateTime [, int]), or (string [, int]) as arguments
Exception: DatePeriod::__construct(): Recurrence count must be greater than 0
Exception: Unknown or bad format (R/2012-07-01T00:00:00Z/P7D)
Exception: DatePeriod::__construct(): ISO interval must contain an end date or a recurrence count, "2012-07-01T00:00:00Z/P7D" given
Exception: DatePeriod::__construct(): ISO interval must contain a start date, "R3/P7D" given
Exception: DatePeriod::__construct(): ISO interval must contain an interval, "R3/2012-07-01T00:00:00Z" given
Cannot modify readonly property DatePeriod::$start
Cannot modify readonly property DatePeriod::$start
bool(true)
Cannot modify readonly property DatePeriod::$recurrences
Cannot modify readonly property DatePeriod::$recurrences
bool(true)
DateTimeImmutable Sun 2020-02-02
DateTimeImmutable Fri 2020-02-07
DateTimeImmutable Fri 2020-02-14
