/**
 * Arithmetic, rounding, logarithms, trigonometry.
 * Source: php-src ext/standard/math.c
 */
import { pow } from '../value/operators.ts';
import { PhpFloat, type PhpInt, type Zval } from '../value/zval.ts';
import { isInt, negInt, quotientInt } from '../value/integer.ts';
import type { Executor } from '../vm/executor.ts';
import { atan2, hypot } from './exact-math.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { roundFloat } from './round.ts';

function float(n: number): PhpFloat {
  return new PhpFloat(n);
}

function toDouble(n: PhpInt | PhpFloat): number {
  return n instanceof PhpFloat ? n.value : Number(n);
}

function absolute(n: PhpInt | PhpFloat): Zval {
  if (n instanceof PhpFloat) return float(Math.abs(n.value));
  return n < 0 ? negInt(n) : n;
}

function logarithm(rt: Executor, num: number, base: number): Zval {
  if (base === Math.E) return float(Math.log(num));
  if (base === 2) return float(Math.log2(num));
  if (base === 10) return float(Math.log10(num));
  if (base === 1) return float(Number.NaN);
  if (base <= 0) return rt.argumentValueError(2, 'must be greater than 0');
  return float(Math.log(num) / Math.log(base));
}

function divideInts(rt: Executor, a: PhpInt, b: PhpInt): Zval {
  if (b === 0) return rt.throwError('DivisionByZeroError', 'Division by zero');
  const result = quotientInt(a, b);
  if (result === null) return rt.throwError('ArithmeticError', 'Division of PHP_INT_MIN by -1 is not an integer');
  return result;
}

export const mathFunctions: readonly FunctionDef[] = [
  fn({
    name: 'abs',
    doc: 'The absolute value.',
    params: [p.number('num')],
    returns: ['int', 'float'],
    impl: (_rt, num) => absolute(num),
  }),
  fn({
    name: 'ceil',
    doc: 'Rounds up to a whole number.',
    params: [p.number('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.ceil(toDouble(num))),
  }),
  fn({
    name: 'floor',
    doc: 'Rounds down to a whole number.',
    params: [p.number('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.floor(toDouble(num))),
  }),
  fn({
    name: 'round',
    doc: 'Rounds to decimal places.',
    params: [
      p.number('num'),
      p.int('precision', { default: 0 }),
      p.int('mode', { default: 1, text: 'PHP_ROUND_HALF_UP' }),
    ],
    returns: ['float'],
    impl: (_rt, num, precision, mode) => {
      if (isInt(num) && precision >= 0) return float(Number(num));
      return float(roundFloat(toDouble(num), precision, mode));
    },
  }),
  fn({
    name: 'sqrt',
    doc: 'The square root.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.sqrt(num)),
  }),
  fn({
    name: 'pow',
    doc: 'A power.',
    params: [p.mixed('num'), p.mixed('exponent')],
    returns: ['object', 'int', 'float'],
    impl: (rt, num, exponent) => pow(rt, num, exponent) as Zval,
  }),
  fn({
    name: 'exp',
    doc: 'A power of e.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.exp(num)),
  }),
  fn({
    name: 'expm1',
    doc: 'exp(num) - 1, exact near zero.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.expm1(num)),
  }),
  fn({
    name: 'log',
    doc: 'The logarithm to a base.',
    params: [p.float('num'), p.float('base', { default: Math.E, text: 'M_E' })],
    returns: ['float'],
    impl: logarithm,
  }),
  fn({
    name: 'log10',
    doc: 'The logarithm to base 10.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.log10(num)),
  }),
  fn({
    name: 'log1p',
    doc: 'log(1 + num), exact near zero.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.log1p(num)),
  }),
  fn({
    name: 'sin',
    doc: 'The sine.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.sin(num)),
  }),
  fn({
    name: 'cos',
    doc: 'The cosine.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.cos(num)),
  }),
  fn({
    name: 'tan',
    doc: 'The tangent.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.tan(num)),
  }),
  fn({
    name: 'asin',
    doc: 'The arc sine.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.asin(num)),
  }),
  fn({
    name: 'acos',
    doc: 'The arc cosine.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.acos(num)),
  }),
  fn({
    name: 'atan',
    doc: 'The arc tangent.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.atan(num)),
  }),
  fn({
    name: 'atan2',
    doc: 'The arc tangent of a quotient by quadrant.',
    params: [p.float('y'), p.float('x')],
    returns: ['float'],
    impl: (_rt, y, x) => float(atan2(y, x)),
  }),
  fn({
    name: 'sinh',
    doc: 'The hyperbolic sine.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.sinh(num)),
  }),
  fn({
    name: 'cosh',
    doc: 'The hyperbolic cosine.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.cosh(num)),
  }),
  fn({
    name: 'tanh',
    doc: 'The hyperbolic tangent.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.tanh(num)),
  }),
  fn({
    name: 'asinh',
    doc: 'The inverse hyperbolic sine.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.asinh(num)),
  }),
  fn({
    name: 'acosh',
    doc: 'The inverse hyperbolic cosine.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.acosh(num)),
  }),
  fn({
    name: 'atanh',
    doc: 'The inverse hyperbolic tangent.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float(Math.atanh(num)),
  }),
  fn({
    name: 'pi',
    doc: 'The number pi.',
    params: [],
    returns: ['float'],
    impl: () => float(Math.PI),
  }),
  fn({
    name: 'hypot',
    doc: 'The hypotenuse of two sides.',
    params: [p.float('x'), p.float('y')],
    returns: ['float'],
    impl: (_rt, x, y) => float(hypot(x, y)),
  }),
  fn({
    name: 'deg2rad',
    doc: 'Degrees in radians.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float((num / 180) * Math.PI),
  }),
  fn({
    name: 'rad2deg',
    doc: 'Radians in degrees.',
    params: [p.float('num')],
    returns: ['float'],
    impl: (_rt, num) => float((num / Math.PI) * 180),
  }),
  fn({
    name: 'fmod',
    doc: 'The remainder of a division of floats.',
    params: [p.float('num1'), p.float('num2')],
    returns: ['float'],
    impl: (_rt, a, b) => float(a % b),
  }),
  fn({
    name: 'fdiv',
    doc: 'Division as IEEE 754 has it: by zero too.',
    params: [p.float('num1'), p.float('num2')],
    returns: ['float'],
    impl: (_rt, a, b) => float(a / b),
  }),
  fn({
    name: 'intdiv',
    doc: 'The whole part of a division of ints.',
    params: [p.int64('num1'), p.int64('num2')],
    returns: ['int'],
    impl: divideInts,
  }),
  fn({
    name: 'is_nan',
    doc: 'Whether a float is not a number.',
    params: [p.float('num')],
    returns: ['bool'],
    impl: (_rt, num) => Number.isNaN(num),
  }),
  fn({
    name: 'is_finite',
    doc: 'Whether a float is finite.',
    params: [p.float('num')],
    returns: ['bool'],
    impl: (_rt, num) => Number.isFinite(num),
  }),
  fn({
    name: 'is_infinite',
    doc: 'Whether a float is infinite.',
    params: [p.float('num')],
    returns: ['bool'],
    impl: (_rt, num) => num === Number.POSITIVE_INFINITY || num === Number.NEGATIVE_INFINITY,
  }),
];
