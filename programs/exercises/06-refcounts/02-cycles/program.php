<?php
class Node { public $self; function __destruct() { echo "gone\n"; } }
$a = new Node;
$a->self = $a;
$w = WeakReference::create($a);
unset($a);
echo $w->get() === null ? 'null' : 'alive', "\n";
echo gc_collect_cycles(), "\n";
echo $w->get() === null ? 'null' : 'alive', "\n";
$b = new Node;
unset($b);
echo gc_collect_cycles(), "\n";
