/** Making ReflectionExtension objects. Source: php-src 8.2 ext/reflection/php_reflection.c (reflection_extension_factory) */
import type { PhpObject } from '../value/php-object.ts';
import type { Executor } from '../vm/executor.ts';

/** A ReflectionExtension of a known extension. Owned. */
export function makeExtension(rt: Executor, name: string): PhpObject {
  const obj = rt.newObject(rt.classOf('ReflectionExtension'));
  obj.props[0] = name;
  obj.native = name;
  return obj;
}
