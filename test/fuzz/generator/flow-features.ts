/** Statements about the flow of control: loops whose types change, exceptions, generators, destructors, handlers. */
import { caught, e, type Feature, type Tools, v } from './features.ts';

function changingLoop(t: Tools): string[] {
  const { dice } = t;
  const n = dice.pick([12, 40, 70]);
  const at = Math.floor(n / 2);
  const a = `$ac${dice.fresh()}`;
  const change = dice.pick([
    `if ($q == ${at}) ${a} = ${e(t, 'mixed')};`,
    `if ($q == ${at}) ${a} += 0.5;`,
    `if ($q == ${at}) unset(${a});`,
    `if ($q > ${at}) ${a} = (string) $q;`,
    `if ($q == ${at}) { $held = &${a}; }`,
    `${a} += $q > ${at} ? '2' : 1;`,
    `${a} *= $q > ${at} ? PHP_INT_MAX : 1;`,
    `if ($q == ${at}) ${a} = [${a}];`,
    `if ($q == ${at}) ${a} = null;`,
    `if ($q == ${at}) ${a} = PHP_INT_MAX - 3;`,
  ]);
  const work = dice.pick([
    `${a}++;`,
    `${a} = ${a} + $q;`,
    `${a} = ${a} * 3 - $q;`,
    `${a} .= $q;`,
    `${a} += ${e(t, dice.pick(['int', 'float']))};`,
    `${a} = ($q & 1) ? ${a} : -${a};`,
    `if (${a} > 100) ${a} -= 90; else ${a} += 7;`,
    `${a} = plus(${a}, $q);`,
  ]);
  const type = dice.pick([
    'for ($q = 0; $q < N; $q++) {',
    'foreach (range(0, N) as $q) {',
    '$q = 0; while ($q++ < N) {',
  ]);
  return caught(t, [
    `${a} = ${dice.pick(['0', '1.5', "'5'", 'PHP_INT_MAX - 20', '9007199254740980', '[]', 'null'])};`,
    type.replace('N', String(n)),
    ...dice
      .pick([
        [change, work],
        [work, change],
        [work, change, work],
      ])
      .map((line) => `    ${line}`),
    '}',
    `var_dump(${a}); unset($held);`,
  ]);
}

function changingContainer(t: Tools): string[] {
  const { dice } = t;
  const n = dice.pick([12, 40]);
  const at = Math.floor(n / 2);
  const o = `$co${dice.fresh()}`;
  const start = dice.pick(['new Shape(1)', '[1, 2, 3]', "['n' => 1]", "'string'", 'new Typed(2)', 'new Magic', 'null']);
  const change = `if ($q == ${at}) ${o} = ${dice.pick(['new Square(2)', '[5 => 1]', "['n' => [1]]", "'other'", 'new Magic', 'null', 'new ArrayObject([1, 2])', '5'])};`;
  const uses = [
    `${o}[$q % 3] = $q;`,
    `${v(t, 'mixed')} = ${o}[$q % 3] ?? 'none';`,
    `${v(t, 'mixed')} = ${o}->n;`,
    `${o}->n = $q;`,
    `${o}->n += 2;`,
    `${v(t, 'mixed')} = ${o}->get();`,
    `${o}['n']['m'] = $q;`,
    `${v(t, 'int')} = count(${o});`,
    `unset(${o}[1]);`,
    `unset(${o}->n);`,
    `${o}[] = $q; if (is_array(${o}) && count(${o}) > 9) ${o} = [];`,
    `foreach (${o} as $k => $x) { ${v(t, 'mixed')} = $k; }`,
    `${v(t, 'bool')} = isset(${o}->n, ${o}['n']);`,
    `${o}[$q % 2]++;`,
    `${v(t, 'mixed')} = ${o}?->n;`,
    `${v(t, 'mixed')} = ${o} == $q;`,
    `${v(t, 'mixed')} = ${o}[0][0];`,
  ];
  const lines = [`${o} = ${start};`, `for ($q = 0; $q < ${n}; $q++) {`, `    ${change}`];
  for (let i = 1 + dice.below(3); i > 0; i--) {
    const one = dice.pick(uses);
    lines.push(
      ...(dice.chance(50)
        ? [`    ${one}`]
        : [`    try { ${one} } catch (Error $ex) { echo $ex->getMessage(), "\\n"; }`]),
    );
  }
  return caught(t, [...lines, '}', `unset(${o});`]);
}

function exceptions(t: Tools): string[] {
  const { dice } = t;
  const m = v(t, 'mixed');
  return caught(t, [
    dice.pick([
      `for ($q = 0; $q < 5; $q++) { try { ${m} = deep($q, ${e(t, 'int')}); } catch (RuntimeException $ex) { echo count($ex->getTrace()), $ex->getMessage(), "\\n"; } }`,
      `for ($q = 0; $q < 6; $q++) { try { try { traced($q); } finally { ${m} = $q; } } catch (DomainException $ex) { echo preg_replace('~[^#\\n]*/~', '', $ex->getTraceAsString()), "\\n"; if ($q == 4) throw new LogicException('next', 3, $ex); } }`,
      `set_error_handler(function ($no, $msg) { throw new ErrorException($msg, $no); }); try { for ($q = 0; $q < 4; $q++) { ${m} = ${dice.pick(['$undefinedOne', '[1, 2][$q + 1]', '1 % ($q - 2)', '"$q x" + 1', '(string) [1]', '$o1->notThere2 . $arrr["x"]', 'intdiv(1, 2 - $q)'])}; } } finally { restore_error_handler(); }`,
      `set_error_handler(function ($no, $msg) use (&${m}) { ${m} = strlen($msg); return true; }); for ($q = 0; $q < 12; $q++) { $z = $undefinedTwo + ${e(t, 'int')}; $z = [$q][$q] ?? 2; $z = "$q"["$q"]; } restore_error_handler(); echo gettype(${m}), "\\n";`,
      `for ($q = 0; $q < 8; $q++) { try { $th = new Throwing($q); if ($q & 1) $th = null; } catch (LogicException $ex) { echo $ex->getMessage(), "\\n"; } } $th->n = 0; unset($th);`,
      `foreach ([3, 0, 2] as $q) { try { echo 6 % $q, intdiv(6, $q); } catch (DivisionByZeroError $ex) { echo $ex->getMessage(); continue; } finally { echo "f$q\\n"; } }`,
      `$fx = function () { try { return 'r' . yield 1; } finally { echo 'closed '; } }; for ($q = 0; $q < 3; $q++) { $gx = $fx(); $gx->current(); try { $q == 1 ? $gx->throw(new LogicException('in')) : $gx->send($q); } catch (LogicException $ex) { echo 'out '; } $gx = null; } ${m} = 0;`,
      `$try = function ($n) { try { if ($n % 3 == 0) throw new Exception("a$n"); if ($n % 3 == 1) return "ret$n"; } catch (Exception $ex) { try { throw new Error('b', 1, $ex); } catch (Error $er) { return $er->getPrevious()->getMessage(); } } finally { if ($n > 4) echo "late "; } return 'plain'; }; for ($q = 0; $q < 9; $q++) { echo $try($q), ' '; } ${m} = 1;`,
    ]),
    `echo gettype(${m}), "\\n";`,
  ]);
}

function generators(t: Tools): string[] {
  const { dice } = t;
  const g = `$gn${dice.fresh()}`;
  const source = dice.pick([
    `numbers(${e(t, 'int')} & 7)`,
    'numbers(5)',
    'chain(3)',
    'evens(numbers(9))',
    `mapped(numbers(6), fn($x) => $x + ${e(t, 'int')})`,
    'mapped(evens(range(0, 9)), plus(...))',
    '(function () { yield from [1, 2]; yield from numbers(2); return 5; })()',
    'mapped(new Steps(4), "strval")',
  ]);
  const use = dice.pick([
    `foreach (${g} as $k => $x) { echo $k, '=>', json_encode($x), ' '; if ($k === ${dice.below(5)}) break; }`,
    `while (${g}->valid()) { echo ${g}->key(), ' '; ${g}->send(${dice.pick(['$i1 & 3', "'stop'", '2', 'null', '1.5'])}); }`,
    `foreach (${g} as $x) { foreach (${g} as $y) { echo json_encode([$x, $y]); break; } }`,
    `echo json_encode(iterator_to_array(${g}, ${dice.pick(['true', 'false'])}));`,
    `${g}->current(); echo json_encode(${g}->throw(new LogicException('thrown'))); echo ${g}->valid() ? 'v' : 'd';`,
    `${g}->next(); ${g} = null;`,
    `for ($q = 0; $q < 3; $q++) { ${g}->next(); if (!${g}->valid()) { echo json_encode(${g}->getReturn()); break; } }`,
    `$all = [...${g}]; echo count($all);`,
    `foreach (${g} as $x) { if ($x > 2) throw new Exception("at$x"); }`,
  ]);
  return caught(t, [`${g} = ${source};`, use, 'echo "\\n";', `unset(${g});`]);
}

function destructors(t: Tools): string[] {
  const { dice } = t;
  return caught(t, [
    dice.pick([
      `for ($q = 0; $q < 3; $q++) { $ob = new Noisy($q); $ob->add(${e(t, 'int')}); } unset($ob);`,
      `$hold = []; for ($q = 0; $q < 4; $q++) { $hold[$q % 2] = new Noisy($q); } $hold = null; echo "after\\n";`,
      `echo (new Noisy(${e(t, 'int')}))->add(1)->get(), "\\n";`,
      `for ($q = 0; $q < 3; $q++) { plus((new Noisy($q))->n, 1); }`,
      `$fn = function ($o, $x) { $o = null; return $x; }; for ($q = 0; $q < 3; $q++) { echo $fn(new Noisy($q), $q), "\\n"; }`,
      `$ob = new Noisy(1); for ($q = 0; $q < 3; $q++) { $ob->u = new Noisy($q + 5); } $ob = 5;`,
      `[$pa, $pb] = [new Noisy(1), new Noisy(2)]; swap($pa, $pb); $pa = $pb; unset($pa, $pb);`,
      `foreach ([new Noisy(1), new Noisy(2)] as $ob) { if ($ob->n == 1) continue; } $ob = null;`,
      `$arr = ['o' => new Noisy(3)]; $cp = $arr; $arr['o'] = 1; echo "kept\\n"; $cp['o'] .= 'x'; unset($cp);`,
      `$mk = fn($n) => new Noisy($n); $mk(1); $x9 = $mk(2) . $mk(3); echo $x9, "\\n";`,
      `function () { yield new Noisy(1); }; foreach ((function () { $k = new Noisy(8); yield 1; yield 2; })() as $q) { echo $q, "\\n"; if ($q == ${dice.pick(['1', '2'])}) break; }`,
    ]),
  ]);
}

function jumps(t: Tools): string[] {
  const n = t.dice.fresh();
  return t.dice.pick([
    [
      `$gt${n} = 0;`,
      `again${n}:`,
      `$gt${n}++;`,
      `if ($gt${n} < ${t.dice.pick(['3', '25'])}) goto again${n};`,
      `echo $gt${n}, "\\n";`,
    ],
    [
      `for ($q = 0; $q < 6; $q++) {`,
      `    foreach ([1, 2, 3] as $w) {`,
      `        if ($w + $q == ${t.dice.below(9)}) continue 2;`,
      `        if ($w * $q == ${t.dice.below(9)}) break 2;`,
      `        if ($q == 5) goto out${n};`,
      '    }',
      '}',
      `out${n}:`,
      'echo $q, $w, "\\n";',
    ],
    [
      `$ls${n} = [5, 3, '4', 1.5, 2];`,
      `$calls = 0;`,
      `usort($ls${n}, function ($a, $b) use (&$calls) { $calls++; return ${t.dice.pick(['$a <=> $b', '$b <=> $a', '($a > $b) - ($a < $b)', 'strcmp((string) $a, (string) $b)'])}; });`,
      `echo json_encode($ls${n}), $calls > 3, "\\n";`,
    ],
    [
      `if (!function_exists('late${n}')) { function late${n}($x) { return $x + ${e(t, 'int')}; } }`,
      `if (!class_exists('Late${n}')) { class Late${n} extends Shape { public function get(): int { return ${n}; } } }`,
      `try { echo late${n}(2), (new Late${n})->get(), "\\n"; } catch (Error $ex) { echo $ex->getMessage(), "\\n"; }`,
    ],
    [
      `$nm = ${t.dice.pick(["'i1'", "'f1'", "'dyn'", "'m1'"])};`,
      `$$nm = ${e(t, 'int')};`,
      `echo json_encode(compact('i1', $nm), JSON_PARTIAL_OUTPUT_ON_ERROR), "\\n";`,
    ],
    [`extract(['i1' => ${e(t, 'int')}, 'fresh${n}' => 2]);`, `echo $i1 . $fresh${n}, "\\n";`],
    [
      `$fb = new Fiber(function ($a) { $s = $a; while ($s < 6) { $s += Fiber::suspend($s) ?? 1; } return "r$s"; });`,
      '$fv = $fb->start(1);',
      `while (!$fb->isTerminated()) { $fv = $fb->resume(${t.dice.pick(['$fv', '2', 'null'])}); }`,
      'echo $fb->getReturn(), "\\n";',
    ],
    ['ob_start();', `echo ${e(t, 'string')}, plus(1, 2);`, `${v(t, 'string')} = substr(ob_get_clean(), 0, 20);`],
  ]);
}

/** A long loop around random statements, as on-stack replacement sees them. */
function longLoop(t: Tools): string[] {
  const q = `$lq${t.dice.fresh()}`;
  const n = t.dice.pick([25, 60]);
  return [`for (${q} = 0; ${q} < ${n}; ${q}++) {`, ...t.body(n), '}'];
}

/** Features with the weight of each. */
export const FLOW_FEATURES: readonly (readonly [number, Feature])[] = [
  [7, changingLoop],
  [6, changingContainer],
  [5, exceptions],
  [4, generators],
  [4, destructors],
  [4, jumps],
  [3, longLoop],
];
