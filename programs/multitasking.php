<?php
// Cooperative multitasking with nothing but generators, as operating systems
// do it: a Task is something that can run a little and then yields; the
// Scheduler lets the tasks run in turn; a SystemCall is what a task yields when
// it wants something of the scheduler.
//
// The idea is Nikita Popov's (2012): a generator is a function whose frame
// survives its suspension, so that it can serve as the stack of a task.

/** A task: a generator with a number, and the value to send into it next. */
final class Task
{
    private mixed $sendValue = null;
    private bool $beforeFirstYield = true;

    public function __construct(private int $id, private Generator $coroutine)
    {
    }

    public function getId(): int
    {
        return $this->id;
    }

    public function setSendValue(mixed $value): void
    {
        $this->sendValue = $value;
    }

    /** Runs to the next yield and gives what was yielded. */
    public function run(): mixed
    {
        if ($this->beforeFirstYield) {
            // send() would skip the first yield's value: it has not been fetched yet.
            $this->beforeFirstYield = false;
            return $this->coroutine->current();
        }
        $value = $this->coroutine->send($this->sendValue);
        $this->sendValue = null;
        return $value;
    }

    public function isFinished(): bool
    {
        return !$this->coroutine->valid();
    }
}

/** What a task may ask: a function of the task and the scheduler. */
final class SystemCall
{
    private Closure $callback;

    public function __construct(callable $callback)
    {
        $this->callback = Closure::fromCallable($callback);
    }

    public function __invoke(Task $task, Scheduler $scheduler): void
    {
        ($this->callback)($task, $scheduler);
    }
}

final class Scheduler
{
    private int $maxTaskId = 0;
    /** @var array<int, Task> */
    private array $tasks = [];
    private SplQueue $queue;

    public function __construct()
    {
        $this->queue = new SplQueue();
    }

    public function newTask(Generator $coroutine): int
    {
        $id = ++$this->maxTaskId;
        $task = new Task($id, $coroutine);
        $this->tasks[$id] = $task;
        $this->schedule($task);
        return $id;
    }

    public function killTask(int $id): bool
    {
        if (!isset($this->tasks[$id])) {
            return false;
        }
        unset($this->tasks[$id]);
        foreach ($this->queue as $position => $task) {
            if ($task->getId() === $id) {
                unset($this->queue[$position]);
                break;
            }
        }
        return true;
    }

    public function schedule(Task $task): void
    {
        $this->queue->enqueue($task);
    }

    public function run(): void
    {
        while (!$this->queue->isEmpty()) {
            $task = $this->queue->dequeue();
            $yielded = $task->run();

            if ($yielded instanceof SystemCall) {
                // The call decides itself whether and when the task goes on.
                $yielded($task, $this);
                continue;
            }

            if ($task->isFinished()) {
                unset($this->tasks[$task->getId()]);
            } else {
                $this->schedule($task);
            }
        }
    }
}

function getTaskId(): SystemCall
{
    return new SystemCall(function (Task $task, Scheduler $scheduler): void {
        $task->setSendValue($task->getId());
        $scheduler->schedule($task);
    });
}

function newTask(Generator $coroutine): SystemCall
{
    return new SystemCall(function (Task $task, Scheduler $scheduler) use ($coroutine): void {
        $task->setSendValue($scheduler->newTask($coroutine));
        $scheduler->schedule($task);
    });
}

function killTask(int $id): SystemCall
{
    return new SystemCall(function (Task $task, Scheduler $scheduler) use ($id): void {
        $task->setSendValue($scheduler->killTask($id));
        $scheduler->schedule($task);
    });
}

// Two tasks that take turns.
function countTo(int $max, string $name): Generator
{
    for ($i = 1; $i <= $max; ++$i) {
        echo "$name: iteration $i\n";
        yield;
    }
}

echo "-- two tasks\n";
$scheduler = new Scheduler();
$scheduler->newTask(countTo(4, 'A'));
$scheduler->newTask(countTo(2, 'B'));
$scheduler->run();

// A task that learns its number.
function introduce(int $max): Generator
{
    $id = yield getTaskId();
    for ($i = 1; $i <= $max; ++$i) {
        echo "This is task $id iteration $i.\n";
        yield;
    }
}

echo "-- who am I\n";
$scheduler = new Scheduler();
$scheduler->newTask(introduce(3));
$scheduler->newTask(introduce(1));
$scheduler->run();

// A task that starts another and ends it after a while.
function child(): Generator
{
    $id = yield getTaskId();
    while (true) {
        echo "Child task $id still alive!\n";
        yield;
    }
}

function parentTask(): Generator
{
    $id = yield getTaskId();
    $childId = yield newTask(child());
    for ($i = 1; $i <= 6; ++$i) {
        echo "Parent task $id iteration $i.\n";
        yield;
        if ($i === 3) {
            $killed = yield killTask($childId);
            echo "Child task $childId was ", $killed ? 'killed' : 'not found', ".\n";
        }
    }
}

echo "-- parent and child\n";
$scheduler = new Scheduler();
$scheduler->newTask(parentTask());
$scheduler->run();
