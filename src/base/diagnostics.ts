/**
 * Error levels: the E_* constants and the words PHP prints for them.
 * Source: php-src Zend/zend_errors.h, main/main.c (php_error_cb)
 */
export const E_ERROR = 1;
export const E_WARNING = 2;
export const E_PARSE = 4;
export const E_NOTICE = 8;
export const E_CORE_ERROR = 16;
export const E_CORE_WARNING = 32;
export const E_COMPILE_ERROR = 64;
export const E_COMPILE_WARNING = 128;
export const E_USER_ERROR = 256;
export const E_USER_WARNING = 512;
export const E_USER_NOTICE = 1024;
export const E_STRICT = 2048;
export const E_RECOVERABLE_ERROR = 4096;
export const E_DEPRECATED = 8192;
export const E_USER_DEPRECATED = 16384;
export const E_ALL = 32767;

/** What the engine can never let pass to a user error handler's `return true`: the request ends. */
export const E_FATAL_ERRORS: number =
  E_ERROR | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR | E_RECOVERABLE_ERROR | E_PARSE;

/** One error level: its constant's name and the word PHP prints before the message. */
export interface ErrorLevel {
  readonly level: number;
  readonly name: string;
  readonly label: string;
}

/** Every level in the order of its bit. */
export const ERROR_LEVELS: readonly ErrorLevel[] = [
  { level: E_ERROR, name: 'E_ERROR', label: 'Fatal error' },
  { level: E_WARNING, name: 'E_WARNING', label: 'Warning' },
  { level: E_PARSE, name: 'E_PARSE', label: 'Parse error' },
  { level: E_NOTICE, name: 'E_NOTICE', label: 'Notice' },
  { level: E_CORE_ERROR, name: 'E_CORE_ERROR', label: 'Fatal error' },
  { level: E_CORE_WARNING, name: 'E_CORE_WARNING', label: 'Warning' },
  { level: E_COMPILE_ERROR, name: 'E_COMPILE_ERROR', label: 'Fatal error' },
  { level: E_COMPILE_WARNING, name: 'E_COMPILE_WARNING', label: 'Warning' },
  { level: E_USER_ERROR, name: 'E_USER_ERROR', label: 'Fatal error' },
  { level: E_USER_WARNING, name: 'E_USER_WARNING', label: 'Warning' },
  { level: E_USER_NOTICE, name: 'E_USER_NOTICE', label: 'Notice' },
  { level: E_STRICT, name: 'E_STRICT', label: 'Strict Standards' },
  { level: E_RECOVERABLE_ERROR, name: 'E_RECOVERABLE_ERROR', label: 'Recoverable fatal error' },
  { level: E_DEPRECATED, name: 'E_DEPRECATED', label: 'Deprecated' },
  { level: E_USER_DEPRECATED, name: 'E_USER_DEPRECATED', label: 'Deprecated' },
];

/** The word PHP prints for a level: `Warning`, `Fatal error`, ...; `Unknown error` for a number that is no level. */
export function errorLabel(level: number): string {
  for (const row of ERROR_LEVELS) {
    if (row.level === level) return row.label;
  }
  return 'Unknown error';
}
