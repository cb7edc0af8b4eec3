/** The SQLite port on SQLite's WebAssembly build. Source: https://sqlite.org/c3ref/funclist.html */
import type { MissingPackage, SqliteDatabase, SqlitePort, SqliteStatement, SqliteValue } from '../../vm/db-ports.ts';
import { loadSqliteModule, type SqliteModule } from './sqlite-module.ts';

/** The file layer with locks; the build's own choice is the one without. */
const FILE_LAYER = 'unix';
const SQLITE_OK = 0;
const TRANSIENT = -1;
const INTEGER = 1;
const FLOAT = 2;
const NULL = 5;
/** SQLITE_DBCONFIG_DQS_DML and _DDL: "text" is a string where no column has that name, as Debian's SQLite has it. */
const DQS = [1013, 1014] as const;

function toInt(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

class WasmStatement implements SqliteStatement {
  private readonly sqlite: SqliteModule;
  /** sqlite3_stmt*; 0 for a text without a statement, or once finalized. */
  private handle: number;

  constructor(sqlite: SqliteModule, handle: number) {
    this.sqlite = sqlite;
    this.handle = handle;
  }

  private get(name: string, ...args: (number | bigint)[]): number {
    return this.handle === 0 ? 0 : this.sqlite.call(`sqlite3_${name}`, this.handle, ...args);
  }

  private text(at: number): string | null {
    return at === 0 ? null : this.sqlite.memory.text(at);
  }

  get columnCount(): number {
    return this.get('column_count');
  }

  get readOnly(): boolean {
    return this.get('stmt_readonly') !== 0;
  }

  columnName(index: number): string {
    return this.text(this.get('column_name', index)) ?? '';
  }

  columnType(index: number): number {
    return this.get('column_type', index);
  }

  column(index: number): SqliteValue {
    const type = this.columnType(index);
    if (type === INTEGER) return toInt(this.sqlite.call64('sqlite3_column_int64', this.handle, index));
    if (type === FLOAT) return { float: this.get('column_double', index) };
    if (type === NULL) return null;
    const at = this.get('column_blob', index);
    return this.sqlite.memory.bytes(at, this.get('column_bytes', index));
  }

  declaredType(index: number): string | null {
    return this.text(this.get('column_decltype', index));
  }

  tableName(index: number): string | null {
    return this.text(this.get('column_table_name', index));
  }

  parameterIndex(name: string): number {
    const at = this.sqlite.copyIn(name);
    const index = this.get('bind_parameter_index', at);
    this.sqlite.free(at);
    return index;
  }

  bind(index: number, value: SqliteValue, blob: boolean): number {
    if (value === null) return this.get('bind_null', index);
    if (typeof value === 'number' || typeof value === 'bigint') return this.get('bind_int64', index, BigInt(value));
    if (typeof value === 'object') return this.get('bind_double', index, value.float);
    const at = this.sqlite.copyIn(value);
    const result = this.get(blob ? 'bind_blob' : 'bind_text', index, at, value.length, TRANSIENT);
    this.sqlite.free(at);
    return result;
  }

  step(): number {
    return this.get('step');
  }

  reset(): number {
    return this.get('reset');
  }

  finalize(): void {
    this.get('finalize');
    this.handle = 0;
  }
}

class WasmDatabase implements SqliteDatabase {
  private readonly sqlite: SqliteModule;
  private handle: number;

  constructor(sqlite: SqliteModule, handle: number) {
    this.sqlite = sqlite;
    this.handle = handle;
    for (const option of DQS) sqlite.call('sqlite3__wasm_db_config_ip', handle, option, 1, 0);
  }

  get errorCode(): number {
    return this.sqlite.call('sqlite3_errcode', this.handle);
  }

  get extendedErrorCode(): number {
    return this.sqlite.call('sqlite3_extended_errcode', this.handle);
  }

  get errorMessage(): string {
    return this.sqlite.memory.text(this.sqlite.call('sqlite3_errmsg', this.handle));
  }

  prepare(sql: string): SqliteStatement | null {
    const { sqlite } = this;
    const text = sqlite.copyIn(sql);
    const out = sqlite.call('malloc', 8);
    try {
      const code = sqlite.call('sqlite3_prepare_v2', this.handle, text, sql.length, out, out + 4);
      return code === SQLITE_OK ? new WasmStatement(sqlite, sqlite.memory.u32(out)) : null;
    } finally {
      sqlite.free(text);
      sqlite.free(out);
    }
  }

  exec(sql: string): number {
    const text = this.sqlite.copyIn(sql);
    const code = this.sqlite.call('sqlite3_exec', this.handle, text, 0, 0, 0);
    this.sqlite.free(text);
    return code;
  }

  get changes(): number {
    return this.sqlite.call('sqlite3_changes', this.handle);
  }

  get lastInsertId(): number | bigint {
    return toInt(this.sqlite.call64('sqlite3_last_insert_rowid', this.handle));
  }

  get inTransaction(): boolean {
    return this.sqlite.call('sqlite3_get_autocommit', this.handle) === 0;
  }

  busyTimeout(milliseconds: number): void {
    this.sqlite.call('sqlite3_busy_timeout', this.handle, milliseconds);
  }

  close(): void {
    if (this.handle !== 0) this.sqlite.call('sqlite3_close_v2', this.handle);
    this.handle = 0;
  }
}

/** SQLite of its own module, or what to type to have it. */
export function openSqlitePort(): SqlitePort | MissingPackage {
  const sqlite = loadSqliteModule();
  return 'missing' in sqlite ? sqlite : createSqlitePort(sqlite);
}

function createSqlitePort(sqlite: SqliteModule): SqlitePort {
  return {
    version: sqlite.memory.text(sqlite.call('sqlite3_libversion')),
    open(path, flags) {
      const name = sqlite.copyIn(path);
      const layer = sqlite.copyIn(FILE_LAYER);
      const out = sqlite.call('malloc', 4);
      try {
        const code = sqlite.call('sqlite3_open_v2', name, out, flags, layer);
        const handle = sqlite.memory.u32(out);
        if (code === SQLITE_OK) return new WasmDatabase(sqlite, handle);
        const text = handle === 0 ? 'out of memory' : sqlite.memory.text(sqlite.call('sqlite3_errmsg', handle));
        sqlite.call('sqlite3_close_v2', handle);
        return { code, message: text };
      } finally {
        for (const at of [name, layer, out]) sqlite.free(at);
      }
    },
  };
}
