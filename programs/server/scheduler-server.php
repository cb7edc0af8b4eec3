<?php
/*
 * A server of coroutines with nothing but generators: every connection is a task, a task that has to wait yields a
 * SystemCall, and one of the tasks asks the operating system with stream_select() who may go on.
 *
 *   corovm run programs/server/scheduler-server.php 8000        then: ab -c 100 -n 10000 http://127.0.0.1:8000/
 *
 * The scheme is the one of Nikita Popov's "Cooperative multitasking using coroutines (in PHP!)".
 */

class Task
{
    protected $taskId;
    protected $coroutine;
    protected $sendValue = null;
    protected $beforeFirstYield = true;

    public function __construct($taskId, Generator $coroutine)
    {
        $this->taskId = $taskId;
        $this->coroutine = $coroutine;
    }

    public function getTaskId()
    {
        return $this->taskId;
    }

    public function setSendValue($sendValue)
    {
        $this->sendValue = $sendValue;
    }

    /** Runs up to the next yield; what was yielded. */
    public function run()
    {
        if ($this->beforeFirstYield) {
            $this->beforeFirstYield = false;
            return $this->coroutine->current();
        }
        $yielded = $this->coroutine->send($this->sendValue);
        $this->sendValue = null;
        return $yielded;
    }

    public function isFinished()
    {
        return !$this->coroutine->valid();
    }
}

class Scheduler
{
    protected $maxTaskId = 0;
    protected $taskMap = [];
    protected $taskQueue;
    /** [(int) $socket => [$socket, [Task, ...]]] */
    protected $waitingForRead = [];
    protected $waitingForWrite = [];

    public function __construct()
    {
        $this->taskQueue = new SplQueue();
    }

    public function newTask(Generator $coroutine)
    {
        $tid = ++$this->maxTaskId;
        $task = new Task($tid, $coroutine);
        $this->taskMap[$tid] = $task;
        $this->schedule($task);
        return $tid;
    }

    public function schedule(Task $task)
    {
        $this->taskQueue->enqueue($task);
    }

    public function run()
    {
        while (!$this->taskQueue->isEmpty()) {
            $task = $this->taskQueue->dequeue();
            $yielded = $task->run();

            if ($yielded instanceof SystemCall) {
                $yielded($task, $this);
            } elseif ($task->isFinished()) {
                unset($this->taskMap[$task->getTaskId()]);
            } else {
                $this->schedule($task);
            }
        }
    }

    public function waitForRead($socket, Task $task)
    {
        if (isset($this->waitingForRead[(int) $socket])) {
            $this->waitingForRead[(int) $socket][1][] = $task;
        } else {
            $this->waitingForRead[(int) $socket] = [$socket, [$task]];
        }
    }

    public function waitForWrite($socket, Task $task)
    {
        if (isset($this->waitingForWrite[(int) $socket])) {
            $this->waitingForWrite[(int) $socket][1][] = $task;
        } else {
            $this->waitingForWrite[(int) $socket] = [$socket, [$task]];
        }
    }

    /** @param int|null $timeout seconds; null waits for ever */
    protected function ioPoll($timeout)
    {
        $readable = [];
        foreach ($this->waitingForRead as list($socket)) {
            $readable[] = $socket;
        }
        $writable = [];
        foreach ($this->waitingForWrite as list($socket)) {
            $writable[] = $socket;
        }
        if (count($readable) == 0 && count($writable) == 0) {
            return;
        }
        $exceptional = [];
        if (!stream_select($readable, $writable, $exceptional, $timeout)) {
            return;
        }
        foreach ($readable as $socket) {
            list(, $tasks) = $this->waitingForRead[(int) $socket];
            unset($this->waitingForRead[(int) $socket]);
            foreach ($tasks as $task) {
                $this->schedule($task);
            }
        }
        foreach ($writable as $socket) {
            list(, $tasks) = $this->waitingForWrite[(int) $socket];
            unset($this->waitingForWrite[(int) $socket]);
            foreach ($tasks as $task) {
                $this->schedule($task);
            }
        }
    }

    public function ioPollTask()
    {
        while (true) {
            $this->ioPoll($this->taskQueue->isEmpty() ? null : 0);
            yield;
        }
    }
}

class SystemCall
{
    protected $callback;

    public function __construct(callable $callback)
    {
        $this->callback = $callback;
    }

    public function __invoke(Task $task, Scheduler $scheduler)
    {
        $callback = $this->callback;
        return $callback($task, $scheduler);
    }
}

function newTask(Generator $coroutine)
{
    return new SystemCall(
        function (Task $task, Scheduler $scheduler) use ($coroutine) {
            $task->setSendValue($scheduler->newTask($coroutine));
            $scheduler->schedule($task);
        }
    );
}

function waitForRead($socket)
{
    return new SystemCall(
        function (Task $task, Scheduler $scheduler) use ($socket) {
            $scheduler->waitForRead($socket, $task);
        }
    );
}

function waitForWrite($socket)
{
    return new SystemCall(
        function (Task $task, Scheduler $scheduler) use ($socket) {
            $scheduler->waitForWrite($socket, $task);
        }
    );
}

function server($port)
{
    $socket = @stream_socket_server("tcp://localhost:$port", $errNo, $errStr);
    if (!$socket) {
        throw new Exception($errStr, $errNo);
    }
    echo "Listening on ", stream_socket_get_name($socket, false), "\n";

    stream_set_blocking($socket, 0);
    $options = stream_context_get_options($socket);
    $options['socket']['backlog'] = 512;
    stream_context_set_option($socket, $options);

    while (true) {
        yield waitForRead($socket);
        while ($client = @stream_socket_accept($socket, 0)) {
            if (getenv('VERBOSE')) {
                echo sprintf("accepted client %d\n", $client);
            }
            yield newTask(handleClient($client));
        }
    }
}

function handleClient($socket)
{
    yield waitForRead($socket);
    $data = fread($socket, 8192);

    $msg = "Received following request:\n\n$data";
    $msgLength = strlen($msg);

    $response = <<<RES
HTTP/1.1 200 OK\r
Content-Type: text/plain\r
Content-Length: $msgLength\r
Connection: close\r
\r
$msg
RES;

    yield waitForWrite($socket);
    fwrite($socket, $response);

    fclose($socket);
}

$scheduler = new Scheduler;
$scheduler->newTask(server($argv[1] ?? 8000));
$scheduler->newTask($scheduler->ioPollTask());
$scheduler->run();
