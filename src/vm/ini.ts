/**
 * ini settings of one engine: PHP's built-in defaults (as without a php.ini) under what the command line and ini_set say.
 * Source: php-src main/main.c (PHP_INI_BEGIN), Zend/zend.c
 */

/** What may change a setting (INI_USER..INI_ALL): only scripts' ini_set distinguishes it. */
const INI_ALL = 7;
const INI_PERDIR = 6;
const INI_SYSTEM = 4;

interface IniRow {
  readonly value: string;
  readonly access: number;
}

const DEFAULTS: Readonly<Record<string, IniRow>> = {
  allow_url_fopen: { value: '1', access: INI_SYSTEM },
  allow_url_include: { value: '0', access: INI_SYSTEM },
  'arg_separator.output': { value: '&', access: INI_ALL },
  'assert.active': { value: '1', access: INI_ALL },
  'assert.bail': { value: '0', access: INI_ALL },
  'assert.callback': { value: '', access: INI_ALL },
  'assert.exception': { value: '1', access: INI_ALL },
  'assert.warning': { value: '1', access: INI_ALL },
  auto_append_file: { value: '', access: INI_PERDIR },
  auto_detect_line_endings: { value: '0', access: INI_ALL },
  auto_prepend_file: { value: '', access: INI_PERDIR },
  'date.timezone': { value: 'UTC', access: INI_ALL },
  default_charset: { value: 'UTF-8', access: INI_ALL },
  default_mimetype: { value: 'text/html', access: INI_ALL },
  disable_classes: { value: '', access: INI_SYSTEM },
  disable_functions: { value: '', access: INI_SYSTEM },
  default_socket_timeout: { value: '60', access: INI_ALL },
  display_errors: { value: '1', access: INI_ALL },
  display_startup_errors: { value: '1', access: INI_ALL },
  docref_ext: { value: '', access: INI_ALL },
  docref_root: { value: '', access: INI_ALL },
  error_append_string: { value: '', access: INI_ALL },
  error_log: { value: '', access: INI_ALL },
  error_prepend_string: { value: '', access: INI_ALL },
  error_reporting: { value: '', access: INI_ALL },
  enable_dl: { value: '1', access: INI_SYSTEM },
  hard_timeout: { value: '2', access: INI_SYSTEM },
  'highlight.comment': { value: '#FF8000', access: INI_ALL },
  'highlight.default': { value: '#0000BB', access: INI_ALL },
  'highlight.html': { value: '#000000', access: INI_ALL },
  'highlight.keyword': { value: '#007700', access: INI_ALL },
  'highlight.string': { value: '#DD0000', access: INI_ALL },
  html_errors: { value: '0', access: INI_ALL },
  ignore_user_abort: { value: '0', access: INI_ALL },
  ignore_repeated_errors: { value: '0', access: INI_ALL },
  implicit_flush: { value: '1', access: INI_ALL },
  include_path: { value: '.:/usr/share/php', access: INI_ALL },
  log_errors: { value: '0', access: INI_ALL },
  'mail.add_x_header': { value: '0', access: INI_PERDIR },
  'mail.force_extra_parameters': { value: '', access: INI_PERDIR },
  'mail.log': { value: '', access: INI_PERDIR },
  'mail.mixed_lf_and_crlf': { value: '0', access: INI_PERDIR },
  max_execution_time: { value: '0', access: INI_ALL },
  max_input_vars: { value: '1000', access: INI_PERDIR },
  'iconv.input_encoding': { value: '', access: INI_ALL },
  'iconv.internal_encoding': { value: '', access: INI_ALL },
  'iconv.output_encoding': { value: '', access: INI_ALL },
  'mbstring.detect_order': { value: '', access: INI_ALL },
  'mbstring.encoding_translation': { value: '0', access: INI_PERDIR },
  'mbstring.http_input': { value: '', access: INI_ALL },
  'mbstring.http_output': { value: '', access: INI_ALL },
  'mbstring.http_output_conv_mimetypes': { value: '^(text/|application/xhtml\\+xml)', access: INI_ALL },
  'mbstring.internal_encoding': { value: '', access: INI_ALL },
  'mbstring.language': { value: 'neutral', access: INI_ALL },
  'mbstring.strict_detection': { value: '0', access: INI_ALL },
  'mbstring.substitute_character': { value: '', access: INI_ALL },
  memory_limit: { value: '128M', access: INI_ALL },
  open_basedir: { value: '', access: INI_ALL },
  output_buffering: { value: '0', access: INI_PERDIR },
  output_handler: { value: '', access: INI_PERDIR },
  precision: { value: '14', access: INI_ALL },
  'pcre.backtrack_limit': { value: '1000000', access: INI_ALL },
  'pcre.jit': { value: '1', access: INI_ALL },
  'pcre.recursion_limit': { value: '100000', access: INI_ALL },
  register_argc_argv: { value: '1', access: INI_PERDIR },
  report_memleaks: { value: '1', access: INI_ALL },
  sendmail_path: { value: '/usr/sbin/sendmail -t -i', access: INI_SYSTEM },
  serialize_precision: { value: '-1', access: INI_ALL },
  'swoole.display_errors': { value: '1', access: INI_ALL },
  'swoole.enable_library': { value: 'On', access: INI_ALL },
  'swoole.enable_preemptive_scheduler': { value: '0', access: INI_ALL },
  'swoole.use_shortname': { value: 'On', access: INI_SYSTEM },
  short_open_tag: { value: '1', access: INI_PERDIR },
  unserialize_callback_func: { value: '', access: INI_ALL },
  unserialize_max_depth: { value: '4096', access: INI_ALL },
  user_agent: { value: '', access: INI_ALL },
  variables_order: { value: 'EGPCS', access: INI_PERDIR },
  'zend.assertions': { value: '1', access: INI_ALL },
  'zend.enable_gc': { value: '1', access: INI_ALL },
  'zend.exception_ignore_args': { value: '0', access: INI_ALL },
  'zend.exception_string_param_max_len': { value: '15', access: INI_ALL },
  'arg_separator.input': { value: '&', access: INI_PERDIR },
  auto_globals_jit: { value: '1', access: INI_PERDIR },
  browscap: { value: '', access: INI_SYSTEM },
  'date.default_latitude': { value: '31.7667', access: INI_ALL },
  'date.default_longitude': { value: '35.2333', access: INI_ALL },
  'date.sunrise_zenith': { value: '90.833333', access: INI_ALL },
  'date.sunset_zenith': { value: '90.833333', access: INI_ALL },
  doc_root: { value: '', access: INI_SYSTEM },
  enable_post_data_reading: { value: '1', access: INI_PERDIR },
  error_log_mode: { value: '0644', access: INI_ALL },
  expose_php: { value: '1', access: INI_SYSTEM },
  extension_dir: { value: '/usr/lib/php/20220829', access: INI_SYSTEM },
  'fiber.stack_size': { value: '', access: INI_ALL },
  file_uploads: { value: '1', access: INI_SYSTEM },
  'filter.default': { value: 'unsafe_raw', access: INI_PERDIR },
  'filter.default_flags': { value: '', access: INI_PERDIR },
  from: { value: '', access: INI_ALL },
  ignore_repeated_source: { value: '0', access: INI_ALL },
  input_encoding: { value: '', access: INI_ALL },
  internal_encoding: { value: '', access: INI_ALL },
  max_file_uploads: { value: '20', access: INI_PERDIR },
  max_input_nesting_level: { value: '64', access: INI_PERDIR },
  max_input_time: { value: '-1', access: INI_PERDIR },
  max_multipart_body_parts: { value: '-1', access: INI_PERDIR },
  memory_hard_limit_percent: { value: '', access: INI_ALL },
  output_encoding: { value: '', access: INI_ALL },
  post_max_size: { value: '8M', access: INI_PERDIR },
  realpath_cache_size: { value: '4096K', access: INI_SYSTEM },
  realpath_cache_ttl: { value: '120', access: INI_SYSTEM },
  report_zend_debug: { value: '0', access: INI_ALL },
  request_order: { value: '', access: INI_PERDIR },
  sendmail_from: { value: '', access: INI_ALL },
  'session.trans_sid_hosts': { value: '', access: INI_ALL },
  'session.trans_sid_tags': { value: 'a=href,area=href,frame=src,form=', access: INI_ALL },
  SMTP: { value: 'localhost', access: INI_ALL },
  smtp_port: { value: '25', access: INI_ALL },
  sys_temp_dir: { value: '', access: INI_SYSTEM },
  'syslog.facility': { value: 'LOG_USER', access: INI_SYSTEM },
  'syslog.filter': { value: 'no-ctrl', access: INI_ALL },
  'syslog.ident': { value: 'php', access: INI_SYSTEM },
  upload_max_filesize: { value: '2M', access: INI_PERDIR },
  upload_tmp_dir: { value: '', access: INI_SYSTEM },
  'url_rewriter.hosts': { value: '', access: INI_ALL },
  'url_rewriter.tags': { value: 'form=', access: INI_ALL },
  user_dir: { value: '', access: INI_SYSTEM },
  'user_ini.cache_ttl': { value: '300', access: INI_SYSTEM },
  'user_ini.filename': { value: '.user.ini', access: INI_SYSTEM },
  xmlrpc_error_number: { value: '0', access: INI_ALL },
  xmlrpc_errors: { value: '0', access: INI_SYSTEM },
  'zend.detect_unicode': { value: '1', access: INI_ALL },
  'zend.multibyte': { value: '0', access: INI_PERDIR },
  'zend.script_encoding': { value: '', access: INI_ALL },
  'zend.signal_check': { value: '0', access: INI_SYSTEM },
  'zlib.output_compression': { value: '0', access: INI_ALL },
  'zlib.output_compression_level': { value: '-1', access: INI_ALL },
  'zlib.output_handler': { value: '', access: INI_ALL },
};

export class IniSettings {
  private readonly startup: Map<string, string> = new Map();
  private readonly current: Map<string, string> = new Map();
  /** What the command line gave, in its order (get_cfg_var). */
  readonly configured: ReadonlyMap<string, string>;
  /** Parsed copies of what hot paths ask for. */
  precision = 14;
  serializePrecision = -1;
  ignoreArgs = false;

  constructor(commandLine: Readonly<Record<string, string>>) {
    for (const [key, row] of Object.entries(DEFAULTS)) this.startup.set(key, row.value);
    this.configured = new Map(Object.entries(commandLine));
    for (const [key, value] of this.configured) this.startup.set(key, value);
    this.refresh();
  }

  /** The setting as ini_get shows it; null when there is no such setting. */
  get(key: string): string | null {
    return this.current.get(key) ?? this.startup.get(key) ?? null;
  }

  /** As a number the way zend_atol reads it (K, M, G suffixes); 0 when absent. */
  number(key: string): number {
    return parseQuantity(this.get(key) ?? '');
  }

  /** As a boolean: on, yes, true or a non-zero number. */
  flag(key: string): boolean {
    return parseFlag(this.get(key) ?? '');
  }

  /** ini_set: false when the key is unknown or may not be changed by a script. */
  set(key: string, value: string): boolean {
    if (!this.startup.has(key) || (this.access(key) & 1) === 0) return false;
    if (key === 'zend.assertions' && (this.get(key) === '-1') !== (value.trim() === '-1')) return false;
    this.current.set(key, value);
    this.refresh();
    return true;
  }

  /** ini_restore */
  restore(key: string): void {
    this.current.delete(key);
    this.refresh();
  }

  /** INI_USER|INI_PERDIR|INI_SYSTEM bits of a setting. */
  access(key: string): number {
    return DEFAULTS[key]?.access ?? INI_ALL;
  }

  /** Every key in order, with its startup and current value. */
  all(): { key: string; global: string; local: string; access: number }[] {
    return [...this.startup.keys()].sort().map((key) => ({
      key,
      global: this.startup.get(key) ?? '',
      local: this.get(key) ?? '',
      access: this.access(key),
    }));
  }

  private refresh(): void {
    this.precision = this.number('precision');
    this.serializePrecision = this.number('serialize_precision');
    this.ignoreArgs = this.flag('zend.exception_ignore_args');
  }
}

/** zend_atol: a number with a K, M or G behind it. */
export function parseQuantity(text: string): number {
  const m = /^\s*([+-]?\d+)\s*([kKmMgG]?)/.exec(text);
  if (m === null) return parseFlag(text) ? 1 : 0;
  const unit = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[(m[2] ?? '').toLowerCase()] ?? 1;
  return Number(m[1]) * unit;
}

function parseFlag(text: string): boolean {
  return /^(on|yes|true)$/i.test(text) || Number.parseInt(text, 10) > 0 || Number.parseInt(text, 10) < 0;
}
