/**
 * Swoole\StringObject and Swoole\ArrayObject: values with methods, in PHP as Swoole's own library is.
 * Source: behaviour of swoole/library's StringObject, ArrayObject
 */

/** Methods that hand the value to a function of PHP and wrap the result: name, parameters, expression. */
type Rows = readonly (readonly [name: string, params: string, returns: string, body: string])[];

function methods(rows: Rows): string {
  return rows
    .map(
      ([name, params, returns, body]) =>
        `    public function ${name}(${params})${returns}\n    {\n        ${body}\n    }\n`,
    )
    .join('\n');
}

const wrapped = (expression: string): string => `return new static(${expression});`;

const STRING_METHODS: Rows = [
  ['__toString', '', ': string', 'return $this->string;'],
  ['toString', '', ': string', 'return $this->string;'],
  ['length', '', ': int', 'return strlen($this->string);'],
  ...['indexOf', 'pos'].map(
    (name) =>
      [
        name,
        'string $needle, int $offset = 0',
        ': false|int',
        'return strpos($this->string, $needle, $offset);',
      ] as const,
  ),
  ...['lastIndexOf', 'rpos'].map(
    (name) =>
      [
        name,
        'string $needle, int $offset = 0',
        ': false|int',
        'return strrpos($this->string, $needle, $offset);',
      ] as const,
  ),
  ['ipos', 'string $needle', '', 'return stripos($this->string, $needle);'],
  ['reverse', '', ': static', wrapped('strrev($this->string)')],
  ['lower', '', ': static', wrapped('strtolower($this->string)')],
  ['upper', '', ': static', wrapped('strtoupper($this->string)')],
  [
    'trim',
    "string $characters = ''",
    ': static',
    wrapped('$characters ? trim($this->string, $characters) : trim($this->string)'),
  ],
  ['ltrim', '', ': self', wrapped('ltrim($this->string)')],
  ['rtrim', '', ': self', wrapped('rtrim($this->string)')],
  ['substr', 'int $offset, ?int $length = null', '', wrapped('substr($this->string, $offset, $length)')],
  ['repeat', 'int $times', ': static', wrapped('str_repeat($this->string, $times)')],
  ['append', 'mixed $str', ': static', wrapped('$this->string .= $str')],
  [
    'replace',
    'string $search, string $replace, mixed &$count = null',
    ': static',
    wrapped('str_replace($search, $replace, $this->string, $count)'),
  ],
  ['startsWith', 'string $needle', ': bool', 'return str_starts_with($this->string, $needle);'],
  [
    'endsWith',
    'string $needle',
    ': bool',
    'return strrpos($this->string, $needle) === strlen($this->string) - strlen($needle);',
  ],
  [
    'equals',
    'mixed $str, bool $strict = false',
    ': bool',
    '$other = $str instanceof StringObject ? (string) $str : $str;\n        return $strict ? $this->string === $other : $this->string == $other;',
  ],
  ['contains', 'string $subString', ': bool', 'return str_contains($this->string, $subString);'],
  [
    'split',
    'string $delimiter, int $limit = PHP_INT_MAX',
    ': ArrayObject',
    'return static::detectArrayType(explode($delimiter, $this->string, $limit));',
  ],
  ['char', 'int $index', ': string', "return $index > strlen($this->string) ? '' : $this->string[$index];"],
  [
    'chunkSplit',
    'int $length = 76, string $separator = "\\r\\n"',
    ': static',
    wrapped('chunk_split($this->string, $length, $separator)'),
  ],
  ['chunk', 'int $length = 1', ': ArrayObject', 'return static::detectArrayType(str_split($this->string, $length));'],
];

export const STRING_OBJECT: string = `
declare(strict_types=1);

namespace Swoole;

class StringObject implements \\Stringable
{
    public function __construct(protected string $string = '')
    {
    }

    public static function from(string $string = ''): static
    {
        return new static($string);
    }

${methods(STRING_METHODS)}
    protected static function detectArrayType(array $value): ArrayObject
    {
        return new ArrayObject($value);
    }
}
`;

const FLUENT_SORTS: Rows = [
  ...['asort', 'arsort', 'krsort', 'ksort', 'rsort', 'sort'].map(
    (name) =>
      [
        name,
        'int $sort_flags = SORT_REGULAR',
        ': self',
        `${name}($this->array, $sort_flags);\n        return $this;`,
      ] as const,
  ),
  ...['natcasesort', 'natsort', 'shuffle'].map(
    (name) => [name, '', ': self', `${name}($this->array);\n        return $this;`] as const,
  ),
  ...['uasort', 'uksort', 'usort'].map(
    (name) =>
      [
        name,
        'callable $value_compare_func',
        ': self',
        `${name}($this->array, $value_compare_func);\n        return $this;`,
      ] as const,
  ),
];

const ARRAY_METHODS: Rows = [
  ['__toArray', '', ': array', 'return $this->array;'],
  ['toArray', '', ': array', 'return $this->array;'],
  ['__serialize', '', ': array', 'return $this->array;'],
  ['__unserialize', 'array $data', ': void', '$this->array = $data;'],
  ['isEmpty', '', ': bool', 'return empty($this->array);'],
  ['count', '', ': int', 'return count($this->array);'],
  ...(['current', 'key'] as const).map((name) => [name, '', ': mixed', `return ${name}($this->array);`] as const),
  ['rewind', '', ': void', 'reset($this->array);'],
  ['next', '', ': void', 'next($this->array);'],
  ['valid', '', ': bool', 'return $this->key() !== null;'],
  [
    'get',
    'mixed $key',
    '',
    'return $this->exists($key) ? static::detectType($this->array[$key]) : throw new Exception\\ArrayKeyNotExists($key);',
  ],
  [
    'getOr',
    'mixed $key, mixed $default = null',
    '',
    'return $this->exists($key) ? static::detectType($this->array[$key]) : $default;',
  ],
  ['first', '', '', 'return $this->array ? $this->get(array_key_first($this->array)) : null;'],
  ['last', '', '', 'return $this->array ? $this->get(array_key_last($this->array)) : null;'],
  ['firstKey', '', '', 'return array_key_first($this->array);'],
  ['lastKey', '', '', 'return array_key_last($this->array);'],
  ['set', 'mixed $key, mixed $value', ': self', '$this->array[$key] = $value;\n        return $this;'],
  ['delete', 'mixed $key', ': self', 'unset($this->array[$key]);\n        return $this;'],
  [
    'remove',
    'mixed $value, bool $strict = true, bool $loop = false',
    ': self',
    'while (($key = $this->search($value, $strict)) !== false) {\n            unset($this->array[$key]);\n            if (!$loop) {\n                break;\n            }\n        }\n        return $this;',
  ],
  ['clear', '', ': self', '$this->array = [];\n        return $this;'],
  ['offsetGet', 'mixed $key', ': mixed', 'return $this->array[$key] ?? null;'],
  ['offsetSet', 'mixed $key, mixed $value', ': void', '$this->array[$key] = $value;'],
  ['offsetUnset', 'mixed $key', ': void', 'unset($this->array[$key]);'],
  ['offsetExists', 'mixed $key', ': bool', 'return isset($this->array[$key]);'],
  ['exists', 'mixed $key', ': bool', 'return array_key_exists($key, $this->array);'],
  ['contains', 'mixed $value, bool $strict = true', ': bool', 'return in_array($value, $this->array, $strict);'],
  ['indexOf', 'mixed $value, bool $strict = true', '', 'return $this->search($value, $strict);'],
  [
    'lastIndexOf',
    'mixed $value, bool $strict = true',
    '',
    '$keys = array_keys($this->array, $value, $strict);\n        return $keys ? end($keys) : null;',
  ],
  ['search', 'mixed $needle, bool $strict = true', '', 'return array_search($needle, $this->array, $strict);'],
  ['join', "string $glue = ''", ': StringObject', 'return self::detectStringType(implode($glue, $this->array));'],
  ['serialize', '', ': string', 'return serialize($this->array);'],
  [
    'unserialize',
    'string|\\Stringable|StringObject $string',
    ': self',
    '$this->array = (array) unserialize((string) $string);\n        return $this;',
  ],
  ['sum', '', '', 'return array_sum($this->array);'],
  ['product', '', '', 'return array_product($this->array);'],
  ['push', 'mixed $value', '', 'return $this->pushBack($value);'],
  ['pushBack', 'mixed $value', '', 'return array_push($this->array, $value);'],
  ['pushFront', 'mixed $value', '', 'return array_unshift($this->array, $value);'],
  ['append', 'mixed ...$values', ': ArrayObject', 'array_push($this->array, ...$values);\n        return $this;'],
  [
    'insert',
    'int $offset, mixed $value',
    ': self',
    'array_splice($this->array, $offset, 0, is_scalar($value) ? $value : [$value]);\n        return $this;',
  ],
  ['pop', '', '', 'return $this->popBack();'],
  ['popBack', '', '', 'return array_pop($this->array);'],
  ['popFront', '', '', 'return array_shift($this->array);'],
  [
    'slice',
    'int $offset, ?int $length = null, bool $preserve_keys = false',
    ': static',
    wrapped('array_slice($this->array, $offset, $length, $preserve_keys)'),
  ],
  ['randomGet', '', '', 'return static::detectType($this->array[array_rand($this->array, 1)]);'],
  ['each', 'callable $fn', ': self', 'array_walk($this->array, $fn);\n        return $this;'],
  ['map', 'callable $fn, array ...$args', ': static', wrapped('array_map($fn, $this->array, ...$args)')],
  ['reduce', 'callable $fn, mixed $initial = null', '', 'return array_reduce($this->array, $fn, $initial);'],
  ['keys', 'mixed ...$args', ': static', wrapped('array_keys($this->array, ...$args)')],
  ['values', '', ': static', wrapped('array_values($this->array)')],
  [
    'column',
    'mixed $column_key, mixed $index = null',
    ': static',
    wrapped('array_column($this->array, $column_key, $index)'),
  ],
  ['unique', 'int $sort_flags = SORT_STRING', ': static', wrapped('array_unique($this->array, $sort_flags)')],
  ['reverse', 'bool $preserve_keys = false', ': static', wrapped('array_reverse($this->array, $preserve_keys)')],
  [
    'chunk',
    'int $size, bool $preserve_keys = false',
    ': static',
    wrapped('array_chunk($this->array, $size, $preserve_keys)'),
  ],
  ['flip', '', ': static', wrapped('array_flip($this->array)')],
  ['filter', 'callable $fn, int $flag = 0', ': static', wrapped('array_filter($this->array, $fn, $flag)')],
  ...FLUENT_SORTS,
];

export const ARRAY_OBJECT: string = `
declare(strict_types=1);

namespace Swoole;

class ArrayObject implements \\ArrayAccess, \\Serializable, \\Countable, \\Iterator
{
    protected $array;

    public function __construct(array $array = [])
    {
        $this->array = $array;
    }

    public static function from(array $array = []): static
    {
        return new static($array);
    }

${methods(ARRAY_METHODS)}
    protected static function detectType(mixed $value)
    {
        return match (true) {
            is_string($value) => static::detectStringType($value),
            is_array($value) => static::detectArrayType($value),
            default => $value,
        };
    }

    protected static function detectStringType(string $value): StringObject
    {
        return new StringObject($value);
    }

    protected static function detectArrayType(array $value): static
    {
        return new static($value);
    }
}
`;

export const ARRAY_KEY_NOT_EXISTS: string = `
namespace Swoole\\Exception;

class ArrayKeyNotExists extends \\RuntimeException
{
}
`;
