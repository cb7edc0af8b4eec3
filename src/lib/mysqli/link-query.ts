/** Queries of mysqli. Source: php-src 8.2 ext/mysqli/mysqli_nonapi.c, mysqli_api.c */
import type { NativeCode } from '../../object/native-code.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { addRef, deref, type Zval } from '../../value/zval.ts';
import type { MysqlResult } from '../../vm/db-ports.ts';
import type { Executor } from '../../vm/executor.ts';
import { p } from '../define.ts';
import { nativeNumbers } from './connect.ts';
import { declarer, type Declared } from './declare.ts';
import { resultObject } from './result-class.ts';
import { executeParams, newStatement, prepareStatement } from './statement.ts';
import { type Link, linkOf, wait } from './state.ts';

const ASYNC = 8;
const USE_RESULT = 1;

const both = declarer('mysqli', 'mysql', 'mysqli_');

/** Sends statements; their results, or null after an error. */
function* send(
  rt: Executor,
  link: ReturnType<typeof linkOf> & object,
  sql: string,
): NativeCode<readonly MysqlResult[] | null> {
  link.results = [];
  const results = yield* wait(rt, link, link.connection.query(sql));
  if (results === null) {
    link.affected = -1;
    link.fieldCount = 0;
    return null;
  }
  link.note(results[0]);
  return results;
}

/** A result as query() answers it. */
function shown(rt: Executor, link: Link, result: MysqlResult | undefined, type: number): Zval {
  if (result === undefined || result.columns === null) return true;
  return resultObject(rt, result, nativeNumbers(link), type);
}

/** Runs a statement; null when it went wrong. */
export function* runSql(rt: Executor, link: ReturnType<typeof linkOf> & object, sql: string): NativeCode<boolean> {
  return (yield* send(rt, link, sql)) !== null;
}

function takeResult(rt: Executor, self: PhpObject, type: number): Zval {
  const link = linkOf(rt, self);
  const result = link?.results[0];
  if (link === null || result === undefined || result.columns === null) return false;
  return resultObject(rt, result, nativeNumbers(link), type);
}

export const queryMembers: readonly Declared[] = [
  both({
    name: 'query',
    doc: 'Sends a statement and reads its result.',
    params: [p.string('query'), p.int('result_mode', { default: 0, text: 'MYSQLI_STORE_RESULT' })],
    returns: ['mysqli_result', 'bool'],
    *impl(rt, self, sql, mode) {
      const link = linkOf(rt, self);
      if (link === null) return false;
      if (sql === '') return rt.argumentValueError(1, 'cannot be empty');
      const type = mode & ~ASYNC;
      if (type !== 0 && type !== USE_RESULT && type !== 16) {
        return rt.argumentValueError(
          2,
          'must be either MYSQLI_USE_RESULT or MYSQLI_STORE_RESULT with MYSQLI_ASYNC as an optional bitmask flag',
        );
      }
      if ((mode & ASYNC) !== 0) {
        link.pending = link.connection.query(sql);
        return true;
      }
      const results = yield* send(rt, link, sql);
      return results === null ? false : shown(rt, link, results[0], type);
    },
  }),
  both({
    name: 'reap_async_query',
    doc: 'The result of a query that was sent with MYSQLI_ASYNC.',
    params: [],
    returns: ['mysqli_result', 'bool'],
    *impl(rt, self) {
      const link = linkOf(rt, self);
      const pending = link?.pending ?? null;
      if (link === null || pending === null) return false;
      link.pending = null;
      const results = yield* wait(rt, link, pending);
      if (results === null) return false;
      link.note(results[0]);
      return shown(rt, link, results[0], 0);
    },
  }),
  ...(['real_query', 'multi_query'] as const).map((name) =>
    both({
      name,
      doc: 'Sends statements; store_result() and next_result() give their results.',
      params: [p.string('query')],
      returns: ['bool'],
      *impl(rt, self, sql) {
        const link = linkOf(rt, self);
        if (link === null) return false;
        if (sql === '') return rt.argumentValueError(1, 'cannot be empty');
        const results = yield* send(rt, link, sql);
        if (results === null) return false;
        link.results = results;
        return true;
      },
    }),
  ),
  both({
    name: 'store_result',
    doc: 'The result of the statement that real_query() or multi_query() has sent.',
    params: [p.int('mode', { default: 0 })],
    returns: ['mysqli_result', 'false'],
    impl: (rt, self) => takeResult(rt, self, 0),
  }),
  both({
    name: 'use_result',
    doc: 'The result of the statement that real_query() or multi_query() has sent.',
    params: [],
    returns: ['mysqli_result', 'false'],
    impl: (rt, self) => takeResult(rt, self, USE_RESULT),
  }),
  both({
    name: 'more_results',
    doc: 'Are there results behind the current one?',
    params: [],
    returns: ['bool'],
    impl: (rt, self) => (linkOf(rt, self)?.results.length ?? 0) > 1,
  }),
  both({
    name: 'next_result',
    doc: 'Goes on to the next result.',
    params: [],
    returns: ['bool'],
    impl(rt, self) {
      const link = linkOf(rt, self);
      if (link === null || link.results.length < 2) return false;
      link.results = link.results.slice(1);
      link.note(link.results[0]);
      return true;
    },
  }),
];

export const prepareMembers: readonly Declared[] = [
  both({
    name: 'prepare',
    doc: 'Prepares a statement.',
    params: [p.string('query')],
    returns: ['mysqli_stmt', 'false'],
    *impl(rt, self, sql) {
      const link = linkOf(rt, self);
      if (link === null) return false;
      const obj = newStatement(rt, self, link);
      const done = yield* prepareStatement(rt, obj, sql, link);
      if (done) return obj;
      rt.releaseValue(obj);
      return false;
    },
  }),
  both({
    name: 'stmt_init',
    doc: 'A statement that is to be prepared.',
    params: [],
    returns: ['mysqli_stmt', 'false'],
    impl(rt, self) {
      const link = linkOf(rt, self);
      return link === null ? false : newStatement(rt, self, link);
    },
  }),
  both({
    name: 'execute_query',
    doc: 'Prepares a statement, executes it with values and gives its result.',
    params: [p.string('query'), p.nullable(p.array('params'), { default: null })],
    returns: ['mysqli_result', 'bool'],
    *impl(rt, self, sql, params) {
      const link = linkOf(rt, self);
      if (link === null) return false;
      const obj = newStatement(rt, self, link);
      try {
        if (!(yield* prepareStatement(rt, obj, sql, link))) return false;
        const list =
          params === null ? new PhpArray() : PhpArray.fromList(params.valueList().map((v) => addRef(deref(v))));
        const result = yield* executeParams(rt, obj, list, 2);
        rt.releaseValue(list);
        if (result === null) return false;
        return result.columns === null ? true : resultObject(rt, result, true, 0);
      } finally {
        rt.releaseValue(obj);
      }
    },
  }),
];
