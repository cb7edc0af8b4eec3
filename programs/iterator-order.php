<?php
// In which order does foreach call the five methods of an Iterator?
//
//   start:            rewind, valid, current, key
//   every next round: next, valid, current, key
//   end:              the valid() that says false
//
// Look at the dump: FE_RESET_R makes the calls of the start, FE_FETCH_R those
// of every round, and neither of them is a call that one can see in the source.

class Countdown implements Iterator
{
    private int $left;

    public function __construct(private int $from)
    {
        $this->left = $from;
    }

    public function rewind(): void
    {
        echo "  rewind\n";
        $this->left = $this->from;
    }

    public function valid(): bool
    {
        echo "  valid\n";
        return $this->left > 0;
    }

    public function current(): mixed
    {
        echo "  current\n";
        return $this->left;
    }

    public function key(): mixed
    {
        echo "  key\n";
        return $this->from - $this->left;
    }

    public function next(): void
    {
        echo "  next\n";
        $this->left--;
    }
}

echo "with a key:\n";
foreach (new Countdown(2) as $key => $value) {
    echo "$key => $value\n";
}

// Nobody asks for the key here, so key() is never called.
echo "without a key:\n";
foreach (new Countdown(2) as $value) {
    echo "$value\n";
}

// A loop that breaks asks nothing more.
echo "with a break:\n";
foreach (new Countdown(2) as $value) {
    echo "$value\n";
    break;
}
