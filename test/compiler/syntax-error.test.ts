import { expect, test } from 'vitest';
import { errorOf } from './parse-helper.ts';

/** Source and what `php -l` 8.2 says of it. */
const CASES: ReadonlyArray<readonly [source: string, error: string]> = [
  ['<?php echo 1 2;', 'unexpected integer "2", expecting "," or ";"'],
  ['<?php foo->', 'unexpected end of file, expecting identifier or variable or "{" or "$"'],
  ['<?php $x = "$a[ 1]";', 'unexpected string content "", expecting "-" or identifier or variable or number'],
  ['<?php class {}', 'unexpected token "{", expecting identifier'],
  ['<?php class A { public function }', 'unexpected token "}"'],
  ['<?php class A { function __construct(static $x) {} }', 'unexpected token "static", expecting variable'],
  ['<?php function f( {', 'unexpected token "{", expecting variable'],
  ['<?php $a = ;', 'unexpected token ";"'],
  ['<?php if (1) else', 'unexpected token "else"'],
  ['<?php use a\\b c;', 'unexpected identifier "c", expecting "," or ";"'],
  ['<?php namespace 1;', 'unexpected integer "1", expecting "{"'],
  ["<?php 'a' 'b';", 'unexpected single-quoted string "b"'],
  [
    '<?php "a" "bcdefghijklmnopqrstuvwxyz0123456789";',
    'unexpected double-quoted string "bcdefghijklmnopqrstuvwxyz01234..."',
  ],
  ['<?php $a & & b;', 'unexpected token "&"'],
  ['<?php \x01', 'unexpected character 0x01, expecting end of file'],
  ['<?php 1 \x01', 'unexpected character 0x01'],
  ['<?php a\\', 'unexpected token "\\"'],
  ['<?php goto 1;', 'unexpected integer "1", expecting identifier'],
  ["<?php echo 'abc", 'unexpected string content "abc"'],
  ['<?php echo <<<A\nx\nA', 'unexpected end of file, expecting variable or heredoc end or "${" or "{$"'],
];

test.each(CASES)('%s', (source, error) => {
  expect(errorOf(source)?.replace(/ @\d+$/, '')).toBe(`parse: syntax error, ${error}`);
});

test('what the scanner cannot read is reported only if nothing was wrong before', () => {
  expect(errorOf('<?php 1 1;\n"\\u{zz}";')).toBe('parse: syntax error, unexpected integer "1" @1');
  expect(errorOf('<?php 1;\n"\\u{zz}";')).toBe('parse: Invalid UTF-8 codepoint escape sequence @2');
  expect(errorOf('<?php class A { use T { x as y?><?= as z; } }')).toBe('parse: Cannot use "<?=" as an identifier @1');
});
