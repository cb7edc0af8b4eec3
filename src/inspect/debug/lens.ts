/** The lens on a switch: exactly the fields that it saves and restores, as they are at that moment. */
import { oplineNumber } from '../../bytecode/dump/format.ts';
import { CALL_FRAME_SLOT } from '../../bytecode/op-array.ts';
import type { ExecuteData } from '../../vm/execute-data.ts';
import type { SavedMachine } from '../../vm/machine.ts';
import { frameName } from '../../vm/observe.ts';
import { SLOT_BYTES } from '../../vm/vm-stack.ts';
import { pageNumber, placeText, slotLabel, userFrames } from './places.ts';

/** One row of the lens: a field before and after. */
export interface LensRow {
  readonly field: string;
  readonly saved: string;
  readonly loaded: string;
}

/** The lens on a switch: exactly the fields that are saved and restored. */
export function lensRows(left: SavedMachine, entered: SavedMachine): LensRow[] {
  const row = (field: string, show: (m: SavedMachine) => string): LensRow => ({
    field,
    saved: left.machine.ended ? '(freed)' : show(left),
    loaded: show(entered),
  });
  const inner = (m: SavedMachine): ExecuteData | undefined => userFrames(m.executeData, 1)[0];
  return [
    row('execute_data', (m) => {
      const ex = inner(m);
      return ex === undefined ? '(bottom frame)' : `${frameName(ex)} ${placeText(ex, m.vmStack)}`;
    }),
    row('vm_stack', (m) => `page ${pageNumber(m.vmStack)} of ${m.machine.name}`),
    row('vm_stack_top', (m) => `+${m.vmStackTop * SLOT_BYTES}`),
    row('vm_stack_end', (m) => `+${(m.vmStack?.size ?? 0) * SLOT_BYTES}`),
    row('opline', (m) => {
      const ex = inner(m);
      return ex === undefined ? '-' : oplineNumber(ex.opline);
    }),
    row('goes on at', (m) => {
      const ex = inner(m);
      return ex === undefined
        ? m.machine.kind === 'main'
          ? 'the event loop'
          : 'its beginning'
        : `${oplineNumber(ex.opline + 1)} (opline + 1)`;
    }),
    row('return slot', (m) => {
      const ex = inner(m);
      const op = ex?.opcodes[ex.opline];
      return ex === undefined || op === undefined || op.resultType === 0
        ? 'none'
        : `${slotLabel(ex, op.result - CALL_FRAME_SLOT)} of ${frameName(ex)}`;
    }),
  ];
}
