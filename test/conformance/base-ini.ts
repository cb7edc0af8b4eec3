/** The settings that run-tests.php (PHP 8.2) forces on every test. */
export const BASE_INI: readonly (readonly [string, string])[] = [
  ['output_handler', ''],
  ['open_basedir', ''],
  ['disable_functions', ''],
  ['output_buffering', 'Off'],
  ['error_reporting', '32767'],
  ['display_errors', '1'],
  ['display_startup_errors', '1'],
  ['log_errors', '0'],
  ['html_errors', '0'],
  ['track_errors', '0'],
  ['report_memleaks', '1'],
  ['report_zend_debug', '0'],
  ['docref_root', ''],
  ['docref_ext', '.html'],
  ['error_prepend_string', ''],
  ['error_append_string', ''],
  ['auto_prepend_file', ''],
  ['auto_append_file', ''],
  ['ignore_repeated_errors', '0'],
  ['precision', '14'],
  ['serialize_precision', '-1'],
  ['memory_limit', '128M'],
  ['opcache.fast_shutdown', '0'],
  ['opcache.file_update_protection', '0'],
  ['opcache.revalidate_freq', '0'],
  ['zend.assertions', '1'],
  ['zend.exception_ignore_args', '0'],
  ['zend.exception_string_param_max_len', '15'],
  ['short_open_tag', '0'],
  ['session.auto_start', '0'],
  ['zlib.output_compression', 'Off'],
];

/** What makes php compile a file, dump its op_arrays on standard error and not execute it (with -l). */
export const DUMP_INI: readonly (readonly [string, string])[] = [
  ['opcache.enable', '1'],
  ['opcache.enable_cli', '1'],
  ['opcache.file_update_protection', '0'],
  ['opcache.jit', '0'],
  ['opcache.opt_debug_level', '0x10000'],
  ['zend.assertions', '1'],
  ['display_errors', '1'],
  ['log_errors', '0'],
  ['html_errors', '0'],
];

/** `-d k=v` words for settings. */
export function iniWords(settings: Iterable<readonly [string, string]>): string[] {
  return [...settings].flatMap(([key, value]) => ['-d', `${key}=${value}`]);
}
