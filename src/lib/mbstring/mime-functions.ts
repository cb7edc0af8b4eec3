/**
 * mb_encode_mimeheader() and mb_decode_mimeheader().
 * Source: php-src 8.2 ext/mbstring/libmbfl/mbfl/mbfilter.c (mime_header_encoder, mime_header_decoder)
 */
import { type FunctionDef, fn, p } from '../define.ts';
import { encodingArgument } from './arguments.ts';
import { decodeMimeHeader } from './mime-decoder.ts';
import { encodeMimeHeader } from './mime-encoder.ts';
import { mbState } from './registry.ts';
import { mailStyle } from './settings-functions.ts';
import type { Encoding } from './encoding.ts';

export const mbMimeFunctions: readonly FunctionDef[] = [
  fn({
    name: 'mb_encode_mimeheader',
    doc: 'A text as a header of mail has it.',
    params: [
      p.string('string'),
      p.nullable(p.string('charset'), { default: null }),
      p.nullable(p.string('transfer_encoding'), { default: null }),
      p.string('newline', { default: '\r\n', text: '"\\r\\n"' }),
      p.int('indent', { default: 0 }),
    ],
    returns: ['string'],
    impl: (rt, s, charsetName, transfer, newline, indent) => {
      const state = mbState(rt);
      const mail = mailStyle(state);
      let charset: Encoding | null = state.find(mail.charset) ?? state.utf8;
      let quoted = mail.header !== 'BASE64' && charsetName === null;
      if (charsetName !== null) {
        charset = encodingArgument(rt, charsetName, 2);
        if (charset === null) return null;
        if (charset.mime === null || charset.mime === '') {
          return rt.argumentValueError(2, `"${charsetName}" cannot be used for MIME header encoding`);
        }
      }
      const letter = transfer?.charAt(0).toUpperCase();
      if (letter === 'B') quoted = false;
      else if (letter === 'Q') quoted = true;
      const codes = state.internal.decode(s);
      return encodeMimeHeader(codes, {
        charset,
        quoted,
        newline,
        indent: indent < 0 || indent >= 74 ? 0 : indent,
        write: (text) => state.write(charset as Encoding, text),
      });
    },
  }),
  fn({
    name: 'mb_decode_mimeheader',
    doc: 'The text of a header of mail.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (rt, s) => {
      const state = mbState(rt);
      return state.write(state.internal, decodeMimeHeader(state, s));
    },
  }),
];
