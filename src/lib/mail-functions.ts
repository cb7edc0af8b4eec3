/**
 * mail(): a message to the program that sends mail.
 * Source: php-src 8.2 ext/standard/mail.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { typeName } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { deref, type Zval } from '../value/zval.ts';
import { currentPosition } from '../vm/position.ts';
import type { Executor } from '../vm/executor.ts';
import { localTime } from './calendar.ts';
import { formatDate } from './date-format.ts';
import { zoneState } from './date-functions.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { environment } from './environment.ts';
import { escapeCommand } from './exec-functions.ts';
import { basename } from './path-functions.ts';
import { asciiLower, docref } from './string-util.ts';

/** RFC 2822 has at most one of each. */
const SINGLE: ReadonlySet<string> = new Set([
  'orig-date',
  'from',
  'sender',
  'reply-to',
  'cc',
  'bcc',
  'message-id',
  'references',
  'in-reply-to',
]);
/** EX_OK, EX_TEMPFAIL */
const SENT: ReadonlySet<number> = new Set([0, 75]);

/** A line of a header; null after an exception. */
function headerLine(rt: Executor, name: string, value: string): string | null {
  if (!/^[!-9;-~]*$/.test(name)) {
    return rt.throwError('ValueError', `Header name "${name}" contains invalid characters`);
  }
  if (/\r(?!\n[ \t])|(?<!\r)\n|\r\n(?![ \t])|\0/.test(value)) {
    return rt.throwError('ValueError', `Header "${name}" has invalid format, or contains invalid characters`);
  }
  return `${name}: ${value}`;
}

/** The lines of one entry of the array of headers; null after an exception. */
function headerLines(rt: Executor, name: string, value: Zval): string[] | null {
  const lower = asciiLower(name);
  const wrong = (what: string): null => rt.throwError('TypeError', what);
  if (SINGLE.has(lower) && typeof value !== 'string') {
    return wrong(`Header "${lower}" must be of type string, ${typeName(value)} given`);
  }
  if (typeof value === 'string') {
    const line = headerLine(rt, name, value);
    return line === null ? null : [line];
  }
  if (!(value instanceof PhpArray))
    return wrong(`Header "${name}" must be of type array|string, ${typeName(value)} given`);
  const lines: string[] = [];
  for (const [key, held] of value.entries()) {
    const v = deref(held);
    if (typeof key === 'string') return wrong(`Header "${name}" must only contain numeric keys, "${key}" found`);
    if (typeof v !== 'string') {
      return wrong(`Header "${name}" must only contain values of type string, ${typeName(v)} found`);
    }
    const line = headerLine(rt, name, v);
    if (line === null) return null;
    lines.push(line);
  }
  return lines;
}

/** php_mail_build_headers */
function buildHeaders(rt: Executor, headers: PhpArray): string | null {
  const lines: string[] = [];
  for (const [key, held] of headers.entries()) {
    if (typeof key !== 'string') return rt.throwError('TypeError', `Header name cannot be numeric, ${key} given`);
    const lower = asciiLower(key);
    if (lower === 'to' || lower === 'subject') {
      const name = lower === 'to' ? 'To' : 'Subject';
      return rt.throwError('ValueError', `The additional headers cannot contain the "${name}" header`);
    }
    const more = headerLines(rt, key, deref(held));
    if (more === null) return null;
    lines.push(...more);
  }
  return lines.join('\r\n');
}

/** Control characters become blanks, but where a long header goes on in the next line. */
function oneLine(text: string): string {
  return text
    .replace(/[ \t\n\r\v\f]+$/, '')
    .replace(/\r\n[ \t]+|[\x00-\x1f\x7f]/g, (found) => (found.length > 2 ? found : ' '));
}

/** php_mail_detect_multiple_crlf: whether something could pass as the end of the headers. */
function isMalformed(headers: string): boolean {
  return (
    headers !== '' && (!/^[!-9;-~]/.test(headers) || /\r(?:$|\r|\n(?:$|\n|\r))|(?<!\r)\n(?:$|\r|\n)/.test(headers))
  );
}

function writeLog(rt: Executor, log: string, to: string, subject: string, headers: string): void {
  const { file, line } = currentPosition(rt);
  const what = `mail() on [${file}:${line}]: To: ${to} -- Headers: ${headers} -- Subject: ${subject}`;
  const now = localTime(Math.floor(rt.host.nowMicros() / 1e6), zoneState(rt).zone);
  const text = headers === '' ? what : what.replace(/[\r\n]/g, ' ');
  rt.host.writeFile(log, `[${formatDate('d-M-Y H:i:s e', now)}] ${text}\n`, true);
}

/** Runs a command with this input; its exit status, null when it did not start. */
function runWithInput(rt: Executor, command: string, input: string): number | null {
  const { system, files } = rt.host;
  const ends = system?.pipe('write') ?? null;
  if (system === null || files === null || ends === null) return null;
  const [lent, own] = ends;
  const pid = system.start(command, [lent, 1, 2], null, Object.fromEntries(environment(rt)));
  files.close(lent);
  for (let at = 0; typeof pid === 'number' && at < input.length; ) {
    const written = files.write(own, input.slice(at), null);
    if (written < 0) break;
    at += written;
  }
  files.close(own);
  return typeof pid === 'string' ? null : system.status(pid, true).exitCode;
}

function send(rt: Executor, to: string, subject: string, message: string, headers: string, extra: string): boolean {
  const log = rt.ini.get('mail.log') ?? '';
  if (log !== '' && log !== 'syslog') writeLog(rt, log, to, subject, headers);
  let all = headers;
  if (rt.ini.flag('mail.add_x_header')) {
    const script = basename(currentPosition(rt).file, '');
    all = `X-PHP-Originating-Script: ${rt.host.system?.uid() ?? 0}:${script}${headers === '' ? '' : `\r\n${headers}`}`;
  }
  if (isMalformed(all)) {
    docref(rt, E_WARNING, 'Multiple or malformed newlines found in additional_header');
    return false;
  }
  const path = rt.ini.get('sendmail_path') ?? '';
  const text = `To: ${to}\r\nSubject: ${subject}\r\n${all === '' ? '' : `${all}\r\n`}\r\n${message}\r\n`;
  const bare = rt.ini.flag('mail.mixed_lf_and_crlf') ? text.replaceAll('\r\n', '\n') : text;
  const status = runWithInput(rt, extra === '' ? path : `${path} ${extra}`, bare);
  if (status !== null) return SENT.has(status);
  docref(rt, E_WARNING, `Could not execute mail delivery program '${path}'`);
  return false;
}

type MailArgs = readonly [string, string, string, string | PhpArray, string];

function mail(rt: Executor, ...[to, subject, message, headers, extra]: MailArgs): Zval {
  for (const [i, text] of [to, subject, message, headers, extra].entries()) {
    if (typeof text === 'string' && text.includes('\0')) {
      return rt.argumentValueError(i + 1, 'must not contain any null bytes');
    }
  }
  const lines = typeof headers === 'string' ? headers.replace(/[ \t\n\r\v\0]+$/, '') : buildHeaders(rt, headers);
  if (lines === null) return null;
  const forced = rt.ini.get('mail.force_extra_parameters') ?? '';
  const given = forced === '' ? extra : forced;
  return send(rt, oneLine(to), oneLine(subject), message, lines, given === '' ? '' : escapeCommand(given));
}

export const mailFunctions: readonly FunctionDef[] = [
  fn({
    name: 'mail',
    doc: 'Sends a mail.',
    params: [
      p.string('to'),
      p.string('subject'),
      p.string('message'),
      p.union('additional_headers', ['array', 'string'], { default: '', text: '[]' }),
      p.string('additional_params', { default: '' }),
    ],
    returns: ['bool'],
    impl: mail,
  }),
];
