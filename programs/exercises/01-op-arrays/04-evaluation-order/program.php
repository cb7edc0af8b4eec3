<?php
$i = 1;
echo $i + $i++, "\n";
$j = 1;
echo $j++ + $j, "\n";
$k = 1;
echo $k + $k + $k++, "\n";
