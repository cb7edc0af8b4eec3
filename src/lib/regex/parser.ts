/**
 * Regular expressions in PCRE2's syntax, into a tree.
 * Source: PCRE2's documentation, pcre2pattern(3) and pcre2syntax(3)
 */
import { decodeUtf8At } from '../utf8.ts';
import {
  type Condition,
  type ParsedRegex,
  RegexError,
  type RegexNode,
  type RegexOptions,
  type RepeatMode,
  type Verb,
} from './ast.ts';
import { ANY_CHAR, CharSet, classEscape, NOT_NEWLINE } from './char-set.ts';
import { parseClass, parseProperty } from './class-parser.ts';
import { type EscapeSource, simpleEscape } from './escape.ts';

/** The options that `(?i)` and friends change. */
interface LocalOptions {
  caseless: boolean;
  multiline: boolean;
  dotAll: boolean;
  extended: boolean;
  ungreedy: boolean;
  dupNames: boolean;
  noAutoCapture: boolean;
}

interface PendingReference {
  readonly name: string | number;
  readonly at: number;
  readonly groups: number[];
}

const EMPTY: RegexNode = { t: 'empty' };
const VERBS: Readonly<Record<string, Verb>> = {
  F: 'fail',
  FAIL: 'fail',
  ACCEPT: 'accept',
  COMMIT: 'commit',
  PRUNE: 'prune',
  SKIP: 'skip',
  THEN: 'then',
};

/** @throws RegexError */
export function parseRegex(pattern: string, options: RegexOptions): ParsedRegex {
  return new RegexParser(pattern, options).parse();
}

export class RegexParser implements EscapeSource {
  readonly s: string;
  i = 0;
  readonly utf: boolean;
  private readonly whole: RegexOptions;
  private local: LocalOptions;
  private groupCount = 0;
  private readonly names: Map<string, number[]> = new Map();
  private readonly pending: PendingReference[] = [];
  private depth = 0;

  constructor(pattern: string, options: RegexOptions) {
    this.s = pattern;
    this.utf = options.utf;
    this.whole = options;
    const { caseless, multiline, dotAll, extended, ungreedy, dupNames, noAutoCapture } = options;
    this.local = { caseless, multiline, dotAll, extended, ungreedy, dupNames, noAutoCapture };
  }

  get ucp(): boolean {
    return this.utf;
  }

  get caseless(): boolean {
    return this.local.caseless;
  }

  fail(message: string, offset: number = this.i): never {
    throw new RegexError(message, offset);
  }

  parse(): ParsedRegex {
    let m =
      /^\(\*(UTF8?|UCP|CRLF|CR|LF|ANY|ANYCRLF|BSR_ANYCRLF|BSR_UNICODE|NO_JIT|NO_START_OPT|NO_AUTO_POSSESS)\)/.exec(
        this.s,
      );
    while (m !== null) {
      this.i += m[0].length;
      m = /^\(\*(UTF8?|UCP|CRLF|CR|LF|ANY|ANYCRLF|BSR_ANYCRLF|BSR_UNICODE|NO_JIT|NO_START_OPT|NO_AUTO_POSSESS)\)/.exec(
        this.s.slice(this.i),
      );
    }
    const node = this.alternatives();
    if (this.i < this.s.length) this.fail('unmatched closing parenthesis');
    this.resolvePending();
    return { node, groupCount: this.groupCount, names: this.names, utf: this.utf };
  }

  private resolvePending(): void {
    for (const { name, at, groups } of this.pending) {
      if (typeof name === 'number') {
        if (name > this.groupCount) this.fail('reference to non-existent subpattern', at);
        groups.push(name);
      } else {
        const found = this.names.get(name);
        if (found === undefined) this.fail('reference to non-existent subpattern', at);
        groups.push(...found);
      }
    }
  }

  /** The groups a name or number means; filled in at the end. */
  private reference(name: string | number, at: number = this.i): number[] {
    const groups: number[] = [];
    this.pending.push({ name, at, groups });
    return groups;
  }

  /** Alternatives up to `)` or the end. Options changed inside hold until there. */
  private alternatives(): RegexNode {
    if (++this.depth > 250) this.fail('parentheses are too deeply nested');
    const saved = { ...this.local };
    const items: RegexNode[] = [this.sequence()];
    while (this.s.charAt(this.i) === '|') {
      this.i++;
      items.push(this.sequence());
    }
    this.local = saved;
    this.depth--;
    return items.length === 1 ? (items[0] as RegexNode) : { t: 'alt', items };
  }

  private sequence(): RegexNode {
    const items: RegexNode[] = [];
    while (this.i < this.s.length) {
      const c = this.s.charAt(this.i);
      if (c === '|' || c === ')') break;
      if (this.skipExtended(c)) continue;
      const atom = this.atom(c);
      if (atom !== null) items.push(this.quantified(atom));
    }
    if (items.length === 1) return items[0] as RegexNode;
    return items.length === 0 ? EMPTY : { t: 'seq', items };
  }

  private skipExtended(c: string): boolean {
    if (!this.local.extended) return false;
    if (/[ \t\n\r\f\v]/.test(c)) {
      this.i++;
      return true;
    }
    if (c !== '#') return false;
    const end = this.s.indexOf('\n', this.i);
    this.i = end < 0 ? this.s.length : end + 1;
    return true;
  }

  // ---- quantifiers -------------------------------------------------------------------------------------------------

  private quantified(atom: RegexNode): RegexNode {
    this.skipAllExtended();
    const bounds = this.bounds();
    if (bounds === null) return atom;
    const notRepeatable = 'quantifier does not follow a repeatable item';
    if (atom.t === 'verb' || atom.t === 'keep' || atom.t === 'assert') this.fail(notRepeatable, this.i - 1);
    let mode: RepeatMode = this.local.ungreedy ? 'lazy' : 'greedy';
    const next = this.s.charAt(this.i);
    if (next === '?') mode = this.local.ungreedy ? 'greedy' : 'lazy';
    else if (next === '+') mode = 'possessive';
    if (next === '?' || next === '+') this.i++;
    this.skipAllExtended();
    if (this.bounds() !== null) this.fail(notRepeatable, this.i - 1);
    return { t: 'repeat', body: atom, min: bounds[0], max: bounds[1], mode };
  }

  private skipAllExtended(): void {
    while (this.i < this.s.length && this.skipExtended(this.s.charAt(this.i)));
  }

  private bounds(): [number, number] | null {
    switch (this.s.charAt(this.i)) {
      case '*':
        this.i++;
        return [0, Number.POSITIVE_INFINITY];
      case '+':
        this.i++;
        return [1, Number.POSITIVE_INFINITY];
      case '?':
        this.i++;
        return [0, 1];
      case '{': {
        const m = /^\{([0-9]+)(,([0-9]*))?\}/.exec(this.s.slice(this.i, this.i + 24));
        if (m === null) return null;
        this.i += m[0].length;
        const min = Number(m[1]);
        const max = m[2] === undefined ? min : m[3] === '' ? Number.POSITIVE_INFINITY : Number(m[3]);
        if (min > 65535 || (max !== Number.POSITIVE_INFINITY && max > 65535)) {
          this.fail('number too big in {} quantifier', this.i - 1);
        }
        if (max < min) this.fail('numbers out of order in {} quantifier', this.i - 1);
        return [min, max];
      }
      default:
        return null;
    }
  }

  // ---- atoms -------------------------------------------------------------------------------------------------------

  private atom(c: string): RegexNode | null {
    switch (c) {
      case '(':
        return this.parenthesis();
      case '[':
        return { t: 'set', set: parseClass(this) };
      case '.':
        this.i++;
        return { t: 'set', set: CharSet.of(this.local.dotAll ? ANY_CHAR : NOT_NEWLINE) };
      case '^':
        this.i++;
        return { t: 'assert', kind: this.local.multiline ? 'bolMulti' : 'bol' };
      case '$':
        this.i++;
        if (this.local.multiline) return { t: 'assert', kind: 'eolMulti' };
        return { t: 'assert', kind: this.whole.dollarEndOnly ? 'eolDollarEnd' : 'eol' };
      case '\\':
        return this.backslash();
      case '*':
      case '+':
      case '?':
        this.i++;
        return this.fail('quantifier does not follow a repeatable item', this.i - 1);
      default:
        return this.literal();
    }
  }

  private literal(): RegexNode {
    return this.charNode(this.nextCode());
  }

  /** The character here, a whole code point in UTF mode. */
  nextCode(): number {
    const { code, length } = this.utf ? decodeUtf8At(this.s, this.i) : { code: this.s.charCodeAt(this.i), length: 1 };
    this.i += length;
    return code;
  }

  private charNode(code: number): RegexNode {
    return { t: 'char', code, fold: this.local.caseless };
  }

  private backslash(): RegexNode | null {
    const at = this.i;
    const c = this.s.charAt(this.i + 1);
    if (c === '') this.fail('\\ at end of pattern', this.s.length);
    const simple = this.assertion(c);
    if (simple !== undefined) {
      this.i += 2;
      return simple;
    }
    if (c === 'Q') return this.quotedLiteral();
    if (c === 'E') {
      this.i += 2;
      return null;
    }
    if (c === 'g' || c === 'k') return this.namedReference(c);
    if (c === 'p' || c === 'P') return { t: 'set', set: CharSet.of(parseProperty(this)) };
    if (/[1-9]/.test(c)) {
      const ref = this.numberedReference();
      if (ref !== null) return ref;
    }
    const test = classEscape(c, this.ucp);
    if (test !== null) {
      this.i += 2;
      return { t: 'set', set: CharSet.of(test) };
    }
    if (/[FLlUu]/.test(c)) this.fail('PCRE2 does not support \\F, \\L, \\l, \\N{name}, \\U, or \\u', at + 2);
    const code = simpleEscape(this);
    if (code === null) return this.fail('unrecognized character follows \\', at + 1);
    return this.charNode(code);
  }

  /** Escapes that match no character by themselves, and \N \R \X; undefined for others. */
  private assertion(c: string): RegexNode | undefined {
    switch (c) {
      case 'A':
        return { t: 'assert', kind: 'start' };
      case 'z':
        return { t: 'assert', kind: 'end' };
      case 'Z':
        return { t: 'assert', kind: 'endZ' };
      case 'b':
        return { t: 'assert', kind: 'word' };
      case 'B':
        return { t: 'assert', kind: 'notWord' };
      case 'G':
        return { t: 'assert', kind: 'from' };
      case 'K':
        return { t: 'keep' };
      case 'N':
        return { t: 'set', set: CharSet.of(NOT_NEWLINE) };
      case 'C':
        return { t: 'set', set: CharSet.of(ANY_CHAR) };
      case 'R': {
        const crlf: RegexNode = { t: 'seq', items: [this.plain(13), this.plain(10)] };
        const one: RegexNode = {
          t: 'set',
          set: CharSet.of((x) => (x >= 10 && x <= 13) || x === 0x85 || x === 0x2028 || x === 0x2029),
        };
        return { t: 'atomic', body: { t: 'alt', items: [crlf, one] } };
      }
      case 'X': {
        const mark = classOfProperty('\\p{M}');
        const base: RegexNode = { t: 'set', set: CharSet.of(ANY_CHAR) };
        const marks: RegexNode = { t: 'set', set: CharSet.of(mark) };
        const rest: RegexNode = { t: 'repeat', body: marks, min: 0, max: Number.POSITIVE_INFINITY, mode: 'possessive' };
        return { t: 'atomic', body: { t: 'seq', items: [base, rest] } };
      }
      default:
        return undefined;
    }
  }

  private plain(code: number): RegexNode {
    return { t: 'char', code, fold: false };
  }

  private quotedLiteral(): RegexNode | null {
    const end = this.s.indexOf('\\E', this.i + 2);
    const stop = end < 0 ? this.s.length : end;
    this.i += 2;
    const items: RegexNode[] = [];
    while (this.i < stop) {
      const node = this.literal();
      // a quantifier after \E binds the last character alone
      items.push(this.i >= stop && end >= 0 ? this.afterQuote(node, end + 2) : node);
    }
    if (end >= 0 && this.i < end + 2) this.i = end + 2;
    return items.length === 0 ? null : { t: 'seq', items };
  }

  private afterQuote(node: RegexNode, next: number): RegexNode {
    this.i = next;
    return this.quantified(node);
  }

  /** \1 ... : a back reference when there are so many groups or it has one digit; null: an octal code. */
  private numberedReference(): RegexNode | null {
    const digits = /^[0-9]+/.exec(this.s.slice(this.i + 1))?.[0] ?? '';
    const n = Number(digits);
    if (n > 9 && n > this.totalGroups()) {
      if (/^[0-7]/.test(digits)) return null;
      this.fail('reference to non-existent subpattern', this.i + 1);
    }
    const at = this.i + 1;
    this.i += 1 + digits.length;
    return { t: 'backref', groups: this.reference(n, at), fold: this.local.caseless };
  }

  private totalGroups(): number {
    return (this.s.match(/\((?!\?|\*)|\(\?P?<[A-Za-z_]|\(\?'/g) ?? []).length;
  }

  /** \g{..} \g1 \g<..> \k<..> \k'..' \k{..} */
  private namedReference(kind: string): RegexNode {
    const m = /^\\[gk](?:\{([^}]*)\}|<([^>]*)>|'([^']*)'|([+-]?[0-9]+))/.exec(this.s.slice(this.i));
    if (m === null) {
      const message =
        kind === 'g'
          ? 'a numbered reference must not be zero'
          : '\\k is not followed by a braced, angle-bracketed, or quoted name';
      return this.fail(message, this.i + 2);
    }
    const at = this.i + (m[4] === undefined ? 3 : 2);
    this.i += m[0].length;
    const text = m[1] ?? m[2] ?? m[3] ?? m[4] ?? '';
    const recursive = kind === 'g' && m[1] === undefined && m[4] === undefined;
    const name = this.groupName(text);
    if (recursive) return this.recursion(name, at);
    return { t: 'backref', groups: this.reference(name, at), fold: this.local.caseless };
  }

  /** A number, also relative, or a name. */
  private groupName(text: string): string | number {
    if (/^[0-9]+$/.test(text)) return Number(text);
    if (/^-[0-9]+$/.test(text)) return this.relative(this.groupCount + 1 + Number(text));
    if (/^\+[0-9]+$/.test(text)) return this.relative(this.groupCount + Number(text));
    return text;
  }

  private relative(n: number): number {
    if (n <= 0) this.fail('reference to non-existent subpattern');
    return n;
  }

  private recursion(name: string | number, at: number): RegexNode {
    if (name === 0) return { t: 'recurse', group: 0 };
    const groups = this.reference(name, at);
    return {
      t: 'recurse',
      get group(): number {
        return groups[0] ?? 0;
      },
    };
  }

  // ---- parentheses -------------------------------------------------------------------------------------------------

  private close(): void {
    if (this.s.charAt(this.i) !== ')') this.fail('missing closing parenthesis', this.s.length);
    this.i++;
  }

  private parenthesis(): RegexNode | null {
    const { s } = this;
    if (s.startsWith('(*', this.i)) {
      const m = /^\(\*([A-Z]*)(:[^)]*)?\)/.exec(s.slice(this.i));
      if (m !== null && m[0] !== '(*)') {
        this.i += m[0].length;
        const verb = VERBS[m[1] ?? ''];
        if (verb !== undefined) return { t: 'verb', verb };
        if (m[1] === '' || m[1] === 'MARK') return { t: 'verb', verb: 'mark', name: (m[2] ?? '').slice(1) };
        return this.fail('(*VERB) not recognized or malformed', this.i - 1);
      }
    }
    if (s.charAt(this.i + 1) !== '?') {
      this.i++;
      if (this.local.noAutoCapture) return this.enclosed();
      return this.capture(null);
    }
    this.i += 2;
    return this.special();
  }

  private enclosed(): RegexNode {
    const body = this.alternatives();
    this.close();
    return body.t === 'char' || body.t === 'set' || body.t === 'alt' ? body : { t: 'seq', items: [body] };
  }

  private capture(name: string | null): RegexNode {
    const index = ++this.groupCount;
    if (name !== null) {
      const known = this.names.get(name);
      if (known === undefined) this.names.set(name, [index]);
      else if (!this.local.dupNames) {
        this.fail('two named subpatterns have the same name (PCRE2_DUPNAMES not set)');
      } else known.push(index);
    }
    const body = this.alternatives();
    this.close();
    return { t: 'group', index, body };
  }

  /** After `(?` */
  private special(): RegexNode | null {
    const { s } = this;
    const c = s.charAt(this.i);
    const at = this.i;
    switch (c) {
      case ':':
        this.i++;
        return this.enclosed();
      case '|':
        this.i++;
        return this.branchReset();
      case '>':
        this.i++;
        return { t: 'atomic', body: this.enclosed() };
      case '=':
      case '!':
        this.i++;
        return { t: 'look', behind: false, negate: c === '!', body: this.enclosed(), at };
      case '#': {
        const end = s.indexOf(')', this.i);
        if (end < 0) this.fail('missing ) after (?# comment', s.length);
        this.i = end + 1;
        return null;
      }
      case '(':
        return this.conditional();
      case '<':
      case "'":
      case 'P':
        return this.named(c, at);
      case '&':
      case 'R':
        return this.recursionCall(c);
      default:
        if (/^[+-]?[0-9]/.test(s.slice(this.i, this.i + 2))) return this.recursionCall('1');
        return this.inlineOptions();
    }
  }

  private named(c: string, at: number): RegexNode {
    const { s } = this;
    const next = s.charAt(this.i + 1);
    if (c === '<' && (next === '=' || next === '!')) {
      this.i += 2;
      return { t: 'look', behind: true, negate: next === '!', body: this.enclosed(), at: at - 2 };
    }
    if (c === 'P' && (next === '=' || next === '>')) {
      const end = s.indexOf(')', this.i);
      if (end < 0) this.fail('missing closing parenthesis', s.length);
      const nameAt = this.i + 2;
      const name = s.slice(nameAt, end);
      this.i = end + 1;
      if (next === '>') return this.recursion(name, nameAt);
      return { t: 'backref', groups: this.reference(name, nameAt), fold: this.local.caseless };
    }
    if (c === 'P' && next !== '<') this.fail('unrecognized character after (?P', this.i + 1);
    if (c === 'P') this.i++;
    const closer = c === "'" ? "'" : '>';
    const m = /^[A-Za-z_\x80-\xff][A-Za-z0-9_\x80-\xff]*/.exec(s.slice(this.i + 1));
    if (m === null) {
      const digit = /^[0-9]/.test(s.slice(this.i + 1));
      this.fail(digit ? 'subpattern name must start with a non-digit' : 'subpattern name expected', this.i + 1);
    }
    const name = m[0];
    this.i += 1 + name.length;
    if (name.length > 32) this.fail('subpattern name is too long (maximum 32 code units)', this.i);
    if (s.charAt(this.i) !== closer) this.fail('syntax error in subpattern name (missing terminator?)', this.i);
    this.i++;
    return this.capture(name);
  }

  private recursionCall(c: string): RegexNode {
    const end = this.s.indexOf(')', this.i);
    if (end < 0) this.fail('missing closing parenthesis', this.s.length);
    const named = c === '&' || c === 'R';
    const text = this.s.slice(named ? this.i + 1 : this.i, end);
    const at = named ? this.i + 1 : end;
    this.i = end + 1;
    if (c === 'R') {
      if (text !== '') this.fail('(?R (recursive pattern call) must be followed by a closing parenthesis', end);
      return { t: 'recurse', group: 0 };
    }
    return this.recursion(c === '&' ? text : this.groupName(text), at);
  }

  /** (?|...): every alternative numbers its groups from the same start. */
  private branchReset(): RegexNode {
    const start = this.groupCount;
    let most = start;
    const saved = { ...this.local };
    const items: RegexNode[] = [];
    for (;;) {
      this.groupCount = start;
      items.push(this.sequence());
      most = Math.max(most, this.groupCount);
      if (this.s.charAt(this.i) !== '|') break;
      this.i++;
    }
    this.groupCount = most;
    this.local = saved;
    this.close();
    return { t: 'alt', items };
  }

  private conditional(): RegexNode {
    const condition = this.condition();
    const saved = { ...this.local };
    const yes = this.sequence();
    let no: RegexNode = EMPTY;
    if (this.s.charAt(this.i) === '|') {
      this.i++;
      no = this.sequence();
      if (this.s.charAt(this.i) === '|') this.fail('conditional subpattern contains more than two branches', this.i);
    }
    this.local = saved;
    this.close();
    return { t: 'cond', condition, yes, no };
  }

  private condition(): Condition {
    const rest = this.s.slice(this.i);
    if (/^\(\?(?:=|!|<=|<!)/.test(rest)) {
      this.i += 2;
      const look = this.special();
      if (look !== null) return { kind: 'look', look };
    }
    const m = /^\((?:<([^>]*)>|'([^']*)'|([^)]*))\)/.exec(rest);
    if (m === null) return this.fail('missing closing parenthesis for condition');
    const at = this.i;
    this.i += m[0].length;
    const text = m[1] ?? m[2] ?? m[3] ?? '';
    if (text === 'DEFINE') return { kind: 'define' };
    if (text === 'R' && !this.names.has('R')) return { kind: 'recursion', group: -1 };
    const inGroup = /^R([0-9]+)$/.exec(text);
    if (inGroup !== null) return { kind: 'recursion', group: Number(inGroup[1]) };
    return { kind: 'group', groups: this.reference(this.groupName(text), at) };
  }

  /** (?i) (?i-s) (?^) (?i:...) */
  private inlineOptions(): RegexNode | null {
    const saved = { ...this.local };
    let on = true;
    for (; this.i < this.s.length; this.i++) {
      const c = this.s.charAt(this.i);
      if (c === ')') {
        this.i++;
        return null;
      }
      if (c === ':') {
        this.i++;
        const body = this.enclosed();
        this.local = saved;
        return body;
      }
      if (c === '-') on = false;
      else if (c === 'i') this.local.caseless = on;
      else if (c === 'm') this.local.multiline = on;
      else if (c === 's') this.local.dotAll = on;
      else if (c === 'x') this.local.extended = on;
      else if (c === 'U') this.local.ungreedy = on;
      else if (c === 'J') this.local.dupNames = on;
      else if (c === 'n') this.local.noAutoCapture = on;
      else if (c === '^')
        Object.assign(this.local, { caseless: false, multiline: false, dotAll: false, extended: false });
      else this.fail('unrecognized character after (? or (?-', this.i);
    }
    return this.fail('missing closing parenthesis', this.s.length);
  }
}

function classOfProperty(source: string): (code: number) => boolean {
  const pattern = new RegExp(`^${source}$`, 'u');
  return (code) => code <= 0x10ffff && pattern.test(String.fromCodePoint(code));
}
