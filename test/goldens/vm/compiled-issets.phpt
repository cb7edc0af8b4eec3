--TEST--
isset(), empty(), ?? and unset() of elements of properties in hot methods
--FILE--
<?php
class Reg { private array $map = []; private ?array $maybe = null; public $any; protected array $log = []; public ?Reg $in = null; public int $typed;
 public function has($k): bool { return isset($this->map[$k]); } public function set($k, $v): void { $this->map[$k] = $v; } public function del($k): void { unset($this->map[$k]); }
 public function get($k) { return $this->map[$k] ?? $this->in?->get($k) ?? 'none'; } public function no($k): bool { return empty($this->map[$k]); }
 public function m($i): string { if ($i === 250) $this->maybe = ['a' => null, 'b' => 0, 'c' => '0', 'd' => [1]]; if ($i === 280) { $r = &$this->maybe; $r['e'] = 1; } if ($i === 290) $this->maybe = null; return (isset($this->maybe['a']) ? 1 : 0) . (isset($this->maybe['b']) ? 1 : 0) . (empty($this->maybe['c']) ? 1 : 0) . (empty($this->maybe['d']) ? 1 : 0) . (isset($this->maybe['d'][0]) ? 1 : 0) . ($this->maybe['zz'] ?? 'q') . count($this->maybe ?? []); }
 public function anyOf($i) { $this->any = match (true) { $i < 200 => [$i], $i < 210 => 'text', $i < 220 => null, $i < 230 => new ArrayObject([1]), default => 5 }; return (isset($this->any[0]) ? 'y' : 'n') . (empty($this->any[0]) ? 'e' : 'f') . (isset($this->typed) ? 't' : '-') . ($this->typed ?? 'u'); }
 public function __isset($n) { echo "isset $n\n"; return true; } public function __get($n) { echo "get $n\n"; return ['z' => 1]; } public function magic($i) { if ($i === 298) unset($this->log); return isset($this->log['z']) . ($this->log['z'] ?? 'w') . ($this->nope['z'] ?? ''); } }
$r = new Reg(); $o = ''; for ($i = 0; $i < 500; $i++) { $r->set($i % 40, $i % 3 ? $i : null); $r->set("k$i", $i); $o .= ($r->has($i % 60) ? 1 : 0) . $r->get("k" . ($i - 5)) . ($r->no($i % 50) ? 'E' : '') . $r->get($i % 45); if ($i % 7 === 0) { $r->del($i % 40); $r->del('k' . ($i - 3)); $r->del('nope'); } if ($i === 300) $r->in = new Reg(); } echo md5($o), "\n";
$o = ''; for ($i = 0; $i < 300; $i++) $o .= $r->m($i); echo md5($o), "\n"; $o = ''; for ($i = 0; $i < 300; $i++) { if ($i === 240) $r->typed = 4; $o .= $r->anyOf($i); } echo md5($o), "\n";
ob_start(); for ($i = 0; $i < 300; $i++) echo $r->magic($i); echo md5(ob_get_clean()), "\n";
--EXPECTF--
050156df12ad7c93e1f8d5dd094bd8d2
fd11b4683fb5b81f7aa8ca1f33913b79
063f81052c97af3be57f6a0b76842eb3
1ea240a5eb8ba972da146c1a15484d93
