/**
 * Executor: one engine's executor globals (EG) and the services that handlers and builtins use.
 * Nothing here is shared between two engines.
 * Source: php-src Zend/zend_globals.h, zend_execute_API.c
 */
import { LazyTable } from '../base/lazy-table.ts';
import type { Func, OpArray } from '../bytecode/op-array.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import type { LEFT, NativeCode } from '../object/native-code.ts';
import { GarbageCollector } from '../object/gc.ts';
import { ObjectStore } from '../object/object-store.ts';
import type { Callable, Runtime } from '../object/runtime.ts';
import { createEnumCase } from '../object/enum.ts';
import { internalError } from '../base/assert.ts';
import { PhpArray } from '../value/php-array.ts';
import { release } from '../value/refcount.ts';
import type { PhpObject } from '../value/php-object.ts';
import { PhpResource, type Zval } from '../value/zval.ts';
import * as calls from './call-user.ts';
import { createEmpty } from './empty-array.ts';
import { callDirectly } from './direct-callback.ts';
import type { DeferredCall } from './deferred.ts';
import { buildBacktrace } from './backtrace.ts';
import * as errors from './errors.ts';
import type { ExecuteData } from './execute-data.ts';
import * as frames from './frame.ts';
import type { IniSettings } from './ini.ts';
import * as objects from './object-services.ts';
import { NO_BUFFERS, OutputLayer } from './output.ts';
import { Machine, MachineGlobals, type MachineWatch, type SchedulerPort } from './machine.ts';
import type { Observer } from './observe.ts';
import type { Pause } from './pause.ts';
import type { JitPort } from './jit-port.ts';
import type { CompilePort, Host } from './ports.ts';
import * as positions from './position.ts';
import { DEFAULT_PAGE_SLOTS, PAGE_HEADER_SLOTS, VmStackPage } from './vm-stack.ts';

export interface ExecutorOptions {
  readonly host: Host;
  readonly compile: CompilePort;
  readonly ini: IniSettings;
  /** Slots of a vm_stack page; 16384 (256 KB) by default, tiny ones for stress tests. */
  readonly pageSlots?: number;
}

/** A user error or exception handler with what set_error_handler remembers. */
export interface UserHandler {
  /** Owned copy of the callable value. */
  readonly callable: Zval;
  readonly mask: number;
}

/** A constant of the running request or of an extension. */
export interface Constant {
  readonly name: string;
  readonly value: Zval;
  /** Registered by the engine or an extension rather than by define()/const. */
  readonly persistent: boolean;
  readonly deprecated: boolean;
}

export class Executor implements Runtime {
  // -- the machine: what a coroutine saves and restores ------------------------------------------------------------
  currentExecuteData: ExecuteData | null = null;
  vmStack: VmStackPage;
  vmStackTop: number = PAGE_HEADER_SLOTS; // first free slot of the current page
  /** One past the last slot of the current page. */
  vmStackEnd: number;
  /** A new machine's globals, and the running one's. */
  readonly freshGlobals: MachineGlobals = new MachineGlobals(NO_BUFFERS, null, null, 0);
  globals: MachineGlobals = this.freshGlobals;
  readonly pageSlots: number; // of the pages that the main program's stack grows by
  /** ExecuteData objects of popped frames, to be used again: the first `freeFrames` of the pool. */
  readonly framePool: ExecuteData[] = [];
  freeFrames = 0;

  // -- what interrupts the flow of oplines --------------------------------------------------------------------------
  exception: PhpObject | null = null;
  /** Destructors and user error handlers that run at the next safe point, in order. */
  deferred: DeferredCall[] = [];
  /** The exception in flight is for the CATCH at the current frame's opline. */
  atCatch = false;
  attention = false; // the loop must look: an exception, deferred calls, or a trace/step hook
  /** The value a finished TOP frame returned, for the native code that waits for it. */
  nativeReturn: Zval = undefined;
  nativePending = false; // the frame that became current has native code to resume
  /** Which machine this is: the main program, a coroutine, a fiber. */
  machine: Machine = new Machine('main', 0);
  /** The main program's. */
  readonly mainMachine: Machine = this.machine;
  switched = false; // another machine has been loaded, and the loop has not gone on there yet
  entered = false; // the last switch went to a machine that comes back to who made it; false: back from one
  switchFlow = 0; // how the loop goes on behind a builtin that answered SUSPENDED
  /** Who is told of new machines and switches; null: nobody. */
  watch: MachineWatch | null = null;
  pagesAllocated = 1; // of vm_stacks, the first one included
  pagesFreed = 0;
  observer: Observer | null = null; // who watches every opline (--trace, --stats); null runs the fast loop
  nested: ((vm: Executor) => void) | null = null; // runs a builtin's callback inside of it; null: the loop alone does
  jit: JitPort | null = null; // the second tier; null when only the interpreter runs
  jitDepth = 0; // compiled functions that are under way inside each other
  backSoon = 0; // looks for a way back into compiled code that the loop has yet to take, a few jumps apart
  jitFlow = -3; // behind an EXIT with attention asked for: what the current opline's handler returned
  halted = false; // the dispatch loop is to return to its caller
  /** Why it is: the request waits for the host's event loop. Null at the end of a phase. */
  pause: Pause | null = null;
  /** exit() in flight: an exception that no catch and no finally sees. */
  unwindExit: PhpObject | null = null;

  // -- tables ---------------------------------------------------------------------------------------------------------
  readonly symbolTable: PhpArray = new PhpArray();
  readonly noArguments: PhpArray = createEmpty(); // of frames in traces
  readonly classTable: LazyTable<ClassEntry> = new LazyTable(); // internal ones are made when first used
  private readonly wellKnown: Map<string, ClassEntry> = new Map(); // the engine's, by name as it writes it
  readonly functionTable: LazyTable<Func> = new LazyTable();
  readonly linkingClasses: Map<string, ClassEntry> = new Map();
  /** Makes cases(), from() and tryFrom() of an enum; set by the library. */
  enumMethods: (ce: ClassEntry) => Func[] = () => [];
  /** A constant expression (the `ast` of a PhpConstantAst) as PHP source, for Reflection; set by the engine's wiring. */
  constantText: ((ast: unknown) => string) | null = null;
  /** Where the compiler is, while it runs on behalf of this engine. */
  compiling: { file: string; line: number } | null = null;
  /** Case-sensitive names; namespaces lower-cased as Zend does. */
  readonly constants: LazyTable<Constant> = new LazyTable();
  readonly includedFiles: Set<string> = new Set();
  readonly objects: ObjectStore = new ObjectStore();
  readonly gc: GarbageCollector;
  /** spl_autoload functions in order, owned callable values. */
  readonly autoloaders: Zval[] = [];
  /** Lower-cased names of classes whose autoload is under way. */
  readonly autoloading: Set<string> = new Set();
  /** Who loads classes in a coroutine (null: no coroutine runs, the usual way); set by src/coro. */
  autoloadHook: objects.AutoloadHook | null = null;
  readonly shutdownFunctions: { callable: Zval; args: Zval[] }[] = [];
  nextResourceId = 1;
  /** EG(regular_list): what get_resources() lists. */
  readonly resources: Map<number, PhpResource> = new Map();

  // -- errors ---------------------------------------------------------------------------------------------------------
  errorReporting: number;
  errorHandler: UserHandler | null = null;
  readonly errorHandlerStack: (UserHandler | null)[] = [];
  exceptionHandler: UserHandler | null = null;
  readonly exceptionHandlerStack: (UserHandler | null)[] = [];
  /** error_get_last() */
  lastError: { type: number; message: string; file: string; line: number } | null = null;
  exitStatus = 0;
  /** Set once the request is shutting down: no more user error handlers for some errors, no new shutdown functions. */
  shuttingDown = false;
  /** False after a fatal error. */
  destructorsAtShutdown = true;
  ticksCount = 0;
  readonly tickFunctions: { callable: Zval; args: Zval[] }[] = [];

  readonly host: Host;
  readonly compile: CompilePort;
  readonly ini: IniSettings;
  readonly output: OutputLayer;
  /** State of builtins, one entry a topic (`rt.moduleState('mt_rand', create)`), so that no module keeps any. */
  private readonly modules: Map<string, unknown> = new Map();

  constructor(options: ExecutorOptions) {
    this.host = options.host;
    this.compile = options.compile;
    this.ini = options.ini;
    this.pageSlots = options.pageSlots ?? DEFAULT_PAGE_SLOTS;
    this.vmStack = new VmStackPage(this.pageSlots, null);
    this.vmStackEnd = this.pageSlots;
    this.errorReporting = errors.errorReportingFrom(options.ini);
    this.output = new OutputLayer(this);
    this.gc = new GarbageCollector(this.objects, () => {
      this.deferred.push({ kind: 'collect' });
      this.attention = true;
    });
  }

  get precision(): number {
    return this.ini.precision;
  }

  get exceptionStringMaxLength(): number {
    return this.ini.number('zend.exception_string_param_max_len');
  }

  get serializePrecision(): number {
    return this.ini.serializePrecision;
  }

  /** State that a builtin topic keeps in this engine; made on first use. */
  moduleState<T>(topic: string, create: () => T): T {
    let made = this.modules.get(topic);
    if (made === undefined) this.modules.set(topic, (made = create()));
    return made as T;
  }

  // -- errors and exceptions (errors.ts) ------------------------------------------------------------------------------
  error(level: number, message: string): void {
    errors.raiseError(this, level, message);
  }
  errorAt(level: number, message: string, file: string, line: number): void {
    errors.raiseErrorAt(this, level, message, file, line);
  }
  throwError(className: string, message: string): null {
    return errors.throwError(this, className, message);
  }
  throwObject(exception: PhpObject): null {
    return errors.throwObject(this, exception);
  }
  clearException(): void {
    errors.clearException(this);
  }
  fatalError(message: string): never {
    return errors.fatalError(this, message);
  }
  fatalErrorAt(message: string, file: string, line: number): never {
    return errors.fatalErrorAt(this, message, file, line);
  }
  /** zend_argument_value_error: `name(): Argument #n ($x) <what>`. */
  argumentValueError(n: number, what: string): null {
    return errors.argumentError(this, 'ValueError', n, what);
  }
  /** zend_argument_type_error */
  argumentTypeError(n: number, what: string): null {
    return errors.argumentError(this, 'TypeError', n, what);
  }

  // -- classes, functions, constants (object-services.ts) -------------------------------------------------------------
  lookupClass(name: string): ClassEntry | null {
    return objects.lookupClass(this, name);
  }
  autoloadClass(name: string): NativeCode<ClassEntry | null> {
    return objects.autoloadClass(this, name);
  }
  classOf(name: string): ClassEntry {
    const known = this.wellKnown.get(name);
    if (known !== undefined) return known;
    const ce = objects.classOf(this, name);
    this.wellKnown.set(name, ce);
    return ce;
  }
  executedScope(): ClassEntry | null {
    return objects.executedScope(this);
  }
  isRunning(): boolean {
    return positions.userFrame(this.currentExecuteData) !== null;
  }
  executedThis(): PhpObject | null {
    return positions.userFrame(this.currentExecuteData)?.thisObject ?? null;
  }
  userScope(): ClassEntry | null {
    return positions.userFrame(this.currentExecuteData)?.func.scope ?? null;
  }
  compiledPosition(): { file: string; line: number } | null {
    return this.compiling;
  }
  createEnumMethods(ce: ClassEntry): Func[] {
    return this.enumMethods(ce);
  }
  calledScope(): ClassEntry | null {
    return objects.calledScope(this);
  }
  userCalledScope(): ClassEntry | null {
    return objects.calledScopeAt(positions.userFrame(this.currentExecuteData));
  }
  executedStrictTypes(): boolean {
    return positions.executedStrictTypes(this);
  }
  executedFile(): string {
    return positions.executedFile(this);
  }
  executedLine(): number {
    return positions.currentPosition(this).line;
  }
  buildBacktrace(): Zval {
    return buildBacktrace(this);
  }
  createEnumCase(ce: ClassEntry, name: string, backing: Zval): PhpObject {
    return createEnumCase(this, ce, name, backing);
  }
  evalConstant(ast: Zval, scope: ClassEntry | null, opArray: OpArray | null): NativeCode {
    return objects.evalConstant(this, ast, scope, opArray);
  }

  // -- objects --------------------------------------------------------------------------------------------------------
  newObject(ce: ClassEntry): PhpObject {
    return objects.newObject(this, ce);
  }
  initObject(ce: ClassEntry): NativeCode<PhpObject | null> {
    return objects.initObject(this, ce);
  }
  releaseValue(v: Zval): void {
    release(this, v);
  }
  /** Queues `obj.__destruct()`; the queue owns one count. */
  hasDeferred(): boolean {
    return this.deferred.length > 0;
  }
  deferFree(run: () => void): void {
    this.deferred.push({ kind: 'free', run });
    this.attention = true;
  }
  deferDestructor(obj: PhpObject): void {
    this.deferred.push({ kind: 'destructor', object: obj });
    this.attention = true;
  }
  hasToString(obj: PhpObject): boolean {
    return obj.ce.magic.toString !== null;
  }
  /** A new resource, in the list of resources. */
  createResource(type: string, data: unknown): PhpResource {
    const resource = new PhpResource(this.nextResourceId++, type, data);
    this.resources.set(resource.id, resource);
    return resource;
  }
  /** zend_list_close: what the resource stands for is gone; its holders see a closed one. */
  closeResource(resource: PhpResource): void {
    this.resources.delete(resource.id);
    resource.data = null;
    resource.type = 'Unknown';
  }
  freeResource(resource: PhpResource): void {
    this.resourceFreed?.(resource);
    this.resources.delete(resource.id);
  }
  /** Closes what a resource without holders stands for; set by the library. */
  resourceFreed: ((resource: PhpResource) => void) | null = null;
  freeObject(obj: PhpObject): void {
    objects.freeObject(this, obj);
  }
  gcPossibleRoot(v: PhpArray | PhpObject): void {
    objects.gcPossibleRoot(this, v);
  }
  readProperty(obj: PhpObject, name: string, scope?: ClassEntry | null): NativeCode {
    return objects.readProperty(this, obj, name, scope);
  }
  writeProperty(obj: PhpObject, name: string, value: Zval, scope?: ClassEntry | null): NativeCode {
    return objects.writeProperty(this, obj, name, value, scope);
  }
  toStringOf(v: Zval): NativeCode<string | null> {
    return objects.toStringOf(this, v);
  }
  objectTypeName(obj: PhpObject): string {
    return obj.ce.name;
  }
  /** The class's own comparison; undefined: the standard rules. */
  compareObjects(a: Zval, b: Zval): number | undefined {
    return objects.compareObjects(this, a, b);
  }

  // -- calling (call-user.ts) -----------------------------------------------------------------------------------------
  resolveCallable(v: Zval, error?: { message: string }): Callable | null {
    return calls.resolveCallable(this, v, error);
  }
  /** True when resolving the callable has to load a class first: then `yield* autoloadCallable(v)`, which does. */
  callableNeedsAutoload(v: Zval): boolean {
    return calls.callableClass(this, v) !== null;
  }
  *autoloadCallable(v: Zval): NativeCode<void> {
    const name = calls.callableClass(this, v);
    if (name !== null) yield* this.autoloadClass(name);
  }
  readonly callDirectly = (to: Callable, args: readonly Zval[]): Zval | typeof LEFT => callDirectly(this, to, args);
  callMethod(obj: PhpObject, lcName: string, args: readonly Zval[] = []): NativeCode {
    return calls.callMethod(this, obj, lcName, args);
  }

  /** A prepared frame that outgrew its page moves to a new one. */
  moveFrameToNewPage(call: ExecuteData, grow: number): void {
    frames.moveFrameToNewPage(this, call, grow);
  }
  /** What else has to be put right after a fatal error has thrown the machine away. */
  readonly bailoutHooks: (() => void)[] = [];
  /** Native code that runs behind the last destructors. */
  readonly endPhases: (() => NativeCode<void>)[] = [];
  /** Behind the last byte of output: what the request has opened on the host is closed. */
  readonly endHooks: (() => void)[] = [];
  /** The same for streams; set by the library. */
  closeAll: (() => NativeCode<void>) | null = null;
  /** The content behind a URL that include names (null inside: it failed and said so); null: a plain path. */
  openUrl: ((path: string) => NativeCode<string | null> | null) | null = null;
  /** exit() with something that forbids it (a coroutine): raises its exception and answers true. */
  exitHook: ((status: Zval) => boolean) | null = null;
  laps = 0; // how often the dispatch loop has been entered: tells whether long has passed since something
  warmth = 0; // jumps and frame switches of the interpreter since the host was told of them
  scheduler: SchedulerPort | null = null; // the coroutines', once there is one (src/coro/scheduler.ts)
  /** Called between two oplines every now and then (EG(vm_interrupt)): the preemptive scheduler. */
  interrupt: (() => void) | null = null;
  /** The loop is to be left and entered again: `interrupt` has just been set. */
  reenter = false;
  suspendHook: ((reason: unknown) => number) | null = null; // when native code asks to suspend its coroutine; set by src/coro
  suspend(reason: unknown): number {
    if (this.suspendHook === null) internalError('nothing can suspend here');
    return this.suspendHook(reason);
  }

  // -- output -----------------------------------------------------------------------------------------------------------
  write(bytes: string): void {
    this.output.write(bytes);
  }
}
