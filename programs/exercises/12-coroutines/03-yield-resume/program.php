<?php
$one = go(function () {
    echo "1: begin\n";
    Co::yield();
    echo "1: middle\n";
    Co::yield();
    echo "1: end\n";
});
echo "main resumes 1\n";
Co::resume($one);
echo "main again\n";
go(function () use ($one) {
    echo "2: resumes 1\n";
    Co::resume($one);
    echo "2: ", Co::exists($one) ? 'alive' : 'gone', "\n";
});
echo "main ends\n";
