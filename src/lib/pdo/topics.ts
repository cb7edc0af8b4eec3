/** PDO: what the engine registers. */
import { fn, type FunctionDef } from '../define.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { Topic } from '../register.ts';
import { DRIVERS } from './drivers.ts';
import { pdoExceptionClass } from './errors.ts';
import { pdoClass } from './pdo-class.ts';
import { pdoRowClass } from './row-class.ts';
import { pdoStatementClass } from './statement-class.ts';

const functions: readonly FunctionDef[] = [
  fn({
    name: 'pdo_drivers',
    doc: "The names of PDO's drivers.",
    params: [],
    returns: ['array'],
    impl: () => PhpArray.fromList(Object.keys(DRIVERS)),
  }),
];

const classes = [pdoExceptionClass, pdoClass, pdoStatementClass, pdoRowClass];

export const PDO_TOPICS: readonly Topic[] = [
  {
    functions,
    classes,
    extension: { name: 'PDO' },
  },
  ...Object.keys(DRIVERS).map((name) => ({ extension: { name: `pdo_${name}` } })),
];
