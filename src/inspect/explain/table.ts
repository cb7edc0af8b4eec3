/** The explanations of all opcodes. */
import type { OpName } from '../../bytecode/opcodes.ts';
import { CALL_EXPLANATIONS } from './calls.ts';
import { FLOW_EXPLANATIONS } from './flow.ts';
import { OBJECT_EXPLANATIONS } from './objects.ts';
import type { Explanation } from './row.ts';
import { VALUE_EXPLANATIONS } from './values.ts';

/** Opcode by name -> what it does and why the compiler chose it; a test holds that every opcode has one. */
export const EXPLANATIONS: Readonly<Partial<Record<OpName, Explanation>>> = {
  ...VALUE_EXPLANATIONS,
  ...CALL_EXPLANATIONS,
  ...FLOW_EXPLANATIONS,
  ...OBJECT_EXPLANATIONS,
};
