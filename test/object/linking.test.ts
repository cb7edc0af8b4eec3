import { describe, expect, it } from 'vitest';
import { declareAll, Fatal, FakeRuntime } from './fake-runtime.ts';

/** The fatal error (and its line) that declaring the classes ends with, or '' . */
function fatalOf(source: string): string {
  const rt = new FakeRuntime();
  try {
    declareAll(rt, source);
  } catch (error) {
    if (error instanceof Fatal) return `${error.message} @${error.line}`;
    throw error;
  }
  return rt.thrown ?? '';
}

describe('linking classes', () => {
  const cases: readonly (readonly [name: string, source: string, expected: string])[] = [
    ['plain inheritance', 'if (1) { class A { function f() {} } class B extends A { function f() {} } }', ''],
    [
      'more required parameters',
      'if (1) { class A { function f() {} }\nclass B extends A { function f($x) {} } }',
      'Declaration of B::f($x) must be compatible with A::f() @3',
    ],
    [
      'wider visibility only',
      'if (1) { class A { public function f() {} }\nclass B extends A { private function f() {} } }',
      'Access level to B::f() must be public (as in class A) @3',
    ],
    [
      'final method',
      'if (1) { class A { final function f() {} }\nclass B extends A { function f() {} } }',
      'Cannot override final method A::f() @3',
    ],
    [
      'covariant return',
      'if (1) { class P {} class C extends P {} class A { function f(): P {} } class B extends A { function f(): C {} } }',
      '',
    ],
    [
      'contravariant return',
      'if (1) { class P {} class C extends P {} class A { function f(): C {} }\nclass B extends A { function f(): P {} } }',
      'Declaration of B::f(): P must be compatible with A::f(): C @3',
    ],
    [
      'static for self',
      'if (1) { class A { function f(): self {} } class B extends A { function f(): static {} } }',
      '',
    ],
    [
      'unknown class in a signature',
      'if (1) { class A { function f(X $x) {} }\nclass B extends A { function f(Y $x) {} } }',
      'Could not check compatibility between B::f(Y $x) and A::f(X $x), because class X is not available @3',
    ],
    [
      'property type',
      'if (1) { class A { public int $x; }\nclass B extends A { public string $x; } }',
      'Type of B::$x must be int (as in class A) @3',
    ],
    [
      'static property',
      'if (1) { class A { public $x; }\nclass B extends A { public static $x; } }',
      'Cannot redeclare non static A::$x as static B::$x @3',
    ],
    [
      'final constant',
      'if (1) { class A { final const X = 1; }\nclass B extends A { const X = 2; } }',
      'B::X cannot override final constant A::X @3',
    ],
    [
      'abstract methods',
      'interface I { function f(); function g(); }\nclass B implements I { }',
      'Class B contains 2 abstract methods and must therefore be declared abstract or implement the remaining methods (I::f, I::g) @3',
    ],
    [
      'traits collide',
      'trait T { function f() {} } trait U { function f() {} }\nclass A { use T, U; }',
      'Trait method U::f has not been applied as A::f, because of collision with T::f @3',
    ],
    [
      'insteadof',
      'trait T { function f() {} } trait U { function f() {} } class A { use T, U { T::f insteadof U; U::f as protected g; } }',
      '',
    ],
    [
      'no such trait method',
      'trait T { }\nclass A { use T { x as y; } }',
      'An alias (y) was defined for method x(), but this method does not exist @3',
    ],
    [
      'trait property conflict',
      'trait T { public $x = 1; }\nclass A { use T; public $x = 2; }',
      'A and T define the same property ($x) in the composition of A. However, the definition differs and is considered incompatible. Class was composed @3',
    ],
    ['not an interface', 'class I {}\nclass A implements I { }', 'A cannot implement I - it is not an interface @3'],
    [
      'Traversable alone',
      'class A implements Traversable { }',
      'Class A must implement interface Traversable as part of either Iterator or IteratorAggregate @0',
    ],
    [
      'Throwable',
      'class A implements Throwable { }',
      'Class A cannot implement interface Throwable, extend Exception or Error instead @2',
    ],
    ['missing parent', 'class A extends Nowhere { }', 'Error: Class "Nowhere" not found'],
  ];
  it.each(cases)('%s', (_name, source, expected) => {
    expect(fatalOf(source)).toBe(expected);
  });

  it('warns about tentative return types unless the attribute is there', () => {
    const rt = new FakeRuntime();
    declareAll(rt, 'class A implements Countable { function count() { return 1; } }');
    expect(rt.messages).toEqual([
      'Return type of A::count() should either be compatible with Countable::count(): int, or the #[\\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice',
    ]);
    const silent = new FakeRuntime();
    declareAll(silent, 'class A implements Countable { #[ReturnTypeWillChange] function count() { return 1; } }');
    expect(silent.messages).toEqual([]);
  });

  it('lays out slots with the parent first and shares inherited statics', () => {
    const rt = new FakeRuntime();
    declareAll(
      rt,
      'class A { private $p = 1; public $q = 2; static $s = 3; } class B extends A { public $q = 4; private $p = 5; }',
    );
    const a = rt.classOf('A');
    const b = rt.classOf('B');
    expect(b.defaultProperties).toEqual([1, 4, undefined, 5]);
    expect(b.propertiesInfoTable.map((info) => info && `${info.ce.name}::${info.name}`)).toEqual([
      'A::p',
      'B::q',
      null,
      'B::p',
    ]);
    expect(b.staticMembers[0]).toBe(a.staticMembers[0]);
  });
});
