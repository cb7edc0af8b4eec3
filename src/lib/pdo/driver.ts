/**
 * What PDO asks of a driver. Whatever may wait for a server is native code; `null` and `false` mean that the driver has
 * noted an error in its connection (and PDO reports it).
 * Source: php-src 8.2 ext/pdo/php_pdo_driver.h
 */
import type { NativeCode } from '../../object/native-code.ts';
import type { PhpArray } from '../../value/php-array.ts';
import type { PhpInt, Zval } from '../../value/zval.ts';

/** Why the last call failed. */
export interface DriverError {
  readonly sqlState: string;
  readonly code: number;
  readonly message: string;
  /** PDO says it, not the database. */
  readonly own?: boolean;
}

/** A value bound to a placeholder or a variable bound to a column (pdo_bound_param_data). */
export interface BoundParam {
  /** From 0; -1: by name. */
  paramno: number;
  name: string | null;
  /** Owned; a reference when a variable is bound. */
  value: Zval;
  readonly type: number;
}

export interface PdoStatementDriver {
  /** The driver fills in the placeholders itself; otherwise PDO writes the values into the text. */
  readonly placeholders: 'native' | 'emulated';
  /** Names of the placeholders by position, when the driver knows them ('' for `?`); null: it tells at execution. */
  readonly names: readonly string[] | null;
  /** PDO_PARAM_EVT_EXEC_PRE for every bound value, before `execute`. */
  bind(param: BoundParam, value: Zval): NativeCode<boolean>;
  execute(sql: string): NativeCode<boolean>;
  readonly columnNames: readonly string[];
  readonly rowCount: PhpInt;
  /** Moves to the next row, or where the cursor's orientation says. */
  fetch(orientation: number, offset: number): NativeCode<boolean>;
  /** A cell of the current row; owned. */
  value(column: number): Zval;
  /** null: no such column. */
  columnMeta(column: number): PhpArray | null;
  readonly precision: (column: number) => readonly [length: number, precision: number];
  nextRowset: (() => NativeCode<boolean>) | null;
  closeCursor(): NativeCode<boolean>;
  /** undefined: not supported. */
  getAttribute: ((attribute: number) => Zval) | null;
  free(): void;
}

export interface PdoDriver {
  readonly name: string;
  error: DriverError | null;
  prepare(sql: string, options: PhpArray | null): NativeCode<PdoStatementDriver | null>;
  exec(sql: string): NativeCode<PhpInt | null>;
  quote(text: string, type: number): string | null;
  begin(): NativeCode<boolean>;
  commit(): NativeCode<boolean>;
  rollBack(): NativeCode<boolean>;
  inTransaction(): boolean;
  lastInsertId(name: string | null): NativeCode<string | null>;
  /** undefined: the driver does not know this attribute. */
  getAttribute(attribute: number): NativeCode<Zval>;
  /** false without an error: the driver does not know this attribute; null: an exception was raised. */
  setAttribute(attribute: number, value: Zval): NativeCode<boolean | null>;
  close(): void;
}

/** A driver, or why there is no connection; null: an exception was raised. */
export type OpenedDriver = PdoDriver | DriverError | null;
