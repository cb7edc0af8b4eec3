--TEST--
rewinding and traversing generators more than once
--FILE--
<?php
function g() { echo '[start]'; yield 1; yield 2; }
$g = g(); $g->rewind(); $g->rewind(); echo $g->current(); $g->next(); try { $g->rewind(); } catch (Exception $e) { echo ' ', get_class($e), ': ', $e->getMessage(), "\n"; }
$g = g(); foreach ($g as $v) { echo $v; break; } foreach ($g as $v) echo $v; try { foreach ($g as $v) echo 'x'; } catch (Exception $e) { echo ' ', $e->getMessage(), "\n"; }
$g = g(); foreach ($g as $v) { echo $v; if ($v === 2) break; } try { foreach ($g as $v) echo 'x'; } catch (Exception $e) { echo ' ', $e->getMessage(), "\n"; }
function &r() { $x = 1; yield $x; } $g = r(); foreach ($g as &$v) echo $v; unset($v); try { foreach ($g as &$v); } catch (Exception $e) { echo ' ', $e->getMessage(), "\n"; }
function none() { return; yield; } $g = none(); $g->rewind(); var_dump($g->valid(), $g->key(), $g->current()); foreach (none() as $v) echo 'never'; try { foreach ($g as $v); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
function yf() { yield from g(); } $g = yf(); $g->rewind(); echo $g->current(); $g->next(); try { $g->rewind(); } catch (Exception $e) { echo ' ', $e->getMessage(), "\n"; }
$g = g(); try { [...$g]; [...$g]; } catch (Exception $e) { echo ' ', $e->getMessage(), "\n"; }
$g = g(); echo iterator_count($g), ' '; try { iterator_to_array($g); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
$g = (function () { try { yield 1; } catch (Exception $e) { yield 'c'; } })(); echo $g->current(); $g->throw(new Exception); try { $g->rewind(); echo 'rewound?', "\n"; } catch (Exception $e) { echo ' ', $e->getMessage(), "\n"; }
--EXPECT--
[start]1 Exception: Cannot rewind a generator that was already run
[start]112 Cannot traverse an already closed generator
[start]12 Cannot rewind a generator that was already run
1 Cannot traverse an already closed generator
bool(false)
NULL
NULL
Cannot traverse an already closed generator
[start]1 Cannot rewind a generator that was already run
[start] Cannot traverse an already closed generator
[start]2 Cannot traverse an already closed generator
1 Cannot rewind a generator that was already run
