/**
 * From the tree of a regular expression to the source of a JavaScript one that matches the same, where there is one.
 * PCRE2 and JavaScript differ in what captures of earlier rounds keep, in rounds that match nothing, in references to
 * groups that are not set, and in much of the syntax; such patterns are left to the matcher of our own.
 */
import { firstOf } from './analysis.ts';
import { ambiguity } from './ambiguity.ts';
import type { AssertKind, ParsedRegex, RegexNode } from './ast.ts';
import { hex, otherCases } from './char-set.ts';

type Repeat = Extract<RegexNode, { t: 'repeat' }>;

/** A JavaScript regular expression (flag v) and which of its groups is which of the pattern's. */
export interface NativeSource {
  readonly source: string;
  /** By number of the pattern's groups; 0 is the whole match. */
  readonly groups: readonly number[];
  /** How many repeats can stop at several places: the power of the subject's length that a failing match may take. */
  readonly ambiguity: number;
}

class Untranslatable extends Error {}

const ASSERTIONS: Readonly<Partial<Record<AssertKind, string>>> = {
  bol: '^',
  start: '^',
  bolMulti: '(?:^|(?<=\\n)(?!$))',
  eol: '(?=\\n?$)',
  endZ: '(?=\\n?$)',
  eolDollarEnd: '$',
  end: '$',
  eolMulti: '(?=\\n|$)',
};
const WIDE_WORD = '[\\p{L}\\p{N}_]';

function hasGroups(node: RegexNode): boolean {
  switch (node.t) {
    case 'group':
      return true;
    case 'seq':
    case 'alt':
      return node.items.some(hasGroups);
    case 'repeat':
    case 'look':
    case 'atomic':
      return hasGroups(node.body);
    default:
      return false;
  }
}

/** Whether every way through the node sets every group in it. */
function setsAllGroups(node: RegexNode): boolean {
  switch (node.t) {
    case 'group':
    case 'atomic':
      return setsAllGroups(node.body);
    case 'seq':
      return node.items.every(setsAllGroups);
    case 'repeat':
      return !hasGroups(node.body) || (node.min > 0 && setsAllGroups(node.body));
    default:
      return !hasGroups(node);
  }
}

class NativeWriter {
  private readonly wide: boolean;
  private readonly utf: boolean;
  private readonly groups: number[] = [0];
  private count = 0;
  /** Groups that are set whenever the place that is written now is reached. */
  private sure: ReadonlySet<number> = new Set();

  constructor(parsed: ParsedRegex, wide: boolean) {
    this.utf = parsed.utf;
    this.wide = wide;
  }

  write(parsed: ParsedRegex): NativeSource {
    const source = this.node(parsed.node);
    if (this.groups.length !== parsed.groupCount + 1) throw new Untranslatable();
    return { source, groups: this.groups, ambiguity: ambiguity(parsed.node, new Uint8Array(256), this.utf) };
  }

  private node(node: RegexNode): string {
    switch (node.t) {
      case 'empty':
        return '';
      case 'char':
        return this.char(node.code, node.fold);
      case 'set':
        return this.known(node.set.toSource(this.wide));
      case 'seq':
        return node.items.map((item) => this.node(item)).join('');
      case 'alt':
        return this.alternatives(node.items);
      case 'group':
        return this.group(node.index, node.body);
      case 'repeat':
        return this.repeat(node);
      case 'assert':
        return this.assertion(node.kind);
      case 'look':
        return this.look(node);
      case 'atomic':
        return this.atomic(() => this.node(node.body));
      case 'backref':
        return this.backReference(node.groups, node.fold);
      default:
        throw new Untranslatable();
    }
  }

  private known(source: string | null): string {
    if (source === null) throw new Untranslatable();
    return source;
  }

  private char(code: number, fold: boolean): string {
    if (code > 255 && !this.wide) return '[]';
    if (!fold) return hex(code);
    const others = otherCases(code, this.utf).filter((c) => this.wide || c < 256);
    return others.length === 0 ? hex(code) : `[${hex(code)}${others.map(hex).join('')}]`;
  }

  /** What is set after an alternative does not count as set after all of them. */
  private alternatives(items: readonly RegexNode[]): string {
    const before = this.sure;
    const parts = items.map((item) => {
      this.sure = before;
      return this.node(item);
    });
    this.sure = before;
    return `(?:${parts.join('|')})`;
  }

  private group(index: number, body: RegexNode): string {
    if (index !== this.groups.length) throw new Untranslatable();
    this.groups.push(++this.count);
    const source = `(${this.node(body)})`;
    this.sure = new Set([...this.sure, index]);
    return source;
  }

  private repeat(node: Repeat): string {
    const { min, max, mode } = node;
    const before = this.sure;
    if (max !== 1 || min !== 1) this.checkRounds(node);
    const bounds = `{${min},${max === Number.POSITIVE_INFINITY ? '' : max}}`;
    const inner = this.unrolled(node);
    const write = (): string => {
      const source = this.node(inner);
      return `${inner.t === 'char' || inner.t === 'set' || inner.t === 'group' ? source : `(?:${source})`}${bounds}`;
    };
    const source = mode === 'possessive' ? this.atomic(write) : write();
    if (min === 0) this.sure = before;
    return mode === 'lazy' ? `${source}?` : source;
  }

  /** Rounds that JavaScript sees differently. */
  private checkRounds({ body, max }: Repeat): void {
    if (body.t === 'char' || body.t === 'set') return;
    const first = firstOf(body, this.utf);
    const empty = first === null || first.empty;
    const groups = hasGroups(body);
    if (empty && (max > 1 || groups)) throw new Untranslatable();
    if (groups && max > 1 && !setsAllGroups(body)) throw new Untranslatable();
  }

  /**
   * `(?:a+|b)*` is written `(?:a|b)*`: it reaches the same places in the same order, but not in ever so many ways.
   * A loop that stays ambiguous is not translated.
   */
  private unrolled({ body, max, mode }: Repeat): RegexNode {
    if (max < 100 || body.t === 'char' || body.t === 'set') return body;
    const single = (node: RegexNode): RegexNode => {
      const loops =
        node.t === 'repeat' && node.min === 1 && node.max === Number.POSITIVE_INFINITY && node.mode === 'greedy';
      return loops && max === Number.POSITIVE_INFINITY && (node.body.t === 'char' || node.body.t === 'set')
        ? node.body
        : node;
    };
    const inner: RegexNode =
      mode === 'lazy' || hasGroups(body)
        ? body
        : body.t === 'alt'
          ? { t: 'alt', items: body.items.map(single) }
          : single(body);
    const first = firstOf(inner, this.utf);
    if (first === null || ambiguity(inner, first.bytes, this.utf) > 0) throw new Untranslatable();
    return inner;
  }

  private assertion(kind: AssertKind): string {
    if (kind === 'word' || kind === 'notWord') {
      if (!this.wide) return kind === 'word' ? '\\b' : '\\B';
      const [w, word] = [WIDE_WORD, kind === 'word'];
      return word ? `(?:(?<=${w})(?!${w})|(?<!${w})(?=${w}))` : `(?:(?<=${w})(?=${w})|(?<!${w})(?!${w}))`;
    }
    return this.known(ASSERTIONS[kind] ?? null);
  }

  private look({ behind, negate, body }: Extract<RegexNode, { t: 'look' }>): string {
    if ((behind || negate) && hasGroups(body)) throw new Untranslatable();
    const before = this.sure;
    const source = this.node(body);
    if (negate) this.sure = before;
    return `(?${behind ? '<' : ''}${negate ? '!' : '='}${source})`;
  }

  /** JavaScript has no atomic groups, but its lookaheads are atomic. */
  private atomic(write: () => string): string {
    const number = ++this.count;
    return `(?=(${write()}))\\${number}(?:)`;
  }

  private backReference(groups: readonly number[], fold: boolean): string {
    const [group] = groups;
    if (fold || groups.length !== 1 || group === undefined || !this.sure.has(group)) throw new Untranslatable();
    return `\\${this.groups[group]}(?:)`;
  }
}

/**
 * @param wide the subject is text (UTF-16 of a JS string); otherwise bytes, which for patterns in UTF mode are all ASCII
 * @returns null when JavaScript cannot say it
 */
export function nativeSource(parsed: ParsedRegex, wide: boolean): NativeSource | null {
  try {
    return new NativeWriter(parsed, wide).write(parsed);
  } catch (error) {
    if (error instanceof Untranslatable) return null;
    throw error;
  }
}
