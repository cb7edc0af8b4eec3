<?php
// A recursive descent parser.

final class Parser
{
    private int $i = 0;

    public function __construct(private string $s)
    {
    }

    public function value(): mixed
    {
        $this->space();
        $c = $this->s[$this->i];
        if ($c === '{') {
            return $this->object();
        }
        if ($c === '[') {
            return $this->list();
        }
        if ($c === '"') {
            return $this->string();
        }
        return $this->number();
    }

    private function space(): void
    {
        while ($this->i < strlen($this->s) && ctype_space($this->s[$this->i])) {
            $this->i++;
        }
    }

    private function object(): array
    {
        $out = [];
        $this->i++;
        while (true) {
            $this->space();
            if ($this->s[$this->i] === '}') {
                $this->i++;
                return $out;
            }
            $key = $this->string();
            $this->space();
            $this->i++;
            $out[$key] = $this->value();
            $this->space();
            if ($this->s[$this->i] === ',') {
                $this->i++;
            }
        }
    }

    private function list(): array
    {
        $out = [];
        $this->i++;
        while (true) {
            $this->space();
            if ($this->s[$this->i] === ']') {
                $this->i++;
                return $out;
            }
            $out[] = $this->value();
            $this->space();
            if ($this->s[$this->i] === ',') {
                $this->i++;
            }
        }
    }

    private function string(): string
    {
        $start = ++$this->i;
        while ($this->s[$this->i] !== '"') {
            $this->i++;
        }
        return substr($this->s, $start, $this->i++ - $start);
    }

    private function number(): int
    {
        $n = 0;
        while ($this->i < strlen($this->s) && $this->s[$this->i] >= '0' && $this->s[$this->i] <= '9') {
            $n = $n * 10 + ord($this->s[$this->i]) - 48;
            $this->i++;
        }
        return $n;
    }
}

function bench(): string
{
    $one = '{"name": "a b c", "list": [1, 22, 333, [4444, 5]], "inner": {"x": 10, "y": "z"}}';
    $json = '[' . implode(', ', array_fill(0, 200, $one)) . ']';
    $v = (new Parser($json))->value();
    return count($v) . $v[199]['list'][3][0];
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'json-parser', $answer, (hrtime(true) - $start) / 1e6);
// Warm-up: at least twelve runs and so many milliseconds; then the best of at least eight in half that time.
$warm = (int) ($argv[1] ?? 1000) * 1000000;
$until = hrtime(true) + $warm;
for ($run = 0; $run < 12 || hrtime(true) < $until; $run++) {
    bench();
}
$best = INF;
$until = hrtime(true) + intdiv($warm, 2);
for ($run = 0; $run < 8 || hrtime(true) < $until; $run++) {
    $start = hrtime(true);
    $again = bench();
    $best = min($best, (hrtime(true) - $start) / 1e6);
    if ($again !== $answer) {
        exit("the answers differ\n");
    }
}
printf("%s %s %.3f\n", 'json-parser', $answer, $best);
