<?php
function echo_server() {
    $x = yield $y;
    return $x;
}
