--TEST--
what is destroyed when: nested frames, generators, finally blocks, the fiber's own object
--FILE--
<?php
class N { function __construct(public string $n) { } function __destruct() { echo "  ~$this->n\n"; } }
function frame(int $d) {
    $local = new N("frame$d");
    try { if ($d) frame($d - 1); else Fiber::suspend(new N('suspended value')); }
    finally { echo "  finally $d\n"; }
}
function gen() { $g = new N('gen'); try { yield 1; Fiber::suspend('in gen'); yield 2; } finally { echo "  gen finally\n"; } }
echo "frames\n";
$f = new Fiber('frame');
$v = $f->start(2);
unset($f); echo "unset f\n"; unset($v);
echo "generator under way\n";
$f = new Fiber(function () { $o = new N('outer'); try { foreach (gen() as $x) echo "  got $x\n"; } finally { echo "  fiber finally\n"; } });
$f->start();
$f = null;
echo "generator kept by someone else\n";
$g = gen();
$f = new Fiber(function () use ($g) { try { foreach ($g as $x); } finally { echo "  fiber finally\n"; } });
$f->start();
$f = null;
var_dump($g->valid());
unset($g);
echo "args, extra args, statics, symbol table\n";
$f = new Fiber(function ($a) { extract(['dyn' => new N('extracted')]); $$a = new N('variable variable'); Fiber::suspend(func_get_args()); });
$f->start('vv', new N('extra arg'));
$f = null;
echo "this and closure\n";
class Owner { public $f; function __construct() { $n = new N('bound'); $this->f = new Fiber(function () use ($n) { Fiber::suspend(); }); $this->f->start(); } function __destruct() { echo "  ~owner\n"; } }
$o = new Owner;
$o = null;
echo "collected? ", gc_collect_cycles() > 0 ? 'yes' : 'no', "\n";
echo "return value\n";
$f = new Fiber(fn() => new N('returned'));
$f->start();
$r = $f->getReturn();
$f = null; echo "fiber gone\n"; $r = null;
echo "end\n";
--EXPECT--
frames
  finally 0
  ~frame0
  finally 1
  ~frame1
  finally 2
  ~frame2
unset f
  ~suspended value
generator under way
  got 1
  gen finally
  ~gen
  fiber finally
  ~outer
generator kept by someone else
  gen finally
  ~gen
  fiber finally
bool(false)
args, extra args, statics, symbol table
  ~extracted
  ~variable variable
  ~extra arg
this and closure
collected?   ~bound
  ~owner
yes
return value
fiber gone
  ~returned
end
