/**
 * Settings: ini_get, ini_set and what goes with them.
 * Source: php-src ext/standard/basic_functions.c, Zend/zend_ini.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { toStr } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { errorReportingFrom } from '../vm/errors.ts';
import { type FunctionDef, fn, p } from './define.ts';

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
  changed(rt, key);
  return before;
}

const setParams = [
  p.string('option'),
  p.nullable(p.union('value', ['string', 'int64', 'float', 'bool'])),
] as const;

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
];
