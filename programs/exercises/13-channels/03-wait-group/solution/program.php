<?php
use Swoole\Coroutine\Channel;

class Group
{
    private int $n = 0;
    private Channel $ch;

    function __construct()
    {
        $this->ch = new Channel(1024);
    }

    function add(int $n = 1): void
    {
        $this->n += $n;
    }

    function done(): void
    {
        $this->ch->push(true);
    }

    function wait(): void
    {
        while ($this->n > 0) {
            $this->ch->pop();
            $this->n--;
        }
    }
}

Co\run(function () {
    $group = new Group;
    foreach ([0.3, 0.1, 0.2] as $i => $seconds) {
        $group->add();
        go(function () use ($group, $i, $seconds) { Co::sleep($seconds); echo "worker $i\n"; $group->done(); });
    }
    $group->wait();
    echo "all three\n";
    $group->wait();
    $group->add(2);
    for ($i = 0; $i < 2; $i++) go(function () use ($group) { $group->done(); });
    $group->wait();
    echo "second round\n";
});
