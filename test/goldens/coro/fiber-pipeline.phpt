--TEST--
lazy pipelines, back pressure and fan-out with fibers
--FILE--
<?php
class Pipe {
    private function __construct(private Fiber $f) {}
    static function from(iterable $it): self { return new self(new Fiber(function () use ($it) { foreach ($it as $v) Fiber::suspend([$v]); return null; })); }
    function pull(): ?array { return $this->f->isTerminated() ? null : ($this->f->isStarted() ? $this->f->resume() : $this->f->start()); }
    private function stage(callable $body): self { return new self(new Fiber(function () use ($body) { while ($x = $this->pull()) $body($x[0], fn($v) => Fiber::suspend([$v])); return null; })); }
    function map(callable $f): self { return $this->stage(fn($v, $emit) => $emit($f($v))); }
    function filter(callable $f): self { return $this->stage(fn($v, $emit) => $f($v) ? $emit($v) : null); }
    function flatMap(callable $f): self { return $this->stage(function ($v, $emit) use ($f) { foreach ($f($v) as $w) $emit($w); }); }
    function take(int $n): self { return new self(new Fiber(function () use ($n) { while ($n-- > 0 && $x = $this->pull()) Fiber::suspend($x); return null; })); }
    function chunk(int $n): self { return new self(new Fiber(function () use ($n) { $c = []; while ($x = $this->pull()) { $c[] = $x[0]; if (count($c) === $n) { Fiber::suspend([$c]); $c = []; } } if ($c) Fiber::suspend([$c]); return null; })); }
    function toArray(): array { $r = []; while ($x = $this->pull()) $r[] = $x[0]; return $r; }
}
function naturals() { for ($i = 0; ; $i++) { if ($i % 10 === 0) echo "(make $i)"; yield $i; } }
echo json_encode(Pipe::from(naturals())->filter(fn($x) => $x % 3 === 0)->map(fn($x) => $x ** 2)->take(6)->toArray()), "\n";
echo json_encode(Pipe::from(naturals())->flatMap(fn($x) => array_fill(0, $x, $x))->chunk(4)->take(3)->toArray()), "\n";
echo json_encode(Pipe::from(['a,b', 'c', '', 'd,e,f'])->flatMap(fn($l) => explode(',', $l))->filter('strlen')->map(strtoupper(...))->chunk(2)->toArray()), "\n";
// tokenizer, parser and evaluator as three coroutines
function tokens(string $s) { foreach (preg_split('~\s*([-+*/()])\s*|\s+~', $s, -1, PREG_SPLIT_DELIM_CAPTURE | PREG_SPLIT_NO_EMPTY) as $t) Fiber::suspend($t); Fiber::suspend('end'); }
class Parser {
    private Fiber $lexer; private string $tok;
    function __construct(string $s) { $this->lexer = new Fiber('tokens'); $this->tok = $this->lexer->start($s); }
    private function next(): string { $t = $this->tok; $this->tok = $this->lexer->resume() ?? 'end'; return $t; }
    function expr(): int|float { $v = $this->term(); while (in_array($this->tok, ['+', '-'])) { $op = $this->next(); $r = $this->term(); $v = $op === '+' ? $v + $r : $v - $r; } return $v; }
    private function term(): int|float { $v = $this->factor(); while (in_array($this->tok, ['*', '/'])) { $op = $this->next(); $r = $this->factor(); $v = $op === '*' ? $v * $r : $v / $r; } return $v; }
    private function factor(): int|float { if ($this->tok === '(') { $this->next(); $v = $this->expr(); if ($this->next() !== ')') throw new ParseError('expected )'); return $v; } if ($this->tok === '-') { $this->next(); return -$this->factor(); } if (!is_numeric($this->tok)) throw new ParseError("unexpected $this->tok"); return $this->next() + 0; }
}
foreach (['1 + 2 * 3', '(1+2)*3 - -4/2', '2*(3+(4-1)*2', '7 / (2 - 2)', '1 + * 2'] as $e) try { echo "$e = ", (new Parser($e))->expr(), "\n"; } catch (Error $x) { echo "$e: ", get_class($x), ' ', $x->getMessage(), "\n"; }
--EXPECT--
(make 0)(make 10)[0,9,36,81,144,225]
(make 0)[[1,2,2,3],[3,3,4,4],[4,4,5,5]]
[["A","B"],["C","D"],["E","F"]]
1 + 2 * 3 = 7
(1+2)*3 - -4/2 = 11
2*(3+(4-1)*2 = 2*(3+(4-1)*2: ParseError expected )
7 / (2 - 2) = 7 / (2 - 2): DivisionByZeroError Division by zero
1 + * 2 = 1 + * 2: ParseError unexpected *
