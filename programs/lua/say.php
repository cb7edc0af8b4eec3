<?php
// What Lua's print shows of a value; the programs of this folder print with it.

function lua_string(mixed $value): string
{
    return match (true) {
        $value === null => 'nil',
        is_bool($value) => $value ? 'true' : 'false',
        is_float($value) && floor($value) === $value => sprintf('%.1f', $value),
        is_float($value) => sprintf('%.14g', $value),
        $value instanceof Throwable => $value->getMessage(),
        default => (string) $value,
    };
}

function say(mixed ...$values): void
{
    echo implode("\t", array_map(lua_string(...), $values)), "\n";
}
