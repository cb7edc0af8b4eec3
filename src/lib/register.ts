/**
 * Puts the whole library into an engine: every topic's functions, classes and constants, in an order in which parents come
 * before children. Functions and classes are made when first used.
 */
import { internalConstant, internalConstantNames } from '../bytecode/internal-functions.ts';
import type { ClassDef } from '../object/class-def.ts';
import { defineInternalClass } from '../object/class-def.ts';
import { lcName } from '../object/class-queries.ts';
import type { Zval } from '../value/zval.ts';
import { registerConstant } from '../vm/constants.ts';
import type { Executor } from '../vm/executor.ts';
import { createFunction, createMethod } from '../vm/internal-function.ts';
import type { FunctionDef, MethodDef } from './define.ts';
import { addExtension } from './added-extensions.ts';
import { TOPICS } from './topics.ts';
import { VERSION } from './version-compare.ts';

/** What a topic has besides functions and classes. */
interface TopicFacts {
  /** Name and value; values are uncounted. */
  readonly constants?: Readonly<Record<string, Zval>>;
  /** The same, deprecated. */
  readonly deprecated?: Readonly<Record<string, Zval>>;
  /** Other names of its classes: alias and name. */
  readonly aliases?: readonly (readonly [string, string])[];
  /** The extension that its members belong to, where PHP's own lists do not say so. The version is PHP's unless given. */
  readonly extension?: { readonly name: string; readonly version?: string };
}

/** What one topic of the library declares. */
export interface Topic extends TopicFacts {
  readonly functions?: readonly FunctionDef[];
  readonly classes?: readonly ClassDef<MethodDef>[];
  /** What has to be set up in the engine besides (hooks such as `rt.enumMethods`). */
  readonly setUp?: (rt: Executor) => void;
  /** The same, before the first of its functions and classes is made. */
  readonly firstUse?: (rt: Executor) => void;
}

/**
 * A topic whose code lies in another bundle, loaded when the first of its functions and classes is used: written by
 * scripts/build/library-gates.mjs.
 */
interface DistantTopic extends TopicFacts {
  /** Names in the order of the topic. */
  readonly functionNames: readonly string[];
  readonly classNames: readonly string[];
  readonly load: () => Topic;
}

export type AnyTopic = Topic | DistantTopic;

/** Registers every topic. */
export function registerLibrary(rt: Executor): void {
  for (const topic of TOPICS) {
    if ('setUp' in topic) topic.setUp?.(rt);
    registerConstants(rt, topic);
    registerMembers(rt, topic);
  }
  // What the compiler may substitute exists at run time too; a topic's own value comes first.
  for (const name of internalConstantNames()) registerConstant(rt, name, internalConstant(name), true);
}

function registerConstants(rt: Executor, topic: AnyTopic): void {
  const { constants, deprecated } = topic;
  for (const name in deprecated)
    rt.constants.set(name, { name, value: deprecated[name], persistent: true, deprecated: true });
  for (const name in constants) registerConstant(rt, name, constants[name], true);
}

function registerMembers(rt: Executor, topic: AnyTopic): void {
  const functions = 'load' in topic ? topic.functionNames : (topic.functions ?? []).map(({ name }) => name);
  const classes = 'load' in topic ? topic.classNames : (topic.classes ?? []).map(({ name }) => name);
  const code = topicCode(rt, topic);
  functions.forEach((name, at) => {
    rt.functionTable.announce(name.toLowerCase(), () => createFunction(code().functions?.[at] as FunctionDef));
  });
  classes.forEach((name, at) => {
    const make = () => defineInternalClass(rt, code().classes?.[at] as ClassDef<MethodDef>, createMethod);
    rt.classTable.announce(lcName(name), make);
  });
  for (const [alias, name] of topic.aliases ?? []) {
    if (rt.classTable.has(lcName(name))) rt.classTable.announce(lcName(alias), () => rt.classOf(name));
  }
  if (topic.extension !== undefined) {
    const { name, version = VERSION } = topic.extension;
    addExtension(rt, name, { version, functions, classes, constants: Object.keys(topic.constants ?? {}) });
  }
}

/** The topic itself, set up when it is asked for. */
function topicCode(rt: Executor, topic: AnyTopic): () => Topic {
  let code: Topic | null = null;
  return () => {
    if (code !== null) return code;
    code = 'load' in topic ? topic.load() : topic;
    code.firstUse?.(rt);
    return code;
  };
}
