/** What is used of the package mysql2, which is loaded when a program first connects. */

export interface DriverError extends Error {
  readonly code?: string;
  readonly errno?: number;
  readonly sqlState?: string;
  readonly sqlMessage?: string;
  readonly fatal?: boolean;
}

/** ColumnDefinition of mysql2. */
export interface DriverField {
  readonly name: string;
  readonly orgName: string;
  readonly table: string;
  readonly orgTable: string;
  readonly schema: string;
  readonly columnLength: number;
  readonly characterSet: number;
  readonly encoding: string;
  readonly flags: number;
  readonly columnType: number;
  readonly decimals: number;
}

/** ResultSetHeader of mysql2. */
export interface DriverHeader {
  readonly affectedRows: number | string;
  readonly insertId: number | string;
  readonly info: string;
  readonly serverStatus: number;
  readonly warningStatus: number;
}

export type DriverCell = null | string | number | bigint | Buffer;
export type DriverRows = readonly (readonly DriverCell[])[];
export type DriverDone = (error: DriverError | null, rows?: unknown, fields?: unknown) => void;

export interface DriverStatement {
  readonly parameters: readonly unknown[];
  readonly columns: readonly DriverField[];
  execute(values: readonly unknown[], done: DriverDone): unknown;
  close(): void;
}

export interface DriverConnection {
  readonly config: Record<string, unknown>;
  readonly threadId: number | null;
  readonly _handshakePacket: { readonly serverVersion: string } | null;
  on(event: 'error' | 'connect' | 'end', listener: (error: DriverError) => void): unknown;
  query(options: Readonly<Record<string, unknown>>, done: DriverDone): unknown;
  prepare(
    options: Readonly<Record<string, unknown>>,
    done: (error: DriverError | null, statement: DriverStatement) => void,
  ): unknown;
  ping(done: (error: DriverError | null) => void): void;
  changeUser(options: Readonly<Record<string, unknown>>, done: (error: DriverError | null) => void): void;
  end(done?: () => void): void;
  destroy(): void;
}

export interface MysqlPackage {
  createConnection(options: Readonly<Record<string, unknown>>): DriverConnection;
  readonly TypedParameter: Readonly<Record<string, (value: unknown) => unknown>>;
}

/** One value of a row in the text protocol. */
export interface CastField {
  buffer(): Buffer | null;
}
