<?php
// The smallest program: what `corovm run` needs before it can say anything.
echo "Hello, world!\n";
