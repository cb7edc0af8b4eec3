/**
 * The groups of a pattern by number and name, and the references to them: groups may be referred to before they are there.
 * Source: PCRE2's documentation, pcre2pattern(3)
 */
import type { RegexNode } from './ast.ts';
import type { PatternSource } from './pattern-source.ts';

interface PendingReference {
  readonly name: string | number;
  readonly at: number;
  readonly groups: number[];
}

export class GroupReferences {
  private readonly source: PatternSource;
  /** Groups so far. */
  count = 0;
  readonly names: Map<string, number[]> = new Map();
  private readonly pending: PendingReference[] = [];

  constructor(source: PatternSource) {
    this.source = source;
  }

  /** A new group, with a name or without. */
  declare(name: string | null): number {
    const index = ++this.count;
    if (name === null) return index;
    const known = this.names.get(name);
    if (known === undefined) this.names.set(name, [index]);
    else if (!this.source.local.dupNames) {
      this.source.fail('two named subpatterns have the same name (PCRE2_DUPNAMES not set)');
    } else known.push(index);
    return index;
  }

  /** The groups a name or number means; filled in at the end. */
  to(name: string | number, at: number = this.source.i): number[] {
    const groups: number[] = [];
    this.pending.push({ name, at, groups });
    return groups;
  }

  /** A number, also relative, or a name. */
  named(text: string): string | number {
    if (/^[0-9]+$/.test(text)) return Number(text);
    if (/^-[0-9]+$/.test(text)) return this.relative(this.count + 1 + Number(text));
    if (/^\+[0-9]+$/.test(text)) return this.relative(this.count + Number(text));
    return text;
  }

  private relative(n: number): number {
    if (n <= 0) this.source.fail('reference to non-existent subpattern');
    return n;
  }

  /** A call of the group; 0: of the whole pattern. */
  recursion(name: string | number, at: number): RegexNode {
    if (name === 0) return { t: 'recurse', group: 0 };
    const groups = this.to(name, at);
    return {
      t: 'recurse',
      get group(): number {
        return groups[0] ?? 0;
      },
    };
  }

  /** Groups of the whole pattern, also those to come, as far as one can see. */
  total(): number {
    return (this.source.s.match(/\((?!\?|\*)|\(\?P?<[A-Za-z_]|\(\?'/g) ?? []).length;
  }

  /** At the end: what all the references mean. */
  resolve(): void {
    for (const { name, at, groups } of this.pending) {
      if (typeof name === 'number') {
        if (name > this.count) this.source.fail('reference to non-existent subpattern', at);
        groups.push(name);
      } else {
        const found = this.names.get(name);
        if (found === undefined) this.source.fail('reference to non-existent subpattern', at);
        groups.push(...found);
      }
    }
  }
}
