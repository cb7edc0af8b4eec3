/** Random statements, a line each (blocks: a line for their head and one for their end). */
import type { Expressions } from './expressions.ts';
import { type Feature, FEATURES } from './features.ts';
import { FLOW_FEATURES } from './flow-features.ts';
import { type Dice, type Kind, KINDS, MOST_STEPS, type Scope } from './scope.ts';

/** How much weight the features have among the plain statements. */
const FEATURE_SHARE = 0.7;

type Writer = (scope: Scope) => string[];

const indent = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);

export class Statements {
  readonly dice: Dice;
  readonly x: Expressions;
  private readonly writers: readonly (readonly [number, Writer])[];

  constructor(dice: Dice, expressions: Expressions) {
    this.dice = dice;
    this.x = expressions;
    this.writers = [
      [14, (scope) => this.assign(scope)],
      [9, (scope) => this.compound(scope)],
      [6, (scope) => this.increment(scope)],
      [8, (scope) => this.branch(scope)],
      [9, (scope) => this.loop(scope)],
      [7, (scope) => this.foreach(scope)],
      [9, (scope) => this.writeElement(scope)],
      [6, (scope) => this.writeProperty(scope)],
      [4, (scope) => this.tryBlock(scope)],
      [4, (scope) => this.closure(scope)],
      [3, (scope) => this.generator(scope)],
      [3, (scope) => this.reference(scope)],
      [3, (scope) => this.destructure(scope)],
      [3, (scope) => this.statics(scope)],
      [5, (scope) => [`echo ${this.x.of(dice.pick(['int', 'float', 'string', 'bool'] as const), scope)}, "\\n";`]],
      [2, (scope) => [`unset(${this.x.variable(dice.pick(KINDS), scope)});`]],
      [4, (scope) => this.callStatement(scope)],
      [2, (scope) => this.leave(scope)],
      ...[...FEATURES, ...FLOW_FEATURES].map(
        ([weight, feature]) => [weight * FEATURE_SHARE, (scope: Scope) => this.feature(feature, scope)] as const,
      ),
    ];
  }

  /** Some statements. */
  block(scope: Scope, count: number): string[] {
    const lines: string[] = [];
    for (let i = 0; i < count; i++) {
      const one = this.one(scope);
      // What goes wrong is not to keep the rest from being seen.
      if (scope.depth > 0 || this.dice.chance(50)) lines.push(...one);
      else lines.push('try {', ...indent(one), '} catch (Error $e) {', '    echo $e->getMessage(), "\\n";', '}');
    }
    return lines;
  }

  private one(scope: Scope): string[] {
    scope.cost += scope.times;
    let at = this.dice.below(this.writers.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, writer] of this.writers) {
      at -= weight;
      if (at < 0) return writer(scope);
    }
    return [];
  }

  private nested(scope: Scope, count: number): string[] {
    scope.depth++;
    const lines = scope.depth > 3 ? this.assign(scope) : this.block(scope, 1 + this.dice.below(count));
    scope.depth--;
    return indent(lines);
  }

  /** Costs what its own loops may take. */
  private feature(feature: Feature, scope: Scope): string[] {
    if (scope.cost + 40 * scope.times > MOST_STEPS) return this.assign(scope);
    scope.cost += 40 * scope.times;
    const { dice, x } = this;
    return feature({ dice, x, scope, body: (times) => this.repeated(scope, times, () => this.loopBody(scope)) });
  }

  private assign(scope: Scope): string[] {
    const kind = this.dice.pick(KINDS);
    const value = this.x.of(this.dice.chance(2) ? this.dice.pick(KINDS) : kind, scope, 3);
    return [`${this.x.variable(kind, scope)} = ${value};`];
  }

  private compound(scope: Scope): string[] {
    const { dice, x } = this;
    switch (dice.below(4)) {
      case 0:
        return [
          `${x.variable('int', scope)} ${dice.pick(['+=', '-=', '*=', '&=', '|=', '^='])} ${x.of('int', scope)};`,
        ];
      case 1:
        return [
          `${x.variable('float', scope)} ${dice.pick(['+=', '-=', '*='])} ${x.of(dice.pick(['float', 'int']), scope)};`,
        ];
      case 2: {
        const s = x.variable('string', scope);
        return [`if (strlen((string) ${s}) < 60) ${s} .= ${x.of(dice.pick(['string', 'int', 'float']), scope)};`];
      }
      default:
        return [`${x.variable('mixed', scope)} ??= ${x.of(dice.pick(KINDS), scope)};`];
    }
  }

  private increment(scope: Scope): string[] {
    const { dice, x } = this;
    const kind = dice.pick(['int', 'int', 'int', 'float', 'string', 'mixed'] as const);
    const v = x.variable(kind, scope);
    const text = dice.pick([`${v}++`, `++${v}`, `${v}--`, `--${v}`]);
    return dice.chance(40) ? [`${x.variable('mixed', scope)} = ${text};`] : [`${text};`];
  }

  private branch(scope: Scope): string[] {
    const { dice, x } = this;
    if (dice.chance(20)) {
      const cases = ['1', '2', "'a'", '0.5', 'null'].slice(0, 2 + dice.below(3));
      return [
        `switch (${x.of(dice.pick(['int', 'string', 'mixed']), scope)}) {`,
        ...cases.flatMap((one) => [
          `    case ${one}:`,
          ...indent(this.nested(scope, 1)),
          ...(dice.chance(70) ? ['        break;'] : []),
        ]),
        '    default:',
        ...indent(this.nested(scope, 1)),
        '}',
      ];
    }
    const lines = [`if (${x.of(dice.chance(80) ? 'bool' : dice.pick(KINDS), scope)}) {`, ...this.nested(scope, 3)];
    if (dice.chance(40)) lines.push('} else {', ...this.nested(scope, 2));
    return [...lines, '}'];
  }

  /** Runs `body` as what may run `n` times. */
  private repeated(scope: Scope, n: number, body: () => string[]): string[] {
    const { times } = scope;
    scope.times = times * n;
    scope.loops++;
    const lines = scope.cost + 3 * scope.times > MOST_STEPS ? indent(this.assign(scope)) : body();
    scope.loops--;
    scope.times = times;
    return lines;
  }

  private loopBody(scope: Scope): string[] {
    const lines = this.nested(scope, 4);
    if (this.dice.chance(20) && scope.inFinally === 0) {
      const word = this.dice.pick(['break', 'continue']);
      lines.push(`    if (${this.x.of('bool', scope)}) { ${word}; }`);
    }
    return lines;
  }

  private loop(scope: Scope): string[] {
    const { dice, x } = this;
    const n = dice.pick([2, 3, 5, 8, 30, 60]);
    const v = `$n${dice.fresh()}`;
    const body = (): string[] => this.repeated(scope, n, () => this.loopBody(scope));
    switch (dice.below(4)) {
      case 0:
        return [`${v} = ${n};`, `while (${v}-- > 0) {`, ...body(), '}'];
      case 1:
        return [`${v} = ${n};`, 'do {', ...body(), `} while (--${v} > 0);`];
      case 2: {
        // The variable counts, and is read by the body as the script's other ints are.
        const seen = x.variable('int', scope);
        return [
          `for (${v} = 0; ${v} < ${n}; ${v}++) {`,
          `    ${seen} ${dice.pick(['=', '+=', '^='])} ${v};`,
          ...body(),
          '}',
        ];
      }
      default:
        return [`for (${v} = 0; ${v} < ${n}; ++${v}) {`, ...body(), '}'];
    }
  }

  private foreach(scope: Scope): string[] {
    const { dice, x } = this;
    const source = dice.pick(['list', 'hash'] as const);
    const array = x.variable(source, scope);
    const value = x.variable('mixed', scope);
    const key = dice.chance(50) ? `${x.variable(dice.pick(['string', 'mixed', 'int']), scope)} => ` : '';
    const iterated = dice.chance(25)
      ? `(array) array_slice(${x.of('list', scope)}, 0, 6)`
      : `array_slice((array) ${array}, 0, 8)`;
    if (dice.chance(25)) {
      const r = `$r${dice.fresh()}`;
      const body = dice.pick([
        `${r} = ${x.of(dice.pick(['int', 'float', 'string']), scope)};`,
        `if (is_int(${r})) ${r}++;`,
        `if (is_int(${r})) ${r} += 3;`,
      ]);
      return [
        `if (is_array(${array}) && count(${array}) < 20) {`,
        `    foreach (${array} as ${key}&${r}) {`,
        `        ${body}`,
        '    }',
        ...(dice.chance(70) ? [`    unset(${r});`] : []),
        '}',
      ];
    }
    if (dice.chance(15)) {
      return [
        `foreach ([[1, ${x.of('int', scope)}], [2, ${x.of('string', scope)}]] as ${key}[${x.variable('int', scope)}, ${value}]) {`,
        ...this.repeated(scope, 2, () => this.loopBody(scope)),
        '}',
      ];
    }
    return [`foreach (${iterated} as ${key}${value}) {`, ...this.repeated(scope, 8, () => this.loopBody(scope)), '}'];
  }

  private writeElement(scope: Scope): string[] {
    const { dice, x } = this;
    const list = x.variable('list', scope);
    const hash = x.variable('hash', scope);
    const value = x.of(dice.pick(['int', 'float', 'string', 'mixed'] as const), scope);
    switch (dice.below(10)) {
      case 0:
        return [`if (count(${list}) < 40) ${list}[] = ${value};`];
      case 1:
        return [`${list}[${dice.pick(['0', '1', '2', '$i1 & 7'])}] = ${value};`];
      case 2:
        return [`${list}[${dice.pick(['0', '1', '$i1 & 3'])}] ${dice.pick(['+=', '-=', '*='])} ${x.of('int', scope)};`];
      case 3:
        return [`${hash}[${dice.pick(["'k'", "'x'", '$s1', '$i1'])}] = ${value};`];
      case 4:
        return [`${hash}['n']${dice.pick(["['k']", '[]', '[0]', "['x']['y']"])} = ${value};`];
      case 5:
        return [`${hash}[${dice.pick(["'k'", "'q'"])}]${dice.pick(['++', '--', ' .= "x"', ' ??= 5', ' += 1.5'])};`];
      case 6:
        return [`unset(${dice.pick([`${list}[${dice.pick(['0', '1', '$i1'])}]`, `${hash}['k']`, `${hash}[$s1]`])});`];
      case 7:
        return [`${x.variable('string', scope)}[${dice.pick(['0', '1', '3'])}] = ${x.of('string', scope)};`];
      case 8:
        return [`${list}[9][${dice.pick(['0', '1', ''])}] = ${value};`];
      default:
        return [`${list}[$i1 & 3] ??= ${value};`, `${x.variable('mixed', scope)} = ${list}[$i1 & 3]++;`];
    }
  }

  private writeProperty(scope: Scope): string[] {
    const { dice, x } = this;
    const o = scope.hasThis && dice.chance(50) ? '$this' : x.variable('object', scope);
    const property = dice.pick(['n', 'n', 'f', 's', 'u', 'list', 'magic', 'maybe']);
    const kinds: Record<string, Kind> = {
      n: 'int',
      f: 'float',
      s: 'string',
      u: 'mixed',
      list: 'list',
      magic: 'int',
      maybe: 'int',
    };
    const kind = dice.chance(6) ? dice.pick(KINDS) : (kinds[property] as Kind);
    switch (dice.below(7)) {
      case 0:
        return [`${o}->n ${dice.pick(['+=', '-=', '*=', '|='])} ${x.of('int', scope)};`];
      case 1:
        return [
          `${dice.chance(50) ? `${x.variable('mixed', scope)} = ` : ''}${o}->${dice.pick(['n++', 'n--', 'f++', 'u++'])};`,
        ];
      case 2:
        return [`${o}->list[${dice.pick(['', '0', "'k'"])}] = ${x.of('int', scope)};`];
      case 3:
        return [`Shape::$made ${dice.pick(['+=', '^=', '='])} ${x.of('int', scope)};`];
      case 4:
        return [`${o}->u = ${dice.pick([x.variable('object', scope), x.of('list', scope), x.of('string', scope)])};`];
      default:
        return [`${o}->${property} = ${x.of(kind, scope)};`];
    }
  }

  private tryBlock(scope: Scope): string[] {
    const { dice, x } = this;
    const lines = ['try {', ...this.nested(scope, 3)];
    if (dice.chance(40))
      lines.push(
        `    if (${x.of('bool', scope)}) throw new ${dice.pick(['LogicException', 'RuntimeException', 'Error'])}('t' . ${x.of('int', scope)});`,
      );
    const caught = dice.chance(85);
    if (caught) {
      const e = `$e${dice.fresh()}`;
      lines.push(
        `} catch (${dice.pick(['Throwable', 'Throwable', 'LogicException', 'TypeError | ArithmeticError'])} ${e}) {`,
        `    echo get_class(${e}), ':', ${e}->getMessage(), '@', ${e}->getLine(), "\\n";`,
      );
    }
    if (!caught || dice.chance(40)) {
      scope.inFinally++;
      lines.push('} finally {', ...this.nested(scope, 2));
      scope.inFinally--;
    }
    return [...lines, '}'];
  }

  private closure(scope: Scope): string[] {
    const { dice, x } = this;
    const f = `$f_${dice.fresh()}`;
    const kind = dice.pick(['int', 'float', 'string'] as const);
    const target = x.variable(dice.pick([kind, 'mixed'] as const), scope);
    const body = dice.pick([
      `fn(${dice.pick(['int ', '', 'float '])}$x) => $x + $i1`,
      `function ($x) use ($i1, &$i2) { $i2 = $x; return $i1; }`,
      'function ($x, ...$rest) { static $n = 0; return ++$n + count($rest) + (int) $x; }',
      'static fn($x = 3) => fn($y) => $x . $y',
    ]);
    if (body.startsWith('static fn'))
      return [
        `${f} = ${body};`,
        `${x.variable('string', scope)} = ${f}(${x.of('int', scope)})(${x.of('int', scope)});`,
      ];
    const lines = [`${f} = ${body};`, `${target} = ${f}(${x.of('int', scope)});`];
    if (dice.chance(40)) lines.push(`for ($q = 0; $q < 4; $q++) { ${target} = ${f}($q, 1, 2); }`);
    if (dice.chance(30)) lines.push(`${x.variable('list', scope)} = array_map(${f}, [1, 2.0, 3]);`);
    if (dice.chance(20)) lines.push(`usort(${x.variable('list', scope)}, fn($a, $b) => gettype($a) <=> gettype($b));`);
    return lines;
  }

  private generator(scope: Scope): string[] {
    const { dice, x } = this;
    if (scope.isGenerator && dice.chance(70)) {
      return [
        dice.pick([
          `${x.variable('mixed', scope)} = yield ${x.of('int', scope)};`,
          `yield ${x.of('string', scope)} => ${x.of('mixed', scope)};`,
          'yield from [1, 2];',
          'yield from count_to(3);',
        ]),
      ];
    }
    const lines = this.repeated(scope, 4, () => this.loopBody(scope));
    return dice.chance(75)
      ? [
          `foreach (count_to(${dice.pick(['3', '4'])}) as ${x.variable(dice.pick(['int', 'mixed']), scope)}) {`,
          ...lines,
          '}',
        ]
      : [
          `$g = echoing(${x.of('int', scope)});`,
          '$g->current();',
          `${x.variable('mixed', scope)} = $g->send(${x.of('mixed', scope)});`,
          '$g = null;',
        ];
  }

  private reference(scope: Scope): string[] {
    const { dice, x } = this;
    const r = `$r${dice.fresh()}`;
    const kind = dice.pick(['int', 'float', 'string', 'list', 'mixed'] as const);
    const v = x.variable(kind, scope);
    const target = dice.pick([
      v,
      `${x.variable('list', scope)}[0]`,
      `${x.variable('hash', scope)}['k']`,
      `${x.variable('object', scope)}->u`,
    ]);
    const lines = [
      `${r} = &${target};`,
      `${r} = ${x.of(kind, scope)};`,
      ...this.nested(scope, 2).map((line) => line.trimStart()),
    ];
    if (dice.chance(50)) lines.push(`${r}${dice.pick(['++', ' = 5', " = 'r'"])};`);
    if (dice.chance(60)) lines.push(`unset(${r});`);
    return lines;
  }

  private destructure(scope: Scope): string[] {
    const { dice, x } = this;
    const [a, b] = [x.variable('int', scope), x.variable('mixed', scope)];
    switch (dice.below(4)) {
      case 0:
        return [`[${a}, ${b}] = [${b}, ${a}];`];
      case 1:
        return [`['k' => ${a}, 'x' => ${b}] = ${x.of('hash', scope)};`];
      case 2:
        return [`list(, ${b}) = ${x.of('list', scope)};`];
      default:
        return [`[[${a}], [, ${b}]] = [[${x.of('int', scope)}], [0, ${x.of('mixed', scope)}]];`];
    }
  }

  private statics(scope: Scope): string[] {
    const { dice, x } = this;
    const n = dice.fresh();
    if (dice.chance(50))
      return [
        `static $st${n} = ${dice.pick(['0', '1.5', "'s'", '[]', 'PHP_INT_MAX'])};`,
        `${dice.pick(['$st', '$st'])}${n}${dice.pick([' = 3', '++', ' = $i1'])};`,
        `${x.variable('mixed', scope)} = $st${n};`,
      ];
    return [
      'global $global;',
      dice.pick([
        '$global++;',
        `$global = ${x.of('int', scope)};`,
        `${x.variable('mixed', scope)} = $global;`,
        '$global += 2;',
      ]),
    ];
  }

  private callStatement(scope: Scope): string[] {
    const { dice, x } = this;
    const call = x.call(null, scope, 3);
    if (call === null) return this.assign(scope);
    return [dice.chance(50) ? `${call};` : `${x.variable('mixed', scope)} = ${call};`];
  }

  private leave(scope: Scope): string[] {
    const { dice, x } = this;
    if (scope.depth === 0) return this.assign(scope);
    if (scope.loops > 0 && scope.inFinally === 0 && dice.chance(50)) return [`${dice.pick(['break', 'continue'])};`];
    if (scope.returns === null) return this.assign(scope);
    return [`return ${scope.isGenerator ? x.of('int', scope) : x.of(scope.returns, scope)};`];
  }
}
