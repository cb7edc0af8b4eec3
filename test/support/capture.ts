/** Runs the engine in this process and catches what it prints. */
import { createEngine, createNodeHost, type EngineOptions, type Host } from '../../src/index.ts';

export interface Captured {
  readonly status: number;
  /** Bytes. */
  readonly out: string;
  readonly err: string;
}

/** A Node host whose output goes nowhere but into `text`. */
export function capturingHost(): { readonly host: Host; readonly text: { out: string; err: string } } {
  const text = { out: '', err: '' };
  const host: Host = {
    ...createNodeHost(),
    writeOut: (bytes) => {
      text.out += bytes;
    },
    writeErr: (bytes) => {
      text.err += bytes;
    },
    flush: () => {},
    readIn: () => '',
  };
  return { host, text };
}

/** Runs a file. */
export async function captureRun(path: string, options: Omit<EngineOptions, 'host'> = {}): Promise<Captured> {
  const { host, text } = capturingHost();
  const status = await createEngine({ ...options, host }).runFile(path, []);
  return { status, out: text.out, err: text.err };
}

/** Dumps a source text; the path in the headers is FILE. */
export function captureDump(source: string, path: string): string {
  const { host } = capturingHost();
  return createEngine({ host }).dump(source, path, 'opcache').output;
}

/** The dump behind the optimizer. */
export function captureOptimized(source: string, path: string): string {
  const { host } = capturingHost();
  const options = { debugLevel: 0x20000, passes: undefined, diff: false, style: 'opcache', width: 80 } as const;
  return createEngine({ host }).optimized(source, path, options).output;
}
