<?php
use Swoole\Coroutine\Channel;

class Future
{
    private Channel $ready;
    private bool $done = false;
    private $result = null;

    function __construct(callable $f)
    {
        $this->ready = new Channel(1);
        go(function () use ($f) {
            $this->result = $f();
            $this->done = true;
            $this->ready->close();
        });
    }

    function get()
    {
        if (!$this->done) $this->ready->pop();
        return $this->result;
    }
}

Co\run(function () {
    $b = null;
    $a = new Future(function () use (&$b) { Co::sleep(0.1); return 21; }); // it is 21
    $b = new Future(function () use (&$a) { return $a->get() * 2; });
    for ($i = 0; $i < 3; $i++) go(function () use ($b) { echo $b->get(), "\n"; });
    echo $a->get(), "\n";
});
