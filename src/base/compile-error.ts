/** What can go wrong while PHP source becomes an op_array. */

/** `parse`: "PHP Parse error", a ParseError in eval. `compile`: "PHP Fatal error". */
export type CompileErrorKind = 'parse' | 'compile';

/**
 * Thrown (on the host side) by the parser and the compiler with PHP's own words. The engine turns it into PHP's
 * message "... in FILE on line N", or into a ParseError or CompileError object when eval or include may catch it.
 */
export class CompileError extends Error {
  readonly kind: CompileErrorKind;
  /** Line it is reported on. */
  readonly line: number;
  /**
   * Whether PHP throws it as an exception (ParseError, CompileError), so that eval can catch it;
   * false for E_COMPILE_ERROR, which ends the program.
   */
  readonly catchable: boolean;

  constructor(message: string, line: number, kind: CompileErrorKind, catchable: boolean = kind === 'parse') {
    super(message);
    this.name = 'CompileError';
    this.kind = kind;
    this.line = line;
    this.catchable = catchable;
  }
}

/** A diagnostic that does not stop the compilation: E_COMPILE_WARNING, E_DEPRECATED and their like. */
export interface CompileWarning {
  /** Which of PHP's levels it has. */
  readonly level: 'compile-warning' | 'warning' | 'notice' | 'deprecated';
  readonly message: string;
  readonly line: number;
}
