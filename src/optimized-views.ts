/** `corovm dump --opt-level` and `--diff`: op_arrays behind the passes of the optimizer. */
import { dumpOpArray } from './bytecode/dump/opcache.ts';
import { formatDump } from './bytecode/dump/dump.ts';
import { filterUnits } from './bytecode/dump/units.ts';
import type { DumpUnit } from './bytecode/dump/op-array-name.ts';
import type { OpArray } from './bytecode/op-array.ts';
import { diffOpArray } from './optimizer/diff.ts';
import { optimizeUnits } from './optimizer/optimize.ts';
import type { DumpStyle } from './source-views.ts';

/** Bits of `opcache.opt_debug_level`. */
const BEFORE_OPTIMIZER = 0x10000;
const AFTER_OPTIMIZER = 0x20000;

export interface OptimizedViewOptions {
  /** Bits of `opcache.opt_debug_level`: 0x10000 before, 0x20000 behind the optimizer, bit n - 1 behind pass n. */
  readonly debugLevel: number;
  /** Bits of `opcache.optimization_level`: bit n - 1 is pass n; undefined: all that there are (1, 3, 5, 9, 10, 11). */
  readonly passes: number | undefined;
  /** Before and after side by side instead. */
  readonly diff: boolean;
  readonly style: DumpStyle;
  /** Columns of the terminal, for `diff`. */
  readonly width: number;
}

/** The text of a compiled file: a byte string. */
export function optimizedView(
  main: OpArray,
  options: OptimizedViewOptions,
  precision: number,
  filter: string | undefined,
): string {
  const { debugLevel, passes } = options;
  const texts = new Map<DumpUnit, string>();
  const all = optimizeUnits(main, passes, precision, (pass, unit) => {
    if ((debugLevel & (1 << (pass - 1))) === 0) return;
    texts.set(unit, `${texts.get(unit) ?? ''}${dumpOpArray(unit, `after pass ${pass}`)}`);
  });
  const wanted = new Set(
    filter === undefined
      ? all.map((one) => one.unit)
      : filterUnits(
          all.map((one) => one.unit),
          filter,
        ),
  );
  const chosen = all.filter((one) => wanted.has(one.unit));
  if (options.diff) return chosen.map((one) => diffOpArray(one, options.width)).join('');
  if (options.style !== 'opcache') {
    const units = chosen.map((one) => ((debugLevel & AFTER_OPTIMIZER) === 0 ? one.before : one.unit));
    return formatDump(units, { style: options.style });
  }
  return chosen
    .map(({ before, unit }) => {
      const first = (debugLevel & BEFORE_OPTIMIZER) === 0 ? '' : dumpOpArray(before);
      const last = (debugLevel & AFTER_OPTIMIZER) === 0 ? '' : dumpOpArray(unit, 'after optimizer');
      return first + (texts.get(unit) ?? '') + last;
    })
    .join('');
}
