import { expect, test } from 'vitest';
import type { HashIterator } from '../../src/value/hash-iterator.ts';
import { PhpArray, separateArray } from '../../src/value/php-array.ts';
import { release } from '../../src/value/refcount.ts';
import { addRef, type Zval } from '../../src/value/zval.ts';
import { describeWithPhp, runPhp } from '../support/php-oracle.ts';
import { seededRandom } from '../support/random.ts';
import { PHP_REPR, phpSource, repr, TestContext } from '../support/value-testing.ts';
import { normalizeKey } from '../../src/value/array-key.ts';

const KEYS: readonly Zval[] = [
  0,
  1,
  2,
  3,
  4,
  5,
  7,
  8,
  9,
  16,
  17,
  40,
  1000,
  -1,
  -5,
  -7,
  4294967296,
  9223372036854775807n,
  9223372036854775806n,
  -9223372036854775808n,
  '',
  'a',
  'b',
  'c',
  'key',
  '0',
  '1',
  '12',
  '-3',
  '007',
  '-0',
  '1.5',
  '9223372036854775807',
  '9223372036854775808',
  '-9223372036854775808',
];

/** One variable `$a` on both sides, with a foreach-by-reference style iterator and a copy `$b` that comes and goes. */
class Model {
  readonly ctx = new TestContext();
  a: PhpArray = PhpArray.empty();
  b: PhpArray | null = null;
  iterator: HashIterator | null = null;
  n = 0;
  write(): PhpArray {
    this.a = separateArray(this.a);
    return this.a;
  }
}

type Step = { php: string; run: (m: Model) => string };

const fixed: readonly Step[] = [
  {
    php: '$a[] = ++$n;',
    run: (m) =>
      m.write().append(++m.n) ? '' : 'Error:Cannot add element to the array as the next element is already occupied',
  },
  { php: '$b = $a;', run: (m) => (m.b !== null && release(m.ctx, m.b), (m.b = addRef(m.a)), '') },
  { php: '$b = null;', run: (m) => (m.b !== null && release(m.ctx, m.b), (m.b = null), '') },
  { php: 'next($a);', run: (m) => (m.write().moveForward(), '') },
  { php: 'prev($a);', run: (m) => (m.write().moveBackward(), '') },
  { php: 'reset($a);', run: (m) => (m.write().moveFirst(), '') },
  { php: 'end($a);', run: (m) => (m.write().moveLast(), '') },
  { php: '$a = [];', run: (m) => (release(m.ctx, m.a), (m.a = PhpArray.empty()), '') },
];

function keyed(key: Zval): Step[] {
  const source = phpSource(key);
  const k = typeof key === 'string' ? normalizeKey(key) : (key as number | bigint);
  const write: Step = { php: `$a[${source}] = ++$n;`, run: (m) => (m.write().update(m.ctx, k, ++m.n), '') };
  return [write, write, { php: `unset($a[${source}]);`, run: (m) => (m.write().delete(m.ctx, k), '') }];
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

function state(m: Model): string {
  const pos = m.a.currentPos();
  const at = pos < m.a.used ? `${repr(m.a.keyAt(pos))}=${repr(m.a.valueAt(pos))}` : 'null=false';
  return `${repr(m.a)} ${at} ${m.b === null ? 'null' : repr(m.b)}`;
}

const PHP_STATE = `
function state($a, $b) { $k = key($a); return repr($a) . ' ' . repr($k) . '=' . repr(current($a)) . ' ' . repr($b); }
function step($f) { try { $f(); } catch (Error $e) { echo get_class($e), ':', $e->getMessage(); } }
`;

describeWithPhp('hash table against php', () => {
  test.each(Array.from({ length: 24 }, (_, i) => i + 1))('random programs, seed %i', (seed) => {
    const random = seededRandom(seed);
    // few keys make collisions and packed runs likely, all keys the odd ones
    const keys = seed % 2 === 0 ? KEYS.slice(0, 9) : KEYS;
    const steps = [...fixed.slice(0, 1), ...fixed.slice(0, 1), ...fixed.slice(0, 1), ...fixed, ...keys.flatMap(keyed)];
    const chosen = Array.from({ length: 1500 }, () => pick(steps, random));
    const m = new Model();
    const ours = chosen.map((s) => s.run(m) + state(m));
    const lines = chosen.map((s) => `step(function () use (&$a, &$b, &$n) { ${s.php} }); echo state($a, $b), "\\n";`);
    const php = runPhp(`${PHP_REPR}${PHP_STATE}$a = []; $b = null; $n = 0;\n${lines.join('\n')}`).split('\n');
    const wrong = ours.findIndex((line, i) => line !== php[i]);
    const context = wrong < 0 ? [] : chosen.slice(Math.max(0, wrong - 20), wrong + 1).map((s) => s.php);
    expect(wrong < 0 ? '' : `${context.join(' ')}\nphp:  ${php[wrong]}\nours: ${ours[wrong]}`).toBe('');
  });

  test.each([11, 12, 13, 14, 15, 16])('foreach by reference survives changes, seed %i', (seed) => {
    const random = seededRandom(seed);
    const keys: readonly Zval[] = seed % 2 === 0 ? [0, 1, 2, 3, 4, 5, 6, 7] : ['a', 'b', 0, 1, 2, 'c', 'd', 5];
    const steps = [...fixed.slice(0, 5), ...keys.flatMap(keyed)];
    const cases: { php: string; ours: string }[] = [];
    for (let c = 0; c < 150; c++) {
      const start = Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(keys, random));
      const program = Array.from({ length: 12 }, () => pick(steps, random));
      const pairs = start.map((k, i) => `${phpSource(k)} => ${100 + i}`).join(', ');
      const arms = program.map((s, i) => `case ${i}: step(function () use (&$a, &$b, &$n) { ${s.php} }); break;`);
      cases.push({
        php: `$a = [${pairs}]; $b = null; $n = 0; $i = 0;
foreach ($a as $k => &$v) { echo repr($k), '=', repr($v), ' '; unset($v); switch ($i++) { ${arms.join(' ')} default: break 2; } }
unset($v); echo repr($a), "\\n";`,
        ours: iterate(start, program),
      });
    }
    const php = runPhp(`${PHP_REPR}${PHP_STATE}${cases.map((c) => c.php).join('\n')}`).split('\n');
    const wrong = cases.findIndex((c, i) => c.ours !== php[i]);
    expect(wrong < 0 ? '' : `${cases[wrong]?.php}\nphp:  ${php[wrong]}\nours: ${cases[wrong]?.ours}`).toBe('');
  });
});

/** FE_RESET_RW / FE_FETCH_RW over $a with the program's steps run one per element. */
function iterate(start: readonly Zval[], program: readonly Step[]): string {
  const m = new Model();
  m.a = PhpArray.fromEntries(start.map((k, i) => [k as string | number, 100 + i]));
  let out = '';
  const it = m.a.iteratorAdd(0);
  for (let i = 0; ; i++) {
    m.a = m.a.iteratorSeparate(it);
    const arr = m.a;
    const pos = arr.posFrom(it.pos);
    if (pos >= arr.used) break;
    it.pos = pos + 1;
    out += `${repr(arr.keyAt(pos))}=${repr(arr.valueAt(pos))} `;
    const step = program[i];
    if (step === undefined) break;
    const message = step.run(m);
    if (message !== '') out += message;
  }
  m.a.iteratorDel(it);
  return out + repr(m.a);
}
