/** A Runtime without a VM: enough to link classes and check types; user code cannot run in it. */
import type { Func } from '../../src/bytecode/op-array.ts';
import { compileFile } from '../../src/compiler/compile-file.ts';
import type { ClassEntry } from '../../src/object/class-entry.ts';
import { defineInternalClass } from '../../src/object/class-def.ts';
import { declareClass, tryEarlyBind } from '../../src/object/link-class.ts';
import type { NativeCode } from '../../src/object/native-code.ts';
import { ObjectStore } from '../../src/object/object-store.ts';
import { resolveCallableValue } from '../../src/object/callable.ts';
import type { Callable, Runtime } from '../../src/object/runtime.ts';
import { PhpArray } from '../../src/value/php-array.ts';
import type { PhpObject } from '../../src/value/php-object.ts';
import { addRef, PhpConstantAst, type Zval } from '../../src/value/zval.ts';
import { coreExceptions } from '../../src/lib/core-exceptions.ts';
import { coreInterfaces } from '../../src/lib/core-interfaces.ts';
import { closureClass } from '../../src/lib/core-closure.ts';
import { createMethod } from '../../src/vm/internal-function.ts';

/** What fatalErrorAt raises here. */
export class Fatal extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

export class FakeRuntime implements Runtime {
  exception: PhpObject | null = null;
  /** `Class: message` of the last error thrown. */
  thrown: string | null = null;
  readonly messages: string[] = [];
  readonly classTable: Map<string, ClassEntry> = new Map();
  readonly linkingClasses: Map<string, ClassEntry> = new Map();
  readonly functionTable: Map<string, Func> = new Map();
  readonly symbolTable: PhpArray = new PhpArray();
  readonly objects: ObjectStore = new ObjectStore();
  readonly destructed: PhpObject[] = [];
  precision = 14;
  serializePrecision = -1;
  scope: ClassEntry | null = null;

  constructor() {
    for (const def of [...coreInterfaces, closureClass]) defineInternalClass(this, def, createMethod);
    for (const def of coreExceptions()) {
      const { createObject: _dropped, ...rest } = def;
      defineInternalClass(this, rest, createMethod);
    }
  }

  lookupClass(name: string): ClassEntry | null {
    return this.classTable.get(name.toLowerCase()) ?? null;
  }
  *autoloadClass(name: string): NativeCode<ClassEntry | null> {
    return this.lookupClass(name);
  }
  classOf(name: string): ClassEntry {
    return this.classTable.get(name.toLowerCase()) as ClassEntry;
  }
  error(_level: number, message: string): void {
    this.messages.push(message);
  }
  errorAt(_level: number, message: string): void {
    this.messages.push(message);
  }
  throwError(className: string, message: string): null {
    this.thrown = `${className}: ${message}`;
    this.exception = this.objects.create(this.classOf(className));
    return null;
  }
  throwObject(exception: PhpObject): null {
    this.exception = exception;
    return null;
  }
  clearException(): void {
    this.exception = null;
    this.thrown = null;
  }
  fatalError(message: string): never {
    throw new Fatal(message, 0);
  }
  fatalErrorAt(message: string, _file: string, line: number): never {
    throw new Fatal(message, line);
  }
  newObject(ce: ClassEntry): PhpObject {
    return this.objects.create(ce);
  }
  *initObject(ce: ClassEntry): NativeCode<PhpObject | null> {
    return this.objects.create(ce);
  }
  *readProperty(): NativeCode {
    return null;
  }
  *writeProperty(): NativeCode {
    return null;
  }
  *toStringOf(v: Zval): NativeCode<string | null> {
    return typeof v === 'string' ? v : null;
  }
  executedStrictTypes(): boolean {
    return false;
  }
  userCalledScope(): ClassEntry | null {
    return null;
  }
  calledScope(): ClassEntry | null {
    return this.scope;
  }
  isRunning(): boolean {
    return true;
  }
  executedThis(): PhpObject | null {
    return null;
  }
  userScope(): ClassEntry | null {
    return this.scope;
  }
  compiledPosition(): null {
    return null;
  }
  executedFile(): string {
    return 'test.php';
  }
  executedLine(): number {
    return 1;
  }
  buildBacktrace(): PhpArray {
    return new PhpArray();
  }
  createEnumMethods(): Func[] {
    return [];
  }
  deferDestructor(obj: PhpObject): void {
    this.destructed.push(obj);
  }
  hasDeferred(): boolean {
    return false;
  }
  deferFree(run: () => void): void {
    run();
  }
  executedScope(): ClassEntry | null {
    return this.scope;
  }
  resolveCallable(v: Zval, error?: { message: string }): Callable | null {
    return resolveCallableValue(this, v, error);
  }
  *callMethod(): NativeCode {
    return null;
  }
  *evalConstant(ast: Zval): NativeCode {
    return ast instanceof PhpConstantAst ? null : addRef(ast);
  }
  write(): void {}
  freeObject(obj: PhpObject): void {
    this.objects.free(this, obj);
  }
  gcPossibleRoot(_v: PhpArray | PhpObject): void {}
  objectTypeName(obj: PhpObject): string {
    return obj.ce.name;
  }
}

/** Runs native code that calls nothing. */
export function drive<T>(code: NativeCode<T>): T {
  const step = code.next(null);
  if (step.done !== true) throw new Error('native code asked for a call');
  return step.value;
}

/** Compiles `source` (without open tag) and declares every class of it, in order. */
export function declareAll(rt: FakeRuntime, source: string): void {
  const { main, failure } = compileFile(`<?php\n${source}`, 'test.php', {});
  if (main === null) throw new Fatal(failure?.message ?? '', failure?.line ?? 0);
  for (const decl of main.script?.allClasses ?? []) {
    const parent = decl.parentName === null ? null : rt.lookupClass(decl.parentName);
    if (tryEarlyBind(rt, decl, parent) === null) drive(declareClass(rt, decl));
  }
}
