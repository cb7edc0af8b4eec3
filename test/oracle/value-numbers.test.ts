import { expect, test } from 'vitest';
import { normalizeKey } from '../../src/value/array-key.ts';
import { compare } from '../../src/value/compare.ts';
import { strToFloat, strToInt } from '../../src/value/convert.ts';
import { zendDtoa } from '../../src/value/dtoa.ts';
import { incrementString } from '../../src/value/increment.ts';
import { floatToString, phpGcvt } from '../../src/value/number-format.ts';
import { parseNumeric } from '../../src/value/numeric-string.ts';
import { pow } from '../../src/value/operators.ts';
import { PhpFloat, type Zval } from '../../src/value/zval.ts';
import { describeWithPhp, runPhp } from '../support/php-oracle.ts';
import { seededRandom } from '../support/random.ts';
import { PHP_REPR, phpSource, repr, TestContext } from '../support/value-testing.ts';

const random = seededRandom(20260101);

function below(n: number): number {
  return Math.floor(random() * n);
}

/** Doubles of every size, with many that have short decimal spellings or sit on a rounding tie. */
function randomFloat(): number {
  const sign = random() < 0.5 ? -1 : 1;
  switch (below(5)) {
    case 0:
      return (sign * below(1e6)) / 10 ** below(7);
    case 1:
      return (sign * below(1e9)) / 2 ** below(20);
    case 2:
      return sign * Number(`${random()}e${below(40) - 20}`);
    case 3: {
      const bytes = Buffer.from(Array.from({ length: 8 }, () => below(256)));
      const d = bytes.readDoubleBE();
      return Number.isFinite(d) ? d : 0;
    }
    default:
      return sign * (below(2 ** 30) * 2 ** 24 + below(2 ** 24)) * 2 ** (below(40) - 20);
  }
}

const ALPHABET = [
  '0',
  '1',
  '5',
  '9',
  '.',
  'e',
  'E',
  '+',
  '-',
  ' ',
  '\t',
  '\n',
  'x',
  'a',
  '00',
  '123',
  '9223372036854775807',
  '99',
];

function randomNumeral(): string {
  return Array.from({ length: below(6) }, () => ALPHABET[below(ALPHABET.length)]).join('');
}

/** Runs body for each of the values in PHP; compares its lines with ours. */
function agree(values: readonly Zval[], body: string, ours: (v: Zval) => string, ini: readonly string[] = []): void {
  const script = `${PHP_REPR}foreach ([${values.map(phpSource).join(',\n')}] as $v) { ${body} echo "\\n"; }`;
  const php = runPhp(script, ini).split('\n');
  const wrong = values.flatMap((v, i) => {
    const mine = ours(v);
    return mine === php[i] ? [] : [`${phpSource(v)} (${repr(v)}) php: ${php[i]} ours: ${mine}`];
  });
  expect(wrong.slice(0, 20)).toEqual([]);
}

const floats = Array.from({ length: 4000 }, () => new PhpFloat(randomFloat()));
const strings = Array.from({ length: 4000 }, randomNumeral);

describeWithPhp('numbers against php', () => {
  test.each([0, 1, 2, 5, 14, 17, -1])('floats as text, precision %i', (precision) => {
    agree(floats, 'echo $v;', (v) => floatToString((v as PhpFloat).value, precision), [`precision=${precision}`]);
  });

  test('floats as var_dump shows them', () => {
    agree(
      floats,
      'ob_start(); var_dump($v); echo trim(ob_get_clean());',
      (v) => `float(${phpGcvt((v as PhpFloat).value, -1)})`,
    );
  });

  test.each([0, 1, 3, 10])('zend_dtoa with %i places', (places) => {
    const small = floats.filter((f) => Math.abs(f.value) < 1e15 && Math.abs(f.value) > 1e-5);
    agree(small, `echo sprintf('%.${places}F', $v);`, (v) => fixed((v as PhpFloat).value, places));
  });

  test('numeric strings', () => {
    agree(
      strings,
      'echo repr(is_numeric($v)), repr((int)$v), repr((float)$v), repr(is_numeric($v) ? $v + 0 : null);',
      (v) => {
        const s = v as string;
        const n = parseNumeric(s, false);
        return (
          repr(n !== null) + repr(strToInt(s)) + repr(new PhpFloat(strToFloat(s))) + repr(n === null ? null : n.value)
        );
      },
    );
  });

  test('array keys', () => {
    agree(strings, 'echo repr(array_key_first([$v => 1]));', (v) => repr(normalizeKey(v as string)));
  });

  test('string increment', () => {
    const words = strings
      .map((s) => s.replaceAll('.', 'z').replaceAll('e', 'Z'))
      .filter((s) => parseNumeric(s, false) === null);
    agree(words, 'echo repr(++$v);', (v) => repr(incrementString(v as string)));
  });

  test('comparison of strings and numbers', () => {
    const ctx = new TestContext();
    const other: Zval[] = strings.map((_s, i) =>
      i % 3 === 0 ? (floats[i] as PhpFloat) : i % 3 === 1 ? below(2000) - 1000 : randomNumeral(),
    );
    const script = `${PHP_REPR}$b = [${other.map(phpSource).join(',\n')}]; foreach ([${strings.map(phpSource).join(',\n')}] as $i => $v) echo $v <=> $b[$i], $b[$i] <=> $v, "\\n";`;
    const php = runPhp(script).split('\n');
    const ours = strings.map((s, i) => `${compare(ctx, s, other[i])}${compare(ctx, other[i], s)}`);
    const wrong = ours.flatMap((o, i) =>
      o === php[i] ? [] : [`${phpSource(strings[i])} <=> ${phpSource(other[i])} php: ${php[i]} ours: ${o}`],
    );
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  test('powers of floats are rarely off, and then by one unit', () => {
    const ctx = new TestContext();
    const pairs = Array.from(
      { length: 3000 },
      () => [new PhpFloat(random() * 10 ** below(4)), new PhpFloat((random() - 0.5) * 40)] as const,
    );
    const list = pairs.map(([x, y]) => `[${phpSource(x)}, ${phpSource(y)}]`).join(',\n');
    const php = runPhp(`${PHP_REPR}foreach ([${list}] as [$x, $y]) echo repr($x ** $y), "\\n";`).split('\n');
    const off = pairs.filter(([x, y], i) => repr(pow(ctx, x, y)) !== php[i]).length;
    expect(off).toBeLessThan(30);
  });
});

/** %.nF from zend_dtoa's digits. */
function fixed(value: number, places: number): string {
  const { digits, decpt, negative } = zendDtoa(value, 3, places);
  const padded = decpt <= 0 ? '0'.repeat(1 - decpt) + digits : digits;
  const whole = decpt <= 0 ? 1 : decpt;
  const all = padded.padEnd(whole + places, '0');
  const text = places === 0 ? all.slice(0, whole) : `${all.slice(0, whole)}.${all.slice(whole, whole + places)}`;
  return negative ? `-${text}` : text;
}
