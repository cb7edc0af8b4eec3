/** Random expressions of a wanted kind. */
import { type Dice, type Kind, KINDS, MOST_STEPS, type Scope } from './scope.ts';

// biome-ignore format: a list
const INTS: readonly string[] = [
  '0', '1', '2', '3', '7', '-1', '-5', '10', '100', '255', '65536', '2147483647', '-2147483648', '4294967296', '9007199254740991',
  '9007199254740993', 'PHP_INT_MAX', 'PHP_INT_MIN', '4611686018427387904', '-9007199254740992', '1000003', '0x7fffffff',
];
// biome-ignore format: a list
const FLOATS: readonly string[] = [
  '0.0', '-0.0', '0.5', '1.0', '1.5', '-2.25', '3.0', '1e3', '1e15', '1e100', '-1e-7', '0.1', 'M_PI', 'NAN', 'INF', '9.2233720368547758E+18', '4.0e9',
];
// biome-ignore format: a list
const STRINGS: readonly string[] = [
  "''", "'a'", "'abc'", "'0'", "'12'", "'1.5'", "' 3'", "'7 '", "'3x'", "'z'", "'Zz9'", "'x9'", "'-1'", "'1e2'", "'key'", "'\\xff\\x00b'", "'hello world'",
];

export class Expressions {
  readonly dice: Dice;
  constructor(dice: Dice) {
    this.dice = dice;
  }

  /** An expression of a kind; `depth` bounds its size. */
  of(kind: Kind, scope: Scope, depth = 2): string {
    const { dice } = this;
    if (depth > 0 && dice.chance(1)) return this.of(dice.pick(KINDS), scope, depth - 1);
    if (depth <= 0 || dice.chance(20)) return this.leaf(kind, scope);
    if (dice.chance(12)) {
      const call = this.call(kind, scope, depth);
      if (call !== null) return call;
    }
    switch (kind) {
      case 'int':
        return this.int(scope, depth);
      case 'float':
        return this.float(scope, depth);
      case 'string':
        return this.string(scope, depth);
      case 'bool':
        return this.bool(scope, depth);
      case 'list':
        return this.list(scope, depth);
      case 'hash':
        return this.hash(scope, depth);
      case 'object':
        return this.object(scope, depth);
      case 'mixed':
        return this.mixed(scope, depth);
    }
  }

  /** A variable of the kind. */
  variable(kind: Kind, scope: Scope): string {
    return this.dice.pick(scope.of(kind));
  }

  private leaf(kind: Kind, scope: Scope): string {
    const { dice } = this;
    if (dice.chance(65)) return this.variable(kind, scope);
    switch (kind) {
      case 'int':
        return dice.pick(INTS);
      case 'float':
        return dice.pick(FLOATS);
      case 'string':
        return dice.pick(STRINGS);
      case 'bool':
        return dice.pick(['true', 'false']);
      case 'list':
        return dice.pick(['[]', '[1, 2, 3]', '[0.5, 1.5]', "['a', 'b']", '[[1, 2], [3]]', 'range(0, 5)']);
      case 'hash':
        return dice.pick([
          "['k' => 1, 'x' => 2]",
          '[5 => 1, 9 => 2]',
          "['k' => [1], 'x' => ['k' => 2]]",
          "['12' => 1, 'b' => null]",
        ]);
      case 'object':
        return dice.pick(['new Shape(1)', 'new Square(2)', 'new Noisy(3)', 'new Loose()']);
      case 'mixed':
        return dice.pick(['null', 'true', '1', '0.5', "'m'", '[1]', 'PHP_INT_MAX']);
    }
  }

  private int(scope: Scope, depth: number): string {
    const { dice } = this;
    const e = (kind: Kind): string => this.of(kind, scope, depth - 1);
    switch (dice.below(16)) {
      case 0:
      case 1:
      case 2:
        return `(${e('int')} ${dice.pick(['+', '-', '*'])} ${e('int')})`;
      case 3:
        return `(${e('int')} ${dice.pick(['&', '|', '^'])} ${e('int')})`;
      case 4:
        return `(${e('int')} ${dice.pick(['<<', '>>'])} ${dice.pick(['1', '3', '31', '32', '63', '64', '($i1 & 63)'])})`;
      case 5:
        return `(${e('int')} % ${dice.pick(['7', '10', '-3', '1000003', '-1', '($i1 | 1)'])})`;
      case 6:
        return `(${dice.pick(['-', '~', '+'])}${e('int')})`;
      case 7:
        return `(int) ${e(dice.pick(['float', 'string', 'bool', 'mixed']))}`;
      case 8:
        return `strlen(${e('string')})`;
      case 9:
        return `count(${e(dice.pick(['list', 'hash']))})`;
      case 10:
        return `(${e('int')} <=> ${e(dice.pick(['int', 'float', 'string', 'mixed']))})`;
      case 11:
        return `(${e('bool')} ? ${e('int')} : ${e('int')})`;
      case 12:
        return `${this.element('list', scope, depth)}`;
      case 13:
        return `(${this.element('hash', scope, depth)} ?? ${e('int')})`;
      case 14:
        return this.member(scope, ['n', 'get()', 'twice(2)'], depth);
      default:
        return dice.pick([
          'Shape::$made',
          'Shape::K',
          'Square::K',
          'intdiv($i1, 3)',
          'max($i1, $i2)',
          'min($i1, 5, $i2)',
          'abs($i1)',
          'ord($s1)',
        ]);
    }
  }

  private float(scope: Scope, depth: number): string {
    const { dice } = this;
    const e = (kind: Kind): string => this.of(kind, scope, depth - 1);
    switch (dice.below(8)) {
      case 0:
      case 1:
      case 2:
        return `(${e('float')} ${dice.pick(['+', '-', '*'])} ${e(dice.pick(['float', 'int']))})`;
      case 3:
        return `(-${e('float')})`;
      case 4:
        return `(float) ${e(dice.pick(['int', 'string']))}`;
      case 5:
        return `${dice.pick(['sqrt', 'floor', 'abs', 'round'])}(${e('float')})`;
      case 6:
        return `(${e(dice.pick(['int', 'float']))} / ${dice.pick(['2', '3', '7', '0.5', '-1', '($i1 | 1)'])})`;
      default:
        return this.member(scope, ['f', 'area()'], depth);
    }
  }

  private string(scope: Scope, depth: number): string {
    const { dice } = this;
    const e = (kind: Kind): string => this.of(kind, scope, depth - 1);
    const scalar = (): Kind => dice.pick(['int', 'float', 'string', 'bool'] as const);
    switch (dice.below(9)) {
      case 0:
      case 1:
        return `substr(${e('string')} . ${e(scalar())}, 0, 40)`;
      case 2:
        return `"${dice.pick(['$s1', '$i1', '<$s2>', '$i2:$i1', '{$o1->n}', '$l1[0]', "{$h1['k']}", 'a{$s1}b$f1'])}"`;
      case 3:
        return `${this.variable('string', scope)}[${dice.pick(['0', '1', '-1', '$i1'])}]`;
      case 4:
        return `substr(${e('string')}, ${dice.pick(['0', '1', '-2', '$i1'])}, ${dice.pick(['1', '3', '-1'])})`;
      case 5:
        return `(string) ${e(scalar())}`;
      case 6:
        return dice.pick([
          'strrev($s1)',
          'strtoupper($s2)',
          "str_replace('a', 'bb', $s1)",
          'implode(",", array_map(fn($x) => gettype($x), $l1))',
          'gettype($m1)',
          'get_debug_type($i1)',
        ]);
      case 7:
        return this.member(scope, ['s', 'name()'], depth);
      default:
        return `(${e('bool')} ? ${e('string')} : ${e('string')})`;
    }
  }

  private bool(scope: Scope, depth: number): string {
    const { dice } = this;
    const e = (kind: Kind): string => this.of(kind, scope, depth - 1);
    const kind = dice.pick(KINDS);
    switch (dice.below(9)) {
      case 0:
      case 1:
        return `(${e('int')} ${dice.pick(['<', '<=', '>', '>=', '==', '!=', '===', '!=='])} ${e(dice.pick(['int', 'int', 'float', 'string']))})`;
      case 2:
        return `(${e('float')} ${dice.pick(['<', '<=', '>', '>=', '==', '!=='])} ${e('float')})`;
      case 3:
        return `(${e('bool')} ${dice.pick(['&&', '||', 'xor'])} ${e('bool')})`;
      case 4:
        return `(!${e(kind)})`;
      case 5:
        return `isset(${dice.pick(['$l1[$i1]', "$h1['k']", '$m1', "$h1['x']['k']", '$o1->u', '$o1->n', '$s1[2]'])})`;
      case 6:
        return `${dice.pick(['is_int', 'is_float', 'is_string', 'is_array', 'is_null', 'is_bool', 'is_object'])}(${e(kind)})`;
      case 7:
        return `(${e('string')} ${dice.pick(['===', '==', '<', '!='])} ${e(dice.pick(['string', 'int']))})`;
      default:
        return dice.pick([
          '($o1 instanceof Square)',
          '($m1 === null)',
          'empty($l1)',
          'empty($s1)',
          "array_key_exists('k', $h1)",
          'in_array($i1, $l1)',
        ]);
    }
  }

  private list(scope: Scope, depth: number): string {
    const { dice } = this;
    const e = (kind: Kind): string => this.of(kind, scope, depth - 1);
    switch (dice.below(6)) {
      case 0:
        return `[${e('int')}, ${e(dice.pick(['int', 'float', 'string', 'mixed']))}]`;
      case 1:
        return `[...${e('list')}, ${e('int')}]`;
      case 2:
        return `array_slice(${e('list')}, ${dice.pick(['0', '1', '-2'])}, 4)`;
      case 3:
        return `array_map(${dice.pick(['fn($x) => [$x, 1]', 'fn($x) => $i1', 'function ($x) use ($s1) { return $s1; }'])}, array_slice(${e('list')}, 0, 5))`;
      case 4:
        return `array_values(${e('hash')})`;
      default:
        return `[[${e('int')}], [${e('float')}, ${e('string')}]]`;
    }
  }

  private hash(scope: Scope, depth: number): string {
    const { dice } = this;
    const e = (kind: Kind): string => this.of(kind, scope, depth - 1);
    switch (dice.below(4)) {
      case 0:
        return `['k' => ${e('int')}, 'x' => ${e('mixed')}]`;
      case 1:
        return `[${e('int')} => ${e('int')}, ${e('string')} => ${e('float')}]`;
      case 2:
        return `(${e('hash')} + ${e('hash')})`;
      default:
        return `['k' => ['k' => ${e('int')}], 'x' => ${e('list')}]`;
    }
  }

  private object(scope: Scope, depth: number): string {
    const { dice } = this;
    const e = (kind: Kind): string => this.of(kind, scope, depth - 1);
    switch (dice.below(5)) {
      case 0:
        return `new Shape(${e('int')}, f: ${e('float')})`;
      case 1:
        return `new Square(${e('int')})`;
      case 2:
        return `(clone ${this.variable('object', scope)})`;
      case 3:
        return `Shape::make(${e('int')})`;
      default:
        return `${this.variable('object', scope)}->add(${e('int')})`;
    }
  }

  private mixed(scope: Scope, depth: number): string {
    const { dice } = this;
    const e = (kind: Kind): string => this.of(kind, scope, depth - 1);
    switch (dice.below(6)) {
      case 0:
        return `match (true) { ${e('bool')} => ${e(dice.pick(KINDS))}, default => ${e(dice.pick(KINDS))} }`;
      case 1:
        return `(${this.element('hash', scope, depth)} ?? ${e(dice.pick(KINDS))})`;
      case 2:
        return `${this.variable('mixed', scope)}?->n`;
      case 3:
        return `(${e('bool')} ? ${e(dice.pick(KINDS))} : ${e(dice.pick(KINDS))})`;
      case 4:
        return `(${this.variable('mixed', scope)} ?: ${e('int')})`;
      default:
        return this.member(scope, ['u', 'list', 'maybe()?->n', 'magic'], depth);
    }
  }

  /** An element of an array. */
  element(kind: 'list' | 'hash', scope: Scope, depth: number): string {
    const { dice } = this;
    const array = this.variable(kind, scope);
    if (kind === 'hash') return `${array}[${dice.pick(["'k'", "'x'", '$s1', '$i1', '5', "'12'"])}]`;
    const index = dice.pick(['0', '1', '2', '$i1', '$i2', `${this.of('int', scope, depth - 2)}`]);
    return dice.chance(20) ? `${array}[${index}][0]` : `${array}[${index}]`;
  }

  private member(scope: Scope, names: readonly string[], depth: number): string {
    const { dice } = this;
    const name = dice.pick(names);
    if (scope.hasThis && dice.chance(50)) return `$this->${name}`;
    const arrow = dice.chance(15) ? '?->' : '->';
    return dice.chance(10) && depth > 1
      ? `(${this.object(scope, depth - 1)})${arrow}${name}`
      : `${this.variable('object', scope)}${arrow}${name}`;
  }

  /** A call of a function that returns the kind; null when there is none that is cheap enough. */
  call(kind: Kind | null, scope: Scope, depth: number): string | null {
    const { dice } = this;
    const cheap = dice.functions.filter(
      (one) => (kind === null || one.returns === kind) && scope.cost + one.cost * scope.times < MOST_STEPS,
    );
    if (cheap.length === 0) return null;
    const f = dice.pick(cheap);
    scope.cost += f.cost * scope.times;
    const named = dice.chance(12);
    const count = named || dice.chance(98) ? f.parameters.length : dice.below(f.parameters.length + 2);
    const values: string[] = [];
    for (let i = 0; i < count; i++) {
      const wanted = f.parameters[i] ?? 'int';
      const value = f.byRef[i] === true ? this.variable(wanted, scope) : this.of(wanted, scope, depth - 1);
      values.push(named ? `p${i}: ${value}` : value);
    }
    if (named) values.reverse();
    else if (f.byRef.every((one) => !one) && dice.chance(6)) return `${f.name}(...[${values.join(', ')}])`;
    return `${f.name}(${values.join(', ')})`;
  }
}
