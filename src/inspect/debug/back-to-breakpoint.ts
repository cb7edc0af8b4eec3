/** Going back to where a breakpoint stopped the program, or would have. */
import { compileExpression, evaluate, mayRunInPlace } from './evaluate.ts';
import type { Replica } from './replica.ts';
import type { Session } from './session.ts';
import { type Breakpoint, hits } from './stops.ts';

export interface PassedBreakpoint {
  readonly position: number;
  readonly point: Breakpoint;
}

/**
 * The last position before this one at which one of `points` holds. `refused`: a condition that cannot be looked at
 * without changing the program.
 * @param disturbing expressions that are known to run user code
 */
export function lastBreakpoint(
  session: Session,
  points: readonly Breakpoint[],
  disturbing: Set<string>,
): { readonly found: PassedBreakpoint | null; readonly refused: string | null } {
  let refused: string | null = null;
  let found: PassedBreakpoint | null = null;
  const holds = (replica: Replica, condition: string): boolean => {
    if (condition === '' || replica.frame === null || refused !== null) return condition === '';
    const code = compileExpression(replica, replica.frame, condition);
    if (typeof code === 'string') return false;
    if (disturbing.has(condition) || !mayRunInPlace(code)) {
      refused = condition;
      return false;
    }
    const value = evaluate(replica, replica.frame, code);
    if (value.disturbed) {
      disturbing.add(condition);
      refused = condition;
    }
    return value.ok && value.truth;
  };
  session.lastBefore(session.position, (replica, { frame, opline }) => {
    if (replica.at === 0) return false;
    const before = { frame, line: opline?.lineno ?? 0 };
    const point = points.find((one) => hits(one, replica, before) && holds(replica, one.condition));
    if (point !== undefined) found = { position: replica.at, point };
    return point !== undefined;
  });
  return { found: refused === null ? found : null, refused };
}
