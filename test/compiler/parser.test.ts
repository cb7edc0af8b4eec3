import { describe, expect, test } from 'vitest';
import { parse, SourceParser } from '../../src/compiler/parse/parse-file.ts';
import { ast, errorOf } from './parse-helper.ts';

/** An expression's AST without line breaks. */
function expr(code: string): string {
  return ast(`${code};`).trim().replace(/\s+/g, ' ');
}

describe('operators', () => {
  test('bind as PHP binds them', () => {
    expect(expr('1 + 2 * 3 ** 2 ** -1')).toBe(
      '(binary_op#1 1 (binary_op#3 2 (binary_op#12 3 (binary_op#12 2 (unary_minus 1)))))',
    );
    expect(expr('-1 ** 2')).toBe('(unary_minus (binary_op#12 1 2))');
    expect(expr('!A instanceof B')).toBe('(unary_op#14 (instanceof (const "A"#1) "B"#1))');
    expect(expr('(int) 1 . 2')).toBe('(binary_op#8 (cast#4 1) 2)');
    expect(expr('1 . 2 + 3')).toBe('(binary_op#8 1 (binary_op#1 2 3))');
    expect(expr('!$a = 1 or 2')).toBe('(or (unary_op#14 (assign (var "a") 1)) 2)');
    expect(expr('1 ?? 2 ?? 3')).toBe('(coalesce 1 (coalesce 2 3))');
    expect(expr('print 1 and 2')).toBe('(and (print 1) 2)');
    expect(expr('1 + print 2 + 3')).toBe('(binary_op#1 1 (print (binary_op#1 2 3)))');
    expect(expr('throw 1 or 2')).toBe('(throw (or 1 2))');
    expect(expr('1 > 2')).toBe('(greater 1 2)');
    expect(expr('1 <=> 2')).toBe('(binary_op#170 1 2)');
  });

  test('a conditional remembers its parentheses', () => {
    expect(expr('1 ? 2 : 3 ? 4 : 5')).toBe('(conditional (conditional 1 2 3) 4 5)');
    expect(expr('(1 ? 2 : 3) ?: 4')).toBe('(conditional (conditional#1 1 2 3) - 4)');
  });

  test('comparisons do not chain', () => {
    expect(errorOf('<?php 1 == 2 == 3;')).toBe('parse: syntax error, unexpected token "==" @1');
    expect(errorOf('<?php 1 == 2 < 3;')).toBeNull();
  });

  test('literals are concatenated while parsing', () => {
    expect(expr('"a" . 1 . 1.5')).toBe('"a11.5"');
    expect(expr('"a" . A . "b"')).toBe('(binary_op#8 (binary_op#8 "a" (const "A"#1)) "b")');
  });

  test('yield takes a value when one follows', () => {
    expect(ast('function f() { $x = yield; yield 1 => 2; f(yield, 1); [yield $a => $b]; }')).toMatchInlineSnapshot(`
      "(func_decl "f" flags=16777216
        (param_list)
        -
        (stmt_list
          (assign
            (var "x")
            (yield - -))
          (yield 2 1)
          (call
            "f"#1
            (arg_list
              (yield - -)
              1))
          (array#3
            (array_elem
              (yield
                (var "b")
                (var "a"))
              -)))
        -
        -)
      "
    `);
  });
});

test('chains', () => {
  expect(ast('A::b()->c[1]?->d::E::$f["g"](...)->{"h"}(x: 1, ...$y);')).toMatchInlineSnapshot(`
    "(method_call
      (call
        (dim
          (static_prop
            (class_const
              (nullsafe_prop
                (dim
                  (prop
                    (static_call "A"#1 "b" (arg_list))
                    "c")
                  1)
                "d")
              "E")
            "f")
          "g")
        (callable_convert))
      "h"
      (arg_list
        (named_arg "x" 1)
        (unpack
          (var "y"))))
    "
  `);
  expect(ast('new $a->b["c"]::$d(1); new static; new ("A"); new #[X] class(1) extends B {};')).toMatchInlineSnapshot(`
    "(new
      (static_prop
        (dim
          (prop
            (var "a")
            "b")
          "c")
        "d")
      (arg_list 1))
    (new "static"#1 (arg_list))
    (new "A" (arg_list))
    (new
      (class "" flags=4
        "B"#1
        -
        (stmt_list)
        (attribute_list
          (attribute_group
            (attribute "X"#1 -)))
        -)
      (arg_list 1))
    "
  `);
});

test('arrays and lists', () => {
  expect(ast('[, $a, "k" => list(, $b), [$c]] = [1, ...$d, "x" => &$e, ];')).toMatchInlineSnapshot(`
    "(assign
      (array#3
        -
        (array_elem
          (var "a")
          -)
        (array_elem
          (array#1
            -
            (array_elem
              (var "b")
              -))
          "k")
        (array_elem
          (array#3
            (array_elem
              (var "c")
              -))
          -))
      (array#3
        (array_elem 1 -)
        (unpack
          (var "d"))
        (array_elem#1
          (var "e")
          "x")))
    "
  `);
});

test('functions', () => {
  expect(
    ast(
      'function &f(?int $a = 1, A|B|null &...$b): static { yield; } fn(A&B $x): (A&B)|null => 1; static function() use ($a, &$b): never {};',
    ),
  ).toMatchInlineSnapshot(`
    "(func_decl "f" flags=16781312
      (param_list
        (param "int"#257 "a" 1 - -)
        (param#24
          (type_union "A"#1 "B"#1 "null"#1)
          "b"
          -
          -
          -))
      -
      (stmt_list
        (yield - -))
      (type#15)
      -)
    (arrow_func "{closure}"
      (param_list
        (param
          (type_intersection "A"#1 "B"#1)
          "x"
          -
          -
          -))
      -
      1
      (type_union
        (type_intersection "A"#1 "B"#1)
        "null"#1)
      -)
    (closure "{closure}" flags=16
      (param_list)
      (closure_uses "a" "b"#1)
      (stmt_list)
      "never"#1
      -)
    "
  `);
});

test('classes', () => {
  expect(
    ast(`abstract class A extends B implements C, \\D {
      use T, U { T::f insteadof U; U::f as protected g; h as static; }
      const X = 1, Y = self::X;
      final protected const Z = 2;
      public readonly int $a, $b;
      static $c = [];
      var $d;
      function __construct(private readonly string $e = '') {}
      abstract protected static function list(): int;
    }
    enum S: string implements I { case A = 'a'; case B; }
    interface I extends J, K {}
    final readonly class R {}`),
  ).toMatchInlineSnapshot(`
    "(class "A" flags=64
      "B"#1
      (name_list "C"#1 "D")
      (stmt_list
        (use_trait
          (name_list "T"#1 "U"#1)
          (trait_adaptations
            (trait_precedence
              (method_reference "T"#1 "f")
              (name_list "U"#1))
            (trait_alias#2
              (method_reference "U"#1 "f")
              "g")
            (trait_alias#16
              (method_reference - "h")
              -)))
        (class_const_group#1
          (class_const_decl
            (const_elem "X" 1 -)
            (const_elem
              "Y"
              (class_const "self"#1 "X")
              -))
          -)
        (class_const_group#34
          (class_const_decl
            (const_elem "Z" 2 -))
          -)
        (prop_group#129
          "int"#1
          (prop_decl
            (prop_elem "a" - -)
            (prop_elem "b" - -))
          -)
        (prop_group#16
          -
          (prop_decl
            (prop_elem "c" (array#3) -))
          -)
        (prop_group#1
          -
          (prop_decl
            (prop_elem "d" - -))
          -)
        (method "__construct" flags=1
          (param_list
            (param#132 "string"#1 "e" "" - -))
          -
          (stmt_list)
          -
          -)
        (method "list" flags=82 (param_list) - - "int"#1 -))
      -
      -)
    (class "S" flags=268435488
      -
      (name_list "I"#1)
      (stmt_list
        (enum_case "A" "a" - -)
        (enum_case "B" - - -))
      -
      "string"#1)
    (class "I" flags=1
      -
      (name_list "J"#1 "K"#1)
      (stmt_list)
      -
      -)
    (class "R" flags=73760 - - (stmt_list) - -)
    "
  `);
});

test('statements', () => {
  expect(
    ast(`if ($a): echo 1; elseif ($b): else: endif;
      if ($a) {} else if ($b); else echo 2;
      for (;;) break 2;
      foreach ($a as $k => [$x, $y]) continue;
      foreach ($a as &$v): endforeach;
      switch ($a) { case 1: default; }
      try { } catch (A|B) { } finally { return; }
      declare(ticks=1) { }
      a: goto a;
      global $a, $$b; static $c, $d = 1; unset($e[1], $f);
      do { } while (1);
      while (1): endwhile;`),
  ).toMatchInlineSnapshot(`
    "(if
      (if_elem
        (var "a")
        (stmt_list
          (stmt_list
            (echo 1))))
      (if_elem
        (var "b")
        (stmt_list))
      (if_elem - (stmt_list)))
    (if
      (if_elem
        (var "a")
        (stmt_list))
      (if_elem
        -
        (if
          (if_elem
            (var "b")
            -)
          (if_elem
            -
            (stmt_list
              (echo 2))))))
    (for
      -
      -
      -
      (break 2))
    (foreach
      (var "a")
      (array#3
        (array_elem
          (var "x")
          -)
        (array_elem
          (var "y")
          -))
      (var "k")
      (continue -))
    (foreach
      (var "a")
      (ref
        (var "v"))
      -
      (stmt_list))
    (switch
      (var "a")
      (switch_list
        (switch_case 1 (stmt_list))
        (switch_case - (stmt_list))))
    (try
      (stmt_list)
      (catch_list
        (catch
          (name_list "A"#1 "B"#1)
          -
          (stmt_list)))
      (stmt_list
        (return -)))
    (declare
      (const_decl
        (const_elem "ticks" 1 -))
      (stmt_list))
    (label "a")
    (goto "a")
    (stmt_list
      (global
        (var "a"))
      (global
        (var
          (var "b"))))
    (stmt_list
      (static "c" -)
      (static "d" 1))
    (stmt_list
      (unset
        (dim
          (var "e")
          1))
      (unset
        (var "f")))
    (do_while (stmt_list) 1)
    (while 1 (stmt_list))
    "
  `);
});

test('namespaces and imports', () => {
  expect(
    ast(`namespace A\\B; use C, D\\E as F; use function g; use H\\{I, function j as k, const L,}; const M = 1;
      namespace\\f(); __halt_compiler();`),
  ).toMatchInlineSnapshot(`
    "(namespace "A\\\\B" -)
    (use#1
      (use_elem "C" -)
      (use_elem "D\\\\E" "F"))
    (use#2
      (use_elem "g" -))
    (group_use
      "H"
      (use
        (use_elem#1 "I" -)
        (use_elem#2 "j" "k")
        (use_elem#4 "L" -)))
    (const_decl
      (const_elem "M" 1 -))
    (call "f"#2 (arg_list))
    (halt_compiler 144)
    "
  `);
});

describe('lines', () => {
  test('are those of zend_ast_create', () => {
    expect(ast('f(\n1,\n2\n);\n\nclass\nA\n{\n/** d */\nfunction\ng()\n{\n}\n}', true)).toMatchInlineSnapshot(`
      "(call@1
        "f"#1@1
        (arg_list@2 1@2 2@3))
      (class@6-14 "A"
        -
        -
        (stmt_list@8
          (method@10-13 "g" flags=1 doc="/** d */" (param_list@11) - (stmt_list@12) - -))
        -
        -)
      "
    `);
  });

  test('of __LINE__ include the look ahead that arguments need', () => {
    expect(ast('[__LINE__\n];', true)).toContain('magic_const#343@1');
    expect(ast('f(__LINE__\n);', true)).toContain('magic_const#343@2');
  });
});

test('doc comments belong to what follows them', () => {
  const text = ast(`/** 1 */ function f() {} /** 2 */ class A { /** 3 */ public $p; /** 4 */ const C = 1;
    /** 5 */ function m() {} } /** 6 */ { } function g() {} /** 7 */ $x = function () {};`);
  expect([...text.matchAll(/(?:doc=)?"(\/\*\* \d \*\/)"/g)].map((match) => match[1]?.[4])).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
    '7',
  ]);
});

test('the place after __halt_compiler(); and the last line are told', () => {
  const result = parse('<?php\n__halt_compiler ( ) ?>\nrest');
  expect(result.haltOffset).toBe('<?php\n__halt_compiler ( ) ?>\n'.length);
  expect(parse('<?php\n\n\n').lastLine).toBe(4);
});

test('modifiers that do not go together', () => {
  expect(errorOf('<?php class A { abstract final function f(); }')).toBe(
    'compile: Cannot use the final modifier on an abstract class member @1',
  );
  expect(errorOf('<?php class A {\npublic private $x; }')).toBe(
    'compile: Multiple access type modifiers are not allowed @2',
  );
  expect(errorOf('<?php final final class A {}')).toBe('compile: Multiple final modifiers are not allowed @1');
  expect(errorOf('<?php { __halt_compiler(); }')).toBe(
    'compile: __HALT_COMPILER() can only be used from the outermost scope @1',
  );
});

test('two parsers do not see each other, and one may parse after an error', () => {
  const a = new SourceParser();
  const b = new SourceParser();
  expect(() => a.parse('<?php function f() { yield 1; (')).toThrow();
  expect(b.parse('<?php 1;').ast.children).toHaveLength(1);
  expect(a.parse('<?php function f() {}').ast.children[0]?.flags).toBe(0);
});

test('deep nesting is refused in words', () => {
  expect(errorOf(`<?php ${'('.repeat(100_000)}`)).toMatch(/^parse: /);
});

test('the time it takes grows with the length of the source, not faster', () => {
  const line =
    'function f%($a, array $b = [1, 2]) { foreach ($b as $k => $v) { $a[$k] ??= "x $v" . g($k, $v)->h; } return $a; }\n';
  const parser = new SourceParser();
  const time = (lines: number): number => {
    const source = `<?php\n${Array.from({ length: lines }, (_, i) => line.replace('%', `${i}`)).join('')}`;
    const start = performance.now();
    parser.parse(source);
    return performance.now() - start;
  };
  time(500);
  expect(time(4000)).toBeLessThan(8 * 6 * time(500));
});
