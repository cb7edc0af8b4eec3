--TEST--
exceptions and destruction with temporaries alive around a yield
--FILE--
<?php
class T { static $n = 0; function __construct(public $id) { self::$n++; } function __destruct() { self::$n--; } function m(...$a) { return $this; } function __toString() { return $this->id; } }
function t($id = 't') { return new T($id); } function id(...$a) { return $a; }
$bodies = [
    'call' => function () { id(t(), [t()], yield, t()); }, 'nested calls' => function () { id(t(), id(t(), id(yield, t()))); }, 'method' => function () { t()->m(t(), yield)->m(t()); },
    'new' => function () { new ArrayObject([t(), yield]); }, 'array' => function () { return [t(), 'k' => t(), yield => t(), ...id(t()), 'y' => yield]; }, 'concat' => function () { return 'a' . t() . (yield) . t(); },
    'rope' => function () { $x = t(); return "a$x{$x->m(yield)}b" . (yield); }, 'foreach' => function () { foreach (id(t(), t()) as $v) foreach (id(t()) as $w) id(t(), yield); },
    'foreach gen' => function () { foreach ((function () { try { yield t(); } finally { t(); } })() as $v) yield $v; }, 'static call' => function () { id(T::class, yield); }, 'closure call' => function () { (fn(...$x) => $x)(t(), yield); },
    'assign' => function () { $a = [t()]; $a[yield] = t(); $a['x']['y'] = [t(), yield]; }, 'list' => function () { [$a, [$b]] = [t(), [yield]]; [$a, $b] = [yield, t()]; }, 'ternary' => function () { return t() ? [t(), yield] : 0; },
    'match' => function () { return match (t()) { yield => 1, default => id(t(), yield) }; }, 'coalesce' => function () { return t()?->m(yield) ?? t(); }, 'try' => function () { try { id(t(), yield); } finally { id(t(), t()); } },
    'catch' => function () { try { throw new Exception; } catch (Exception $e) { id(t(), yield); } }, 'return' => function () { try { return t(); } finally { id(t(), yield); } }, 'clone' => function () { id(clone t(), yield); T::$n++; },
    'compound' => function () { $o = t(); $o->id .= id(t(), yield)[0] ?? ''; }, 'include' => function () { id(t(), eval('return id(t());'), yield); }, 'yield from' => function () { id(t(), yield from [t(), t()]); id(t(), yield from (function () { id(t(), yield); })()); },
    'named' => function () { id(a: t(), b: yield, c: t()); }, 'spread' => function () { id(...[t(), t()], ...[yield]); }, 'callable string' => function () { $f = 'id'; $f(t(), yield); }, 'isset' => function () { isset(t()->m(yield)->x); }, 'echo' => function () { echo substr(t('') . (yield ''), 0, 0); },
];
foreach ($bodies as $name => $body) {
    foreach (['destroy', 'throw', 'run'] as $how) {
        T::$n = 0; $g = $body();
        try { $g->current(); match ($how) { 'destroy' => null, 'throw' => $g->throw(new LogicException), 'run' => iterator_count($g) }; } catch (Throwable $e) { if (!$e instanceof LogicException) echo get_class($e), ' ', $e->getMessage(), ' '; }
        unset($g, $e); echo T::$n, ' ';
    }
    echo $name, "\n";
}
--EXPECT--
0 0 0 call
0 0 0 nested calls
0 0 0 method
0 0 0 new
0 0 0 array
0 0 0 concat
0 0 0 rope
0 0 0 foreach
0 0 0 foreach gen
0 0 0 static call
0 0 0 closure call
0 0 0 assign
0 0 0 list
0 0 0 ternary
0 0 0 match
0 0 0 coalesce
0 0 0 try
0 0 0 catch
0 0 0 return
-1 -1 0 clone
0 0 0 compound
0 0 0 include
0 0 0 yield from
0 0 0 named
0 0 0 spread
0 0 0 callable string
0 0 0 isset
0 0 0 echo
