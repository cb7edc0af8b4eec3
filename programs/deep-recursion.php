<?php
// A million calls deep. Frames lie on the pages of the vm_stack and are linked
// by prev_execute_data; the stack of the host machine is not used. So the only
// bound is memory.

ini_set('memory_limit', '-1');

function depth(int $n): int
{
    return $n === 0 ? 0 : 1 + depth($n - 1);
}

echo depth(1_000_000), "\n";

// Two functions that call each other.
function isEven(int $n): bool
{
    return $n === 0 || isOdd($n - 1);
}

function isOdd(int $n): bool
{
    return $n !== 0 && isEven($n - 1);
}

var_dump(isEven(500_000));

// Methods, and an exception that flies through 100,000 frames.
final class Diver
{
    public function dive(int $metres): never
    {
        if ($metres === 0) {
            throw new UnderflowException('the bottom');
        }
        $this->dive($metres - 1);
    }
}

try {
    (new Diver())->dive(100_000);
} catch (UnderflowException $e) {
    echo $e->getMessage(), ', ', count($e->getTrace()), " frames\n";
}
