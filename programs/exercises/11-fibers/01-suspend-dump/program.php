<?php
function wait_for($what) {
    return Fiber::suspend($what);
}
