<?php
$c = $a . $b . "!";
echo $c;
