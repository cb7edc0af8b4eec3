/**
 * md5(), sha1(), crc32() and the digests of files.
 * Source: php-src ext/standard/md5.c, sha1.c, crc32.c
 */
import type { NativeCode } from '../../object/native-code.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { readWhole } from '../file-functions.ts';
import { crc32 } from './checksums.ts';
import { shownDigest } from './engine.ts';
import type { HashState } from './hash-state.ts';
import { Md5, Sha1 } from './md-family.ts';

function digest(state: HashState, data: string): string {
  state.update(data);
  return state.digest();
}

function* fileDigest(rt: Executor, path: string, binary: boolean, state: HashState): NativeCode {
  const bytes = yield* readWhole(rt, path, false);
  return typeof bytes === 'string' ? shownDigest(digest(state, bytes), binary) : bytes;
}

export const digestFunctions: readonly FunctionDef[] = [
  fn({
    name: 'md5',
    doc: 'The MD5 digest.',
    params: [p.string('string'), p.bool('binary', { default: false })],
    returns: ['string'],
    impl: (_rt, s, binary) => shownDigest(digest(new Md5(), s), binary),
  }),
  fn({
    name: 'md5_file',
    doc: 'The MD5 digest of a file.',
    params: [p.string('filename'), p.bool('binary', { default: false })],
    returns: ['string', 'false'],
    impl: (rt, path, binary) => fileDigest(rt, path, binary, new Md5()),
  }),
  fn({
    name: 'sha1_file',
    doc: 'The SHA-1 digest of a file.',
    params: [p.string('filename'), p.bool('binary', { default: false })],
    returns: ['string', 'false'],
    impl: (rt, path, binary) => fileDigest(rt, path, binary, new Sha1()),
  }),
  fn({
    name: 'sha1',
    doc: 'The SHA-1 digest.',
    params: [p.string('string'), p.bool('binary', { default: false })],
    returns: ['string'],
    impl: (_rt, s, binary) => shownDigest(digest(new Sha1(), s), binary),
  }),
  fn({
    name: 'crc32',
    doc: 'The CRC-32 checksum.',
    params: [p.string('string')],
    returns: ['int'],
    impl: (_rt, s) => crc32(s),
  }),
];
