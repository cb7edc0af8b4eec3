/** exit() as an exception that nothing catches. Source: php-src Zend/zend_exceptions.c (zend_create_unwind_exit) */
import { addRef } from '../value/zval.ts';
import type { Executor } from './executor.ts';

/** exit(): unwinds every frame without running catch or finally blocks. */
export function throwUnwindExit(vm: Executor): void {
  vm.unwindExit ??= vm.newObject(vm.classOf('stdClass'));
  vm.throwObject(addRef(vm.unwindExit));
}
