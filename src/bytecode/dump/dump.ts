/**
 * `corovm dump`: chooses the op_arrays and the style.
 */
import { colourDump, type Paint } from './colour.ts';
import { dumpJson } from './json.ts';
import type { DumpUnit } from './op-array-name.ts';
import { dumpOpcache } from './opcache.ts';
import { dumpPhp71 } from './php71.ts';
import { filterUnits } from './units.ts';
import { dumpVld } from './vld.ts';

/** Styles a dump can have. */
export const DUMP_STYLES = ['opcache', 'php71', 'vld', 'json'] as const;
export type DumpStyle = (typeof DUMP_STYLES)[number];

export interface DumpOptions {
  style?: DumpStyle;
  /** Only op_arrays of that name (see `filterUnits`). */
  filter?: string;
  /** Absent: plain bytes. */
  paint?: Paint;
}

/** The dump of the units as a byte string (one char per byte). */
export function formatDump(units: readonly DumpUnit[], options: DumpOptions = {}): string {
  const chosen = options.filter === undefined ? units : filterUnits(units, options.filter);
  const painted = (text: string): string => (options.paint === undefined ? text : colourDump(text, options.paint));
  switch (options.style ?? 'opcache') {
    case 'opcache':
      return painted(dumpOpcache(chosen));
    case 'php71':
      return painted(dumpPhp71(chosen));
    case 'vld':
      return dumpVld(chosen);
    case 'json':
      return dumpJson(chosen);
  }
}
