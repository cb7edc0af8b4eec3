/** The public API of corovm: the only barrel. */
export { colourDump, type DumpPart, type Paint } from './bytecode/dump/colour.ts';
export { createEngine, type DumpStyle, type Engine, type EngineOptions, type LintResult } from './engine.ts';
export { bytesToText, createNodeHost, textToBytes } from './io/node-host.ts';
export { OutputClosed } from './io/node-output.ts';
export type { FileStat, Host } from './vm/ports.ts';
