/**
 * Stream contexts: options by wrapper. Files need none; they are kept and shown.
 * Source: php-src ext/standard/streamsfuncs.c
 */
import { PhpArray } from '../value/php-array.ts';
import { addRef, deref, type PhpResource, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { Stream } from './stream.ts';
import { createContext, defaultContext, StreamContext } from './stream-context.ts';

/** The context of a context or stream resource; null after a TypeError. */
function contextOf(rt: Executor, resource: PhpResource): StreamContext | null {
  if (resource.data instanceof StreamContext) return resource.data;
  if (resource.data instanceof Stream) return (resource.data.context ?? defaultContext(rt)).data as StreamContext;
  return rt.argumentTypeError(1, 'must be a valid stream/context');
}

/** Merges `[wrapper => [option => value]]`; false after an error. */
function addOptions(rt: Executor, context: StreamContext, options: PhpArray): boolean {
  for (const [wrapper, held] of options.entries()) {
    const values = deref(held);
    if (!(values instanceof PhpArray) || typeof wrapper !== 'string') {
      rt.throwError('ValueError', 'Options should have the form ["wrappername"]["optionname"] = $value');
      return false;
    }
    for (const [name, v] of values.entries()) {
      if (typeof name === 'string') setOption(rt, context, wrapper, name, deref(v));
    }
  }
  return true;
}

function setOption(rt: Executor, context: StreamContext, wrapper: string, name: string, value: Zval): void {
  let own = context.options.get(wrapper);
  if (!(own instanceof PhpArray)) {
    own = new PhpArray();
    context.options.set(wrapper, own);
  } else if (own.rc > 1) {
    const copy = own.dup();
    context.options.update(rt, wrapper, copy);
    own = copy;
  }
  own.update(rt, name, addRef(value));
}

/** stream_context_set_option: an array of options, or one option. */
function setOptions(
  rt: Executor,
  resource: PhpResource,
  wrapperOrOptions: PhpArray | string,
  name: string | null,
  value: Zval,
): Zval {
  const context = contextOf(rt, resource);
  if (context === null) return null;
  if (wrapperOrOptions instanceof PhpArray) {
    if (name !== null)
      return rt.argumentValueError(3, 'must be null when argument #2 ($wrapper_or_options) is an array');
    if (value !== undefined)
      return rt.argumentValueError(4, 'cannot be provided when argument #2 ($wrapper_or_options) is an array');
    return addOptions(rt, context, wrapperOrOptions) ? true : null;
  }
  if (name === null)
    return rt.argumentValueError(3, 'cannot be null when argument #2 ($wrapper_or_options) is a string');
  if (value === undefined)
    return rt.argumentValueError(4, 'must be provided when argument #2 ($wrapper_or_options) is a string');
  setOption(rt, context, wrapperOrOptions, name, value);
  return true;
}

export const streamContextFunctions: readonly FunctionDef[] = [
  fn({
    name: 'stream_context_create',
    doc: 'Makes a stream context.',
    params: [p.nullable(p.array('options'), { default: null }), p.nullable(p.array('params'), { default: null })],
    returns: null,
    impl(rt, options, params) {
      const resource = createContext(rt);
      const context = resource.data as StreamContext;
      if (options !== null && !addOptions(rt, context, options)) return null;
      params?.forEach((v, key) => context.params.update(rt, key, addRef(deref(v))));
      return resource;
    },
  }),
  fn({
    name: 'stream_context_get_options',
    doc: 'The options of a context.',
    params: [p.resource('stream_or_context')],
    returns: ['array'],
    impl(rt, resource) {
      const context = contextOf(rt, resource);
      return context === null ? null : context.options.dup();
    },
  }),
  fn({
    name: 'stream_context_set_option',
    doc: 'Sets one option of a context, or those of an array.',
    params: [
      p.resource('stream_or_context'),
      p.union('wrapper_or_options', ['array', 'string']),
      p.nullable(p.string('option_name'), { default: null }),
      p.optional(p.mixed('value')),
    ],
    returns: ['bool'],
    impl: (rt, resource, wrapper, name, value) => setOptions(rt, resource, wrapper, name, value),
  }),
  fn({
    name: 'stream_context_get_default',
    doc: 'The context of streams opened without one.',
    params: [p.nullable(p.array('options'), { default: null })],
    returns: null,
    impl(rt, options) {
      const resource = defaultContext(rt);
      if (options !== null && !addOptions(rt, resource.data as StreamContext, options)) return null;
      return addRef(resource);
    },
  }),
  fn({
    name: 'stream_context_set_default',
    doc: 'Sets options of the default context.',
    params: [p.array('options')],
    returns: null,
    impl(rt, options) {
      const resource = defaultContext(rt);
      return addOptions(rt, resource.data as StreamContext, options) ? addRef(resource) : null;
    },
  }),
  fn({
    name: 'stream_context_set_params',
    doc: 'Sets parameters of a context.',
    params: [p.resource('context'), p.array('params')],
    returns: ['bool'],
    impl(rt, resource, params) {
      const context = contextOf(rt, resource);
      if (context === null) return null;
      for (const [key, held] of params.entries()) {
        const v = deref(held);
        if (key === 'options') {
          if (!(v instanceof PhpArray)) return rt.throwError('TypeError', 'Invalid stream/context parameter');
          if (!addOptions(rt, context, v)) return null;
        } else context.params.update(rt, key, addRef(v));
      }
      return true;
    },
  }),
  fn({
    name: 'stream_context_get_params',
    doc: 'The parameters of a context.',
    params: [p.resource('context')],
    returns: ['array'],
    impl(rt, resource) {
      const context = contextOf(rt, resource);
      if (context === null) return null;
      const out = context.params.dup();
      out.update(rt, 'options', context.options.dup());
      return out;
    },
  }),
];
