<?php
class Scheduler
{
    private array $tasks = [];

    function add(string $name, Generator $task): void
    {
        $this->tasks[$name] = $task;
    }

    function run(): void
    {
        while ($this->tasks !== []) {
            foreach ($this->tasks as $name => $task) {
                if (!$task->valid()) {
                    unset($this->tasks[$name]);
                    continue;
                }
                $request = $task->current();
                $task->send(strtoupper($request));
            }
        }
    }
}

function client(string $name, array $words)
{
    foreach ($words as $word) {
        $answer = yield $word;
        echo "$name asked $word, was told ", json_encode($answer), "\n";
    }
}

$s = new Scheduler;
$s->add('a', client('a', ['one', 'two', 'three']));
$s->add('b', client('b', ['uno']));
$s->run();
