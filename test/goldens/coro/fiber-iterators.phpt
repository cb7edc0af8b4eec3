--TEST--
suspending in Iterator methods, IteratorAggregate and SPL wrappers
--FILE--
<?php
class Chatty implements Iterator {
    private int $i = 0;
    function __construct(private array $items, private string $name) {}
    private function tell($what) { Fiber::suspend("$this->name.$what"); }
    function current(): mixed { $this->tell('current'); return $this->items[$this->i]; }
    function key(): mixed { $this->tell('key'); return $this->i; }
    function next(): void { $this->tell('next'); $this->i++; }
    function rewind(): void { $this->tell('rewind'); $this->i = 0; }
    function valid(): bool { $this->tell('valid'); return $this->i < count($this->items); }
}
class Agg implements IteratorAggregate {
    function getIterator(): Iterator { Fiber::suspend('agg.getIterator'); return new Chatty(['p'], 'agg'); }
}
function run(callable $body) {
    $f = new Fiber($body);
    $out = [];
    $v = $f->start();
    while (!$f->isTerminated()) { $out[] = $v; $v = $f->resume(); }
    echo implode(' ', $out), "\n  => ", json_encode($f->getReturn()), "\n";
}
run(function () { $r = []; foreach (new Chatty(['a', 'b'], 'it') as $k => $v) $r[$k] = $v; return $r; });
run(fn() => iterator_to_array(new Agg));
run(fn() => [...new Agg, ...new Chatty([7], 'spread')]);
run(fn() => iterator_count(new IteratorIterator(new Chatty([1, 2], 'ii'))));
run(fn() => iterator_to_array(new LimitIterator(new Chatty([1, 2, 3], 'lim'), 1, 1), false));
run(function () { $a = new AppendIterator; $a->append(new Chatty([1], 'a1')); $a->append(new Chatty([2], 'a2')); return iterator_to_array($a, false); });
run(fn() => iterator_to_array(new CallbackFilterIterator(new ArrayIterator([1, 2, 3]), function ($v, $k) { Fiber::suspend("accept $k=>$v"); return $v & 1; })));
run(function () { $m = new MultipleIterator; $m->attachIterator(new Chatty([1], 'm1')); $m->attachIterator(new ArrayIterator(['x'])); $r = []; foreach ($m as $vs) $r[] = $vs; return $r; });
run(function () { $c = new CachingIterator(new Chatty(['x', 'y'], 'c')); $r = []; foreach ($c as $v) $r[] = $v . ($c->hasNext() ? ',' : '.'); return $r; });
run(function () { [$a, $b] = [1, 2]; $n = 0; $it = new Chatty([3, 4], 'ap'); $c = iterator_apply($it, function () use ($it, &$n) { $n += $it->current(); Fiber::suspend("n=$n"); return true; }); return [$c, $n]; });
run(function () { function g() { yield from new Agg; yield from new Chatty(['z'], 'yf'); } $r = []; foreach (g() as $k => $v) $r[] = "$k$v"; return $r; });
--EXPECT--
it.rewind it.valid it.current it.key it.next it.valid it.current it.key it.next it.valid
  => ["a","b"]
agg.getIterator agg.rewind agg.valid agg.current agg.key agg.next agg.valid
  => ["p"]
agg.getIterator agg.rewind agg.valid agg.current agg.key agg.next agg.valid spread.rewind spread.valid spread.current spread.key spread.next spread.valid
  => ["p",7]
ii.rewind ii.valid ii.current ii.key ii.next ii.valid ii.current ii.key ii.next ii.valid
  => 2
lim.rewind lim.valid lim.next lim.valid lim.valid lim.current lim.key lim.next
  => [2]
a1.rewind a1.valid a1.current a1.key a1.valid a1.valid a1.rewind a1.valid a1.current a1.key a1.valid a1.current a1.key a1.valid a1.next a1.valid a2.rewind a2.valid a2.current a2.key a2.valid a2.current a2.key a2.valid a2.next a2.valid
  => [1,2]
accept 0=>1 accept 1=>2 accept 2=>3
  => {"0":1,"2":3}
m1.rewind m1.valid m1.valid m1.current m1.next m1.valid
  => [[1,"x"]]
c.rewind c.valid c.current c.key c.next c.valid c.valid c.current c.key c.next c.valid c.valid
  => ["x,","y."]
ap.rewind ap.valid ap.current n=3 ap.next ap.valid ap.current n=7 ap.next ap.valid
  => [2,7]
agg.getIterator agg.rewind agg.valid agg.current agg.key agg.next agg.valid yf.rewind yf.valid yf.current yf.key yf.next yf.valid
  => ["0p","0z"]
