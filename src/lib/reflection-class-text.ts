/**
 * ReflectionClass::__toString().
 * Source: php-src 8.2 ext/reflection/php_reflection.c (_class_string)
 */
import type { Func } from '../bytecode/op-array.ts';
import {
  ACC_EXPLICIT_ABSTRACT_CLASS,
  ACC_FINAL,
  ACC_IMPLICIT_ABSTRACT_CLASS,
  ACC_INTERFACE,
  ACC_PRIVATE,
  ACC_READONLY_CLASS,
  ACC_STATIC,
  ACC_TRAIT,
} from '../bytecode/type-flags.ts';
import type { ClassEntry, PropertyInfo } from '../object/class-entry.ts';
import { displayName, instanceOf } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Executor } from '../vm/executor.ts';
import { extensionOf } from './extensions.ts';
import type { ClassRef } from './reflection-data.ts';
import { constantText, functionText, propertyText } from './reflection-text.ts';

function headline(rt: Executor, ref: ClassRef): string {
  const { ce, object } = ref;
  let text = '';
  const isInterface = (ce.flags & ACC_INTERFACE) !== 0;
  const isTrait = (ce.flags & ACC_TRAIT) !== 0;
  text += object !== null ? 'Object of class [ ' : `${isInterface ? 'Interface' : isTrait ? 'Trait' : 'Class'} [ `;
  text += ce.type === 2 ? '<user' : '<internal';
  const extension = ce.type === 1 ? extensionOf(rt, 'classes', ce.name) : null;
  if (extension !== null) text += `:${extension}`;
  text += '> ';
  if (ce.getIterator !== null || (!isInterface && instanceOf(ce, rt.classOf('Traversable')))) text += '<iterateable> ';
  if (isInterface) text += 'interface ';
  else if (isTrait) text += 'trait ';
  else {
    if ((ce.flags & (ACC_EXPLICIT_ABSTRACT_CLASS | ACC_IMPLICIT_ABSTRACT_CLASS)) !== 0) text += 'abstract ';
    if ((ce.flags & ACC_FINAL) !== 0) text += 'final ';
    if ((ce.flags & ACC_READONLY_CLASS) !== 0) text += 'readonly ';
    text += 'class ';
  }
  text += displayName(ce.name);
  if (ce.parent !== null) text += ` extends ${displayName(ce.parent.name)}`;
  if (ce.interfaces.length > 0) {
    text += `${isInterface ? ' extends ' : ' implements '}${ce.interfaces.map((x) => displayName(x.name)).join(', ')}`;
  }
  return `${text} ] {\n`;
}

function propertyBlock(rt: Executor, ce: ClassEntry, title: string, wanted: (info: PropertyInfo) => boolean): string {
  const shown = [...ce.propertiesInfo.values()].filter(
    (info) => wanted(info) && ((info.flags & ACC_PRIVATE) === 0 || info.ce === ce),
  );
  const lines = shown.map((info) => propertyText(rt, { kind: 'property', ce, info, name: info.name }, '    '));
  return `\n  - ${title} [${shown.length}] {\n${lines.join('')}  }\n`;
}

function* methodBlock(
  rt: Executor,
  ce: ClassEntry,
  title: string,
  wanted: (func: Func) => boolean,
): NativeCode<string> {
  const shown = [...ce.functionTable.values()].filter(
    (func) => wanted(func) && ((func.fnFlags & ACC_PRIVATE) === 0 || func.scope === ce),
  );
  const parts: string[] = [];
  for (const func of shown) parts.push(yield* functionText(rt, { kind: 'function', func, ce, closure: null }, '    '));
  return `\n  - ${title} [${shown.length}] {\n${parts.join('\n')}  }\n`;
}

/** The whole description. */
export function* classText(rt: Executor, ref: ClassRef): NativeCode<string> {
  const { ce, object } = ref;
  let text = ce.docComment === null ? '' : `${ce.docComment}\n`;
  text += headline(rt, ref);
  if (ce.type === 2) text += `  @@ ${ce.fileName ?? ''} ${ce.lineStart}-${ce.lineEnd}\n`;
  const constants = [...ce.constants.values()].filter((c) => (c.flags & ACC_PRIVATE) === 0 || c.ce === ce);
  text += `\n  - Constants [${constants.length}] {\n`;
  for (const constant of constants) {
    text += yield* constantText(rt, { constant }, '    ');
    if (rt.exception !== null) return '';
  }
  text += '  }\n';
  const isStatic = (x: { flags: number }): boolean => (x.flags & ACC_STATIC) !== 0;
  text += propertyBlock(rt, ce, 'Static properties', isStatic);
  text += yield* methodBlock(rt, ce, 'Static methods', (func) => (func.fnFlags & ACC_STATIC) !== 0);
  text += propertyBlock(rt, ce, 'Properties', (info) => !isStatic(info));
  if (object !== null) {
    const names = object.dyn?.keyList() ?? [];
    const lines = names.map((name) => `    Property [ <dynamic> public $${name} ]\n`);
    text += `\n  - Dynamic properties [${names.length}] {\n${lines.join('')}  }\n`;
  }
  text += yield* methodBlock(rt, ce, 'Methods', (func) => (func.fnFlags & ACC_STATIC) === 0);
  return `${text}}\n`;
}
