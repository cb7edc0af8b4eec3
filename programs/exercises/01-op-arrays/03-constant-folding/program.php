<?php
echo 2 * 3 + 1;
echo $x * 2 * 3;
echo $x * (2 * 3);
