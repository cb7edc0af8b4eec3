<?php
function count_up($n) {
    yield $n;
    yield 'end';
}
