<?php
$tick = 0;
function clock(): int { return $GLOBALS['tick']; }

function run(Generator ...$tasks): void
{
    global $tick;
    $due = array_fill_keys(array_keys($tasks), 0);
    $started = [];
    for (; $tasks !== []; $tick++) {
        foreach ($tasks as $id => $task) {
            if ($due[$id] > $tick) {
                continue;
            }
            if (isset($started[$id])) {
                $task->next();
            }
            $started[$id] = true;
            if (!$task->valid()) {
                unset($tasks[$id]);
                continue;
            }
            $wish = $task->current();
            $due[$id] = $tick + (is_int($wish) ? $wish : 1);
            if ($wish instanceof Generator) {
                $tasks[] = $wish;
                $due[array_key_last($tasks)] = $tick + 1;
            }
        }
    }
}

function say(string $name, array $pauses)
{
    foreach ($pauses as $pause) {
        echo clock(), ": $name\n";
        yield $pause;
    }
    echo clock(), ": $name ends\n";
}

function parent_task()
{
    echo clock(), ": parent\n";
    yield say('child', [null, 3]);
    echo clock(), ": parent goes on\n";
}

run(say('a', [2, 2]), say('b', [null, 1, 1]), parent_task());
