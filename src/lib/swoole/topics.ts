/**
 * Swoole in this engine: its classes, functions and constants, the short names, and what is hooked.
 * Source: swoole-src ext-src/php_swoole.cc; swoole/library alias.php
 */
import { ACC_FINAL, ACC_PRIVATE } from '../../bytecode/type-flags.ts';
import { schedulerOf } from '../../coro/scheduler.ts';
import type { ClassDef } from '../../object/class-def.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { addRef, type Zval } from '../../value/zval.ts';
import { createException } from '../../vm/exceptions.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, type MethodDef, method, p, staticMethod } from '../define.ts';
import type { Topic } from '../register.ts';
import { channelClass, channelConstants } from './channel-class.ts';
import { coroutineClass } from './coroutine-class.ts';
import { deadlockReport } from './deadlock.ts';
import { dnsFunctions } from './dns-methods.ts';
import { errorConstants } from './errors.ts';
import { eventClass, eventFunctions } from './event-class.ts';
import { lockClass } from './lock-class.ts';
import { logDiscarded } from './log.ts';
import { mimeFunctions } from './mime-functions.ts';
import { miscFunctions, SWOOLE_VERSION } from './misc-functions.ts';
import { hookFiles } from './file-hooks.ts';
import { HOOK_ALL, hookConstants } from './hooks.ts';
import { setOptions } from './options.ts';
import { coroutineFunctions, schedulerClass } from './scheduler-class.ts';
import { hookSleep } from './sleep.ts';
import { systemClass } from './system-class.ts';
import { DB_ALIASES, SWOOLE_DB_TOPIC } from './db/topics.ts';
import { libraryFunctions } from './library/library-functions.ts';
import { installLibrary } from './library/load.ts';
import { NET_ALIASES, SWOOLE_NET_TOPIC } from './net/topics.ts';
import { timerClass, timerFunctions } from './timer-class.ts';
import { barrierClass, waitGroupClass } from './wait-group.ts';

const EXIT_IN_COROUTINE = 2;

/** Slot of a property that the class declares itself. */
function slotOf(obj: PhpObject, name: string): number {
  return obj.ce.propertiesInfoTable.findIndex((info) => info?.name === name);
}

function getter(name: string, property: string): MethodDef {
  return method({
    name,
    doc: `The ${property} of the exit.`,
    params: [],
    returns: ['mixed'],
    link: 'https://wiki.swoole.com/#/coroutine/coroutine?id=exit',
    impl: (_rt, self) => addRef(self.props[slotOf(self, property)]),
  });
}

const exceptions: readonly ClassDef<MethodDef>[] = [
  { name: 'Swoole\\Exception', parent: 'Exception' },
  { name: 'Swoole\\Error', parent: 'Error' },
  {
    name: 'Swoole\\ExitException',
    parent: 'Swoole\\Exception',
    properties: [
      { name: 'flags', flags: ACC_PRIVATE, type: null, default: 0 },
      { name: 'status', flags: ACC_PRIVATE, type: null, default: 0 },
    ],
    methods: [getter('getFlags', 'flags'), getter('getStatus', 'status')],
  },
  { name: 'Swoole\\Coroutine\\CanceledException', parent: 'Exception', flags: ACC_FINAL },
  { name: 'Swoole\\Coroutine\\TimeoutException', parent: 'Exception', flags: ACC_FINAL },
];

/** The flags are an option, too: Coroutine\\run leaves them as they are. */
function setHookFlags(rt: Executor, flags: number): boolean {
  const options = new PhpArray();
  options.setStr('hook_flags', flags);
  setOptions(rt, options);
  rt.releaseValue(options);
  return true;
}

const runtimeClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Runtime',
  methods: [
    staticMethod({
      name: 'enableCoroutine',
      doc: 'Says which plain functions suspend the running coroutine.',
      params: [p.union('flags', ['bool', 'int'], { default: HOOK_ALL, text: 'SWOOLE_HOOK_ALL' })],
      returns: ['bool'],
      link: 'https://wiki.swoole.com/#/runtime',
      impl(rt, _scope, flags) {
        return setHookFlags(rt, flags === true ? HOOK_ALL : Number(flags));
      },
    }),
    staticMethod({
      name: 'setHookFlags',
      doc: 'Says which plain functions suspend the running coroutine.',
      params: [p.int('flags')],
      returns: ['bool'],
      link: 'https://wiki.swoole.com/#/runtime',
      impl: (rt, _scope, flags) => setHookFlags(rt, flags),
    }),
    staticMethod({
      name: 'getHookFlags',
      doc: 'Which plain functions suspend the running coroutine.',
      params: [],
      returns: ['int'],
      link: 'https://wiki.swoole.com/#/runtime',
      impl: (rt) => schedulerOf(rt).hookFlags,
    }),
  ],
};

const constants: Readonly<Record<string, Zval>> = {
  ...channelConstants,
  ...errorConstants,
  ...hookConstants,
  SWOOLE_VERSION,
  SWOOLE_VERSION_ID: 60201,
  SWOOLE_MAJOR_VERSION: 6,
  SWOOLE_MINOR_VERSION: 2,
  SWOOLE_RELEASE_VERSION: 1,
  SWOOLE_LOG_DEBUG: 0,
  SWOOLE_LOG_TRACE: 1,
  SWOOLE_LOG_INFO: 2,
  SWOOLE_LOG_NOTICE: 3,
  SWOOLE_LOG_WARNING: 4,
  SWOOLE_LOG_ERROR: 5,
  SWOOLE_LOG_NONE: 6,
  SWOOLE_CORO_MAX_NUM_LIMIT: 9223372036854775807n,
  SWOOLE_CORO_INIT: 0,
  SWOOLE_CORO_WAITING: 1,
  SWOOLE_CORO_RUNNING: 2,
  SWOOLE_CORO_END: 3,
  SWOOLE_DEFAULT_MAX_CORO_NUM: 100000,
  SWOOLE_EXIT_IN_COROUTINE: EXIT_IN_COROUTINE,
  SWOOLE_EXIT_IN_SERVER: 4,
  SWOOLE_TIMER_MIN_MS: 1,
  SWOOLE_IOV_MAX: 1024,
  ...SWOOLE_NET_TOPIC.constants,
};

/** Short name and class. */
const ALIASES: readonly (readonly [string, string])[] = [
  ['Co', 'Swoole\\Coroutine'],
  ['Chan', 'Swoole\\Coroutine\\Channel'],
  ...[
    'Channel',
    'Context',
    'Iterator',
    'Scheduler',
    'System',
    'WaitGroup',
    'Barrier',
    ...NET_ALIASES,
    ...DB_ALIASES,
  ].map((name) => [`Co\\${name}`, `Swoole\\Coroutine\\${name}`] as const),
];

/** exit() in a coroutine is an exception, so that the others go on. */
function forbidExit(rt: Executor, status: Zval): boolean {
  if (schedulerOf(rt).current === null) return false;
  const exception = createException(rt, rt.classOf('Swoole\\ExitException'), 'swoole exit', 0);
  exception.props[slotOf(exception, 'flags')] = EXIT_IN_COROUTINE;
  exception.props[slotOf(exception, 'status')] = addRef(status);
  rt.throwObject(exception);
  return true;
}

/** Before the first of its functions and classes is used; what a program may meet earlier is dormant.ts's. */
function firstUse(rt: Executor): void {
  hookSleep(rt);
  hookFiles(rt);
  rt.exitHook = (status) => forbidExit(rt, status);
  const scheduler = schedulerOf(rt);
  installLibrary(rt);
  scheduler.reportDeadlock = () => deadlockReport(rt);
  scheduler.discarded = (channel) => logDiscarded(rt, channel);
}

const classes: readonly ClassDef<MethodDef>[] = [
  ...exceptions,
  coroutineClass,
  { name: 'Swoole\\Coroutine\\Context', parent: 'ArrayObject' },
  { name: 'Swoole\\Coroutine\\Iterator', parent: 'ArrayIterator' },
  { name: 'Swoole\\Timer\\Iterator', parent: 'ArrayIterator' },
  channelClass,
  waitGroupClass,
  lockClass,
  barrierClass,
  schedulerClass,
  systemClass,
  timerClass,
  eventClass,
  runtimeClass,
  ...(SWOOLE_NET_TOPIC.classes ?? []),
  ...(SWOOLE_DB_TOPIC.classes ?? []),
];

const functions: readonly FunctionDef[] = [
  ...miscFunctions,
  ...mimeFunctions,
  ...libraryFunctions,
  ...coroutineFunctions,
  ...timerFunctions,
  ...eventFunctions,
  ...dnsFunctions,
  ...(SWOOLE_NET_TOPIC.functions ?? []),
];

/** To be registered behind the standard functions and SPL. */
export const SWOOLE_TOPICS: readonly Topic[] = [
  {
    classes,
    functions,
    constants,
    aliases: ALIASES,
    extension: { name: 'swoole', version: SWOOLE_VERSION },
    firstUse,
  },
];
