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
        $answers = [];
        while ($this->tasks !== []) {
            foreach ($this->tasks as $name => $task) {
                $request = $task->send($answers[$name] ?? null);
                if (!$task->valid()) {
                    unset($this->tasks[$name]);
                    continue;
                }
                $answers[$name] = strtoupper($request);
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
