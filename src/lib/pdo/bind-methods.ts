/** PDOStatement's methods for values and variables. Source: php-src 8.2 ext/pdo/pdo_stmt.c */
import { addRef } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type MethodDef, method, p } from '../define.ts';
import { bindColumn, bindParam, execute } from './bind.ts';
import { PARAM } from './constants.ts';
import { statementOf } from './pdo-data.ts';

const LINK = 'class.pdostatement';
const typeParam = p.int('type', { default: PARAM.str, text: 'PDO::PARAM_STR' });
const lengthParams = [p.int('maxLength', { default: 0 }), p.mixed('driverOptions', { default: null })] as const;

/** The number (from 0) or name of a placeholder; null after a ValueError. */
function placeOf(rt: Executor, key: string | number): string | number | null {
  if (typeof key === 'string') return key;
  return key > 0 ? key - 1 : rt.argumentValueError(1, 'must be greater than or equal to 1');
}

export const bindMethods: readonly MethodDef[] = [
  method({
    name: 'bindColumn',
    doc: 'Gives a variable the value of a column at every fetch.',
    params: [p.union('column', ['string', 'int']), p.ref('var'), typeParam, ...lengthParams],
    returns: ['bool'],
    link: LINK,
    impl(rt, self, column, variable, type) {
      const stmt = statementOf(rt, self);
      if (stmt === null || placeOf(rt, column) === null) return false;
      return bindColumn(rt, stmt, column, addRef(variable), type);
    },
  }),
  method({
    name: 'bindParam',
    doc: 'Binds a variable to a placeholder; its value is taken when the statement is executed.',
    params: [p.union('param', ['string', 'int']), p.ref('var'), typeParam, ...lengthParams],
    returns: ['bool'],
    link: LINK,
    *impl(rt, self, param, variable, type, length) {
      const stmt = statementOf(rt, self);
      const place = stmt === null ? null : placeOf(rt, param);
      if (stmt === null || place === null) return false;
      return yield* bindParam(rt, stmt, place, addRef(variable), type, length);
    },
  }),
  method({
    name: 'bindValue',
    doc: 'Binds a value to a placeholder.',
    params: [p.union('param', ['string', 'int']), p.mixed('value'), typeParam],
    returns: ['bool'],
    link: LINK,
    *impl(rt, self, param, value, type) {
      const stmt = statementOf(rt, self);
      const place = stmt === null ? null : placeOf(rt, param);
      if (stmt === null || place === null) return false;
      return yield* bindParam(rt, stmt, place, addRef(value), type);
    },
  }),
  method({
    name: 'execute',
    doc: 'Executes the statement.',
    params: [p.nullable(p.array('params'), { default: null })],
    returns: ['bool'],
    link: LINK,
    *impl(rt, self, params) {
      const stmt = statementOf(rt, self);
      return stmt !== null && (yield* execute(rt, stmt, params));
    },
  }),
  method({
    name: 'debugDumpParams',
    doc: 'Prints the statement and what is bound to it.',
    params: [],
    returns: ['bool', 'null'],
    link: LINK,
    impl(rt, self) {
      const stmt = statementOf(rt, self);
      if (stmt === null) return false;
      rt.write(`SQL: [${stmt.query.length}] ${stmt.query}\n`);
      const { activeQuery } = stmt;
      if (activeQuery !== null) rt.write(`Sent SQL: [${activeQuery.length}] ${activeQuery}\n`);
      rt.write(`Params:  ${stmt.params.size}\n`);
      for (const [key, param] of stmt.params) {
        rt.write(typeof key === 'string' ? `Key: Name: [${key.length}] ${key}\n` : `Key: Position #${key}:\n`);
        const name = param.name ?? '';
        rt.write(`paramno=${param.paramno}\nname=[${name.length}] "${name}"\nis_param=1\nparam_type=${param.type}\n`);
      }
      return null;
    },
  }),
];
