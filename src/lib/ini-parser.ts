/**
 * The ini file language, as parse_ini_string and parse_ini_file read it.
 * Source: php-src Zend/zend_ini_scanner.l, zend_ini_parser.y, ext/standard/basic_functions.c (php_simple_ini_parser_cb)
 */
import { normalizeKey } from '../value/array-key.ts';
import { toStr } from '../value/convert.ts';
import { isNumericString, strToNumber } from '../value/numeric-string.ts';
import { PhpArray } from '../value/php-array.ts';
import type { Zval } from '../value/zval.ts';
import { findConstant } from '../vm/constants.ts';
import type { Executor } from '../vm/executor.ts';

export const INI_SCANNER_NORMAL = 0;
export const INI_SCANNER_RAW = 1;
export const INI_SCANNER_TYPED = 2;

/** Where and why parsing stopped. */
class IniSyntaxError extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

const WORDS: Readonly<Record<string, boolean | null>> = {
  true: true,
  on: true,
  yes: true,
  false: false,
  off: false,
  no: false,
  none: false,
  null: null,
};

class IniParser {
  private readonly rt: Executor;
  private readonly text: string;
  private readonly mode: number;
  private readonly sections: boolean;
  private pos = 0;
  private line = 1;
  readonly result: PhpArray = new PhpArray();
  private target: PhpArray = this.result;

  constructor(rt: Executor, text: string, sections: boolean, mode: number) {
    this.rt = rt;
    this.text = text;
    this.sections = sections;
    this.mode = mode;
  }

  parse(): void {
    while (this.pos < this.text.length) {
      this.skip(/[ \t]*/y);
      const c = this.text.charAt(this.pos);
      if (c === '\n' || c === '\r') this.newline();
      else if (c === ';') this.skip(/[^\r\n]*/y);
      else if (c === '[') this.section();
      else this.entry();
    }
  }

  private skip(pattern: RegExp): string {
    pattern.lastIndex = this.pos;
    const m = pattern.exec(this.text);
    const found = m === null ? '' : m[0];
    this.pos += found.length;
    return found;
  }

  private newline(): void {
    if (this.skip(/\r\n|\r|\n/y) !== '') this.line++;
  }

  private fail(what: string): never {
    throw new IniSyntaxError(`syntax error, unexpected ${what}`, this.line);
  }

  private section(): void {
    this.pos++;
    const name = this.bracketed("end of file, expecting ']'");
    this.skip(/[ \t]*/y);
    if (!this.sections) return;
    this.target = new PhpArray();
    this.result.update(this.rt, normalizeKey(name), this.target);
  }

  /** The text up to a closing bracket, quotes taken off. */
  private bracketed(missing: string): string {
    this.skip(/[ \t]*/y);
    let out = '';
    for (;;) {
      const c = this.text.charAt(this.pos);
      if (c === ']') {
        this.pos++;
        return out.replace(/[ \t]+$/, '');
      }
      if (c === '' || c === '\n' || c === '\r') this.fail(missing);
      if (c === '"') out += this.doubleQuoted();
      else if (c === "'") out += this.singleQuoted();
      else if (c === '$' && this.text.charAt(this.pos + 1) === '{') out += this.reference();
      else {
        out += c;
        this.pos++;
      }
    }
  }

  private entry(): void {
    const name = this.skip(/[^=\n\r;&|^$~(){}!"[\]\0]+/y).trim();
    let offset: string | null = null;
    let c = this.text.charAt(this.pos);
    if (c === '[') {
      this.pos++;
      offset = this.bracketed("end of file, expecting ']'");
      this.skip(/[ \t]*/y);
      c = this.text.charAt(this.pos);
    }
    if (c !== '=') {
      if (c === '' || c === '\n' || c === '\r' || c === ';') return;
      this.fail(`'${c}'`);
    }
    this.pos++;
    this.skip(/[ \t]*/y);
    const value = this.mode === INI_SCANNER_RAW ? this.rawValue() : this.value();
    this.store(name, offset, value);
  }

  private store(name: string, offset: string | null, value: Zval): void {
    const key = normalizeKey(name);
    if (offset === null) {
      this.target.update(this.rt, key, value);
      return;
    }
    let list = this.target.get(key);
    if (!(list instanceof PhpArray)) {
      list = new PhpArray();
      this.target.update(this.rt, key, list);
    }
    if (offset === '') list.append(value);
    else list.update(this.rt, normalizeKey(offset), value);
  }

  private rawValue(): string {
    let raw = this.skip(/[^\r\n]*/y);
    const quoted = raw.startsWith('"') ? raw.lastIndexOf('"') : -1;
    const comment = raw.indexOf(';', Math.max(quoted, 0));
    if (comment >= 0) raw = raw.slice(0, comment);
    raw = raw.replace(/[ \t]+$/, '');
    const bare = raw.length > 1 && raw.startsWith('"') && raw.endsWith('"');
    return bare ? raw.slice(1, -1) : raw;
  }

  private value(): Zval {
    const word = /([A-Za-z]+)[ \t]*(?=;|\r|\n|$)/y;
    word.lastIndex = this.pos;
    const m = word.exec(this.text);
    const named = m === null ? undefined : WORDS[(m[1] as string).toLowerCase()];
    if (m !== null && named !== undefined) {
      this.pos += m[0].length;
      this.skip(/;[^\r\n]*/y);
      if (this.mode === INI_SCANNER_TYPED) return named;
      return named === true ? '1' : '';
    }
    const start = this.pos;
    const value = this.expression();
    const plain = this.text.slice(start, this.pos).trim();
    this.skip(/[ \t]*/y);
    const c = this.text.charAt(this.pos);
    if (c === ';') this.skip(/[^\r\n]*/y);
    else if (c !== '' && c !== '\n' && c !== '\r') this.fail(`'${c}'`);
    return this.mode === INI_SCANNER_TYPED && !/["'(|&^~!]|^[A-Za-z_]/.test(plain) ? typed(value) : value;
  }

  /** `|`, `&` and `^` bind alike, from left to right. */
  private expression(): string {
    let left = this.operand();
    for (;;) {
      const save = this.pos;
      this.skip(/[ \t]*/y);
      const op = this.text.charAt(this.pos);
      if (op !== '|' && op !== '&' && op !== '^') {
        this.pos = save;
        return left;
      }
      this.pos++;
      this.skip(/[ \t]*/y);
      const a = toInt(left);
      const b = toInt(this.operand());
      left = String(op === '|' ? a | b : op === '&' ? a & b : a ^ b);
    }
  }

  private operand(): string {
    const c = this.text.charAt(this.pos);
    if (c === '~' || c === '!') {
      this.pos++;
      this.skip(/[ \t]*/y);
      const n = toInt(this.operand());
      return c === '~' ? String(~n) : n === 0 ? '1' : '0';
    }
    if (c !== '(') return this.strings();
    this.pos++;
    this.skip(/[ \t]*/y);
    const inner = this.expression();
    this.skip(/[ \t]*/y);
    const close = this.text.charAt(this.pos);
    if (close !== ')') {
      const found = close === '' || close === '\n' || close === '\r' ? 'END_OF_LINE' : `'${close}'`;
      this.fail(`${found}, expecting '^' or '|' or '&' or ')'`);
    }
    this.pos++;
    return inner;
  }

  /** Words, quoted texts and references side by side. */
  private strings(): string {
    let out = '';
    for (;;) {
      const c = this.text.charAt(this.pos);
      if (c === '' || '\n\r;|&^~()!='.includes(c)) break;
      if (c === '"') {
        out += this.doubleQuoted();
        this.skip(/[ \t]*/y);
      } else if (c === "'") out += this.singleQuoted();
      else if (c === '$' && this.text.charAt(this.pos + 1) === '{') out += this.reference();
      else if (c === ' ' || c === '\t') {
        const space = this.skip(/[ \t]+/y);
        const next = this.text.charAt(this.pos);
        if (next === '' || '\n\r;|&^~()!='.includes(next)) {
          this.pos -= space.length;
          break;
        }
        // blanks on either side of a quoted text do not count
        if (next !== '"') out += space;
      } else out += this.word();
    }
    return out;
  }

  private word(): string {
    const word = this.skip(/(?:\$(?!\{)|[^$= \t\n\r;&|^~()!"'\0])+/y);
    if (word === '') return this.fail(`'${this.text.charAt(this.pos)}'`);
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(word)) return word;
    const value = findConstant(this.rt, word, false);
    return value === undefined || typeof value === 'boolean' || value === null ? word : toStr(this.rt, value);
  }

  private singleQuoted(): string {
    const m = this.skip(/'[^']*'/y);
    if (m !== '') return m.slice(1, -1);
    this.pos++;
    return "'";
  }

  private doubleQuoted(): string {
    this.pos++;
    let out = '';
    for (;;) {
      const c = this.text.charAt(this.pos);
      const next = this.text.charAt(this.pos + 1);
      if (c === '') this.fail("end of file, expecting TC_DOLLAR_CURLY or TC_QUOTED_STRING or '\"'");
      if (c === '"') {
        this.pos++;
        return out;
      }
      if (c === '$' && next === '{') {
        out += this.reference();
        continue;
      }
      // in front of the end of the line the quote ends the text all the same
      const closes = next === '"' && /[\r\n]|$/y.test(this.text.charAt(this.pos + 2));
      if (c === '\\' && !closes && (next === '"' || next === '\\' || next === "'")) {
        out += next;
        this.pos += 2;
        continue;
      }
      if (c === '\n') this.line++;
      out += c;
      this.pos++;
    }
  }

  /** `${name}`: a setting or an environment variable. */
  private reference(): string {
    this.pos += 2;
    const name = this.skip(/[^}\n]*/y);
    this.pos++;
    return this.rt.ini.get(name) ?? this.rt.host.env()[name] ?? '';
  }
}

function toInt(text: string): number {
  return Number.parseInt(text, 10) || 0;
}

/** convert_to_number of an unquoted value in typed mode. */
function typed(text: string): Zval {
  if (text.length > 1 && text.startsWith('0') && text.charAt(1) !== '.') return text;
  return text !== '' && !/^\s|\s$/.test(text) && isNumericString(text) ? strToNumber(text) : text;
}

/** The entries of an ini text; a text with line says what was wrong. */
export function parseIni(
  rt: Executor,
  text: string,
  sections: boolean,
  mode: number,
): PhpArray | { readonly message: string; readonly line: number } {
  const parser = new IniParser(rt, text, sections, mode);
  try {
    parser.parse();
    return parser.result;
  } catch (error) {
    if (!(error instanceof IniSyntaxError)) throw error;
    rt.releaseValue(parser.result);
    return { message: error.message, line: error.line };
  }
}
