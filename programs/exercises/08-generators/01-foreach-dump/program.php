<?php
foreach ($list as $x) {
    echo $x;
}
