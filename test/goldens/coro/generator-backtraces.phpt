--TEST--
backtraces in generators and through yield from
--FILE--
<?php
function show() { foreach (debug_backtrace() as $f) echo $f['function'], '(', implode(',', array_map('json_encode', $f['args'])), '):', $f['line'] ?? '-', ' '; echo "\n"; }
function inner($x) { show(); yield $x;
    show(); yield $x + 1; throw new Exception("inner $x"); }
function middle($x) { yield from inner($x); }
function outer(...$x) { yield 0;
    yield from middle(...$x); }
function drive(Generator $g) { $g->next(); return $g; }
$g = drive(outer(5)); $g->next();
try { $g->next(); } catch (Exception $e) { echo $e->getTraceAsString(), "\n"; }
class K { function gen() { yield from $this->priv(); } private function priv() { yield $this->loc(); } private function loc() { debug_print_backtrace(); return 1; } static function st() { yield from (new static)->gen(); } }
foreach (K::st() as $v); 
$e = (function () { yield new Exception('made in generator'); })()->current(); echo $e->getTraceAsString(), "\n";
function thrown() { try { yield; } catch (Exception $e) { throw new LogicException('converted', 0, $e); } }
$t = thrown(); $t->current(); try { (function () use ($t) { $t->throw(new Exception('orig')); })(); } catch (LogicException $e) { echo $e->getTraceAsString(), "\n--\n", $e->getPrevious()->getTraceAsString(), "\n"; }
echo iterator_count((function () { debug_print_backtrace(); yield 1; })()), "\n";
array_map(null, iterator_to_array((function () { yield from (function () { debug_print_backtrace(); yield 1; })(); })()));
$shared = inner(9); $a = (function () use ($shared) { yield from $shared; })(); $b = (function () use ($shared) { yield from $shared; })(); $a->current(); $b->next();
--EXPECTF--
show():3 inner(5):5 middle(5):7 outer(5):- next():8 drive({}):9 
show():4 inner(5):5 middle(5):7 outer(5):- next():9 
#0 %s(5): inner(5)
#1 %s(7): middle(5)
#2 [internal function]: outer(5)
#3 %s(10): Generator->next()
#4 {main}
#0 %s(11): K->loc()
#1 %s(11): K->priv()
#2 %s(11): K->gen()
#3 %s(12): K::st()
#0 [internal function]: {closure}()
#1 %s(13): Generator->current()
#2 {main}
#0 [internal function]: thrown()
#1 %s(15): Generator->throw(Object(Exception))
#2 %s(15): {closure}()
#3 {main}
--
#0 %s(15): {closure}()
#1 {main}
#0 [internal function]: {closure}()
#1 %s(16): iterator_count(Object(Generator))
1
#0 %s(17): {closure}()
#1 [internal function]: {closure}()
#2 %s(17): iterator_to_array(Object(Generator))
show():3 inner(9):18 {closure}():- current():18 
show():4 inner(9):18 {closure}():- next():18
