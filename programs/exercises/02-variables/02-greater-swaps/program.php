<?php
if ($a > 3) echo "big";
return $a;
