/**
 * The error list of libxml. There is no XML parser here that could add to it, but libraries ask for it around code that
 * may use one (PHPUnit, Symfony).
 * Source: php-src ext/libxml/libxml.c
 */
import { PhpArray } from '../value/php-array.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';

interface LibxmlState {
  internal: boolean;
}

function stateOf(rt: Executor): LibxmlState {
  return rt.moduleState('libxml', () => ({ internal: false }));
}

export const libxmlFunctions: readonly FunctionDef[] = [
  fn({
    name: 'libxml_use_internal_errors',
    doc: 'Whether errors of libxml are collected instead of raised; the former setting.',
    params: [p.nullable(p.bool('use_errors'), { default: null })],
    returns: ['bool'],
    impl: (rt, use) => {
      const state = stateOf(rt);
      const before = state.internal;
      if (use !== null) state.internal = use;
      return before;
    },
  }),
  fn({
    name: 'libxml_get_errors',
    doc: 'The errors that were collected.',
    params: [],
    returns: ['array'],
    impl: () => PhpArray.empty(),
  }),
  fn({
    name: 'libxml_get_last_error',
    doc: 'The last error, false when there is none.',
    params: [],
    returns: ['LibXMLError', 'false'],
    impl: () => false,
  }),
  fn({
    name: 'libxml_clear_errors',
    doc: 'Forgets the errors that were collected.',
    params: [],
    returns: ['void'],
    impl: () => null,
  }),
];
