<?php
function three() { yield 'one'; yield 'two'; yield 'three'; }
$seen = 0;
foreach (three() as $k => $v) {
    echo "$k $v\n";
    if (++$seen === 5) break;
}
