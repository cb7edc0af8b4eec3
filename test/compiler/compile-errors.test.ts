import { expect, test } from 'vitest';
import { compileCases, compileMessages } from '../support/compile-fixtures.ts';

test.each(compileCases().map((one) => [one.source, one.messages] as const))('%s', (source, messages) => {
  expect(compileMessages(`${source}\n`)).toEqual(messages);
});
