<?php
function twice($n)
{
    return $n * 2;
}
echo twice(21);
