<?php
go(function () {
    Co::defer(function () { echo "close file\n"; });
    Co::defer(function () { Co::sleep(0.1); echo "unlock in ", Co::getCid(), "\n"; });
    go(function () { echo "child ", Co::getCid(), " of ", Co::getPcid(), "\n"; });
    echo "body ends\n";
});
echo "main ends\n";
