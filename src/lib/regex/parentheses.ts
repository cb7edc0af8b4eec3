/**
 * What parentheses hold: groups, assertions, conditions, calls, options, verbs.
 * Source: PCRE2's documentation, pcre2pattern(3)
 */
import { type Condition, EMPTY, type RegexNode, type Verb } from './ast.ts';
import type { RegexParser } from './parser.ts';

const VERBS: Readonly<Record<string, Verb>> = {
  F: 'fail',
  FAIL: 'fail',
  ACCEPT: 'accept',
  COMMIT: 'commit',
  PRUNE: 'prune',
  SKIP: 'skip',
  THEN: 'then',
};

/** The node of the parenthesis here; null: nothing that matches (a comment, options). */
export function parenthesis(p: RegexParser): RegexNode | null {
  const { s } = p;
  if (s.startsWith('(*', p.i)) {
    const m = /^\(\*([A-Z]*)(:[^)]*)?\)/.exec(s.slice(p.i));
    if (m !== null && m[0] !== '(*)') {
      p.i += m[0].length;
      const verb = VERBS[m[1] ?? ''];
      if (verb !== undefined) return { t: 'verb', verb };
      if (m[1] === '' || m[1] === 'MARK') return { t: 'verb', verb: 'mark', name: (m[2] ?? '').slice(1) };
      return p.fail('(*VERB) not recognized or malformed', p.i - 1);
    }
  }
  if (s.charAt(p.i + 1) !== '?') {
    p.i++;
    if (p.local.noAutoCapture) return enclosed(p);
    return capture(p, null);
  }
  p.i += 2;
  return special(p);
}

function enclosed(p: RegexParser): RegexNode {
  const body = p.alternatives();
  close(p);
  return body.t === 'char' || body.t === 'set' || body.t === 'alt' ? body : { t: 'seq', items: [body] };
}

function capture(p: RegexParser, name: string | null): RegexNode {
  const index = p.references.declare(name);
  const body = p.alternatives();
  close(p);
  return { t: 'group', index, body };
}

/** After `(?` */
function special(p: RegexParser): RegexNode | null {
  const { s } = p;
  const c = s.charAt(p.i);
  const at = p.i;
  switch (c) {
    case ':':
      p.i++;
      return enclosed(p);
    case '|':
      p.i++;
      return branchReset(p);
    case '>':
      p.i++;
      return { t: 'atomic', body: enclosed(p) };
    case '=':
    case '!':
      p.i++;
      return { t: 'look', behind: false, negate: c === '!', body: enclosed(p), at };
    case '#': {
      const end = s.indexOf(')', p.i);
      if (end < 0) p.fail('missing ) after (?# comment', s.length);
      p.i = end + 1;
      return null;
    }
    case '(':
      return conditional(p);
    case '<':
    case "'":
    case 'P':
      return named(p, c, at);
    case '&':
    case 'R':
      return recursionCall(p, c);
    default:
      if (/^[+-]?[0-9]/.test(s.slice(p.i, p.i + 2))) return recursionCall(p, '1');
      return inlineOptions(p);
  }
}

function named(p: RegexParser, c: string, at: number): RegexNode {
  const { s } = p;
  const next = s.charAt(p.i + 1);
  if (c === '<' && (next === '=' || next === '!')) {
    p.i += 2;
    return { t: 'look', behind: true, negate: next === '!', body: enclosed(p), at: at - 2 };
  }
  if (c === 'P' && (next === '=' || next === '>')) {
    const end = s.indexOf(')', p.i);
    if (end < 0) p.fail('missing closing parenthesis', s.length);
    const nameAt = p.i + 2;
    const name = s.slice(nameAt, end);
    p.i = end + 1;
    if (next === '>') return p.references.recursion(name, nameAt);
    return p.backReference(name, nameAt);
  }
  if (c === 'P' && next !== '<') p.fail('unrecognized character after (?P', p.i + 1);
  if (c === 'P') p.i++;
  const closer = c === "'" ? "'" : '>';
  const m = /^[A-Za-z_\x80-\xff][A-Za-z0-9_\x80-\xff]*/.exec(s.slice(p.i + 1));
  if (m === null) {
    const digit = /^[0-9]/.test(s.slice(p.i + 1));
    p.fail(digit ? 'subpattern name must start with a non-digit' : 'subpattern name expected', p.i + 1);
  }
  const name = m[0];
  p.i += 1 + name.length;
  if (name.length > 32) p.fail('subpattern name is too long (maximum 32 code units)', p.i);
  if (s.charAt(p.i) !== closer) p.fail('syntax error in subpattern name (missing terminator?)', p.i);
  p.i++;
  return capture(p, name);
}

function recursionCall(p: RegexParser, c: string): RegexNode {
  const end = p.s.indexOf(')', p.i);
  if (end < 0) p.fail('missing closing parenthesis', p.s.length);
  const named = c === '&' || c === 'R';
  const text = p.s.slice(named ? p.i + 1 : p.i, end);
  const at = named ? p.i + 1 : end;
  p.i = end + 1;
  if (c === 'R') {
    if (text !== '') p.fail('(?R (recursive pattern call) must be followed by a closing parenthesis', end);
    return { t: 'recurse', group: 0 };
  }
  return p.references.recursion(c === '&' ? text : p.references.named(text), at);
}

/** (?|...): every alternative numbers its groups from the same start. */
function branchReset(p: RegexParser): RegexNode {
  const start = p.references.count;
  let most = start;
  const saved = { ...p.local };
  const items: RegexNode[] = [];
  for (;;) {
    p.references.count = start;
    items.push(p.sequence());
    most = Math.max(most, p.references.count);
    if (p.s.charAt(p.i) !== '|') break;
    p.i++;
  }
  p.references.count = most;
  p.local = saved;
  close(p);
  return { t: 'alt', items };
}

function conditional(p: RegexParser): RegexNode {
  const asked = condition(p);
  const saved = { ...p.local };
  const yes = p.sequence();
  let no: RegexNode = EMPTY;
  if (p.s.charAt(p.i) === '|') {
    p.i++;
    no = p.sequence();
    if (p.s.charAt(p.i) === '|') p.fail('conditional subpattern contains more than two branches', p.i);
  }
  p.local = saved;
  close(p);
  return { t: 'cond', condition: asked, yes, no };
}

function condition(p: RegexParser): Condition {
  const rest = p.s.slice(p.i);
  if (/^\(\?(?:=|!|<=|<!)/.test(rest)) {
    p.i += 2;
    const look = special(p);
    if (look !== null) return { kind: 'look', look };
  }
  const m = /^\((?:<([^>]*)>|'([^']*)'|([^)]*))\)/.exec(rest);
  if (m === null) return p.fail('missing closing parenthesis for condition');
  const at = p.i;
  p.i += m[0].length;
  const text = m[1] ?? m[2] ?? m[3] ?? '';
  if (text === 'DEFINE') return { kind: 'define' };
  if (text === 'R' && !p.references.names.has('R')) return { kind: 'recursion', group: -1 };
  const inGroup = /^R([0-9]+)$/.exec(text);
  if (inGroup !== null) return { kind: 'recursion', group: Number(inGroup[1]) };
  return { kind: 'group', groups: p.references.to(p.references.named(text), at) };
}

/** (?i) (?i-s) (?^) (?i:...) */
function inlineOptions(p: RegexParser): RegexNode | null {
  const saved = { ...p.local };
  let on = true;
  for (; p.i < p.s.length; p.i++) {
    const c = p.s.charAt(p.i);
    if (c === ')') {
      p.i++;
      return null;
    }
    if (c === ':') {
      p.i++;
      const body = enclosed(p);
      p.local = saved;
      return body;
    }
    if (c === '-') on = false;
    else if (c === 'i') p.local.caseless = on;
    else if (c === 'm') p.local.multiline = on;
    else if (c === 's') p.local.dotAll = on;
    else if (c === 'x') p.local.extended = on;
    else if (c === 'U') p.local.ungreedy = on;
    else if (c === 'J') p.local.dupNames = on;
    else if (c === 'n') p.local.noAutoCapture = on;
    else if (c === '^') Object.assign(p.local, { caseless: false, multiline: false, dotAll: false, extended: false });
    else p.fail('unrecognized character after (? or (?-', p.i);
  }
  return p.fail('missing closing parenthesis', p.s.length);
}

function close(p: RegexParser): void {
  if (p.s.charAt(p.i) !== ')') p.fail('missing closing parenthesis', p.s.length);
  p.i++;
}
