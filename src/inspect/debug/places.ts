/** Names of places: frames, pages and slots as the debugger calls them. */
import type { ExecuteData } from '../../vm/execute-data.ts';
import { SLOT_BYTES, type VmStackPage } from '../../vm/vm-stack.ts';

/** Frames of a machine from the innermost one, user frames only, at most `most`. */
export function userFrames(innermost: ExecuteData | null, most = 1000): ExecuteData[] {
  const out: ExecuteData[] = [];
  for (let ex = innermost; ex !== null && out.length < most; ex = ex.prev) if (ex.func.type === 2) out.push(ex);
  return out;
}

/** Pages of a machine from the bottom one. */
export function pageNumber(page: VmStackPage | null): number {
  let n = 0;
  for (let p = page; p !== null; p = p.prev) n++;
  return n;
}

/** `1 +32` */
export function placeText(ex: ExecuteData, top: VmStackPage | null): string {
  for (let page = top; page !== null; page = page.prev) {
    if (page === ex.page) return `${pageNumber(page)} +${ex.base * SLOT_BYTES}`;
  }
  return '';
}

/** `CV0($n)`, `T2` (a TMP or VAR, as dumps name it), `extra 1`, `arg 1`. */
export function slotLabel(ex: ExecuteData, i: number): string {
  if (ex.func.type !== 2) return `arg ${i + 1}`;
  const vars = ex.func.vars.length;
  if (i < vars) return `CV${i}($${ex.func.vars[i]})`;
  return i < vars + ex.func.T ? `T${i}` : `extra ${i - vars - ex.func.T + 1}`;
}
