<?php
$n = 5;
go(function () use ($n) {
    echo $n;
});
echo "end";
