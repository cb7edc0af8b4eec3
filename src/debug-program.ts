/** `corovm debug`: a debugger on a program, wired to engines that begin it again and again. */
import { Debugger } from './inspect/debug/debugger.ts';
import type { Beginning } from './inspect/debug/replica.ts';
import type { RunOutput } from './inspect/debug/host-log.ts';
import type { Lang } from './inspect/explain/row.ts';
import type { Host } from './vm/ports.ts';

/** How a program is debugged. */
export interface DebugOptions {
  readonly lang: Lang;
  readonly args: readonly string[];
  /** Puts a clock on a host: a virtual one, or nothing. */
  readonly clock: (host: Host) => Host;
  /** Bytes of the host's answers that are kept for going back (default 64 MB). */
  readonly historyBytes?: number;
}

/** Begins the program anew on a host, with its output into the text. */
export type BeginProgram = (host: Host, output: RunOutput, source: string, fileName: string) => Beginning;

/** A debugger on the file, null when it cannot be read. @param path byte string */
export function debugProgram(host: Host, path: string, options: DebugOptions, begin: BeginProgram): Debugger | null {
  const source = host.readFile(path);
  if (source === null) return null;
  const fileName = host.resolvePath(path) ?? path;
  return new Debugger({
    host,
    clock: options.clock,
    lang: options.lang,
    file: path.split('/').at(-1) ?? path,
    path: fileName,
    readSource: (file) => (file === fileName ? source : host.readFile(file)),
    begin: (recorded, output) => begin(recorded, output, source, fileName),
    ...(options.historyBytes === undefined ? {} : { historyBytes: options.historyBytes }),
  });
}
