/** The properties of server objects, which are the same in all their classes. */
import { ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import type { PropertyDef } from '../../../object/class-def.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import type { Zval } from '../../../value/zval.ts';

const SLOT = {
  setting: 0,
  connections: 1,
  host: 2,
  port: 3,
  type: 4,
  ssl: 5,
  mode: 6,
  ports: 7,
  master_pid: 8,
  manager_pid: 9,
  worker_id: 10,
  taskworker: 11,
  worker_pid: 12,
  stats_timer: 13,
  admin_server: 14,
} as const;

const DEFAULTS: readonly (readonly [keyof typeof SLOT, Zval])[] = [
  ['setting', null],
  ['connections', null],
  ['host', ''],
  ['port', 0],
  ['type', 0],
  ['ssl', false],
  ['mode', 0],
  ['ports', null],
  ['master_pid', 0],
  ['manager_pid', 0],
  ['worker_id', -1],
  ['taskworker', false],
  ['worker_pid', 0],
  ['stats_timer', null],
  ['admin_server', null],
];

export const serverProperties: readonly PropertyDef[] = DEFAULTS.map(([name, value]) => ({
  name,
  flags: ACC_PUBLIC,
  type: null,
  default: value,
}));

/** Sets a property that holds nothing counted, or for the first time; `value` is taken over. */
export function setProperty(self: PhpObject, name: keyof typeof SLOT, value: Zval): void {
  self.props[SLOT[name]] = value;
}

export function property(self: PhpObject, name: keyof typeof SLOT): Zval {
  return self.props[SLOT[name]];
}

export function nameOfServer(self: PhpObject): string {
  return self.ce.name;
}
