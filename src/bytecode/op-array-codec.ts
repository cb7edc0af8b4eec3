/**
 * op_arrays as text, for the cache on disk (what opcache's file cache is to PHP).
 *
 * The text is JSON: a table of nodes that refer to each other by number, so that what is shared stays shared (a class in
 * two lists, a literal in an opline). Values inside a node are JSON primitives; `[]` is undefined, `["b", "..."]` a bigint,
 * `[n]` node n. Run-time fields (caches, linked scopes) are not kept: a decoded op_array is as the compiler left it.
 */
import { PhpArray } from '../value/php-array.ts';
import { PhpConstantAst, PhpFloat, type PhpInt, type Zval } from '../value/zval.ts';
import { IS_CONST, OpArray, Opline } from './op-array.ts';

type Json = null | boolean | number | string | Json[];

/** Fields of an OpArray that belong to a running engine. */
const RUN_TIME_FIELDS: ReadonlySet<string> = new Set([
  'type',
  'scope',
  'prototype',
  'runTimeCache',
  'takesReferences',
  'closureShared',
  'staticVarsTable',
  'staticsOwner',
]);

class Encoder {
  readonly nodes: Json[] = [];
  private readonly seen = new Map<object, number>();

  value(v: unknown): Json {
    if (v === undefined) return [];
    if (typeof v === 'bigint') return ['b', v.toString()];
    if (v === null || typeof v === 'boolean' || typeof v === 'number' || typeof v === 'string') return v;
    if (typeof v !== 'object') throw new Error(`no code for a ${typeof v} in an op_array`);
    const known = this.seen.get(v);
    if (known !== undefined) return [known];
    const at = this.nodes.length;
    this.seen.set(v, at);
    this.nodes.push(null);
    this.nodes[at] = this.node(v);
    return [at];
  }

  private node(v: object): Json {
    if (v instanceof PhpFloat) return ['f', Object.is(v.value, -0) ? '-0' : String(v.value)];
    if (v instanceof PhpConstantAst) return ['c', v.rc, this.value(v.ast)];
    if (v instanceof PhpArray) return this.array(v);
    if (v instanceof Opline) {
      return ['p', v.opcode, v.op1Type, v.op2Type, v.resultType, v.op1, v.op2, v.result, v.extendedValue, v.lineno];
    }
    if (v instanceof Map) return ['m', ...[...v].map(([k, x]) => [this.value(k), this.value(x)])];
    if (v instanceof Set) return ['s', ...[...v].map((x) => this.value(x))];
    if (Array.isArray(v)) return ['l', ...v.map((x) => this.value(x))];
    const isOpArray = v instanceof OpArray;
    const fields: Json[] = [];
    for (const [key, x] of Object.entries(v)) {
      if (!isOpArray || !RUN_TIME_FIELDS.has(key)) fields.push(key, this.value(x));
    }
    return [isOpArray ? 'o' : 'r', ...fields];
  }

  private array(v: PhpArray): Json {
    const entries = [...v.entries()].map(([k, x]) => [this.value(k), this.value(x)]);
    return ['a', v.rc, this.value(v.nextFree), v.nextFreeIsMin, ...entries];
  }
}

/** The text of a compiled file's main op_array and everything it declares. */
export function encodeOpArray(main: OpArray): string {
  const encoder = new Encoder();
  encoder.value(main);
  return JSON.stringify(encoder.nodes);
}

class Decoder {
  private readonly nodes: Json[];
  private readonly made: unknown[];

  constructor(nodes: Json[]) {
    this.nodes = nodes;
    this.made = new Array(nodes.length).fill(undefined);
  }

  value(v: Json): unknown {
    if (!Array.isArray(v)) return v;
    if (v.length === 0) return undefined;
    return v.length === 2 ? BigInt(v[1] as string) : this.node(v[0] as number);
  }

  private node(at: number): unknown {
    if (this.made[at] !== undefined) return this.made[at];
    const node = this.nodes[at] as Json[];
    const keep = <T>(made: T): T => {
      this.made[at] = made;
      return made;
    };
    switch (node[0]) {
      case 'f':
        return keep(new PhpFloat(Number(node[1])));
      case 'c': {
        const made = keep(new PhpConstantAst(this.value(node[2] as Json)));
        made.rc = node[1] as number;
        return made;
      }
      case 'a':
        return this.array(keep(new PhpArray()), node);
      case 'p':
        return this.opline(keep(new Opline(node[1] as number, node[9] as number)), node);
      case 'm': {
        const made = keep(new Map<unknown, unknown>());
        for (let i = 1; i < node.length; i++) {
          const [k, x] = node[i] as [Json, Json];
          made.set(this.value(k), this.value(x));
        }
        return made;
      }
      case 's': {
        const made = keep(new Set<unknown>());
        for (let i = 1; i < node.length; i++) made.add(this.value(node[i] as Json));
        return made;
      }
      case 'l': {
        const made = keep<unknown[]>([]);
        for (let i = 1; i < node.length; i++) made.push(this.value(node[i] as Json));
        return made;
      }
      case 'o':
        return this.opArray(keep(new OpArray('')), node);
      default:
        return this.fields(keep({}), node);
    }
  }

  private fields<T extends object>(made: T, node: Json[]): T {
    const target = made as Record<string, unknown>;
    for (let i = 1; i < node.length; i += 2) target[node[i] as string] = this.value(node[i + 1] as Json);
    return made;
  }

  private opArray(made: OpArray, node: Json[]): OpArray {
    this.fields(made, node);
    for (const op of made.opcodes) {
      if (op.op1Type === IS_CONST) op.op1Lit = made.literals[op.op1];
      if (op.op2Type === IS_CONST) op.op2Lit = made.literals[op.op2];
    }
    return made;
  }

  private opline(made: Opline, node: Json[]): Opline {
    made.op1Type = node[2] as number;
    made.op2Type = node[3] as number;
    made.resultType = node[4] as number;
    made.op1 = node[5] as number;
    made.op2 = node[6] as number;
    made.result = node[7] as number;
    made.extendedValue = node[8] as number;
    return made;
  }

  private array(made: PhpArray, node: Json[]): PhpArray {
    for (let i = 4; i < node.length; i++) {
      const [k, x] = node[i] as [Json, Json];
      made.set(this.value(k) as PhpInt | string, this.value(x) as Zval);
    }
    made.rc = node[1] as number;
    made.nextFree = this.value(node[2] as Json) as PhpInt;
    made.nextFreeIsMin = node[3] as boolean;
    return made;
  }
}

/** The op_array behind a text of encodeOpArray; null when the text is damaged. */
export function decodeOpArray(text: string): OpArray | null {
  try {
    const main = new Decoder(JSON.parse(text) as Json[]).value([0]);
    return main instanceof OpArray ? main : null;
  } catch {
    return null;
  }
}
