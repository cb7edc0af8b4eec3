/**
 * From the tree of a regular expression to the matcher's instructions.
 */
import { encodeUtf8 } from '../../base/encode-utf8.ts';
import { type ParsedRegex, RegexError, type RegexNode } from './ast.ts';
import { CharSet, otherCases } from './char-set.ts';
import { firstBytes, fixedLength } from './analysis.ts';
import * as P from './program.ts';

type Repeat = Extract<RegexNode, { t: 'repeat' }>;
type Look = Extract<RegexNode, { t: 'look' }>;
type Conditional = Extract<RegexNode, { t: 'cond' }>;

/** @throws RegexError for lookbehind without a fixed length */
export function compileRegex(parsed: ParsedRegex): P.RegexProgram {
  return new RegexCompiler(parsed).compile();
}

class RegexCompiler {
  private readonly parsed: ParsedRegex;
  private readonly code: P.Instruction[] = [];
  private registers: number;
  /** Where each group begins, for calls; whole pattern is 0. */
  private readonly starts: number[] = [0];
  private readonly calls: P.Instruction[] = [];

  constructor(parsed: ParsedRegex) {
    this.parsed = parsed;
    // captures, then the provisional starts of groups
    this.registers = (parsed.groupCount + 1) * 3;
  }

  compile(): P.RegexProgram {
    const { node, groupCount, utf } = this.parsed;
    this.node(node);
    this.emit(new P.Instruction(P.OP_MATCH));
    for (const callInstruction of this.calls) callInstruction.a = this.starts[callInstruction.b] ?? 0;
    return {
      code: this.code,
      groupCount,
      registers: this.registers,
      first: firstBytes(node, utf),
      anchoredStart: startsAnchored(node),
      utf,
    };
  }

  private emit(instruction: P.Instruction): P.Instruction {
    this.code.push(instruction);
    return instruction;
  }

  private register(n = 1): number {
    const r = this.registers;
    this.registers += n;
    return r;
  }

  private get pc(): number {
    return this.code.length;
  }

  private node(node: RegexNode): void {
    switch (node.t) {
      case 'empty':
        return;
      case 'char':
        this.char(node.code, node.fold);
        return;
      case 'set':
        this.emit(new P.Instruction(P.OP_SET)).set = node.set;
        return;
      case 'seq':
        for (const item of node.items) this.node(item);
        return;
      case 'alt':
        this.alternatives(node.items);
        return;
      case 'group':
        this.starts[node.index] = this.pc;
        this.emit(new P.Instruction(P.OP_GROUP_START, node.index));
        this.node(node.body);
        this.emit(new P.Instruction(P.OP_GROUP_END, node.index));
        return;
      case 'repeat':
        this.repeat(node);
        return;
      case 'assert':
        this.emit(new P.Instruction(P.OP_ASSERT, P.ASSERTS[node.kind]));
        return;
      case 'look':
        this.look(node);
        return;
      case 'atomic':
        this.atomic(() => this.node(node.body));
        return;
      case 'backref': {
        const instruction = this.emit(new P.Instruction(P.OP_BACKREF));
        instruction.groups = node.groups;
        instruction.fold = node.fold;
        return;
      }
      case 'recurse':
        this.calls.push(this.emit(new P.Instruction(P.OP_CALL, 0, node.group)));
        return;
      case 'cond':
        this.conditional(node);
        return;
      case 'keep':
        this.emit(new P.Instruction(P.OP_KEEP));
        return;
      case 'verb':
        if (node.verb === 'mark') this.emit(new P.Instruction(P.OP_MARK)).str = node.name ?? '';
        else this.verb(node.verb);
        return;
    }
  }

  private char(code: number, fold: boolean): void {
    const { utf } = this.parsed;
    if (fold && otherCases(code, utf).length > 0) {
      this.emit(new P.Instruction(P.OP_SET)).set = foldedChar(code, utf);
      return;
    }
    const bytes = utf ? encodeUtf8(code) : String.fromCharCode(code);
    const last = this.code[this.pc - 1];
    // two characters in a row make one comparison, unless something jumps between them
    if (last?.op === P.OP_STR && !this.isTarget(this.pc)) last.str += bytes;
    else this.emit(new P.Instruction(P.OP_STR)).str = bytes;
  }

  private barrier = -1;

  /** Marks the next instruction as one that is jumped to. */
  private mark(): number {
    this.barrier = this.pc;
    return this.pc;
  }

  private isTarget(pc: number): boolean {
    return this.barrier === pc;
  }

  private alternatives(items: readonly RegexNode[]): void {
    const exits: P.Instruction[] = [];
    for (const [i, item] of items.entries()) {
      if (i === items.length - 1) {
        this.node(item);
        break;
      }
      const split = this.emit(new P.Instruction(P.OP_SPLIT));
      split.a = this.mark();
      this.node(item);
      exits.push(this.emit(new P.Instruction(P.OP_JMP)));
      split.b = this.mark();
    }
    const end = this.mark();
    for (const exit of exits) exit.a = end;
  }

  private repeat(node: Repeat): void {
    const { body, min, max, mode } = node;
    if (max === 0) {
      // the groups inside can still be called
      const jump = this.emit(new P.Instruction(P.OP_JMP));
      this.node(body);
      jump.a = this.mark();
      return;
    }
    const single = this.singleSet(body);
    if (single !== null) {
      const op = mode === 'greedy' ? P.OP_RUN_GREEDY : mode === 'lazy' ? P.OP_RUN_LAZY : P.OP_RUN_POSSESSIVE;
      const run = this.emit(new P.Instruction(op));
      run.set = single;
      run.min = min;
      run.max = max;
      this.mark();
      return;
    }
    if (mode === 'possessive') this.atomic(() => this.loop(body, min, max, 'greedy'));
    else this.loop(body, min, max, mode);
  }

  private loop(body: RegexNode, min: number, max: number, mode: 'greedy' | 'lazy'): void {
    if (min === 0 && max === 1) {
      const split = this.emit(new P.Instruction(P.OP_SPLIT));
      const start = this.mark();
      this.node(body);
      const end = this.mark();
      split.a = mode === 'greedy' ? start : end;
      split.b = mode === 'greedy' ? end : start;
      return;
    }
    const counter = this.register(2);
    this.emit(new P.Instruction(P.OP_LOOP_INIT, counter));
    const head = this.mark();
    const loop = this.emit(new P.Instruction(mode === 'greedy' ? P.OP_LOOP_GREEDY : P.OP_LOOP_LAZY, counter));
    loop.min = min;
    loop.max = max;
    this.mark();
    this.node(body);
    this.emit(new P.Instruction(P.OP_JMP, head));
    loop.b = this.mark();
  }

  /** The set of a node that always matches exactly one character. */
  private singleSet(node: RegexNode): CharSet | null {
    if (node.t === 'set') return node.set;
    if (node.t !== 'char') return null;
    if (node.fold) return foldedChar(node.code, this.parsed.utf);
    const set = new CharSet();
    set.addCode(node.code);
    return set;
  }

  private atomic(body: () => void): void {
    const height = this.register(1);
    this.emit(new P.Instruction(P.OP_ATOMIC_BEGIN, height));
    this.mark();
    body();
    this.emit(new P.Instruction(P.OP_ATOMIC_END, height));
    this.mark();
  }

  private look(node: Look): void {
    const height = this.register(2);
    if (node.negate) {
      const begin = this.emit(new P.Instruction(P.OP_ELSE_BEGIN, height));
      this.lookBody(node);
      this.emit(new P.Instruction(P.OP_NOT_END, height));
      begin.b = this.mark();
      return;
    }
    this.emit(new P.Instruction(P.OP_LOOK_BEGIN, height));
    this.lookBody(node);
    this.emit(new P.Instruction(P.OP_LOOK_END, height));
    this.mark();
  }

  /** Lookbehind steps back first: every alternative by its own length. */
  private lookBody(node: Look): void {
    this.mark();
    if (!node.behind) {
      this.node(node.body);
      return;
    }
    const items = node.body.t === 'alt' ? node.body.items : [node.body];
    const exits: P.Instruction[] = [];
    for (const [i, item] of items.entries()) {
      const length = fixedLength(item);
      if (length === null) throw new RegexError('lookbehind assertion is not fixed length', node.at);
      const split = i < items.length - 1 ? this.emit(new P.Instruction(P.OP_SPLIT)) : null;
      if (split !== null) split.a = this.mark();
      this.emit(new P.Instruction(P.OP_BEHIND, length));
      this.mark();
      this.node(item);
      if (split !== null) {
        exits.push(this.emit(new P.Instruction(P.OP_JMP)));
        split.b = this.mark();
      }
    }
    const end = this.mark();
    for (const exit of exits) exit.a = end;
  }

  private conditional(node: Conditional): void {
    const { condition, yes, no } = node;
    if (condition.kind === 'look') {
      this.lookConditional(condition.look, yes, no);
      return;
    }
    const test = this.emit(new P.Instruction(condition.kind === 'recursion' ? P.OP_IF_RECURSION : P.OP_IF_GROUP));
    if (condition.kind === 'group') test.groups = condition.groups;
    if (condition.kind === 'recursion') test.a = condition.group;
    this.mark();
    this.node(yes);
    const jump = this.emit(new P.Instruction(P.OP_JMP));
    test.b = this.mark();
    this.node(no);
    jump.a = this.mark();
  }

  private lookConditional(look: RegexNode, yes: RegexNode, no: RegexNode): void {
    if (look.t !== 'look') return;
    const height = this.register(2);
    const begin = this.emit(new P.Instruction(P.OP_ELSE_BEGIN, height));
    this.lookBody(look);
    this.emit(new P.Instruction(P.OP_LOOK_END, height));
    this.mark();
    this.node(look.negate ? no : yes);
    const jump = this.emit(new P.Instruction(P.OP_JMP));
    begin.b = this.mark();
    this.node(look.negate ? yes : no);
    jump.a = this.mark();
  }

  private verb(verb: string): void {
    if (verb === 'fail') this.emit(new P.Instruction(P.OP_FAIL));
    else if (verb === 'accept') this.emit(new P.Instruction(P.OP_ACCEPT));
    else {
      const kind = verb === 'commit' ? P.VERB_COMMIT : verb === 'skip' ? P.VERB_SKIP : P.VERB_PRUNE;
      this.emit(new P.Instruction(P.OP_VERB, kind));
    }
    this.mark();
  }
}

function foldedChar(code: number, utf: boolean): CharSet {
  const set = new CharSet();
  set.addCode(code);
  for (const other of otherCases(code, utf)) set.addCode(other);
  return set;
}

function startsAnchored(node: RegexNode): boolean {
  switch (node.t) {
    case 'assert':
      return node.kind === 'bol' || node.kind === 'start';
    case 'seq':
      return node.items.length > 0 && startsAnchored(node.items[0] as RegexNode);
    case 'alt':
      return node.items.every(startsAnchored);
    case 'group':
    case 'atomic':
      return startsAnchored(node.body);
    default:
      return false;
  }
}
