<?php
function task(string $n, int $steps) {
    for ($i = 1; $i < $steps; $i++) { echo "$n$i "; yield; }
    echo "$n$steps ";
    echo "done $n\n";
}
$queue = new SplQueue;
foreach (['A' => 3, 'B' => 2, 'C' => 1] as $n => $steps) $queue->enqueue(task($n, $steps));
while (!$queue->isEmpty()) {
    $task = $queue->dequeue();
    $task->valid();
    $task->next();
    if ($task->valid()) $queue->enqueue($task);
}
