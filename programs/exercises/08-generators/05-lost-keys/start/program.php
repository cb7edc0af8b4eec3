<?php
function small() { yield 1; yield 2; }
function big() { yield 10; yield 20; yield 30; }
function all() {
    yield from small();
    yield from big();
}
echo implode(' ', iterator_to_array(all())), "\n";
