<?php
// Two coroutines. go() pushes the closure's frame on a vm_stack of its own and runs it at once, until co::sleep suspends
// it in the middle of its op_array; then go() returns here. The scheduler resumes each when its second is over.
// Real PHP needs the Swoole extension for this; corovm has it built in. `--virtual-time` makes the second pass at once.
go(function () {
    echo "coro 1 start\n";
    co::sleep(1);
    echo "coro 1 exit\n";
});
echo "main flag\n";
go(function () {
    echo "coro 2 start\n";
    co::sleep(1);
    echo "coro 2 exit\n";
});
echo "main end\n";
