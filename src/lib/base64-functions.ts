/**
 * Base64.
 * Source: php-src ext/standard/base64.c
 */
import { decodeBase64, encodeBase64 } from './base64.ts';
import { type FunctionDef, fn, p } from './define.ts';

export const base64Functions: readonly FunctionDef[] = [
  fn({
    name: 'base64_encode',
    doc: 'Bytes in base64.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => encodeBase64(s),
  }),
  fn({
    name: 'base64_decode',
    doc: 'The bytes that base64 stands for.',
    params: [p.string('string'), p.bool('strict', { default: false })],
    returns: ['string', 'false'],
    impl: (_rt, s, strict) => decodeBase64(s, strict) ?? false,
  }),
];
