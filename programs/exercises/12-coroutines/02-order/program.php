<?php
go(function () { echo "a1\n"; Co::sleep(0.2); echo "a2\n"; });
go(function () { echo "b1\n"; Co::sleep(0.1); echo "b2\n"; go(function () { echo "c\n"; }); echo "b3\n"; });
go(function () { echo "d\n"; });
echo "main ends\n";
