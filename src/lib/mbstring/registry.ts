/**
 * The encodings by name, and mbstring's settings. One of each an engine.
 * Source: php-src 8.2 ext/mbstring/libmbfl/mbfl/mbfl_encoding.c (mbfl_name2encoding), ext/mbstring/mbstring.c
 */
import type { Executor } from '../../vm/executor.ts';
import { createGb, createKorean, createSimplifiedChinese, createTraditionalChinese } from './chinese-korean.ts';
import { type Encoding, encodeCodes, type Substitute } from './encoding.ts';
import { createJapanese, createWindowsJapanese } from './japanese.ts';
import { createJis, createUtf7 } from './shift-encodings.ts';
import { createAscii, createBitEncodings, createLatinEncodings, createOtherSingleByte } from './single-byte.ts';
import { createTransferEncodings } from './transfer-encodings.ts';
import { createUtf8, createWideEncodings } from './unicode-encodings.ts';
import { asciiLower } from '../string-util.ts';

/** All encodings, in PHP's order. */
function createEncodings(): Encoding[] {
  const japanese = createJapanese();
  return [
    ...createTransferEncodings(),
    ...createBitEncodings(),
    ...createWideEncodings(),
    createUtf8(),
    ...createUtf7(),
    createAscii(),
    ...japanese,
    ...createWindowsJapanese(),
    ...createJis(japanese[0] as Encoding),
    createGb(),
    ...createLatinEncodings(),
    ...createSimplifiedChinese(),
    ...createTraditionalChinese(),
    ...createKorean(),
    ...createOtherSingleByte(),
  ];
}

const NOTHING = (): void => undefined;

/** mbstring's state in one engine. */
export class MbState {
  readonly encodings: readonly Encoding[] = createEncodings();
  private readonly byName: ReadonlyMap<string, Encoding>;
  readonly utf8: Encoding;
  /** Set by mb_internal_encoding(). */
  internal: Encoding;
  httpOutput: Encoding;
  language = 'neutral';
  detectOrder: readonly Encoding[];
  substitute: Substitute = { mode: 'char', char: 63 };
  illegalChars = 0;
  /** The encoding that was named last: naming it again raises no deprecation again. */
  lastNamed = '';

  constructor(charset: string) {
    const names = new Map<string, Encoding>();
    const add = (name: string | null, e: Encoding): void => {
      const key = name === null ? '' : asciiLower(name);
      if (!names.has(key)) names.set(key, e);
    };
    for (const e of this.encodings) add(e.name, e);
    for (const e of this.encodings) add(e.mime, e);
    for (const e of this.encodings) for (const alias of e.aliases) add(alias, e);
    names.delete('');
    this.byName = names;
    this.utf8 = names.get('utf-8') as Encoding;
    this.internal = names.get(asciiLower(charset)) ?? this.utf8;
    this.httpOutput = this.internal;
    this.detectOrder = [names.get('ascii') as Encoding, this.utf8];
  }

  /** The encoding of a name, MIME name or alias, in any case; null when there is none. */
  find(name: string): Encoding | null {
    return this.byName.get(asciiLower(name)) ?? null;
  }

  /** Code points as bytes, with what cannot be written replaced. */
  write(to: Encoding, codes: readonly number[]): string {
    return encodeCodes(to, codes, this.substitute, NOTHING);
  }

  /** The same; what was replaced is counted for mb_get_info(). */
  writeCounting(to: Encoding, codes: readonly number[]): string {
    return encodeCodes(to, codes, this.substitute, () => {
      this.illegalChars++;
    });
  }
}

/** This engine's mbstring. */
export function mbState(rt: Executor): MbState {
  return rt.moduleState('mbstring', () => new MbState(rt.ini.get('default_charset') ?? 'UTF-8'));
}
