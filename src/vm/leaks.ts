/**
 * `run --check-leaks`: after the request everything that the executor itself holds is released; what is then still alive
 * has a count that nobody will ever take back.
 * Source: php-src Zend/zend.c (zend_deactivate), zend_execute_API.c (shutdown_executor)
 */
import type { Func } from '../bytecode/op-array.ts';
import { release } from '../value/refcount.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from './executor.ts';
import { PAGE_HEADER_SLOTS, SLOT_BYTES } from './vm-stack.ts';

/** Most objects that are named one by one. */
const SHOWN = 20;

/**
 * One line per leak; none after a fatal error, where PHP too drops its memory as a whole.
 * The executor cannot be used afterwards.
 */
export function findLeaks(vm: Executor): string[] {
  if (!vm.destructorsAtShutdown) return [];
  const lines = stackLeaks(vm);
  vm.objects.destructorsOff = true;
  releaseRoots(vm);
  vm.gc.collect(vm).next();
  const objects = [...vm.objects.live()];
  for (const obj of objects.slice(0, SHOWN)) {
    lines.push(`leak: object of class ${obj.ce.name} #${obj.handle} has ${obj.rc} holder${obj.rc === 1 ? '' : 's'}`);
  }
  if (objects.length > SHOWN) lines.push(`leak: ${objects.length - SHOWN} more objects`);
  return lines;
}

function stackLeaks(vm: Executor): string[] {
  const lines: string[] = [];
  if (vm.vmStack.prev !== null) lines.push('leak: the vm_stack has more than its first page');
  const slots = vm.vmStackTop - PAGE_HEADER_SLOTS;
  if (vm.vmStack.prev === null && slots !== 0) lines.push(`leak: ${slots * SLOT_BYTES} bytes are left on the vm_stack`);
  return lines;
}

/** Lets go of every value that tables of the executor hold. */
function releaseRoots(vm: Executor): void {
  const drop = (value: Zval): void => release(vm, value);
  vm.symbolTable.clear(vm);
  for (const handler of [vm.errorHandler, vm.exceptionHandler, ...vm.errorHandlerStack, ...vm.exceptionHandlerStack]) {
    if (handler !== null) drop(handler.callable);
  }
  for (const callable of vm.autoloaders) drop(callable);
  for (const { callable, args } of vm.tickFunctions) [callable, ...args].forEach(drop);
  if (vm.unwindExit !== null) drop(vm.unwindExit);
  for (const constant of vm.constants.used()) if (!constant.persistent) drop(constant.value);
  for (const func of vm.functionTable.used()) releaseStatics(func, drop);
  for (const ce of new Set(vm.classTable.used())) {
    if (ce.type !== 2) continue;
    for (const func of ce.functionTable.values()) if (func.scope === ce) releaseStatics(func, drop);
    for (const constant of ce.constants.values()) if (constant.ce === ce) drop(constant.value);
    for (const member of new Set(ce.staticMembers)) {
      const value = member.value;
      member.value = undefined; // shared with child classes
      drop(value);
    }
    for (const value of ce.defaultProperties) drop(value);
  }
}

function releaseStatics(func: Func, drop: (value: Zval) => void): void {
  if (func.type !== 2 || func.staticVarsTable === null) return;
  const values = [...func.staticVarsTable.values()];
  func.staticVarsTable = null;
  values.forEach(drop);
}
