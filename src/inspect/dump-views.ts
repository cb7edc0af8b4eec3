/** `corovm dump --explain`, `--source`, `--cfg`, `--dot`: op_arrays for people. Everything here is a byte string. */
import { oplineNumber } from '../bytecode/dump/format.ts';
import { type DumpUnit, unitName } from '../bytecode/dump/op-array-name.ts';
import { formatLiveRange, formatOpline } from '../bytecode/dump/opcache.ts';
import type { OpArray, Opline } from '../bytecode/op-array.ts';
import { type BasicBlock, basicBlocks } from './basic-blocks.ts';
import type { Lang } from './explain/row.ts';
import { OplineExplainer, toBytes } from './explain/sentence.ts';
import { wrap } from './wrap.ts';

export interface ViewOptions {
  /** Beside each opline its source fragment, what it does, and why it was chosen. */
  readonly explain?: boolean;
  /** The lines of the program between the oplines. */
  readonly source?: boolean;
  /** Basic blocks. */
  readonly cfg?: boolean;
  /** Graphviz instead of text. */
  readonly dot?: boolean;
  /** Runs the program first, and shows what happened at each opline. */
  readonly annotate?: boolean;
  readonly lang: Lang;
  /** Columns; sentences are wrapped. */
  readonly width: number;
}

/** What a view needs to know of the program. */
export interface ViewSource {
  /** Lines of the file, from line 1 on at index 0; byte strings. */
  readonly lines: readonly string[];
  /** The source fragment an opline was compiled from; '' when the compiler added it by itself. */
  fragment(op: Opline): string;
  /** What happened at an opline when the program was run; null: it was not run (`--annotate`). */
  readonly notes: ((opArray: OpArray, num: number) => readonly string[]) | null;
}

const WORDS = {
  en: {
    source: 'source',
    why: 'why',
    by: 'added by the compiler itself',
    from: 'from',
    to: 'to',
    exit: 'leaves',
    as: 'as at',
  },
  zh: { source: '源码', why: '原因', by: '由编译器自行添加', from: '来自', to: '去往', exit: '离开', as: '同' },
} as const;

/** The text of `units` in the wanted view. */
export function viewUnits(units: readonly DumpUnit[], source: ViewSource, options: ViewOptions): string {
  if (options.dot === true) return dotGraph(units);
  return units.map((unit) => viewUnit(unit, source, options)).join('');
}

function viewUnit(unit: DumpUnit, source: ViewSource, options: ViewOptions): string {
  const { opArray } = unit;
  const out: string[] = [
    '',
    `${unitName(unit)}:`,
    `     ; (lines=${opArray.opcodes.length}, args=${opArray.numArgs}, vars=${opArray.vars.length}, tmps=${opArray.T})`,
    `     ; ${opArray.fileName}:${opArray.lineStart}-${opArray.lineEnd}`,
  ];
  const blocks = options.cfg === true ? basicBlocks(opArray) : [];
  const explainer = options.explain === true ? new OplineExplainer(opArray, options.lang) : null;
  const said = new Map<string, number>();
  let shown = 0;
  for (const [num, op] of opArray.opcodes.entries()) {
    const block = blocks.find((one) => one.start === num);
    if (block !== undefined) out.push(...blockHeader(block, blocks, options.lang));
    if (options.source === true) {
      const from = shown === 0 || op.lineno < shown ? op.lineno : shown + 1;
      for (let line = from; line <= op.lineno && op.lineno !== shown; line++) {
        const text = source.lines[line - 1];
        if (text !== undefined && text.trim() !== '') out.push(`${String(line).padStart(5)} | ${text}`);
      }
      shown = op.lineno;
    }
    out.push(`${oplineNumber(num).padEnd(4)} ${formatOpline(opArray, op).replaceAll('\n', '\\n')}`);
    if (explainer !== null) out.push(...explanation(explainer, num, source.fragment(op), said, options));
    for (const note of source.notes?.(opArray, num) ?? []) out.push(`     ; ${note}`);
  }
  if (opArray.liveRanges.length > 0) {
    out.push('LIVE RANGES:', ...opArray.liveRanges.map((range) => `     ${formatLiveRange(range)}`));
  }
  return `${out.join('\n')}\n`;
}

/** `said`: rules that earlier oplines of this op_array have already been explained by. */
function explanation(
  explainer: OplineExplainer,
  num: number,
  fragment: string,
  said: Map<string, number>,
  options: ViewOptions,
): string[] {
  const words = WORDS[options.lang];
  const out = [`       ${toBytes(words.source)}: ${fragment === '' ? toBytes(words.by) : fragment}`];
  const block = (bytes: string, first: string): void => {
    const text = Buffer.from(bytes, 'latin1').toString('utf8');
    wrap(first + text, options.width - 7).forEach((line) => out.push(`       ${toBytes(line)}`));
  };
  block(explainer.does(num), '');
  const rule = explainer.why(num);
  const earlier = said.get(rule);
  if (earlier === undefined) said.set(rule, num);
  block(earlier === undefined ? rule : toBytes(`${words.as} ${oplineNumber(earlier)}`), `${words.why}: `);
  return out;
}

function blockHeader(block: BasicBlock, blocks: readonly BasicBlock[], lang: Lang): string[] {
  const words = WORDS[lang];
  const kinds = { next: '', jump: '', exception: ' (exception)', finally: ' (finally)' } as const;
  const to = block.edges.map((edge) => `BB${edge.to}${kinds[edge.kind]}`).join(', ');
  const from = blocks
    .filter((other) => other.edges.some((edge) => edge.to === block.number))
    .map((other) => `BB${other.number}`)
    .join(', ');
  const range = `lines=[${oplineNumber(block.start)}-${oplineNumber(block.end - 1)}]`;
  return [
    `BB${block.number}: ; ${range}; ${toBytes(words.from)}: ${from || '-'}; ${toBytes(words.to)}: ${to || toBytes(words.exit)}`,
  ];
}

/** Graphviz: one cluster an op_array, one box a basic block. */
function dotGraph(units: readonly DumpUnit[]): string {
  const quote = (text: string): string => text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\\\n');
  const out = ['digraph op_arrays {', '  node [shape=box fontname="monospace" fontsize=10];'];
  for (const [index, unit] of units.entries()) {
    const { opArray } = unit;
    out.push(`  subgraph cluster_${index} {`, `    label="${quote(unitName(unit))}";`);
    const blocks = basicBlocks(opArray);
    for (const block of blocks) {
      const lines = opArray.opcodes
        .slice(block.start, block.end)
        .map((op, i) => quote(`${oplineNumber(block.start + i)} ${formatOpline(opArray, op)}`));
      out.push(`    n${index}_${block.number} [label="BB${block.number}\\l${lines.join('\\l')}\\l"];`);
    }
    const styles = {
      next: '',
      jump: ' [color=blue]',
      exception: ' [style=dashed color=red]',
      finally: ' [style=dashed]',
    };
    for (const block of blocks) {
      for (const edge of block.edges) {
        out.push(`    n${index}_${block.number} -> n${index}_${edge.to}${styles[edge.kind]};`);
      }
    }
    out.push('  }');
  }
  return `${out.join('\n')}\n}\n`;
}
