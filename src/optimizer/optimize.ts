/**
 * opcache's optimizer, as far as its passes look at one function: 1 (constants), 3 (jumps), 5 (blocks), 9 (temporaries),
 * 10 (NOPs), 11 (literals). The result is for reading, next to what the compiler made; it is not run.
 * Source: php-src 8.2 Zend/Optimizer/zend_optimizer.c (zend_optimize_script)
 */
import type { ClassDecl } from '../bytecode/class-decl.ts';
import type { DumpUnit } from '../bytecode/dump/op-array-name.ts';
import { dumpUnits } from '../bytecode/dump/units.ts';
import { OpArray } from '../bytecode/op-array.ts';
import {
  type OptimizedUnit,
  type OptimizerContext,
  PASS_1,
  PASS_10,
  PASS_11,
  PASS_3,
  PASS_5,
  PASS_9,
  SUPPORTED_PASSES,
  silentValues,
} from './context.ts';
import { cloneOpline } from './edit.ts';
import { HistoryKeeper, type OplineHistory } from './history.ts';
import { pass1 } from './pass1.ts';
import { pass10 } from './pass10.ts';
import { pass11 } from './pass11.ts';
import { pass3 } from './pass3.ts';
import { pass5 } from './pass5.ts';
import { pass9 } from './pass9.ts';

/** A copy whose oplines, literals and tables the passes may change. */
function copyForPasses(from: OpArray): OpArray {
  const copy = new OpArray(from.fileName, from);
  copy.opcodes = from.opcodes.map(cloneOpline);
  copy.literals = [...from.literals];
  copy.tryCatch = from.tryCatch.map((t) => ({ ...t }));
  copy.liveRanges = [];
  return copy;
}

/** Is told after each pass; the op_array changes further. */
export type AfterPass = (pass: number, unit: DumpUnit) => void;

/** An op_array on both sides of the optimizer. */
export interface OptimizedOpArray {
  readonly before: DumpUnit;
  readonly unit: DumpUnit;
  /** By number of the opline before. */
  readonly history: readonly OplineHistory[];
}

function runPasses(ctx: OptimizerContext, unit: OptimizedUnit, level: number, after: (pass: number) => void): void {
  const { opArray } = unit;
  const passes: readonly [number, number, () => void][] = [
    [1, PASS_1, () => pass1(ctx, unit)],
    [3, PASS_3, () => pass3(opArray)],
    [5, PASS_5, () => pass5(ctx, opArray)],
    [9, PASS_9, () => pass9(opArray)],
    // where pass 5 has run there are no NOPs
    [10, (level & PASS_5) === 0 ? PASS_10 : 0, () => pass10(opArray)],
    [11, PASS_11, () => pass11(opArray)],
  ];
  for (const [num, bit, run] of passes) {
    if ((level & bit) === 0) continue;
    run();
    after(num);
  }
}

/**
 * One op_array after the passes of `level`. The op_array itself stays as it is; live ranges are not kept.
 * @param level bits as in `opcache.optimization_level`; those of other passes do nothing
 */
function optimizeUnit(
  ctx: OptimizerContext,
  before: DumpUnit,
  scope: ClassDecl | null,
  level: number,
  after: AfterPass | undefined,
): OptimizedOpArray {
  const opArray = copyForPasses(before.opArray);
  const unit: DumpUnit = { opArray, className: before.className };
  const keeper = new HistoryKeeper(opArray);
  runPasses(ctx, { opArray, scope }, level, (pass) => {
    keeper.note(pass);
    after?.(pass, unit);
  });
  return { before, unit, history: keeper.oplines };
}

/**
 * The op_arrays of a file after the optimizer, in the order of dumpUnits().
 * @param passes bits as in `opcache.optimization_level`; undefined: all that there are
 * @param precision the ini setting, for floats that become part of a string
 */
export function optimizeUnits(
  main: OpArray,
  passes: number | undefined,
  precision: number,
  after?: AfterPass,
): OptimizedOpArray[] {
  const level = passes ?? SUPPORTED_PASSES;
  const classes = new Map<string, ClassDecl>();
  for (const decl of main.script?.classes ?? []) classes.set(decl.lcName, decl);
  const ctx: OptimizerContext = { classes, values: silentValues(precision) };
  const scopes = methodScopes(main);
  return dumpUnits(main).map((unit) => optimizeUnit(ctx, unit, scopes.get(unit.opArray) ?? null, level, after));
}

function methodScopes(main: OpArray): Map<OpArray, ClassDecl> {
  const scopes = new Map<OpArray, ClassDecl>();
  for (const decl of main.script?.allClasses ?? []) {
    for (const method of decl.methods.values()) scopes.set(method, decl);
  }
  return scopes;
}
