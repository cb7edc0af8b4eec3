import { expect, test } from 'vitest';
import type { ValueContext } from '../../src/value/context.ts';
import {
  toArrayKey,
  toBool,
  toFloat,
  toInt,
  toStr,
  debugTypeName,
  gettypeName,
  isNumeric,
} from '../../src/value/convert.ts';
import { decrement, increment } from '../../src/value/increment.ts';
import { floatForJson, floatForVarExport } from '../../src/value/number-format.ts';
import { binaryOp } from '../../src/value/operators.ts';
import { PhpArray } from '../../src/value/php-array.ts';
import { PhpFloat, type Zval } from '../../src/value/zval.ts';
import { describeWithPhp, runPhp } from '../support/php-oracle.ts';
import { sampleValues } from '../support/sample-values.ts';
import { PHP_REPR, phpSource, repr, TestContext } from '../support/value-testing.ts';

const OPERATORS: readonly (readonly [number, string])[] = [
  [1, '+'],
  [2, '-'],
  [3, '*'],
  [4, '/'],
  [5, '%'],
  [6, '<<'],
  [7, '>>'],
  [8, '.'],
  [9, '|'],
  [10, '&'],
  [11, '^'],
  [12, '**'],
  [15, 'xor'],
  [16, '==='],
  [17, '!=='],
  [18, '=='],
  [19, '!='],
  [20, '<'],
  [21, '<='],
  [170, '<=>'],
];

type Unary = (ctx: ValueContext, v: Zval) => Zval;

function floatBoxed(d: number): PhpFloat {
  return new PhpFloat(d);
}

/** name, PHP expression in $a, ours. */
const UNARY: readonly (readonly [string, string, Unary])[] = [
  ['~', '~$a', (ctx, v) => binaryOp(ctx, 13, v, null)],
  ['!', '!$a', (ctx, v) => binaryOp(ctx, 14, v, null)],
  ['++', '++$a', increment],
  ['--', '--$a', decrement],
  ['(int)', '(int)$a', toInt],
  ['(float)', '(float)$a', (ctx, v) => floatBoxed(toFloat(ctx, v))],
  ['(string)', '(string)$a', (ctx, v) => (ctx.exception === null ? failIfThrown(ctx, toStr(ctx, v)) : undefined)],
  ['(bool)', '(bool)$a', (_ctx, v) => toBool(v)],
  ['gettype', 'gettype($a)', (_ctx, v) => gettypeName(v)],
  ['get_debug_type', 'get_debug_type($a)', (_ctx, v) => debugTypeName(v)],
  ['is_numeric', 'is_numeric($a)', (_ctx, v) => isNumeric(v)],
  ['key', '[$a => 1]', (ctx, v) => keyed(ctx, v)],
  [
    'var_export',
    'is_float($a) ? var_export($a, true) : ""',
    (_ctx, v) => (v instanceof PhpFloat ? floatForVarExport(v.value, -1) : ''),
  ],
  [
    'json',
    'is_float($a) && is_finite($a) ? json_encode($a) : ""',
    (_ctx, v) => (v instanceof PhpFloat && Number.isFinite(v.value) ? floatForJson(v.value, -1, false) : ''),
  ],
];

function failIfThrown(ctx: ValueContext, v: Zval): Zval {
  return ctx.exception === null ? v : undefined;
}

function keyed(ctx: ValueContext, v: Zval): Zval {
  const key = toArrayKey(ctx, v);
  return key === null ? undefined : PhpArray.fromEntries([[key, 1]]);
}

/** The first few lines that differ, with what produced them. */
function differences(ours: readonly string[], php: string, name: (i: number) => string): string[] {
  const theirs = php.split('\n');
  const out: string[] = [];
  for (let i = 0; i < ours.length && out.length < 40; i++) {
    if (ours[i] !== theirs[i]) out.push(`${name(i)}\n  php:  ${theirs[i]}\n  ours: ${ours[i]}`);
  }
  return out;
}

describeWithPhp('operators against php', () => {
  const values = sampleValues();
  const sources = `$values = [${values.map(phpSource).join(',\n')}];\n`;

  test.each(OPERATORS)('opcode %i (%s) on every pair', (opcode, sign) => {
    const script = `${PHP_REPR}${sources}foreach ($values as $a) foreach ($values as $b) report(fn($a, $b) => $a ${sign} $b, $a, $b);`;
    const ctx = new TestContext();
    const ours: string[] = [];
    for (const a of values) {
      for (const b of values) {
        const r = binaryOp(ctx, opcode, a, b);
        ours.push(`${repr(r)} ${ctx.take()}`);
      }
    }
    const n = values.length;
    const name = (i: number): string =>
      `${phpSource(values[Math.floor(i / n)])} (${repr(values[Math.floor(i / n)])}) ${sign} ${phpSource(values[i % n])}`;
    expect(differences(ours, runPhp(script), name)).toEqual([]);
  });

  test.each(UNARY)('%s on every value', (_name, expression, ours) => {
    const script = `${PHP_REPR}${sources}foreach ($values as $a) report(function ($a) { return ${expression}; }, $a);`;
    const ctx = new TestContext();
    const lines = values.map((v) => {
      const r = ours(ctx, v);
      return `${repr(r)} ${ctx.take()}`;
    });
    expect(differences(lines, runPhp(script), (i) => phpSource(values[i]))).toEqual([]);
  });
});
