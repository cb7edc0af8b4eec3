/**
 * Swoole\Coroutine\System.
 * Source: swoole-src ext-src/swoole_coroutine_system.cc; wiki.swoole.com coroutine/system
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import type { ClassDef } from '../../object/class-def.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { Executor } from '../../vm/executor.ts';
import { type MethodDef, p, staticMethod } from '../define.ts';
import { dnsMethods } from './dns-methods.ts';
import { processMethods } from './process-methods.ts';
import { sleep } from './sleep.ts';
import { statMethod } from './stat-method.ts';
import { inCoroutine } from './support.ts';
import { waitMethods } from './wait-methods.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine/system';
/** FILE_APPEND */
const APPEND = 8;

/** An empty filename is a ValueError, thrown before anything waits. */
function noFilename(rt: Executor, filename: string): NativeCode | null {
  if (filename !== '') return null;
  return (function* () {
    return rt.throwError('ValueError', 'Filename cannot be empty');
  })();
}

const fileMethods: readonly MethodDef[] = [
  staticMethod({
    name: 'readFile',
    doc: 'The bytes of a file; false when it cannot be read.',
    params: [p.string('filename'), p.int('flag', { default: 0 })],
    returns: ['string', 'false'],
    link: LINK,
    impl: (rt, _scope, filename) =>
      noFilename(rt, filename) ??
      inCoroutine(rt, function* (scheduler) {
        const bytes = rt.host.readFile(filename);
        yield* scheduler.yieldFor('file', 0.001);
        return bytes ?? false;
      }),
  }),
  staticMethod({
    name: 'writeFile',
    doc: 'Writes a file; how many bytes, or false.',
    params: [p.string('filename'), p.string('fileContent'), p.int('flags', { default: 0 })],
    returns: ['int', 'false'],
    link: LINK,
    impl: (rt, _scope, filename, content, flags) =>
      noFilename(rt, filename) ??
      inCoroutine(rt, function* (scheduler) {
        const written = rt.host.writeFile(filename, content, (flags & APPEND) !== 0);
        if (!written) rt.error(E_WARNING, `Swoole\\Coroutine\\System::writeFile(): open(${filename}) failed`);
        yield* scheduler.yieldFor('file', 0.001);
        return written ? content.length : false;
      }),
  }),
];

const sleepMethod: MethodDef = staticMethod({
  name: 'sleep',
  doc: 'Waits for so many seconds while others run.',
  params: [p.float('seconds')],
  returns: ['bool'],
  link: LINK,
  impl: (rt, _scope, seconds) => sleep(rt, seconds),
});

/** What Swoole\Coroutine has of it, too. */
export const systemMethods: readonly MethodDef[] = [
  ...fileMethods,
  ...processMethods,
  ...dnsMethods,
  statMethod,
  ...waitMethods,
];

export const systemClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Coroutine\\System',
  methods: [sleepMethod, ...systemMethods],
};
