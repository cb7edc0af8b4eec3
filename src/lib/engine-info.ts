/**
 * About this engine: its configuration, functions and resources.
 * Source: php-src ext/standard/basic_functions.c, dl.c, Zend/zend_builtin_functions.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { normalizeKey } from '../value/array-key.ts';
import { PhpArray } from '../value/php-array.ts';
import { addRef, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { parseQuantity } from '../vm/ini.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { findExtension, membersOf } from './extensions.ts';
import { docref } from './string-util.ts';

/** A setting of the configuration; `name[key] = value` makes an array of `name`. */
function configured(rt: Executor, option: string): Zval {
  const plain = rt.ini.configured.get(option);
  if (plain !== undefined) return plain;
  const out = new PhpArray();
  for (const [name, value] of rt.ini.configured) {
    const m = /^([^[]+)\[(.*)\]$/.exec(name);
    if (m === null || m[1] !== option) continue;
    if (m[2] === '') out.append(value);
    else out.set(normalizeKey(m[2] ?? ''), value);
  }
  return out.count > 0 ? out : false;
}

function extensionFunctions(rt: Executor, extension: string): Zval {
  const name = findExtension(rt, extension.toLowerCase() === 'zend' ? 'core' : extension);
  if (name === null) return false;
  const functions = membersOf(rt, name, 'functions').filter((f) => rt.functionTable.has(f.toLowerCase()));
  return functions.length === 0 ? false : PhpArray.fromList([...functions]);
}

function resources(rt: Executor, type: string | null): PhpArray {
  const out = new PhpArray();
  for (const [id, resource] of rt.resources) if (type === null || resource.type === type) out.set(id, addRef(resource));
  return out;
}

function loadExtension(rt: Executor, file: string): boolean {
  if (!rt.ini.flag('enable_dl')) docref(rt, E_WARNING, "Dynamically loaded extensions aren't enabled");
  else if (file.includes('/')) docref(rt, E_WARNING, 'Temporary module name should contain only filename');
  else docref(rt, E_WARNING, `Unable to load dynamic library '${file}'`);
  return false;
}

export const engineInfoFunctions: readonly FunctionDef[] = [
  fn({
    name: 'get_cfg_var',
    doc: 'A setting as the configuration has it, false when it has none.',
    params: [p.string('option')],
    returns: ['array', 'string', 'false'],
    impl: configured,
  }),
  fn({
    name: 'ini_parse_quantity',
    doc: 'The number that a setting such as 1M stands for.',
    params: [p.string('shorthand')],
    returns: ['int'],
    impl: (_rt, text) => parseQuantity(text),
  }),
  fn({
    name: 'get_extension_funcs',
    doc: 'The functions of an extension.',
    params: [p.string('extension')],
    returns: ['array', 'false'],
    impl: extensionFunctions,
  }),
  fn({
    name: 'get_resources',
    doc: 'The open resources by number.',
    params: [p.nullable(p.string('type'), { default: null })],
    returns: ['array'],
    impl: resources,
  }),
  fn({
    name: 'dl',
    doc: 'Loads an extension: there are none to load.',
    params: [p.string('extension_filename')],
    returns: ['bool'],
    impl: loadExtension,
  }),
  fn({
    name: 'realpath_cache_size',
    doc: 'Bytes of the path cache: there is none.',
    params: [],
    returns: ['int'],
    impl: () => 0,
  }),
  fn({
    name: 'realpath_cache_get',
    doc: 'The entries of the path cache: there are none.',
    params: [],
    returns: ['array'],
    impl: () => new PhpArray(),
  }),
  fn({
    name: 'memory_reset_peak_usage',
    doc: 'Makes the present use of memory its peak.',
    params: [],
    returns: ['void'],
    impl: () => null,
  }),
  fn({
    name: 'time_sleep_until',
    doc: 'Sleeps until a time.',
    params: [p.float('timestamp')],
    returns: ['bool'],
    impl(rt, timestamp) {
      const micros = timestamp * 1e6 - rt.host.nowMicros();
      if (micros > 0) {
        rt.host.sleepMicros(micros);
        return true;
      }
      docref(rt, E_WARNING, 'Argument #1 ($timestamp) must be greater than or equal to the current time');
      return false;
    },
  }),
];
