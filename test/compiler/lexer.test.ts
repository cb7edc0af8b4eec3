import { describe, expect, test } from 'vitest';
import { PhpLexer } from '../../src/compiler/lex/lexer.ts';
import { PhpFloat } from '../../src/value/zval.ts';

const lexer = new PhpLexer({ shortTags: false });

function tokens(source: string): string[] {
  return lexer.tokenize(source, 'startFile').tokens.map((token) => `${token.tokenType.name} ${token.image}`);
}

function values(code: string): unknown[] {
  const found = lexer.tokenize(`<?php ${code}`, 'startFile');
  expect(found.error).toBeNull();
  return found.tokens.filter((token) => token.value !== null).map((token) => token.value);
}

function error(source: string): string {
  const found = lexer.tokenize(source, 'startFile').error;
  return found === null ? 'none' : `${found.message} @${found.line}`;
}

describe('numbers', () => {
  test('are ints while they fit 64 bits, floats beyond', () => {
    expect(values('0x1F 0b101 0o17 017 1_000 0 9007199254740993')).toEqual([31, 5, 15, 15, 1000, 0, 9007199254740993n]);
    expect(values('9223372036854775807')).toEqual([9223372036854775807n]);
    expect(values('9223372036854775808 0xFFFFFFFFFFFFFFFF 01777777777777777777777')).toEqual([
      new PhpFloat(9223372036854775808),
      new PhpFloat(18446744073709551615),
      new PhpFloat(18446744073709551615),
    ]);
    expect(values('1.5 .5 1. 1e3 1_0.5E-1_0')).toEqual([1.5, 0.5, 1, 1000, 10.5e-10].map((n) => new PhpFloat(n)));
  });

  test('an octal literal with 8 or 9 is invalid', () => {
    expect(error('<?php 1;\n08;')).toBe('Invalid numeric literal @2');
  });
});

describe('strings', () => {
  test('escapes', () => {
    expect(values(String.raw`"\n\t\v\e\f\\\$\"\101\x41\u{1F600}\q\400"`)).toEqual([
      '\n\t\v\x1b\f\\$"AA\xf0\x9f\x98\x80\\q\x00',
    ]);
    expect(values(String.raw`'\'\\\n'`)).toEqual(["'\\\\n"]);
    expect(lexer.tokenize(String.raw`<?php "\400";`, 'startFile').warnings).toEqual([
      { level: 'compile-warning', message: 'Octal escape sequence overflow \\400 is greater than \\377', line: 1 },
    ]);
    expect(error(String.raw`<?php "a` + '\n' + String.raw`\u{zz}"`)).toBe('Invalid UTF-8 codepoint escape sequence @2');
    expect(error(String.raw`<?php "\u{110000}"`)).toBe(
      'Invalid UTF-8 codepoint escape sequence: Codepoint too large @1',
    );
  });

  test('a heredoc loses the indentation of its closing label', () => {
    expect(values('<<<A\n    a\n      $b\n\n    c\\n\n    A;')).toEqual(['a\n  ', 'b', '\n\nc\n']);
    expect(values("<<<'A'\n\ta\\n\n\tA . 1")).toEqual(['a\\n', 1]);
    expect(error('<?php <<<A\n  a\n b\n  A;')).toBe(
      'Invalid body indentation level (expecting an indentation level of at least 2) @3',
    );
    expect(error('<?php <<<A\n\ta\n  A;')).toBe('Invalid indentation - tabs and spaces cannot be mixed @2');
  });

  test('a variable takes one bracket or one arrow with it', () => {
    expect(tokens('<?php "$a[0][1] $b->c->d $e[-1] $f?->g ${h} {$i}";').slice(1)).toEqual([
      'T_VARIABLE $a',
      'char_[ [',
      'T_NUM_STRING 0',
      'char_] ]',
      'T_ENCAPSED_AND_WHITESPACE [1] ',
      'T_VARIABLE $b',
      'T_OBJECT_OPERATOR ->',
      'T_STRING c',
      'T_ENCAPSED_AND_WHITESPACE ->d ',
      'T_VARIABLE $e',
      'char_[ [',
      'char_- -',
      'T_NUM_STRING 1',
      'char_] ]',
      'T_ENCAPSED_AND_WHITESPACE  ',
      'T_VARIABLE $f',
      'T_NULLSAFE_OBJECT_OPERATOR ?->',
      'T_STRING g',
      'T_ENCAPSED_AND_WHITESPACE  ',
      'T_DOLLAR_OPEN_CURLY_BRACES ${',
      'T_STRING_VARNAME h',
      'char_} }',
      'T_ENCAPSED_AND_WHITESPACE  ',
      'T_CURLY_OPEN {',
      'T_VARIABLE $i',
      'char_} }',
      'char_" "',
      'char_; ;',
      'END ',
    ]);
  });
});

describe('words', () => {
  test('names are single tokens', () => {
    expect(tokens('<?php a\\b \\c namespace\\d e \\').slice(0, 5)).toEqual([
      'T_NAME_QUALIFIED a\\b',
      'T_NAME_FULLY_QUALIFIED \\c',
      'T_NAME_RELATIVE namespace\\d',
      'T_STRING e',
      'T_NS_SEPARATOR \\',
    ]);
  });

  test('are reserved by context', () => {
    expect(tokens('<?php enum A enum extends enum(').slice(0, 4)).toEqual([
      'T_ENUM enum',
      'T_STRING A',
      'T_STRING enum',
      'T_EXTENDS extends',
    ]);
    expect(tokens('<?php $a -> class yield  from yield fromage')).toContain('T_STRING class');
    expect(tokens('<?php yield\n\n\n\n\n\n\n\n\n\n\nfrom')).toEqual([
      'T_YIELD_FROM yield\n\n\n\n\n\n\n\n\n\n\nfrom',
      'END ',
    ]);
    expect(tokens('<?php yield fromage')).toEqual(['T_YIELD yield', 'T_STRING fromage', 'END ']);
  });

  test('an ampersand before a variable differs from others', () => {
    expect(tokens('<?php & $a & /* c */ ...$b & C').filter((token) => token.endsWith(' &'))).toEqual([
      'T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG &',
      'T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG &',
      'T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG &',
    ]);
  });
});

describe('tags', () => {
  test('switch between HTML and PHP', () => {
    expect(tokens('a<?php 1 ?>\nb<?= 2 ?>c<? d <?phpx')).toEqual([
      'T_INLINE_HTML a',
      'T_LNUMBER 1',
      'char_; ?>\n',
      'T_INLINE_HTML b',
      'T_ECHO <?=',
      'T_LNUMBER 2',
      'char_; ?>',
      'T_INLINE_HTML c<? d <?phpx',
      'END ',
    ]);
    expect(new PhpLexer({ shortTags: true }).tokenize('<? 1', 'startFile').tokens).toHaveLength(2);
    expect(lexer.tokenize('#!/usr/bin/php\na', 'startScript').tokens[0]?.line).toBe(2);
    expect(lexer.tokenize('1;', 'startCode').tokens).toHaveLength(3);
  });

  test('nothing is scanned after __halt_compiler();', () => {
    expect(tokens('<?php __halt_compiler(); "${ \x00')).toHaveLength(5);
  });
});

test('brackets nest', () => {
  expect(error('<?php\n{\n(]')).toBe("Unclosed '(' does not match ']' @3");
  expect(error('<?php )')).toBe("Unmatched ')' @1");
  expect(error('<?php {\n[')).toBe("Unclosed '[' @2");
  expect(error('<?php {\n')).toBe("Unclosed '{' on line 1 @2");
  expect(error('<?php /* a\n')).toBe('Unterminated comment starting line 1 @1');
});

test('one lexer can be used again and again', () => {
  expect(tokens('<?php <<<A\n')).toHaveLength(2);
  expect(tokens('<?php A;')).toEqual(['T_STRING A', 'char_; ;', 'END ']);
});
