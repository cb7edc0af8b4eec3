<?php
go(function () {
    echo "outer begins\n";
    go(function () {
        echo "inner begins\n";
        Co::sleep(0.1);
        echo "inner ends\n";
    });
    echo "outer goes on\n";
    Co::sleep(0.2);
    echo "outer ends\n";
});
echo "main goes on\n";
