/** `corovm dump --explain`, `--source`, `--cfg`, `--dot`: compiles with the origins of oplines kept, and views the result. */
import { formatOpline } from './bytecode/dump/opcache.ts';
import { dumpUnits, filterUnits } from './bytecode/dump/units.ts';
import type { OpArray, Opline } from './bytecode/op-array.ts';
import type { AstKind, AstNode } from './compiler/ast.ts';
import { astExport } from './compiler/ast-export/export.ts';
import type { Origins } from './compiler/emit/track-origins.ts';
import { Annotations } from './inspect/annotate.ts';
import type { Lang } from './inspect/explain/row.ts';
import { OplineExplainer } from './inspect/explain/sentence.ts';
import { type ViewOptions, viewUnits } from './inspect/dump-views.ts';
import type { Executor } from './vm/executor.ts';

/** What happened at an opline when the program was run. */
export type Notes = (opArray: OpArray, num: number) => readonly string[];

/** Nodes that stand for many lines: the line that they begin with says more than their text. */
const WHOLE_LINES: ReadonlySet<AstKind> = new Set<AstKind>([
  'stmt_list',
  'func_decl',
  'method',
  'closure',
  'class',
  'if',
  'while',
  'do_while',
  'for',
  'foreach',
  'switch',
  'switch_list',
  'match',
  'match_arm_list',
  'try',
  'declare',
  'namespace',
  'zval',
]);

const LONGEST = 72;

/**
 * The view of a compiled file as a byte string.
 * @param main the file's op_array
 * @param origins which AST node each opline came from
 * @param notes what happened at an opline when the program ran, null when it did not run
 */
export function explainedView(
  main: OpArray,
  source: string,
  origins: Origins,
  options: ViewOptions,
  filter: string | undefined,
  notes: Notes | null,
): string {
  const lines = source.split(/\r?\n/);
  const units = dumpUnits(main);
  const chosen = filter === undefined ? units : filterUnits(units, filter);
  return viewUnits(chosen, { lines, fragment: (op) => fragmentOf(op, origins.get(op), lines), notes }, options);
}

function fragmentOf(op: Opline, node: AstNode | undefined, lines: readonly string[]): string {
  if (node === undefined) return '';
  const whole = WHOLE_LINES.has(node.kind);
  const text = whole ? (lines[op.lineno - 1] ?? '') : exported(node);
  const line = (text.trim() === '' ? (lines[op.lineno - 1] ?? '') : text).trim().replace(/\s*\n\s*/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 3)}...` : line;
}

/** The node as PHP text; '' for what only the compiler makes. */
function exported(node: AstNode): string {
  return contains(node, 'znode') ? '' : astExport('', node, '');
}

function contains(node: AstNode, kind: AstKind): boolean {
  return node.kind === kind || node.children.some((child) => child !== null && contains(child, kind));
}

/** An opline as the dump shows it, and what it does. */
export interface ExplainedOpline {
  readonly text: string;
  readonly does: string;
}

/** The oplines of the first op_array that `filter` finds. */
export function explainedOplines(main: OpArray, filter: string, lang: 'en' | 'zh'): ExplainedOpline[] {
  const opArray = filterUnits(dumpUnits(main), filter)[0]?.opArray;
  if (opArray === undefined) return [];
  const explainer = new OplineExplainer(opArray, lang);
  return opArray.opcodes.map((op, num) => ({ text: formatOpline(opArray, op), does: explainer.does(num) }));
}

/** Writes down what happens in an engine from now on; the result tells it. */
export function startAnnotations(vm: Executor, lang: Lang): Notes {
  const annotations = new Annotations(vm.host.nowMicros());
  vm.observer = annotations;
  return (opArray, num) => annotations.linesOf(opArray, num, lang);
}
