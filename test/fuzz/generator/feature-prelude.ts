/** Classes and functions that the statements of features.ts and flow-features.ts use. */
export const FEATURE_PRELUDE = `class Typed {
    public int $n = 0; public ?float $f = null; public int|string $u = 0; public ?Typed $next = null; public array $a = [];
    public static int $count = 0; public static array $bag = [];
    public function __construct(public readonly int $id = 1, public readonly ?array $data = null, protected mixed $secret = 5) { self::$count++; }
    public function bump(): static { $this->n++; return $this; }
    public function &ref(string $k) { return $this->a[$k]; }
    public function with(int $id): static { $c = clone $this; $c->n = $id; return $c; }
    public function __clone() { $this->a['cloned'] = ($this->a['cloned'] ?? 0) + 1; }
    private function hidden($x) { return $this->secret . $x; }
    public function callHidden($x) { return $this->hidden($x); }
    public function sum(...$xs) { $s = 0; foreach ($xs as $x) { $s += $x; } return $s; }
}
class Magic implements ArrayAccess, IteratorAggregate, Countable {
    private $d = []; public $log = 0; public $gone = 1;
    public function __get($k) { $this->log++; return $this->d[$k] ?? null; }
    public function __set($k, $v) { $this->log += 2; $this->d[$k] = $v; }
    public function __isset($k) { return isset($this->d[$k]); }
    public function __unset($k) { unset($this->d[$k]); }
    public function __call($m, $a) { return $m . count($a) . (count($a) > 0 ? gettype($a[0]) : ''); }
    public static function __callStatic($m, $a) { return 'static' . $m . count($a); }
    public function __invoke($x = 1, ...$r) { return [$x, count($r)]; }
    public function offsetExists(mixed $k): bool { return isset($this->d[$k]); }
    public function offsetGet(mixed $k): mixed { return $this->d[$k] ?? "no $k"; }
    public function offsetSet(mixed $k, mixed $v): void { if ($k === null) $this->d[] = $v; else $this->d[$k] = $v; }
    public function offsetUnset(mixed $k): void { unset($this->d[$k]); }
    public function getIterator(): Iterator { foreach ($this->d as $k => $v) { yield $k => $v; } }
    public function count(): int { return count($this->d); }
}
class Steps implements Iterator {
    private $i = 0;
    public function __construct(private int $n) {}
    public function current(): mixed { return $this->i * 2; }
    public function key(): mixed { return 'k' . $this->i; }
    public function next(): void { $this->i++; }
    public function rewind(): void { $this->i = 0; }
    public function valid(): bool { return $this->i < $this->n; }
}
class Throwing { public function __construct(public $n = 0) {} public function __destruct() { if ($this->n % 3 == 1) throw new LogicException('destroyed' . $this->n); echo 'D', $this->n, "\\n"; } }
enum Suit: string { case A = 'a'; case B = 'b'; const C = self::B; public function next(): self { return match ($this) { self::A => self::B, self::B => self::A }; } public static function pick(int $n): self { return $n & 1 ? self::A : self::C; } }
trait Counts { private int $c = 0; public static $all = 0; public function hit($by = 1) { $this->c += $by; static::$all++; static $calls = 0; return [$this->c, ++$calls]; } abstract function who(); }
abstract class Base { use Counts; public function who() { return static::class; } public static function create(...$a): static { return new static(...$a); } public function tpl($x) { return $this->step($x) + 1; } abstract protected function step($x); }
final class Left extends Base { protected function step($x) { return $x * 2; } }
final class Right extends Base { protected function step($x) { return is_int($x) ? $x - 1 : 0.5; } public function who() { return 'R' . parent::who(); } }
function deep($n, $what) { try { if ($n <= 0) { throw new RuntimeException("deep$what"); } return deep($n - 1, $what) + 1; } finally { if ($n == 2) echo "F$n "; } }
function override($n) { foreach ([1, 2, 3] as $x) { try { if ($n == 4) continue; if ($x == $n) return "try$x"; if ($n > 5) throw new Exception('lost'); } finally { if ($n > 6) return 'finally'; } } return 'end'; }
function fib($n) { return $n < 2 ? $n : fib($n - 1) + fib($n - 2); }
function down($n) { return $n <= 0 ? 0 : 1 + down($n - 1); }
function isEven($n) { return $n == 0 ? true : isOdd($n - 1); }
function isOdd($n) { return $n == 0 ? false : isEven($n - 1); }
function ack($m, $n) { return $m == 0 ? $n + 1 : ($n == 0 ? ack($m - 1, 1) : ack($m - 1, ack($m, $n - 1))); }
function names() { $out = []; foreach (debug_backtrace() as $f) { $out[] = ($f['class'] ?? '') . $f['function'] . ($f['line'] ?? '-') . count($f['args'] ?? []); } return implode('<', $out); }
function seen($x, $y = 2) { $x = 'changed'; return names() . json_encode(func_get_args()); }
function traced($n) { if ($n > 2) { throw new DomainException("t$n"); } return $n; }
function swap(&$a, &$b) { [$a, $b] = [$b, $a]; }
function addTo(array &$list, ...$more) { foreach ($more as $m) { $list[] = $m; } return count($list); }
function named(int $a = 1, $b = 'b', ...$rest) { return "$a|" . (is_scalar($b) ? $b : gettype($b)) . '|' . json_encode($rest); }
function &pick(array &$list, $k) { return $list[$k]; }
function counter() { static $n = 0, $list = []; $list[] = ++$n; return count($list) > 5 ? array_sum($list) : $n; }
function numbers($n) { $sum = 0; try { for ($i = 0; $i < $n; $i++) { $got = yield $i => $sum; if ($got === 'stop') return $sum; $sum += is_int($got) ? $got : $i; } } catch (LogicException $e) { yield 'caught' => $e->getMessage(); } finally { echo "fin$sum "; } return $sum; }
function chain($n) { $r = yield from numbers($n); yield 'r' => $r; foreach (numbers(2) as $k => $v) { yield $k => $v + 1; } return $r; }
function evens(iterable $it) { foreach ($it as $x) { if (is_int($x) && $x % 2 == 0) yield $x; } }
function mapped(iterable $it, callable $f) { foreach ($it as $k => $x) { yield $k => $f($x); } }
function &refs(array &$a) { foreach ($a as $k => &$v) { yield $k => $v; } }
function strict(int $x): int { return $x; }
function plus($a, $b) { return $a + $b; }
function lt($a, $b) { return $a < $b; }
function apply(callable $f, ...$a) { return $f(...$a); }`;
