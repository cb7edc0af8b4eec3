<?php
$count = [];
foreach (explode(' ', 'a rose is a rose is a rose') as $word) {
    $count[$word] = $count[$word] + 1;
}
foreach ($count as $word => $n) {
    echo "$word $n\n";
}
