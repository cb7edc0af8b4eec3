<?php
use Swoole\Coroutine\Channel;

class Registry
{
    private Channel $lock;

    function __construct(private array $names)
    {
        $this->lock = new Channel(1);
    }

    function find(string $name): ?int
    {
        $this->lock->push(true);
        foreach ($this->names as $i => $one) {
            if ($one === $name) return $i;
        }
        $this->lock->pop();
        return null;
    }
}

Co\run(function () {
    $r = new Registry(['ann', 'bob']);
    foreach (['zoe', 'bob', 'ann'] as $name) echo $name, ' ', json_encode($r->find($name)), "\n";
});
