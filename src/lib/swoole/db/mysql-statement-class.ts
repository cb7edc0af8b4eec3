/**
 * Swoole\Coroutine\MySQL\Statement.
 * Source: swoole-src 4.8 ext-src/swoole_mysql_coro.cc
 */
import { ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { toStr } from '../../../value/convert.ts';
import type { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { addRef, deref, PhpFloat, type Zval } from '../../../value/zval.ts';
import type { MysqlParameter, MysqlResult, MysqlStatement, Pending } from '../../../vm/db-ports.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { inCoroutine } from '../support.ts';
import {
  clear,
  fail,
  GONE,
  type MysqlClient,
  nextResult,
  present,
  Rows,
  takeAll,
  takeOne,
  waitResults,
} from './mysql-client.ts';
import { denyUnset } from '../deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine_client/mysql';

class StatementState {
  /** The client object, owned. */
  readonly owner: PhpObject;
  readonly client: MysqlClient;
  statement: MysqlStatement | null;
  readonly rows: Rows = new Rows();
  waiting: Pending<readonly MysqlResult[]> | null = null;
  constructor(owner: PhpObject, client: MysqlClient, statement: MysqlStatement) {
    this.owner = owner;
    this.client = client;
    this.statement = statement;
  }
}

function stateOf(self: PhpObject): StatementState | null {
  return self.native instanceof StatementState ? self.native : null;
}

/** The object of a prepared statement. */
export function statementObject(rt: Executor, owner: PhpObject, client: MysqlClient, statement: MysqlStatement): Zval {
  const obj = rt.newObject(rt.classOf('Swoole\\Coroutine\\MySQL\\Statement'));
  obj.native = new StatementState(addRef(owner), client, statement);
  return obj;
}

/** A PHP value for a placeholder. */
function parameter(rt: Executor, value: Zval): MysqlParameter {
  const v = deref(value);
  if (v === null || v === undefined) return null;
  if (typeof v === 'number' || typeof v === 'bigint') return v;
  if (v instanceof PhpFloat) return { float: v.value };
  return typeof v === 'boolean' ? (v ? 1 : 0) : toStr(rt, v);
}

function* execute(rt: Executor, self: PhpObject, params: PhpArray | null, seconds: number): NativeCode {
  const state = stateOf(self);
  if (state?.statement == null || state.client.connection?.open !== true) return fail(rt, self, GONE);
  const values = (params?.valueList() ?? []).map((v) => parameter(rt, v));
  const { parameterCount } = state.statement;
  if (values.length !== parameterCount) {
    const message = `Statement#${state.client.connection.threadId} expects ${parameterCount} parameter, ${values.length} given.`;
    return fail(rt, self, { code: 2034, sqlState: 'HY000', message });
  }
  const pending = state.statement.execute(values);
  if (!state.client.defer) return yield* finish(rt, self, state, pending, seconds);
  state.waiting = pending;
  return true;
}

function* finish(
  rt: Executor,
  self: PhpObject,
  state: StatementState,
  pending: Pending<readonly MysqlResult[]>,
  seconds: number,
): NativeCode {
  const results = yield* waitResults(rt, self, state.client, pending, seconds);
  if (results === null) return false;
  clear(rt, self);
  // the last one only says that a procedure has ended
  state.rows.results = [...results];
  state.rows.at = 0;
  const [first] = results;
  if (first !== undefined && first.columns === null) present(rt, state.owner, state.rows, false, true);
  return present(rt, self, state.rows, state.client.fetchMode, true);
}

function free(rt: Executor, self: PhpObject): void {
  const state = stateOf(self);
  if (state === null) return;
  self.native = null;
  state.statement?.close();
  rt.releaseValue(state.owner);
}

const timeout = p.float('timeout', { default: 0 });

const methods: readonly MethodDef[] = [
  method({
    name: 'execute',
    doc: 'Executes the statement with values for its placeholders.',
    params: [p.nullable(p.array('params'), { default: null }), timeout],
    returns: ['mixed'],
    link: LINK,
    impl: (rt, self, params, seconds) => inCoroutine(rt, () => execute(rt, self, params, seconds)),
  }),
  method({
    name: 'fetch',
    doc: 'The next row (fetch_mode).',
    params: [timeout],
    returns: ['array', 'false', 'null'],
    link: LINK,
    impl: (_rt, self) => takeOne(stateOf(self)?.rows ?? new Rows(), true),
  }),
  method({
    name: 'fetchAll',
    doc: 'All rows that are left (fetch_mode).',
    params: [timeout],
    returns: ['array', 'false', 'null'],
    link: LINK,
    impl: (_rt, self) => takeAll(stateOf(self)?.rows ?? new Rows(), true),
  }),
  method({
    name: 'nextResult',
    doc: 'Goes on to the next result.',
    params: [timeout],
    returns: ['mixed'],
    link: LINK,
    impl(rt, self) {
      const state = stateOf(self);
      return state === null ? false : nextResult(rt, self, state.rows, state.client.fetchMode, true);
    },
  }),
  method({
    name: 'recv',
    doc: 'Waits for the answer to what was deferred.',
    params: [timeout],
    returns: ['mixed'],
    link: LINK,
    impl: (rt, self, seconds) =>
      inCoroutine(rt, function* () {
        const state = stateOf(self);
        if (state === null || state.waiting === null) return false;
        const pending = state.waiting;
        state.waiting = null;
        return yield* finish(rt, self, state, pending, seconds);
      }),
  }),
  method({
    name: 'close',
    doc: 'Closes the statement.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl(_rt, self) {
      const state = stateOf(self);
      if (state?.statement == null) return false;
      state.statement.close();
      state.statement = null;
      return true;
    },
  }),
];

const property = (name: string, value: Zval) => ({ name, flags: ACC_PUBLIC, type: null, default: value });

export const mysqlStatementClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Coroutine\\MySQL\\Statement',
  flags: ACC_NOT_SERIALIZABLE,
  properties: [
    property('id', 0),
    property('affected_rows', 0),
    property('insert_id', 0),
    property('error', ''),
    property('errno', 0),
  ],
  methods,
  handlers: {
    cloneable: false,
    unsetProperty: denyUnset,
    freeNative: (rt, obj) => free(rt as Executor, obj),
    gcChildren: (obj, visit) => {
      const state = stateOf(obj);
      if (state !== null) visit(state.owner);
    },
  },
};
