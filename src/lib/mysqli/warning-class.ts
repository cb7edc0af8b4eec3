/** mysqli_warning: what SHOW WARNINGS says. Source: php-src 8.2 ext/mysqli/mysqli_warning.c */
import type { ClassDef } from '../../object/class-def.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { PhpObject } from '../../value/php-object.ts';
import type { Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type MethodDef, method } from '../define.ts';
import { declarer, type Declared, propertyDefs, type VirtualProperty, virtualHandlers } from './declare.ts';
import { type Link, linkOf, Statement, stateOf, wait } from './state.ts';

/** Every SQLSTATE is this one, as SHOW WARNINGS has none. */
const SQL_STATE = 'HY000';

class Warnings {
  readonly rows: readonly (readonly (string | null)[])[];
  at = 0;
  constructor(rows: readonly (readonly (string | null)[])[]) {
    this.rows = rows;
  }
}

function cell(rt: Executor, obj: PhpObject, column: number): string | null {
  const data = stateOf(rt, obj, Warnings);
  return data?.rows[data.at]?.[column] ?? null;
}

function* warningsOf(rt: Executor, link: Link): NativeCode {
  if (link.connection === null || link.warnings === 0) return false;
  const results = yield* wait(rt, link, link.connection.query('SHOW WARNINGS'));
  link.warnings = 0; // those of SHOW WARNINGS
  const rows = results?.[0]?.rows ?? [];
  if (rows.length === 0) return false;
  const obj = rt.newObject(rt.classOf('mysqli_warning'));
  obj.native = new Warnings(rows);
  return obj;
}

const PROPERTIES: readonly VirtualProperty[] = [
  { name: 'message', types: ['string'], read: (rt, obj): Zval => cell(rt, obj, 2) },
  { name: 'sqlstate', types: ['string'], read: () => SQL_STATE },
  { name: 'errno', types: ['int'], read: (rt, obj): Zval => Number(cell(rt, obj, 1) ?? 0) },
];

export const linkWarnings: Declared = declarer(
  'mysqli',
  'mysql',
  'mysqli_',
)({
  name: 'get_warnings',
  doc: 'The warnings of the last statement.',
  params: [],
  returns: ['mysqli_warning', 'false'],
  *impl(rt, self) {
    const link = linkOf(rt, self);
    return link === null ? false : yield* warningsOf(rt, link);
  },
});

export const statementWarnings: Declared = declarer(
  'mysqli_stmt',
  'statement',
  'mysqli_stmt_',
)({
  name: 'get_warnings',
  doc: 'The warnings of the last execution.',
  params: [],
  returns: ['mysqli_warning', 'false'],
  *impl(rt, self) {
    const stmt = stateOf(rt, self, Statement);
    return stmt === null ? false : yield* warningsOf(rt, stmt.link);
  },
});

export const warningClass: ClassDef<MethodDef> = {
  name: 'mysqli_warning',
  properties: propertyDefs(PROPERTIES),
  methods: [
    method({
      name: '__construct',
      doc: 'Warnings are made by get_warnings().',
      params: [],
      returns: null,
      visibility: 'private',
      link: 'class.mysqli-warning',
      impl: () => null,
    }),
    method({
      name: 'next',
      doc: 'Goes on to the next warning.',
      params: [],
      returns: ['bool'],
      link: 'class.mysqli-warning',
      impl(rt, self) {
        const data = stateOf(rt, self, Warnings);
        if (data === null || data.at + 1 >= data.rows.length) return false;
        data.at++;
        return true;
      },
    }),
  ],
  handlers: virtualHandlers(PROPERTIES),
};
