<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// A lexer and a parser as two coroutines: the parser asks for the next token when it wants one.
function lexer(string $text): Closure
{
    return Coroutine::wrap(function () use ($text) {
        for ($at = 0; $at < strlen($text);) {
            if (preg_match('/\G\d+/', $text, $m, 0, $at)) {
                Coroutine::yield('number', (int) $m[0]);
                $at += strlen($m[0]);
            } else {
                if ($text[$at] !== ' ') {
                    Coroutine::yield('sign', $text[$at]);
                }
                $at++;
            }
        }
        return ['end', ''];
    });
}

function evaluate(string $text): void
{
    $next = lexer($text);
    [$kind, $value] = $next();

    $factor = function () use (&$kind, &$value, &$expression, $next) {
        $v = $value;
        if ($v === '(') {
            [$kind, $value] = $next();
            $v = $expression();
        }
        [$kind, $value] = $next();
        return $v;
    };
    $term = function () use (&$kind, &$value, $factor, $next) {
        $v = $factor();
        while ($value === '*') {
            [$kind, $value] = $next();
            $v = $v * $factor();
        }
        return $v;
    };
    $expression = function () use (&$kind, &$value, $term, $next) {
        $v = $term();
        while ($value === '+' || $value === '-') {
            $sign = $value;
            [$kind, $value] = $next();
            $right = $term();
            $v = $sign === '+' ? $v + $right : $v - $right;
        }
        return $v;
    };

    $result = $expression();
    say($text, '=', $result, $kind);
}

evaluate('1 + 2 * 3');
evaluate('(1 + 2) * 3 - 4');
evaluate('2 * (3 + (4 - 1) * 5) * 10');
