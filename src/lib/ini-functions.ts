/**
 * Settings: ini_get, ini_set and what goes with them.
 * Source: php-src ext/standard/basic_functions.c, Zend/zend_ini.c
 */
import { E_DEPRECATED, E_WARNING } from '../base/diagnostics.ts';
import { toStr } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { errorReportingFrom } from '../vm/errors.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { INI_SCANNER_NORMAL, INI_SCANNER_RAW, INI_SCANNER_TYPED, parseIni } from './ini-parser.ts';
import { checkPath, failedToOpen, localPath, whyNot } from './open-stream.ts';

/** Settings the executor keeps a parsed copy of follow. */
function changed(rt: Executor, key: string): void {
  if (key === 'error_reporting') rt.errorReporting = errorReportingFrom(rt.ini);
  if (key === 'zend.enable_gc') rt.gc.enabled = rt.ini.flag(key);
}

function iniSet(rt: Executor, key: string, value: Zval): Zval {
  const before = rt.ini.get(key);
  if (before === null) return false;
  const text = toStr(rt, value);
  if (!rt.ini.set(key, text)) {
    if (key === 'zend.assertions') {
      rt.error(E_WARNING, 'zend.assertions may be completely enabled or disabled only in php.ini');
    }
    return false;
  }
  if (
    /^(?:iconv\.(?:in|out)put_encoding|(?:iconv|mbstring)\.internal_encoding|mbstring\.http_(?:in|out)put)$/.test(key)
  ) {
    rt.error(E_DEPRECATED, `ini_set(): Use of ${key} is deprecated`);
  }
  changed(rt, key);
  return before;
}

export const iniConstants: Readonly<Record<string, Zval>> = {
  INI_SCANNER_NORMAL,
  INI_SCANNER_RAW,
  INI_SCANNER_TYPED,
  INI_USER: 1,
  INI_PERDIR: 2,
  INI_SYSTEM: 4,
  INI_ALL: 7,
};

/** Parses; false after a warning that names the file. */
function parsed(rt: Executor, text: string, sections: boolean, mode: number, file: string): Zval {
  if (mode < INI_SCANNER_NORMAL || mode > INI_SCANNER_TYPED) {
    rt.error(E_WARNING, 'Invalid scanner mode');
    return false;
  }
  const result = parseIni(rt, text, sections, mode);
  if (result instanceof PhpArray) return result;
  rt.error(E_WARNING, `${result.message} in ${file} on line ${result.line}\n`);
  return false;
}

function parseFile(rt: Executor, path: string, sections: boolean, mode: number): Zval {
  if (!checkPath(rt, path, 1)) return null;
  if (path === '') return rt.argumentValueError(1, 'cannot be empty');
  const text = rt.host.readFile(localPath(path));
  return text === null ? failedToOpen(rt, path, whyNot(rt, localPath(path))) : parsed(rt, text, sections, mode, path);
}

const parseOptions = [
  p.bool('process_sections', { default: false }),
  p.int('scanner_mode', { default: INI_SCANNER_NORMAL, text: 'INI_SCANNER_NORMAL' }),
] as const;

const setParams = [p.string('option'), p.nullable(p.union('value', ['string', 'int64', 'float', 'bool']))] as const;

export const iniFunctions: readonly FunctionDef[] = [
  fn({
    name: 'ini_get',
    doc: 'The value of a setting, false when there is none.',
    params: [p.string('option')],
    returns: ['string', 'false'],
    impl: (rt, key) => rt.ini.get(key) ?? false,
  }),
  fn({
    name: 'ini_set',
    doc: 'Changes a setting; returns what it was.',
    params: setParams,
    returns: ['string', 'false'],
    impl: (rt, key, value) => iniSet(rt, key, value as Zval),
  }),
  fn({
    name: 'ini_alter',
    doc: 'Changes a setting (ini_set).',
    params: setParams,
    returns: ['string', 'false'],
    impl: (rt, key, value) => iniSet(rt, key, value as Zval),
  }),
  fn({
    name: 'ini_restore',
    doc: 'Gives a setting the value it had at the start.',
    params: [p.string('option')],
    returns: ['void'],
    impl(rt, key) {
      rt.ini.restore(key);
      changed(rt, key);
      return null;
    },
  }),
  fn({
    name: 'ini_get_all',
    doc: 'All settings.',
    params: [p.nullable(p.string('extension'), { default: null }), p.bool('details', { default: true })],
    returns: ['array', 'false'],
    impl(rt, extension, details) {
      const out = new PhpArray();
      for (const row of rt.ini.all()) {
        if (extension !== null && !row.key.startsWith(`${extension}.`)) continue;
        const shown = details
          ? PhpArray.fromEntries([
              ['global_value', row.global],
              ['local_value', row.local],
              ['access', row.access],
            ])
          : row.local;
        out.set(row.key, shown);
      }
      if (extension === null || out.count > 0) return out;
      rt.error(E_WARNING, `ini_get_all(): Extension "${extension}" cannot be found`);
      return false;
    },
  }),
  fn({
    name: 'get_include_path',
    doc: 'Where include looks for files.',
    params: [],
    returns: ['string', 'false'],
    impl: (rt) => rt.ini.get('include_path') ?? false,
  }),
  fn({
    name: 'set_include_path',
    doc: 'Sets where include looks for files; returns what it was.',
    params: [p.string('include_path')],
    returns: ['string', 'false'],
    impl: (rt, path) => (path === '' ? false : iniSet(rt, 'include_path', path)),
  }),
  fn({
    name: 'set_time_limit',
    doc: 'Sets how long the program may run (not enforced, as the setting is not).',
    params: [p.int('seconds')],
    returns: ['bool'],
    impl: (rt, seconds) => rt.ini.set('max_execution_time', String(seconds)),
  }),
  fn({
    name: 'parse_ini_string',
    doc: 'The entries of an ini text.',
    params: [p.string('ini_string'), ...parseOptions],
    returns: ['array', 'false'],
    impl: (rt, text, sections, mode) => parsed(rt, text, sections, mode, 'Unknown'),
  }),
  fn({
    name: 'parse_ini_file',
    doc: 'The entries of an ini file.',
    params: [p.string('filename'), ...parseOptions],
    returns: ['array', 'false'],
    impl: parseFile,
  }),
];
