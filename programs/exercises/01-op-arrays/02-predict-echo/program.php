<?php
$a = 2;
echo $a * 3;
