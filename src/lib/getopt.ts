/**
 * getopt: the options of the command line.
 * Source: php-src main/getopt.c (php_getopt), ext/standard/basic_functions.c
 */
import { normalizeKey } from '../value/array-key.ts';
import { toStr } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { setRef } from './string-util.ts';

interface Option {
  readonly name: string;
  readonly long: boolean;
  /** 0: no value, 1: a value, 2: a value that may be left out */
  readonly wants: number;
}

/** `ab:c::` */
function shortOptions(text: string): Option[] {
  const valid = /^(?:[A-Za-z0-9]:{0,2})*/.exec(text)?.[0] ?? '';
  return [...valid.matchAll(/(\w)(:{0,2})/g)].map((m) => ({
    name: m[1] ?? '',
    long: false,
    wants: (m[2] ?? '').length,
  }));
}

/** `name`, `name:`, `name::` */
function longOption(text: string): Option {
  const name = text.replace(/:{1,2}$/, '');
  return { name, long: true, wants: text.length - name.length };
}

/** What one step of the scanner found. */
type Found = { readonly option: Option; readonly value: string | false } | 'unknown' | null;

/** php_getopt over one argument list. */
class OptionScanner {
  /** The next argument. */
  index = 1;
  /** Position in a group of short options (`-abc`), 0 outside of one. */
  private at = 0;
  private readonly args: readonly string[];
  private readonly options: readonly Option[];

  constructor(args: readonly string[], options: readonly Option[]) {
    this.args = args;
    this.options = options;
  }

  /** The next option; null at the first argument that is none. */
  next(): Found {
    const arg = this.args[this.index];
    if (arg === undefined) return null;
    if (this.at === 0 && (!arg.startsWith('-') || arg === '-')) return null;
    if (this.at === 0 && arg.startsWith('--')) return this.nextLong(arg);
    return this.nextShort(arg);
  }

  private nextLong(arg: string): Found {
    if (arg === '--') {
      this.index++;
      return null;
    }
    const equals = arg.indexOf('=', 2);
    const name = arg.slice(2, equals < 0 ? undefined : equals);
    const option = this.options.find((o) => o.long && o.name === name);
    if (option === undefined) {
      this.index++;
      return 'unknown';
    }
    if (option.wants > 0) return this.valueOf(option, arg.slice(2 + name.length));
    this.index++;
    return { option, value: false };
  }

  private nextShort(arg: string): Found {
    if (this.at === 0) this.at = 1;
    const option = this.options.find((o) => !o.long && o.name === arg[this.at]);
    if (option !== undefined && option.wants > 0) {
      const rest = arg.slice(this.at + 1);
      this.at = 0;
      return this.valueOf(option, rest);
    }
    if (arg[this.at] === ':' || this.at + 1 >= arg.length) {
      this.at = 0;
      this.index++;
    } else {
      this.at++;
    }
    return option === undefined ? 'unknown' : { option, value: false };
  }

  /** `rest`: what stands behind the option in its own argument. */
  private valueOf(option: Option, rest: string): Found {
    this.index++;
    if (rest !== '') return { option, value: rest.startsWith('=') ? rest.slice(1) : rest };
    if (option.wants === 2) return { option, value: false };
    const value = this.args[this.index];
    if (value === undefined) return 'unknown';
    this.index++;
    return { option, value };
  }
}

function argumentsOf(rt: Executor): readonly string[] | null {
  const server = deref(rt.symbolTable.get('_SERVER'));
  let argv = server instanceof PhpArray ? deref(server.get('argv')) : undefined;
  if (!(argv instanceof PhpArray)) argv = deref(rt.symbolTable.get('argv'));
  return argv instanceof PhpArray ? argv.valueList().map((v) => toStr(rt, deref(v))) : null;
}

function add(out: PhpArray, name: string, value: Zval): void {
  const key = normalizeKey(name);
  const before = out.get(key);
  if (before === undefined) out.set(key, value);
  else if (before instanceof PhpArray) before.append(value);
  else out.set(key, PhpArray.fromList([before, value]));
}

export const getoptFunctions: readonly FunctionDef[] = [
  fn({
    name: 'getopt',
    doc: 'The options of the command line.',
    params: [
      p.string('short_options'),
      p.array('long_options', { default: PhpArray.empty(), text: '[]' }),
      p.ref('rest_index', undefined, { default: null }),
    ],
    returns: ['array', 'false'],
    impl(rt, short, long, rest) {
      const args = argumentsOf(rt);
      if (args === null) return false;
      const longs = long.valueList().map((v) => longOption(toStr(rt, deref(v))));
      const scanner = new OptionScanner(args, [...shortOptions(short), ...longs]);
      const out = new PhpArray();
      for (let found = scanner.next(); found !== null; found = scanner.next()) {
        if (found !== 'unknown') add(out, found.option.name, found.value);
      }
      setRef(rt, rest, scanner.index);
      return out;
    },
  }),
];
