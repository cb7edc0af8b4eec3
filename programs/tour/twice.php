<?php
function twice($n)
{
    $r = $n * 2;
    return $r;
}
echo twice(20 + 1), "\n";
