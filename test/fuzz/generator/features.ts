/** Statements that use what the language has beside variables, arrays and loops; each a few lines with random parts. */
import type { Expressions } from './expressions.ts';
import type { Dice, Kind, Scope } from './scope.ts';

/** What a feature is written with. */
export interface Tools {
  readonly dice: Dice;
  readonly x: Expressions;
  readonly scope: Scope;
  /** A body of some statements, which may run so many times. */
  readonly body: (times: number) => string[];
}

export type Feature = (t: Tools) => string[];

export const e = (t: Tools, kind: Kind): string => t.x.of(kind, t.scope, 1);
export const v = (t: Tools, kind: Kind): string => t.x.variable(kind, t.scope);

/** The lines in a try that prints what is thrown. */
export function caught(t: Tools, lines: readonly string[]): string[] {
  const name = `$e${t.dice.fresh()}`;
  return [
    'try {',
    ...lines.map((line) => `    ${line}`),
    `} catch (Throwable ${name}) {`,
    `    echo get_class(${name}), ':', ${name}->getMessage(), '@', ${name}->getLine(), "\\n";`,
    '}',
  ];
}

function typedProperties(t: Tools): string[] {
  const { dice } = t;
  const o = `$ty${dice.fresh()}`;
  const uses = [
    `${o}->n += ${e(t, 'int')};`,
    `${o}->n = ${e(t, dice.pick(['int', 'mixed', 'string']))};`,
    `${o}->n++;`,
    `${o}->f = ${e(t, dice.pick(['int', 'float']))};`,
    `${o}->u .= ${e(t, 'string')};`,
    `${o}->u = ${e(t, 'mixed')};`,
    `${o}->id = 3;`,
    `unset(${o}->n);`,
    `echo ${o}->n, "\\n";`,
    `${o}->a['k'][] = ${e(t, 'int')};`,
    `$rr = &${o}->n; $rr = ${e(t, dice.pick(['int', 'float', 'string']))}; unset($rr);`,
    `$rr = &${o}->ref('q'); $rr = ${e(t, 'int')}; unset($rr);`,
    `${o} = ${o}->bump()->with(${e(t, 'int')});`,
    `${o}->next = ${dice.pick([`new Typed(${e(t, 'int')})`, 'null', v(t, 'object')])};`,
    `${v(t, 'mixed')} = ${o}?->next?->next?->n;`,
    `${v(t, 'mixed')} = ${o}->next->n ?? ${o}->data[0] ?? 'none';`,
    `Typed::$bag[] = ${e(t, 'int')}; if (count(Typed::$bag) > 5) Typed::$bag = [];`,
    `${v(t, 'mixed')} = ${o}->callHidden(${e(t, 'string')});`,
    `${v(t, 'mixed')} = ${o}->sum(1, ${e(t, 'int')}, ...[2, 3]);`,
    `${v(t, 'mixed')} = isset(${o}->n, ${o}->f) . empty(${o}->a['k']);`,
  ];
  const lines = [`${o} = new Typed(${dice.pick(['3', '$i1', 'id: 2, data: [$i1]'])});`];
  for (let i = 2 + dice.below(4); i > 0; i--) lines.push(...caught(t, [dice.pick(uses)]));
  return [...lines, `echo json_encode(${o}, JSON_PARTIAL_OUTPUT_ON_ERROR), "\\n";`];
}

function magic(t: Tools): string[] {
  const { dice } = t;
  const o = `$mg${dice.fresh()}`;
  const uses = [
    `${o}->x = ${e(t, 'mixed')};`,
    `${v(t, 'mixed')} = ${o}->x;`,
    `${v(t, 'mixed')} = ${o}->doIt(${e(t, 'int')}, 2);`,
    `${v(t, 'mixed')} = Magic::doIt(${e(t, 'int')});`,
    `${v(t, 'mixed')} = ${o}(${e(t, 'int')}, 2, 3);`,
    `${o}['k'] = ${e(t, 'int')};`,
    `${o}[] = ${e(t, 'int')};`,
    `${v(t, 'mixed')} = ${o}['k'];`,
    `${v(t, 'mixed')} = ${o}['nothing'] ?? 'default';`,
    `${v(t, 'bool')} = isset(${o}->x, ${o}['k']);`,
    `unset(${o}->x, ${o}['k']);`,
    `foreach (${o} as $mk => $mv) { echo $mk, '=', gettype($mv), ' '; }`,
    `${v(t, 'int')} = count(${o}) + ${o}->log;`,
    `${o}->log += ${e(t, 'int')};`,
    `unset(${o}->gone); ${v(t, 'mixed')} = ${o}->gone;`,
    `foreach (new Steps(${dice.below(4)}) as $mk => $mv) { ${o}[$mk] = $mv; }`,
    `${o}->list = [1]; ${v(t, 'mixed')} = ${o}->list[0];`,
  ];
  const lines = [`${o} = new Magic;`, `for ($q = 0; $q < ${dice.pick(['1', '3', '30'])}; $q++) {`];
  for (let i = 2 + dice.below(4); i > 0; i--) lines.push(`    ${dice.pick(uses)}`);
  return caught(t, [...lines, '}', `echo count(${o}), ' ', ${o}->log, "\\n";`]);
}

function closures(t: Tools): string[] {
  const { dice } = t;
  const f = `$cl${dice.fresh()}`;
  const [a, b] = [v(t, 'int'), v(t, 'mixed')];
  const made = dice.pick([
    `$acc = ${e(t, 'int')}; ${f} = function ($x) use (&$acc, ${a}) { $acc += $x; return $acc - ${a}; };`,
    `${f} = function ($x) use (&${f}) { return $x > 0 ? ${f}($x - 1) + 1 : 0; };`,
    `${f} = fn($x) => fn() => $x . ${a};`,
    `${f} = strlen(...);`,
    `${f} = ${v(t, 'object')}->twice(...);`,
    `${f} = Shape::make(...);`,
    `${f} = 'Square::make';`,
    `${f} = [new Left, 'tpl'];`,
    `${f} = Closure::bind(function ($x) { return $this->secret . $x; }, new Typed(secret: ${e(t, 'int')}), Typed::class);`,
    `${f} = function (&$x) { static $n = 0; $n++; if (is_int($x)) $x = $n; return $n; };`,
    `${f} = function (int $x, string ...$s) { return $x . implode($s); };`,
    `${f} = (function ($x) { foreach ([$x, 2] as $y) { yield $y; } });`,
    `${f} = fn&(array &$l) => $l;`,
  ]);
  const call = dice.pick([
    `$arg = ${e(t, dice.pick(['int', 'int', 'string', 'float']))}; for ($q = 0; $q < ${dice.pick(['1', '4', '25'])}; $q++) { ${b} = ${f}($arg); }`,
    `${b} = array_map(${f}, [1, 2, 3]);`,
    `${b} = apply(${f}, ${e(t, 'int')});`,
    `${b} = call_user_func_array(${f}, [${e(t, 'int')}]);`,
    `${b} = is_callable(${f}) ? (${f})(3) : 0;`,
    `${b} = ${f}(x: ${e(t, 'int')});`,
  ]);
  return caught(t, [
    made,
    call,
    `echo is_object(${b}) ? get_class(${b}) : json_encode(${b}, JSON_PARTIAL_OUTPUT_ON_ERROR), "\\n";`,
    `if (${b} instanceof Closure || ${b} instanceof Generator) ${b} = 1;`,
  ]);
}

function strings(t: Tools): string[] {
  const s = v(t, 'string');
  const at = t.dice.pick(['0', '1', '-1', '7', '$i1', '$q', "'1'", '1.7', '$i2 & 3']);
  const use = t.dice.pick([
    `${s}[${at}] = ${e(t, 'string')};`,
    `${v(t, 'mixed')} = ${s}[${at}];`,
    `${v(t, 'mixed')} = isset(${s}[${at}]) . (${s}[${at}] ?? 'none');`,
    `for ($q = 0; $q < strlen(${s}) && $q < 9; $q++) { ${v(t, 'int')} += ord(${s}[$q]); }`,
    `for ($q = 0; $q < 5; $q++) { $sx = ${s}; $sx[$q] = 'Q'; echo $sx, ' '; }`,
    `${s}[${at}][0] = 'x';`,
    `${s} = "<{${s}}>" . ${s}[${at}]; ${s} = substr(${s}, 0, 30);`,
    `${v(t, 'mixed')} = "10" == ${s} || ${s} < 'b';`,
    `foreach (str_split(${s}, 2) as $piece) { echo $piece, '.'; }`,
    `switch (${s}) { case 'abc': echo 1; break; case '12': echo 2; case 'az': echo 3; break; default: echo 4; }`,
    `${s}++; ${v(t, 'mixed')} = ${s};`,
  ]);
  return caught(t, [use]);
}

function nestedReferences(t: Tools): string[] {
  const { dice } = t;
  const [h, l] = [v(t, 'hash'), v(t, 'list')];
  const r = `$nr${dice.fresh()}`;
  return caught(t, [
    dice.pick([
      `${r} = &${h}['a']['b']; ${r}[] = ${e(t, 'int')};`,
      `${r} = &${l}[0]; $copy = ${l}; ${r} = ${e(t, 'mixed')}; echo json_encode($copy, JSON_PARTIAL_OUTPUT_ON_ERROR), "\\n";`,
      `foreach (${l} as $k => &${r}) { if (is_int(${r})) { ${r} += ${e(t, 'int')}; } elseif (is_array(${r})) { ${r}[] = $k; } if ($k > 5) break; }`,
      `$two = [[1, 2], [3, [4]]]; [[, &${r}], [$first, [$second]]] = $two; ${r} = ${e(t, 'int')}; echo json_encode($two), "\\n";`,
      `$two = ['a' => 1, 'b' => [1]]; foreach ($two as $k => &${r}) { ${r} = [$k => ${e(t, 'int')}]; } unset(${r}); echo json_encode($two), "\\n";`,
      `$pa = ${e(t, 'int')}; $pb = ${e(t, 'string')}; for ($q = 0; $q < 3; $q++) swap($pa, $pb); echo $pa, $pb, "\\n"; ${r} = 1;`,
      `$nest = [[1], [2]]; ${r} = &pick($nest, 1); ${r}[] = ${e(t, 'int')}; echo json_encode($nest), "\\n";`,
      `$nest = [3, 1, 2]; foreach (refs($nest) as $k => &${r}) { ${r} = ${r} * 2 + ${e(t, 'int')}; } unset(${r}); echo json_encode($nest), "\\n"; ${r} = 0;`,
      `$nest = []; for ($q = 0; $q < 4; $q++) { ${r} = &$nest[$q % 2]['n']; ${r} = (${r} ?? 0) + $q; unset(${r}); } echo json_encode($nest), "\\n"; ${r} = 0;`,
      `$grow = [1]; for ($q = 0; $q < 3; $q++) { addTo($grow, $q, ...$grow); } ${v(t, 'int')} = count($grow); ${r} = 2;`,
      `$nest = [1, 2, 3]; array_walk($nest, function (&$x, $k, $add) { $x += $k + $add; }, 2); ${v(t, 'list')} = $nest; ${r} = 2;`,
      `$tree = ['v' => 1, 'kids' => [['v' => 2, 'kids' => []]]]; $walk = function (&$node) use (&$walk) { $node['v'] *= 2; foreach ($node['kids'] as &$kid) { $walk($kid); } }; $walk($tree); ${r} = &$tree['kids'][0]['v']; echo json_encode($tree), "\\n"; $walk = null;`,
    ]),
    `unset(${r});`,
  ]);
}

function calls(t: Tools): string[] {
  const { dice } = t;
  const m = v(t, 'mixed');
  return caught(t, [
    `${m} = ${dice.pick([
      `named(b: ${e(t, 'int')}, a: 2)`,
      `named(...${dice.pick(["['b' => 1]", '[1, 2, 3]', "[3, 'x' => 5, 'y' => 6]", "['b' => 1, 'a' => 'no']"])})`,
      `named(${e(t, 'mixed')})`,
      `seen(${e(t, 'int')}, ${e(t, 'int')}, 3)`,
      `seen(1)`,
      `fib(${dice.pick(['3', '7', '9'])})`,
      `down(${dice.pick(['5', '150', '450'])})`,
      'isEven(41)',
      'ack(1, 5)',
      `strict(${e(t, 'mixed')})`,
      `plus(${e(t, 'mixed')}, ${e(t, 'int')})`,
      `plus(${e(t, dice.pick(['list', 'float']))}, ${e(t, dice.pick(['list', 'int']))})`,
      `lt(${e(t, 'mixed')}, ${e(t, 'mixed')})`,
      'counter()',
      `traced(${e(t, 'int')})`,
      `(new Left)->tpl(${e(t, 'int')})`,
      `${dice.pick(['Left', 'Right'])}::create()->hit(${e(t, 'int')})[0]`,
      `(${e(t, 'bool')} ? new Left : new Right)->who()`,
      `Suit::pick(${e(t, 'int')})->next()->name`,
      `Suit::tryFrom(${e(t, 'string')})?->value ?? count(Suit::cases())`,
      `match (true) { ${m} > 5 => 'big', is_string(${m}) => strlen(${m}), default => match (${e(t, 'int')}) { 1, 2 => 'a', 3 => 'b' } }`,
      `max(plus(1, 2), ...array_map(fn($x) => plus($x, 1), [1, ${e(t, 'int')}]))`,
      `count(array_filter(${v(t, 'list')}, fn($x) => is_int($x) && lt($x, ${e(t, 'int')})))`,
      `array_sum(array_map(null, [1, ${e(t, 'int')}]))`,
      `override(${dice.pick(['1', '2', '3', '6', '7', '$i1'])})`,
      `preg_replace_callback('/[a-c]/', fn($mm) => plus(ord($mm[0]), 1), ${e(t, 'string')})`,
      `sprintf('%05.2f|%d|%s', ${e(t, 'float')}, ${e(t, 'int')}, ${e(t, 'string')})`,
    ])};`,
    `echo json_encode(${m}, JSON_PARTIAL_OUTPUT_ON_ERROR), "\\n";`,
  ]);
}

/** Features with the weight of each. */
export const FEATURES: readonly (readonly [number, Feature])[] = [
  [4, typedProperties],
  [4, magic],
  [5, closures],
  [3, strings],
  [5, nestedReferences],
  [8, calls],
];
