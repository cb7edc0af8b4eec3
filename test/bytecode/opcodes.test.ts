import { describe, expect, it } from 'vitest';
import { OP, OPCODE_ROWS, OPCODES, opcodeName } from '../../src/bytecode/opcodes.ts';

describe('the opcode table', () => {
  it('has one row per opcode, in order', () => {
    expect(OPCODE_ROWS.map((row) => row.name)).toEqual(Object.keys(OP));
    const numbers = OPCODE_ROWS.map((row) => row.number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  it("has Zend 4.2's 202 opcodes: 0 to 202 without 45", () => {
    expect(OPCODE_ROWS).toHaveLength(202);
    expect(OPCODES[45]).toBeUndefined();
    expect(OPCODES[202]?.name).toBe('CALLABLE_CONVERT');
  });

  it('explains every opcode in two languages', () => {
    for (const row of OPCODE_ROWS) {
      expect(row.equation, row.name).not.toBe('');
      expect(row.en, row.name).toMatch(/\.$/);
      expect(row.zh, row.name).toMatch(/[。]$/);
    }
  });

  it('names numbers', () => {
    expect(opcodeName(OP.INIT_FCALL)).toBe('INIT_FCALL');
    expect(opcodeName(45)).toBe('OP_45');
  });

  it('gives jumps a target', () => {
    for (const row of OPCODE_ROWS) {
      if (row.flow !== 'jump' && row.flow !== 'branch') continue;
      const target = row.op1 === 'jump' || row.op2 === 'jump' || row.extended.includes('jump');
      expect(target || row.name === 'FAST_RET', row.name).toBe(true);
    }
  });
});
