/** Going back to something: a line, the last write of a slot, the place where this coroutine was suspended. */
import { CALL_FRAME_SLOT, IS_CV, IS_UNUSED, type OpArray, type Opline } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { PhpArray } from '../../value/php-array.ts';
import { deref, type Zval } from '../../value/zval.ts';
import type { ExecuteData } from '../../vm/execute-data.ts';
import type { VmStackPage } from '../../vm/vm-stack.ts';
import { frameName } from '../../vm/observe.ts';
import type { Replica } from './replica.ts';
import type { Session } from './session.ts';
import { depthOf } from './stops.ts';

/** The position before the line that is now begun; -1 at the first one. */
export function previousLine(session: Session): number {
  return session.lastBefore(
    session.position,
    (replica, past) => replica.frame !== past.frame || replica.opline?.lineno !== past.opline?.lineno,
  );
}

/** Where the machine that runs was suspended last; -1 when it never was. */
export function lastSuspension(session: Session): number {
  const machine = session.moment.state.machine;
  const found = session.switches.findLast(
    (past) => past.position < session.position && past.from === machine && past.why !== 'end',
  );
  return found?.position ?? -1;
}

/** The oplines that change what op1 holds without a new value in its slot. */
const CHANGES_INSIDE: ReadonlySet<number> = new Set([
  OP.ASSIGN_DIM,
  OP.ASSIGN_DIM_OP,
  OP.FETCH_DIM_W,
  OP.FETCH_DIM_RW,
  OP.FETCH_DIM_UNSET,
  OP.UNSET_DIM,
]);

/** A slot that is the same one in every run: its machine, its page from the bottom, its number on the page. */
interface SlotName {
  readonly machine: string;
  readonly page: number;
  readonly slot: number;
  /** The frame it belongs to, and its depth: another frame's use of the slot is no write to this variable. */
  readonly frame: string;
  readonly depth: number;
}

function pageOrdinal(page: VmStackPage): number {
  let n = 0;
  for (let p: VmStackPage | null = page; p !== null; p = p.prev) n++;
  return n;
}

/** The slot of a variable (`x` or `$x`) or of a temporary (`T3`, `V3`) of the current frame; null when there is none. */
export function slotNamed(replica: Replica, word: string): SlotName | null {
  const { frame, vm } = replica;
  if (frame === null) return null;
  const func = frame.func as OpArray;
  const temporary = /^[TV](\d+)$/.exec(word);
  const index = temporary === null ? func.vars.indexOf(word.replace(/^\$/, '')) : Number(temporary[1]);
  if (index < 0 || index >= func.vars.length + func.T) return null;
  return {
    machine: vm.machine.name,
    page: pageOrdinal(frame.page),
    slot: frame.base + CALL_FRAME_SLOT + index,
    frame: frameName(frame),
    depth: depthOf(frame),
  };
}

/** The opline that wrote to a slot last, as the position before it runs; -1 when nothing has. */
export function lastWrite(session: Session, name: SlotName): number {
  let owner: ExecuteData | null = null;
  let value: Zval;
  let inside = false;
  const found = session.lastBefore(session.position + 1, (replica) => {
    const { frame, vm } = replica;
    if (frame === null || vm.machine.name !== name.machine) return false;
    if (frame !== owner) {
      const isOwner =
        frame.base + CALL_FRAME_SLOT <= name.slot &&
        frameName(frame) === name.frame &&
        pageOrdinal(frame.page) === name.page &&
        depthOf(frame) === name.depth;
      if (!isOwner) return false;
      if (owner === null || frame.slots !== owner.slots) value = undefined;
      owner = frame;
    }
    const now = deref(frame.slots[name.slot]);
    const changed = now !== value || inside;
    value = now;
    inside = now instanceof PhpArray && changesInside(replica.opline, name.slot - frame.base);
    return changed;
  });
  return found <= 0 ? -1 : found - 1;
}

function changesInside(op: Opline | null, slot: number): boolean {
  return (
    op !== null && op.op1Type !== IS_UNUSED && op.op1Type === IS_CV && op.op1 === slot && CHANGES_INSIDE.has(op.opcode)
  );
}
