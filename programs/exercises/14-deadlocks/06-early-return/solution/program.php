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
        try {
            foreach ($this->names as $i => $one) {
                if ($one === $name) return $i;
            }
            return null;
        } finally {
            $this->lock->pop();
        }
    }
}

Co\run(function () {
    $r = new Registry(['ann', 'bob']);
    foreach (['zoe', 'bob', 'ann'] as $name) echo $name, ' ', json_encode($r->find($name)), "\n";
});
