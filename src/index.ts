/** The public API of corovm: the only barrel. */
export { colourDump, type DumpPart, type Paint } from './bytecode/dump/colour.ts';
export type { JitReportRow } from './jit/jit.ts';
export { createEngine, type Engine, type EngineOptions } from './engine.ts';
export { COMMAND_NAMES, type CommandResult, runCommand } from './inspect/debug/commands.ts';
export { runDebugScript } from './inspect/debug/script.ts';
export type { Debugger } from './inspect/debug/debugger.ts';
export type { ScreenPaint } from './inspect/debug/screen.ts';
export { wrapLine } from './inspect/wrap.ts';
export { PANES } from './inspect/debug/words.ts';
export type { ViewOptions } from './inspect/dump-views.ts';
export type { OptimizedViewOptions } from './optimized-views.ts';
export { bytesToText, createNodeHost, textToBytes } from './io/node-host.ts';
export { createTextStore, defaultCacheFolder, type TextStore } from './io/op-array-store.ts';
export { OutputClosed } from './io/node-output.ts';
export { createVirtualTimeHost } from './io/virtual-time.ts';
export type { DumpStyle, SourceView } from './source-views.ts';
export type { FileStat, Host } from './vm/ports.ts';
