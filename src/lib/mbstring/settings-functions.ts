/**
 * mbstring's settings: encodings, language, substitute character, and what is known of encodings.
 * Source: php-src 8.2 ext/mbstring/mbstring.c, libmbfl/nls
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { asciiLower, docref, stringList } from '../string-util.ts';
import { languageOrder } from './arguments.ts';
import { convertBytes } from './convert.ts';
import { type MbState, mbState } from './registry.ts';

interface Language {
  readonly name: string;
  readonly short: string;
  readonly charset: string;
  readonly header: string;
  readonly body: string;
}

const LANGUAGES: readonly Language[] = (
  [
    ['neutral', 'neutral', 'UTF-8', 'BASE64', 'BASE64'],
    ['uni', 'uni', 'UTF-8', 'BASE64', 'BASE64'],
    ['Japanese', 'ja', 'ISO-2022-JP', 'BASE64', '7bit'],
    ['Korean', 'ko', 'ISO-2022-KR', 'BASE64', '7bit'],
    ['English', 'en', 'ISO-8859-1', 'Quoted-Printable', '8bit'],
    ['German', 'de', 'ISO-8859-15', 'Quoted-Printable', '8bit'],
    ['Simplified Chinese', 'zh-cn', 'HZ', 'BASE64', '7bit'],
    ['Traditional Chinese', 'zh-tw', 'BIG-5', 'BASE64', '8bit'],
    ['Russian', 'ru', 'KOI8-R', 'Quoted-Printable', '8bit'],
    ['Ukrainian', 'ua', 'KOI8-U', 'Quoted-Printable', '8bit'],
    ['Armenian', 'hy', 'ArmSCII-8', 'Quoted-Printable', '8bit'],
    ['Turkish', 'tr', 'ISO-8859-9', 'Quoted-Printable', '8bit'],
  ] as const
).map(([name, short, charset, header, body]) => ({ name, short, charset, header, body }));

function findLanguage(name: string): Language | undefined {
  const wanted = asciiLower(name);
  const universal = wanted === 'universal' ? 'uni' : wanted;
  return LANGUAGES.find((l) => asciiLower(l.name) === universal) ?? LANGUAGES.find((l) => l.short === universal);
}

/** How the language's mail is written: charset and transfer encoding. */
export function mailStyle(state: MbState): Language {
  return findLanguage(state.language) as Language;
}

function substituteShown(state: MbState): Zval {
  return state.substitute.mode === 'char' ? state.substitute.char : state.substitute.mode;
}

function setSubstitute(rt: Executor, wanted: string | number): Zval {
  const state = mbState(rt);
  if (typeof wanted === 'string') {
    const mode = asciiLower(wanted);
    if (mode === 'none' || mode === 'long' || mode === 'entity') {
      state.substitute = { mode, char: state.substitute.char };
      return true;
    }
    return rt.argumentValueError(1, 'must be "none", "long", "entity" or a valid codepoint');
  }
  if (wanted < 0 || wanted > 0x10ffff || (wanted >= 0xd800 && wanted <= 0xdfff)) {
    return rt.argumentValueError(1, 'is not a valid codepoint');
  }
  state.substitute = { mode: 'char', char: wanted };
  return true;
}

type Info = readonly (readonly [string, (rt: Executor) => Zval])[];

const INFO: Info = [
  ['internal_encoding', (rt) => mbState(rt).internal.name],
  ['http_input', () => null],
  ['http_output', (rt) => mbState(rt).httpOutput.name],
  ['http_output_conv_mimetypes', (rt) => rt.ini.get('mbstring.http_output_conv_mimetypes') ?? null],
  ['mail_charset', (rt) => mailStyle(mbState(rt)).charset],
  ['mail_header_encoding', (rt) => mailStyle(mbState(rt)).header],
  ['mail_body_encoding', (rt) => mailStyle(mbState(rt)).body],
  ['illegal_chars', (rt) => mbState(rt).illegalChars],
  ['encoding_translation', () => 'Off'],
  ['language', (rt) => mbState(rt).language],
  ['detect_order', (rt) => stringList(mbState(rt).detectOrder.map((e) => e.name))],
  ['substitute_character', (rt) => substituteShown(mbState(rt))],
  ['strict_detection', (rt) => (rt.ini.flag('mbstring.strict_detection') ? 'On' : 'Off')],
];

function info(rt: Executor, type: string): Zval {
  const wanted = asciiLower(type);
  if (wanted === 'all') {
    const all = INFO.map(([key, get]): [string, Zval] => [key, get(rt)]);
    return PhpArray.fromEntries(all.filter(([, value]) => value !== null));
  }
  const found = INFO.find(([key]) => key === wanted);
  return found === undefined ? false : found[1](rt);
}

/** mb_internal_encoding() and mb_http_output(). */
function encodingSetting(name: string, doc: string, key: 'internal' | 'httpOutput'): FunctionDef {
  return fn({
    name,
    doc,
    params: [p.nullable(p.string('encoding'), { default: null })],
    returns: ['string', 'bool'],
    impl: (rt, wanted): Zval => {
      const state = mbState(rt);
      if (wanted === null) return state[key].name;
      const found = state.find(wanted);
      if (found === null) return rt.argumentValueError(1, `must be a valid encoding, "${wanted}" given`);
      state[key] = found;
      return true;
    },
  });
}

function httpInput(rt: Executor, type: string | null): Zval {
  switch (type?.charAt(0).toUpperCase()) {
    case undefined:
    case 'G':
    case 'P':
    case 'C':
    case 'S':
      return false;
    case 'I':
      return stringList(['UTF-8']);
    case 'L':
      return 'UTF-8';
    default:
      return rt.argumentValueError(1, 'must be one of "G", "P", "C", "S", "I", or "L"');
  }
}

const knowledge: readonly FunctionDef[] = [
  fn({
    name: 'mb_list_encodings',
    doc: 'The names of all encodings.',
    params: [],
    returns: ['array'],
    impl: (rt) => stringList(mbState(rt).encodings.map((e) => e.name)),
  }),
  fn({
    name: 'mb_encoding_aliases',
    doc: 'The other names of an encoding.',
    params: [p.string('encoding')],
    returns: ['array'],
    impl: (rt, name) => {
      const found = mbState(rt).find(name);
      if (found === null) return rt.argumentValueError(1, `must be a valid encoding, "${name}" given`);
      return stringList(found.aliases);
    },
  }),
  fn({
    name: 'mb_preferred_mime_name',
    doc: 'The MIME name of an encoding.',
    params: [p.string('encoding')],
    returns: ['string', 'false'],
    impl: (rt, name) => {
      const found = mbState(rt).find(name);
      if (found === null) return rt.argumentValueError(1, `must be a valid encoding, "${name}" given`);
      if (found.mime !== null) return found.mime;
      docref(rt, E_WARNING, `No MIME preferred name corresponding to "${name}"`);
      return false;
    },
  }),
  fn({
    name: 'mb_get_info',
    doc: 'The settings of mbstring, all or one.',
    params: [p.string('type', { default: 'all' })],
    returns: ['array', 'string', 'int', 'false', 'null'],
    impl: info,
  }),
];

export const mbSettingsFunctions: readonly FunctionDef[] = [
  encodingSetting('mb_internal_encoding', 'The encoding of texts where none is named.', 'internal'),
  encodingSetting('mb_http_output', 'The encoding that mb_output_handler() writes.', 'httpOutput'),
  fn({
    name: 'mb_http_input',
    doc: 'The encoding that input came in; false when none was detected.',
    params: [p.nullable(p.string('type'), { default: null })],
    returns: ['array', 'string', 'false'],
    impl: httpInput,
  }),
  fn({
    name: 'mb_language',
    doc: 'The language of mail and of the order of detection.',
    params: [p.nullable(p.string('language'), { default: null })],
    returns: ['string', 'bool'],
    impl: (rt, wanted): Zval => {
      const state = mbState(rt);
      if (wanted === null) return state.language;
      const found = findLanguage(wanted);
      if (found === undefined) return rt.argumentValueError(1, `must be a valid language, "${wanted}" given`);
      state.language = found.name;
      state.detectOrder = languageOrder(rt);
      return true;
    },
  }),
  fn({
    name: 'mb_substitute_character',
    doc: 'What stands for characters that cannot be written.',
    params: [p.union('substitute_character', ['string', 'int', 'null'], { default: null })],
    returns: ['string', 'int', 'bool'],
    impl: (rt, wanted) => (wanted === null ? substituteShown(mbState(rt)) : setSubstitute(rt, wanted)),
  }),
  fn({
    name: 'mb_output_handler',
    doc: 'Output in the encoding of mb_http_output().',
    params: [p.string('string'), p.int('status')],
    returns: ['string'],
    impl: (rt, s) => {
      const { internal, httpOutput } = mbState(rt);
      return internal === httpOutput ? s : convertBytes(mbState(rt), s, httpOutput, internal);
    },
  }),
  ...knowledge,
];
