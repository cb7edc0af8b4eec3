/**
 * mysqli_stmt.
 * Source: php-src 8.2 ext/mysqli/mysqli_api.c, mysqli_nonapi.c, mysqli_prop.c
 */
import type { ClassDef } from '../../object/class-def.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { addRef, type PhpReference, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, type MethodDef, method, p } from '../define.ts';
import { cellOf } from '../mysql/values.ts';
import { declarer, type Declared, propertyDefs, type VirtualProperty, virtualHandlers } from './declare.ts';
import { resultObject } from './result-class.ts';
import { errorList, linkOf, markClosed, Statement, stateOf } from './state.ts';
import { statementWarnings } from './warning-class.ts';
import { executeBound, executeParams, note, prepareStatement } from './statement.ts';

const both = declarer('mysqli_stmt', 'statement', 'mysqli_stmt_');
const EMPTY_RESULT = { rows: [], affectedRows: 0, insertId: 0, warnings: 0, info: '' } as const;

function stmtOf(rt: Executor, obj: PhpObject): Statement | null {
  return stateOf(rt, obj, Statement);
}

function fieldCount(stmt: Statement | null): number {
  return stmt?.current?.columns?.length ?? stmt?.statement?.columns.length ?? 0;
}

function dropRefs(rt: Executor, refs: readonly PhpReference[]): void {
  for (const ref of refs) rt.releaseValue(ref);
}

function bindParam(rt: Executor, self: PhpObject, types: string, vars: readonly PhpReference[]): Zval {
  const stmt = stmtOf(rt, self);
  if (stmt === null) return false;
  if (types === '') return rt.argumentValueError(1, 'cannot be empty');
  if (types.length !== vars.length) {
    return rt.throwError(
      'ArgumentCountError',
      'The number of elements in the type definition string must match the number of bind variables',
    );
  }
  if (vars.length !== (stmt.statement?.parameterCount ?? 0)) {
    return rt.throwError(
      'ArgumentCountError',
      'The number of variables must match the number of parameters in the prepared statement',
    );
  }
  if (/[^bdis]/.test(types)) {
    return rt.argumentValueError(1, 'must only contain the "b", "d", "i", "s" type specifiers');
  }
  const old = stmt.params;
  stmt.types = types;
  stmt.params = vars.map((ref) => addRef(ref));
  dropRefs(rt, old);
  return true;
}

function bindResult(rt: Executor, self: PhpObject, vars: readonly PhpReference[]): Zval {
  const stmt = stmtOf(rt, self);
  if (stmt === null) return false;
  if (vars.length !== fieldCount(stmt)) {
    const text = "Number of bind variables doesn't match number of fields in prepared statement";
    return rt.throwError('ArgumentCountError', text);
  }
  const old = stmt.results;
  stmt.results = vars.map((ref) => addRef(ref));
  dropRefs(rt, old);
  return true;
}

function* execute(rt: Executor, self: PhpObject, params: PhpArray | null): NativeCode {
  const stmt = stmtOf(rt, self);
  if (stmt === null) return false;
  const result = params === null ? yield* executeBound(rt, stmt) : yield* executeParams(rt, self, params, 1);
  return result !== null;
}

/** Gives the next row to the bound variables. */
function fetch(rt: Executor, self: PhpObject): Zval {
  const stmt = stmtOf(rt, self);
  const row = stmt?.current?.rows[stmt.row];
  if (stmt === null) return false;
  if (row === undefined) return null;
  stmt.row++;
  for (const [n, ref] of stmt.results.entries()) {
    const old = ref.val;
    ref.val = cellOf(row[n] ?? null, stmt.current?.columns?.[n], true);
    rt.releaseValue(old);
  }
  return true;
}

function free(rt: Executor, self: PhpObject): void {
  const stmt = self.native;
  if (!(stmt instanceof Statement)) return;
  markClosed(self);
  stmt.statement?.close();
  dropRefs(rt, stmt.params);
  dropRefs(rt, stmt.results);
  rt.releaseValue(stmt.owner);
}

const bindMembers: readonly Declared[] = [
  both({
    name: 'bind_param',
    doc: 'Binds variables to the placeholders.',
    params: [p.string('types'), p.rest(p.ref('vars'))],
    returns: ['bool'],
    impl: (rt, self, types, vars) => bindParam(rt, self, types, vars),
  }),
  both({
    name: 'bind_result',
    doc: 'Binds variables to the columns.',
    params: [p.rest(p.ref('vars'))],
    returns: ['bool'],
    impl: (rt, self, vars) => bindResult(rt, self, vars),
  }),
  both({
    name: 'execute',
    functions: ['mysqli_stmt_execute', 'mysqli_execute'],
    doc: 'Executes the statement.',
    params: [p.nullable(p.array('params'), { default: null })],
    returns: ['bool'],
    impl: (rt, self, params) => execute(rt, self, params),
  }),
  both({
    name: 'fetch',
    doc: 'Gives the next row to the bound variables; null at the end.',
    params: [],
    returns: ['bool', 'null'],
    impl: (rt, self) => fetch(rt, self),
  }),
  both({
    name: 'prepare',
    doc: 'Prepares the statement.',
    params: [p.string('query')],
    returns: ['bool'],
    *impl(rt, self, sql) {
      const stmt = stmtOf(rt, self);
      return stmt !== null && (yield* prepareStatement(rt, self, sql, stmt));
    },
  }),
  both({
    name: 'send_long_data',
    doc: 'Adds to the value of a placeholder.',
    params: [p.int('param_num'), p.string('data')],
    returns: ['bool'],
    impl(rt, self, n, data) {
      const stmt = stmtOf(rt, self);
      if (stmt === null) return false;
      if (n < 0) return rt.argumentValueError(1, 'must be greater than or equal to 0');
      stmt.longData.set(n, (stmt.longData.get(n) ?? '') + data);
      return true;
    },
  }),
];

const resultMembers: readonly Declared[] = [
  both({
    name: 'store_result',
    doc: 'Reads the whole result.',
    params: [],
    returns: ['bool'],
    impl(rt, self) {
      const stmt = stmtOf(rt, self);
      if (stmt === null) return false;
      stmt.stored = true;
      return true;
    },
  }),
  both({
    name: 'get_result',
    doc: 'The result as an object.',
    params: [],
    returns: ['mysqli_result', 'false'],
    impl(rt, self) {
      const stmt = stmtOf(rt, self);
      const result = stmt?.current ?? null;
      if (stmt === null || result === null || result.columns === null) return false;
      stmt.queue = stmt.queue.slice(1);
      return resultObject(rt, result, true, 0);
    },
  }),
  both({
    name: 'result_metadata',
    doc: 'A result without rows, for its columns.',
    params: [],
    returns: ['mysqli_result', 'false'],
    impl(rt, self) {
      const stmt = stmtOf(rt, self);
      const columns = stmt?.current?.columns ?? stmt?.statement?.columns ?? [];
      return columns.length === 0 ? false : resultObject(rt, { ...EMPTY_RESULT, columns }, true, 0);
    },
  }),
  both({
    name: 'data_seek',
    doc: 'Goes to a row of a stored result.',
    params: [p.int('offset')],
    returns: ['void'],
    impl(rt, self, offset) {
      const stmt = stmtOf(rt, self);
      if (stmt !== null && offset < 0) return rt.argumentValueError(1, 'must be greater than or equal to 0');
      if (stmt !== null) stmt.row = offset;
      return null;
    },
  }),
  both({
    name: 'more_results',
    doc: 'Are there results behind the current one?',
    params: [],
    returns: ['bool'],
    impl: (rt, self) => (stmtOf(rt, self)?.queue.length ?? 0) > 1,
  }),
  both({
    name: 'next_result',
    doc: 'Goes on to the next result.',
    params: [],
    returns: ['bool'],
    impl(rt, self) {
      const stmt = stmtOf(rt, self);
      if (stmt === null || stmt.queue.length < 2) return false;
      stmt.queue = stmt.queue.slice(1);
      stmt.row = 0;
      note(stmt);
      return true;
    },
  }),
  both({
    name: 'free_result',
    doc: 'Frees the result.',
    params: [],
    returns: ['void'],
    impl(rt, self) {
      const stmt = stmtOf(rt, self);
      if (stmt !== null) stmt.queue = [];
      return null;
    },
  }),
  both({
    name: 'reset',
    doc: 'Forgets results and long data.',
    params: [],
    returns: ['bool'],
    impl(rt, self) {
      const stmt = stmtOf(rt, self);
      if (stmt === null) return false;
      stmt.queue = [];
      stmt.longData.clear();
      return true;
    },
  }),
];

const attributeMembers: readonly Declared[] = [
  both({
    name: 'attr_get',
    doc: 'An attribute of the statement.',
    params: [p.int('attribute')],
    returns: ['int'],
    impl: (rt, self, attribute) => stmtOf(rt, self)?.attributes.get(attribute) ?? 0,
  }),
  both({
    name: 'attr_set',
    doc: 'Sets an attribute of the statement.',
    params: [p.int('attribute'), p.int('value')],
    returns: ['bool'],
    impl(rt, self, attribute, value) {
      stmtOf(rt, self)?.attributes.set(attribute, value);
      return rt.exception === null;
    },
  }),
  both({
    name: 'close',
    doc: 'Closes the statement.',
    params: [],
    returns: null,
    impl(rt, self) {
      if (stmtOf(rt, self) === null) return null;
      free(rt, self);
      return true;
    },
  }),
  both({
    name: 'num_rows',
    doc: 'How many rows a stored result has.',
    params: [],
    returns: ['int', 'string'],
    impl: (rt, self) => numRows(stmtOf(rt, self)),
  }),
];

function numRows(stmt: Statement | null): number {
  return stmt?.stored === true ? (stmt.current?.rows.length ?? 0) : 0;
}

const PROPERTIES: readonly VirtualProperty[] = [
  { name: 'affected_rows', types: ['string', 'int'], read: (rt, obj) => stmtOf(rt, obj)?.affected ?? null },
  { name: 'insert_id', types: ['string', 'int'], read: (rt, obj) => stmtOf(rt, obj)?.insertId ?? null },
  { name: 'num_rows', types: ['string', 'int'], read: (rt, obj) => numRows(stmtOf(rt, obj)) },
  { name: 'param_count', types: ['int'], read: (rt, obj) => stmtOf(rt, obj)?.statement?.parameterCount ?? 0 },
  { name: 'field_count', types: ['int'], read: (rt, obj) => fieldCount(stmtOf(rt, obj)) },
  { name: 'errno', types: ['int'], read: (rt, obj) => stmtOf(rt, obj)?.error.code ?? null },
  { name: 'error', types: ['string'], read: (rt, obj) => stmtOf(rt, obj)?.error.message ?? null },
  {
    name: 'error_list',
    types: ['array'],
    read: (rt, obj) => {
      const stmt = stmtOf(rt, obj);
      return stmt === null ? null : errorList(stmt.error);
    },
  },
  { name: 'sqlstate', types: ['string'], read: (rt, obj) => stmtOf(rt, obj)?.error.sqlState ?? null },
  { name: 'id', types: ['int'], read: (rt, obj) => (stmtOf(rt, obj)?.statement == null ? 0 : 1) },
];

/** mysqli_stmt_errno() and others: the properties as functions. */
const propertyFunctions: readonly Declared[] = PROPERTIES.filter(
  ({ name }) => name !== 'id' && name !== 'num_rows',
).map(({ name, types, read }) =>
  both({ name: null, functions: [`mysqli_stmt_${name}`], doc: `The ${name}.`, params: [], returns: types, impl: read }),
);

const declared: readonly Declared[] = [
  ...bindMembers,
  ...resultMembers,
  ...attributeMembers,
  statementWarnings,
  ...propertyFunctions,
];

export const statementFunctions: readonly FunctionDef[] = declared.flatMap(({ functions }) => functions);

export const statementClass: ClassDef<MethodDef> = {
  name: 'mysqli_stmt',
  properties: propertyDefs(PROPERTIES),
  methods: [
    method({
      name: '__construct',
      doc: 'A statement of a connection, prepared when there is a text.',
      params: [p.object('mysql', 'mysqli'), p.nullable(p.string('query'), { default: null })],
      returns: null,
      link: 'class.mysqli-stmt',
      *impl(rt, self, owner, sql) {
        const link = linkOf(rt, owner);
        if (link === null) return null;
        self.native = new Statement(addRef(owner), link);
        if (sql !== null) yield* prepareStatement(rt, self, sql, self.native as Statement);
        return null;
      },
    }),
    ...declared.flatMap(({ methods }) => methods),
  ],
  handlers: {
    ...virtualHandlers(PROPERTIES),
    freeNative: (rt, obj) => free(rt as Executor, obj),
    gcChildren: (obj, visit) => {
      if (!(obj.native instanceof Statement)) return;
      visit(obj.native.owner);
      for (const ref of [...obj.native.params, ...obj.native.results]) visit(ref);
    },
  },
};
