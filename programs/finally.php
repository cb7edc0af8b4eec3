<?php
// finally runs on every way out: the end, return, break, continue, throw. In
// the dump it is FAST_CALL (go there, remember the way back) and FAST_RET.

function returns(): string
{
    try {
        echo "try\n";
        return 'from try';
    } finally {
        echo "finally\n";
    }
}

echo returns(), "\n";

function overrides(): string
{
    try {
        throw new Exception('lost');
    } finally {
        return 'from finally'; // swallows the exception
    }
}

echo overrides(), "\n";

// The value is computed before finally runs.
function computed(): int
{
    $x = 1;
    try {
        return $x;
    } finally {
        $x = 2;
    }
}

echo computed(), "\n";

// break and continue through a finally.
for ($i = 0; $i < 5; $i++) {
    try {
        if ($i === 1) {
            continue;
        }
        if ($i === 3) {
            break;
        }
        echo "body $i\n";
    } finally {
        echo "finally $i\n";
    }
}

// Nested: from the inside out.
function nested(): string
{
    try {
        try {
            try {
                return 'value';
            } finally {
                echo "innermost\n";
            }
        } finally {
            echo "middle\n";
        }
    } finally {
        echo "outermost\n";
    }
}

echo nested(), "\n";

// An exception on its way, and a second one thrown in finally: they are chained.
function chained(): void
{
    try {
        throw new RuntimeException('first');
    } finally {
        throw new LogicException('second');
    }
}

try {
    chained();
} catch (LogicException $e) {
    echo $e->getMessage(), ' after ', $e->getPrevious()->getMessage(), "\n";
}

// catch picks by type, in order; several types in one.
foreach (['DomainException', 'TypeError', 'ErrorException'] as $class) {
    try {
        throw new $class('thrown');
    } catch (LogicException $e) {
        echo "$class is a LogicException\n";
    } catch (TypeError | ArithmeticError $e) {
        echo "$class is one of two errors\n";
    } catch (Throwable) {
        echo "$class is something else\n";
    } finally {
        echo "and on\n";
    }
}

// return in finally inside a loop beats the break in try.
function loop(): string
{
    while (true) {
        try {
            break;
        } finally {
            return 'returned';
        }
    }
    return 'broken';
}

echo loop(), "\n";

// A generator that is closed early still runs its finally.
function lines(): Generator
{
    try {
        yield 'one';
        yield 'two';
    } finally {
        echo "closed\n";
    }
}

foreach (lines() as $line) {
    echo $line, "\n";
    break;
}
echo "end\n";
