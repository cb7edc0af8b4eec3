/** The shape of the explanations: what an opline does with its operands, and why the compiler chose its opcode. */

export type Lang = 'en' | 'zh';

/** The same sentence in English and in Chinese. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/**
 * One opcode explained. In `does`, `{1}`, `{2}`, `{r}` are the operands and the result as the dump shows them, `{j1}`,
 * `{j2}`, `{jx}` jump targets, `{n1}`, `{n2}`, `{nx}` bare numbers, `{d}` the operand of the OP_DATA behind, `{op}` the
 * operator of a compound assignment, `{fn}` the function that is called, `{type}` the type of a cast or check, `{what}`
 * what the bits of extended_value choose. `<r|...>` is left out when there is no result, `<1|` and `<2|` likewise.
 */
export interface Explanation {
  readonly does: Text;
  readonly why: Text;
}

/** A row: English and Chinese of what it does, then the compile rule. */
export function row(en: string, zh: string, why: Text): Explanation {
  return { does: { en, zh }, why };
}

/** A compile rule in both languages. */
export function rule(en: string, zh: string): Text {
  return { en, zh };
}
