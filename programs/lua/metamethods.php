<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// A coroutine suspends anywhere: while a property, a call, a count or an iterator's element is being worked out.
class Lazy implements Countable
{
    public function __get(string $name): mixed
    {
        return Coroutine::yield('index', $name);
    }

    public function __invoke(int $x): mixed
    {
        return Coroutine::yield('call', $x);
    }

    public function count(): int
    {
        return Coroutine::yield('count');
    }
}

class Names implements Iterator
{
    private int $n = 0;
    private mixed $name = null;

    public function rewind(): void
    {
        $this->next();
    }

    public function next(): void
    {
        $this->name = Coroutine::yield('next', ++$this->n);
    }

    public function valid(): bool
    {
        return $this->name !== null;
    }

    public function key(): int
    {
        return $this->n;
    }

    public function current(): mixed
    {
        return $this->name;
    }
}

$lazy = new Lazy();
$co = Coroutine::wrap(function () use ($lazy) {
    say('sum', $lazy->width + $lazy->height);
    say('call', $lazy(3) * 10);
    say('count', count($lazy));
    foreach (new Names() as $i => $name) {
        say('item', $i, $name);
    }
    return 'done';
});

say(...(array) $co());
say(...(array) $co(3));
say(...(array) $co(4));
say(...(array) $co(5));
say(...(array) $co(6));
say(...(array) $co('first'));
say(...(array) $co('second'));
say(...(array) $co(null));
