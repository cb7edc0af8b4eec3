/**
 * Regular expressions in PCRE2's syntax, into a tree: alternatives, sequences, quantifiers, and the atoms that are one
 * character. Others have modules of their own.
 * Source: PCRE2's documentation, pcre2pattern(3) and pcre2syntax(3)
 */
import { EMPTY, type ParsedRegex, type RegexNode, type RegexOptions, type RepeatMode } from './ast.ts';
import { ANY_CHAR, CharSet, NOT_NEWLINE } from './char-set.ts';
import { parseClass } from './class-parser.ts';
import { backslash } from './escaped-atoms.ts';
import { GroupReferences } from './group-references.ts';
import { parenthesis } from './parentheses.ts';
import { PatternSource } from './pattern-source.ts';

/** What a pattern may begin with: how it is to be read, which is known already or does not matter here. */
const START =
  /^(?:\(\*(?:UTF8?|UCP|CRLF|CR|LF|ANY|ANYCRLF|BSR_ANYCRLF|BSR_UNICODE|NO_JIT|NO_START_OPT|NO_AUTO_POSSESS)\))+/;

/** @throws RegexError */
export function parseRegex(pattern: string, options: RegexOptions): ParsedRegex {
  return new RegexParser(pattern, options).parse();
}

export class RegexParser extends PatternSource {
  readonly references: GroupReferences = new GroupReferences(this);
  private depth = 0;

  parse(): ParsedRegex {
    this.i = START.exec(this.s)?.[0].length ?? 0;
    const node = this.alternatives();
    if (this.i < this.s.length) this.fail('unmatched closing parenthesis');
    this.references.resolve();
    return { node, groupCount: this.references.count, names: this.references.names, utf: this.utf };
  }

  /** Alternatives up to `)` or the end. Options changed inside hold until there. */
  alternatives(): RegexNode {
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

  /** What stands one behind the other, up to `|`, `)` or the end. */
  sequence(): RegexNode {
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

  // ---- quantifiers -------------------------------------------------------------------------------------------------

  /** The atom with the quantifier behind it, if there is one. */
  quantified(atom: RegexNode): RegexNode {
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
        return parenthesis(this);
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
        return backslash(this);
      case '*':
      case '+':
      case '?':
        this.i++;
        return this.fail('quantifier does not follow a repeatable item', this.i - 1);
      default:
        return this.literal();
    }
  }

  /** The character here stands for itself. */
  literal(): RegexNode {
    return this.charNode(this.nextCode());
  }

  /** A character, in either case under /i. */
  charNode(code: number): RegexNode {
    return { t: 'char', code, fold: this.local.caseless };
  }

  /** What the group (a name or number, read at `at`) has matched, once more. */
  backReference(name: string | number, at: number): RegexNode {
    return { t: 'backref', groups: this.references.to(name, at), fold: this.local.caseless };
  }
}
