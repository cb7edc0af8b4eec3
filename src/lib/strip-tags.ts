/**
 * strip_tags: a state machine over text, tags, PHP code, declarations and comments.
 * Source: php-src ext/standard/string.c (php_strip_tags_ex, php_tag_find)
 */
import { asciiLower } from './string-util.ts';

function isSpace(c: string): boolean {
  return c !== '' && ' \t\n\r\v\f'.includes(c);
}

/** php_tag_find: is the tag `<a href=x>` among the allowed `<a><b>`? */
function isAllowed(tag: string, allowed: string): boolean {
  const t = asciiLower(tag);
  let norm = '';
  let inName = false;
  for (let i = 0; i < t.length; i++) {
    const c = t.charAt(i);
    if (c === '>') break;
    if (c === '<') norm += c;
    else if (isSpace(c)) {
      if (inName) break;
    } else {
      inName = true;
      if (c !== '/' || (t.charAt(i - 1) !== '<' && t.charAt(i + 1) !== '>')) norm += c;
    }
  }
  return allowed.includes(`${norm}>`);
}

class TagStripper {
  private readonly s: string;
  private readonly allowed: string;
  private out = '';
  private tag = '';
  private depth = 0;
  /** The quote we are inside of. */
  private quote = '';
  private last = '';
  private parens = 0;
  private isXml = false;
  private state: 'text' | 'tag' | 'php' | 'declaration' | 'comment' = 'text';
  private i = 0;

  constructor(s: string, allowed: string) {
    this.s = s;
    this.allowed = asciiLower(allowed);
  }

  run(): string {
    for (; this.i < this.s.length; this.i++) {
      const c = this.s.charAt(this.i);
      if (this.state === 'text') this.text(c);
      else if (this.state === 'tag') this.inTag(c);
      else if (this.state === 'php') this.inPhp(c);
      else if (this.state === 'declaration') this.inDeclaration(c);
      else this.inComment(c);
    }
    return this.out;
  }

  private before(n: number): string {
    return this.s.charAt(this.i - n);
  }

  private toggleQuote(c: string): void {
    if (this.i === 0) return;
    if (this.quote === '') this.quote = c;
    else if (this.quote === c) this.quote = '';
  }

  private leave(): void {
    this.quote = '';
    this.tag = '';
    this.state = 'text';
  }

  private text(c: string): void {
    if (c === '\0') return;
    if (c === '<') {
      if (this.quote !== '') return;
      if (isSpace(this.s.charAt(this.i + 1))) {
        this.out += c;
        return;
      }
      this.last = '<';
      this.state = 'tag';
      this.tag = '<';
    } else if (c === '>') {
      if (this.depth > 0) this.depth--;
      else if (this.quote === '') this.out += c;
    } else this.out += c;
  }

  private inTag(c: string): void {
    switch (c) {
      case '\0':
        return;
      case '<':
        if (this.quote !== '') return;
        if (isSpace(this.s.charAt(this.i + 1))) this.tag += c;
        else this.depth++;
        return;
      case '>':
        this.endTag();
        return;
      case '"':
      case "'":
        this.toggleQuote(c);
        this.tag += c;
        return;
      case '!':
        if (this.before(1) === '<') {
          this.state = 'declaration';
          this.last = c;
        } else this.tag += c;
        return;
      case '?':
        if (this.before(1) === '<') {
          this.parens = 0;
          this.state = 'php';
        } else this.tag += c;
        return;
      default:
        this.tag += c;
    }
  }

  private endTag(): void {
    if (this.depth > 0) {
      this.depth--;
      return;
    }
    if (this.quote !== '') return;
    this.last = '>';
    if (this.isXml && this.before(1) === '-') return;
    this.isXml = false;
    if (this.allowed !== '' && isAllowed(`${this.tag}>`, this.allowed)) this.out += `${this.tag}>`;
    this.leave();
  }

  private inPhp(c: string): void {
    const quoted = this.last === '"' || this.last === "'";
    if (c === '(' || c === ')') {
      if (quoted) return;
      this.last = c;
      this.parens += c === '(' ? 1 : -1;
    } else if (c === '>') {
      if (this.depth > 0) this.depth--;
      else if (this.quote === '' && this.parens === 0 && this.last !== '"' && this.before(1) === '?') this.leave();
    } else if (c === '"' || c === "'") {
      if (this.before(1) === '\\') return;
      if (this.last === c) this.last = '\0';
      else if (this.last !== '\\') this.last = c;
      this.toggleQuote(c);
    } else if (c === 'l' || c === 'L') {
      // `<?xml` is no PHP
      if (this.i > 4 && asciiLower(this.s.slice(this.i - 4, this.i)) === '<?xm') {
        this.state = 'tag';
        this.isXml = true;
      }
    }
  }

  private inDeclaration(c: string): void {
    if (c === '>') {
      if (this.depth > 0) this.depth--;
      else if (this.quote === '') this.leave();
    } else if (c === '"' || c === "'") {
      if (this.before(1) !== '\\') this.toggleQuote(c);
    } else if (c === '-') {
      if (this.i >= 2 && this.before(1) === '-' && this.before(2) === '!') this.state = 'comment';
    } else if (c === 'E' || c === 'e') {
      if (this.i > 6 && asciiLower(this.s.slice(this.i - 6, this.i)) === 'doctyp') this.state = 'tag';
    }
  }

  private inComment(c: string): void {
    if (c === '>' && this.quote === '' && this.before(1) === '-' && this.before(2) === '-') this.leave();
  }
}

/** The text without tags but those in `allowed` (`<a><b>`). */
export function stripTags(s: string, allowed: string): string {
  return new TagStripper(s, allowed).run();
}
