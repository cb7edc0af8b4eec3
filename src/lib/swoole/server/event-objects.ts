/** The objects that handlers get with the option event_object. Source: swoole-src ext-src/swoole_server.cc */
import { ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { PhpFloat, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { MethodDef } from '../../define.ts';

const ZERO = new PhpFloat(0);

/** Classes and their properties in order. */
const SHAPES: Readonly<Record<string, Readonly<Record<string, Zval>>>> = {
  Event: { reactor_id: 0, fd: 0, dispatch_time: ZERO, data: null },
  Packet: { server_socket: 0, server_port: 0, dispatch_time: ZERO, address: null, port: 0 },
  PipeMessage: { source_worker_id: 0, worker_id: 0, dispatch_time: ZERO, data: null },
  StatusInfo: { worker_id: 0, worker_pid: 0, status: 0, exit_code: 0, signal: 0 },
  TaskResult: { task_id: 0, task_worker_id: 0, dispatch_time: ZERO, data: null },
};

export const eventObjectClasses: readonly ClassDef<MethodDef>[] = Object.entries(SHAPES).map(([name, shape]) => ({
  name: `Swoole\\Server\\${name}`,
  properties: Object.entries(shape).map(([property, value]) => ({
    name: property,
    flags: ACC_PUBLIC,
    type: null,
    default: value,
  })),
}));

/** Such an object (owned); the values are taken over. */
export function eventObject(
  rt: Executor,
  name: keyof typeof SHAPES,
  values: Readonly<Record<string, Zval>>,
): PhpObject {
  const self = rt.newObject(rt.classOf(`Swoole\\Server\\${String(name)}`));
  const names = Object.keys(SHAPES[name] ?? {});
  for (const [property, value] of Object.entries(values)) {
    const slot = names.indexOf(property);
    if (slot >= 0) self.props[slot] = value;
    else {
      self.dyn ??= new PhpArray();
      self.dyn.setStr(property, value);
    }
  }
  return self;
}
