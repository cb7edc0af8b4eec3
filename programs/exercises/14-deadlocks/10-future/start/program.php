<?php
use Swoole\Coroutine\Channel;

class Future
{
    private Channel $ready;

    function __construct(callable $f)
    {
        $this->ready = new Channel(1);
        go(fn () => $this->ready->push($f()));
    }

    function get()
    {
        return $this->ready->pop();
    }
}

Co\run(function () {
    $b = null;
    $a = new Future(function () use (&$b) { Co::sleep(0.1); return $b->get() / 2; }); // it is 21
    $b = new Future(function () use (&$a) { return $a->get() * 2; });
    for ($i = 0; $i < 3; $i++) go(function () use ($b) { echo $b->get(), "\n"; });
    echo $a->get(), "\n";
});
