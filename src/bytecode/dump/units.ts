/**
 * Which op_arrays a script has, in the order opcache dumps them.
 * Source: php-src 8.2 Zend/Optimizer/zend_optimizer.c (zend_foreach_op_array)
 */
import type { OpArray } from '../op-array.ts';
import { ACC_ABSTRACT } from '../type-flags.ts';
import { type DumpUnit, unitName } from './op-array-name.ts';

function addUnit(out: DumpUnit[], opArray: OpArray, className: string | null): void {
  out.push({ opArray, className });
  // Closures and conditional functions follow the op_array that declares them; they get their class only at run time.
  for (const inner of opArray.dynamicFuncDefs) {
    addUnit(out, inner, null);
  }
}

/**
 * The file's main op_array with its closures, then its functions, then the methods of all its classes in the order the
 * compiler registered them. Abstract methods have no oplines and are left out.
 */
export function dumpUnits(main: OpArray): DumpUnit[] {
  const out: DumpUnit[] = [];
  addUnit(out, main, null);
  for (const fn of main.script?.functions.values() ?? []) addUnit(out, fn, null);
  for (const cls of main.script?.allClasses ?? []) {
    for (const method of cls.methods.values()) {
      if ((method.fnFlags & ACC_ABSTRACT) === 0) addUnit(out, method, cls.name);
    }
  }
  return out;
}

/** The units whose name contains `filter`, without regard to case: `fib`, `C::m`, `C::` (all methods of C), `main`. */
export function filterUnits(units: readonly DumpUnit[], filter: string): DumpUnit[] {
  const wanted = filter.toLowerCase();
  return units.filter((unit) => unitName(unit).toLowerCase().includes(wanted));
}
