/** A whole program of random functions, methods and statements, the same for the same seed. */
import { Expressions } from './expressions.ts';
import { Dice, type Kind, KINDS, Scope } from './scope.ts';
import { FEATURE_PRELUDE } from './feature-prelude.ts';
import { Statements } from './statements.ts';

const TYPES: Readonly<Record<Kind, readonly string[]>> = {
  int: ['int ', 'int ', '', 'int|float ', '?int ', 'mixed '],
  float: ['float ', 'float ', '', 'int|float '],
  string: ['string ', '', '?string '],
  bool: ['bool ', ''],
  list: ['array ', 'array ', ''],
  hash: ['array ', ''],
  object: ['Shape ', 'object ', '', '?Shape '],
  mixed: ['', 'mixed '],
};
const INITIAL: Readonly<Record<Kind, readonly string[]>> = {
  int: ['0', '1', '5', 'PHP_INT_MAX', '9007199254740990', '-3'],
  float: ['0.0', '1.5', '1e10'],
  string: ["''", "'abc'", "'12'", "'az'"],
  bool: ['true', 'false'],
  list: ['[]', '[1, 2, 3, 4]', '[1.5, 2.5]', '[[1], [2]]'],
  hash: ["['k' => 1]", "[5 => 'f', 'x' => 1.5]", '[]'],
  object: ['new Shape(7)', 'new Square(3)', 'new Loose()'],
  mixed: ['null', '3', "'m'"],
};
const PREFIX: Readonly<Record<Kind, string>> = {
  int: 'i',
  float: 'f',
  string: 's',
  bool: 'b',
  list: 'l',
  hash: 'h',
  object: 'o',
  mixed: 'm',
};

/** What every program has. */
const PRELUDE = `class Shape {
    public int $n = 1; public float $f = 0.5; public ?string $s = 'sh'; public $u; public array $list = [1, 2];
    public static int $made = 0; const K = 11;
    public function __construct(int $n = 0, float $f = 1.5) { $this->n = $n; $this->f = $f; static::$made++; }
    public function add(int $x): static { $this->n += $x; return $this; }
    public function get(): int { return $this->n; }
    public function twice($x) { return $x * 2 + $this->n; }
    public function area(): float { return $this->f * $this->n; }
    public function name() { return static::class . $this->s; }
    public function maybe() { return $this->n > 3 ? $this : null; }
    public static function make(int $n): static { return new static($n); }
    public function __get($name) { return strlen($name); }
    public function __set($name, $value) { $this->list[$name] = $value; }
    public function __toString(): string { return 'shape' . $this->n; }
}
class Square extends Shape {
    const K = 22;
    public function area(): float { return (float) ($this->n * $this->n); }
    public function get(): int { return parent::get() + 1; }
}
class Noisy extends Shape {
    public function __destruct() { echo 'gone', $this->n, "\\n"; }
}
#[AllowDynamicProperties]
class Loose extends Shape {
    public function __construct() { $this->u = [1]; }
}
function count_to($n) { for ($i = 1; $i <= $n; $i++) { yield $i; } return $n; }
function echoing($n) { try { $x = yield $n; echo 'got', gettype($x), "\\n"; $y = yield $x; } finally { echo "end\\n"; } }
$global = 1;`;

class Program {
  readonly dice: Dice;
  readonly x: Expressions;
  readonly statements: Statements;

  constructor(seed: number) {
    this.dice = new Dice(seed);
    this.x = new Expressions(this.dice);
    this.statements = new Statements(this.dice, this.x);
  }

  /** Declares two variables of each kind; parameters stand for the first ones. */
  private declare(scope: Scope, parameters: readonly Kind[]): string[] {
    const { dice } = this;
    const lines: string[] = [];
    for (const kind of KINDS) {
      for (const n of [1, 2]) {
        const name = `$${PREFIX[kind]}${n}`;
        scope.variables.push({ name, kind });
        const at = n === 1 ? parameters.indexOf(kind) : -1;
        if (at >= 0) lines.push(`    ${name} = $p${at};`);
        else if (!dice.chance(4)) lines.push(`    ${name} = ${dice.pick(INITIAL[kind])};`);
      }
    }
    return lines;
  }

  /** A function, or a method of class Work. */
  declareFunction(index: number, isMethod: boolean): string[] {
    const { dice, x } = this;
    const scope = new Scope();
    const parameters = Array.from({ length: dice.below(4) }, () => dice.pick(KINDS));
    const byRef = parameters.map(() => dice.chance(8));
    const returns = dice.pick(['int', 'int', 'float', 'string', 'mixed', 'list'] as const);
    scope.isGenerator = dice.chance(8);
    scope.returns = returns;
    scope.hasThis = isMethod;
    const list = parameters.map((kind, i) => {
      const fallback =
        dice.chance(30) && i === parameters.length - 1
          ? ` = ${dice.pick(
              INITIAL[kind]
                .filter((text) => !text.startsWith('new'))
                .concat('null')
                .slice(0, 1),
            )}`
          : '';
      const type = fallback.endsWith('null') ? '' : dice.pick(TYPES[kind]);
      return `${type}${byRef[i] === true ? '&' : ''}$p${i}${fallback}`;
    });
    const type =
      scope.isGenerator || dice.chance(50)
        ? ''
        : `: ${{ int: 'int', float: 'float', string: 'string', mixed: 'mixed', list: 'array' }[returns]}`;
    const start = this.declare(scope, parameters);
    scope.cost = 20;
    const body = this.statements.block(scope, 2 + dice.below(5)).map((line) => `    ${line}`);
    const end = scope.isGenerator ? ['    yield 1;'] : [`    return ${x.of(returns, scope)};`];
    const name = isMethod ? `work${index}` : `f${index}`;
    const note = {
      name: isMethod ? `(new Work(2))->${name}` : name,
      parameters,
      byRef,
      returns: scope.isGenerator ? ('mixed' as const) : returns,
      cost: scope.cost,
    };
    dice.functions.push(note);
    return [
      `${isMethod ? 'public ' : ''}function ${name}(${list.join(', ')})${type} {`,
      ...start,
      ...body,
      ...end,
      '}',
    ];
  }

  /** Calls a function from the script, some times, with all that it may throw. */
  private driver(scope: Scope): string[] {
    const { dice, x } = this;
    scope.cost = 0;
    const call = x.call(null, scope, 2);
    if (call === null) return [];
    const times = dice.pick([1, 3, 6]);
    return [
      `for ($t = 0; $t < ${times}; $t++) {`,
      '    try {',
      `        $i1 = $t + ${dice.pick(['0', '1', 'PHP_INT_MAX - 2', '9007199254740990'])};`,
      `        $result = ${call};`,
      '        if ($result instanceof Generator) { foreach ($result as $k => $v) { var_dump($k, $v); } } else { var_dump($result); }',
      '    } catch (Throwable $e) {',
      '        echo get_class($e), ": ", $e->getMessage(), " @", $e->getLine(), "\\n";',
      '    }',
      '}',
    ];
  }

  source(): string {
    const { dice } = this;
    const functions: string[] = [];
    const methods: string[] = [];
    const count = 1 + dice.below(3);
    for (let i = 0; i < count; i++) functions.push(...this.declareFunction(i, false));
    if (dice.chance(50)) methods.push(...this.declareFunction(count, true));
    const scope = new Scope();
    const start = this.declare(scope, []);
    const drivers: string[] = [];
    const calls = 2 + dice.below(3);
    for (let i = 0; i < calls; i++) drivers.push(...this.driver(scope));
    scope.cost = 0;
    const script = dice.chance(50)
      ? [
          'try {',
          ...this.statements.block(scope, 3).map((line) => `    ${line}`),
          '} catch (Throwable $e) {',
          '    echo get_class($e), $e->getMessage(), "\\n";',
          '}',
        ]
      : [];
    return [
      '<?php',
      PRELUDE,
      FEATURE_PRELUDE,
      ...functions,
      ...(methods.length > 0 ? ['class Work extends Shape {', ...methods.map((line) => `    ${line}`), '}'] : []),
      ...start.map((line) => line.trim()),
      ...drivers,
      ...script,
      'var_dump($i1, $f1, $s1, $l1, $h1, $m1, Shape::$made, $global);',
      '',
    ].join('\n');
  }
}

/** The program of a seed. */
export function generatedProgram(seed: number): string {
  return new Program(seed).source();
}
