/**
 * Puts the whole library into an engine: every topic's functions, classes and constants, in an order in which parents come
 * before children. Functions and classes are made when first used, and announced when the first of them is looked for.
 */
import { internalConstants } from '../bytecode/internal-constants.ts';
import type { ClassDef } from '../object/class-def.ts';
import { lcName } from '../object/class-queries.ts';
import { registerConstant } from '../vm/constants.ts';
import type { Executor } from '../vm/executor.ts';
import { createFunction } from '../vm/internal-function.ts';
import type { FunctionDef, MethodDef } from './define.ts';
import { addExtension } from './added-extensions.ts';
import { announceClass } from './core-classes.ts';
import { readFacts, type TopicFacts } from './topic-facts.ts';
import { TOPICS } from './topics.ts';
import { VERSION } from './version-compare.ts';

/** What one topic of the library declares. */
export interface Topic extends TopicFacts {
  readonly functions?: readonly FunctionDef[];
  readonly classes?: readonly ClassDef<MethodDef>[];
  /** What has to be set up in the engine besides (hooks such as `rt.enumMethods`). */
  readonly setUp?: (rt: Executor) => void;
  /** The same, before the first of its functions and classes is made. */
  readonly firstUse?: (rt: Executor) => void;
}

/** A topic whose code lies in another bundle, loaded when the first of its members is used: written by scripts/build/gates.mjs. */
interface DistantTopic {
  readonly extension?: TopicFacts['extension'];
  /** Names in the order of the topic, with blanks between. */
  readonly functionNames: string;
  readonly classNames: string;
  /** The rest of its facts, see topic-facts.ts. */
  readonly facts: string;
  readonly load: () => Topic;
}

export type AnyTopic = Topic | DistantTopic;

/** Registers every topic. Its members are announced when the first one of any topic is looked for. */
export function registerLibrary(rt: Executor): void {
  for (const topic of TOPICS) {
    if ('setUp' in topic) topic.setUp?.(rt);
    const code = topicCode(rt, topic);
    rt.constants.later(() => registerConstants(rt, factsOf(topic)));
    rt.functionTable.later(() => announceFunctions(rt, topic, code));
    rt.classTable.later(() => announceClasses(rt, topic, code));
    if (topic.extension !== undefined) registerExtension(rt, topic.extension, topic);
  }
  // What the compiler may substitute exists at run time too; a topic's own value comes first.
  rt.constants.later(() => {
    for (const [name, value] of internalConstants()) registerConstant(rt, name, value, true);
  });
}

function registerConstants(rt: Executor, { constants, deprecated }: TopicFacts): void {
  for (const name in deprecated)
    rt.constants.set(name, { name, value: deprecated[name], persistent: true, deprecated: true });
  for (const name in constants) registerConstant(rt, name, constants[name], true);
}

function announceFunctions(rt: Executor, topic: AnyTopic, code: () => Topic): void {
  functionNames(topic).forEach((name, at) => {
    rt.functionTable.announce(name.toLowerCase(), () => createFunction(code().functions?.[at] as FunctionDef));
  });
}

function announceClasses(rt: Executor, topic: AnyTopic, code: () => Topic): void {
  classNames(topic).forEach((name, at) => {
    announceClass(rt, name, () => code().classes?.[at] as ClassDef<MethodDef>);
  });
  for (const [alias, name] of factsOf(topic).aliases ?? []) {
    if (rt.classTable.has(lcName(name))) rt.classTable.announce(lcName(alias), () => rt.classOf(name));
  }
}

function registerExtension(
  rt: Executor,
  { name, version = VERSION }: Required<TopicFacts>['extension'],
  topic: AnyTopic,
): void {
  const members = {
    functions: () => functionNames(topic),
    classes: () => classNames(topic),
    constants: () => Object.keys(factsOf(topic).constants ?? {}),
  };
  addExtension(rt, name, { version, members });
}

function functionNames(topic: AnyTopic): readonly string[] {
  return 'load' in topic ? words(topic.functionNames) : (topic.functions ?? []).map(({ name }) => name);
}

function classNames(topic: AnyTopic): readonly string[] {
  return 'load' in topic ? words(topic.classNames) : (topic.classes ?? []).map(({ name }) => name);
}

function words(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}

function factsOf(topic: AnyTopic): TopicFacts {
  return 'load' in topic ? readFacts(topic.facts) : topic;
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
