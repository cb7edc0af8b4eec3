/**
 * ReflectionExtension and ReflectionZendExtension.
 * Source: php-src 8.2 ext/reflection/php_reflection.c
 */
import type { ClassDef } from '../object/class-def.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Func } from '../bytecode/op-array.ts';
import { toBool } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { release } from '../value/refcount.ts';
import { addRef, PhpFloat, type Zval } from '../value/zval.ts';
import { findConstant } from '../vm/constants.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, p } from './define.ts';
import { dependenciesOf, extensionNames, findExtension, membersOf, versionOf } from './extensions.ts';
import { classText } from './reflection-class-text.ts';
import { fail, listOf, makeClass, makeFunction, reflectionHandlers } from './reflection-data.ts';
import { stringProperty } from './reflection-function.ts';
import { functionText } from './reflection-text.ts';
import { cloneMethod } from './reflection-type.ts';

function functionsOf(rt: Executor, extension: string): [string, Func][] {
  return membersOf(rt, extension, 'functions').flatMap((name) => {
    const func = rt.functionTable.get(name);
    return func === undefined ? [] : [[name, func] as [string, Func]];
  });
}

function classesOf(rt: Executor, extension: string): ClassEntry[] {
  return membersOf(rt, extension, 'classes').flatMap((name) => rt.lookupClass(name) ?? []);
}

function constantsOf(rt: Executor, extension: string): [string, Zval][] {
  return membersOf(rt, extension, 'constants').flatMap((name) => {
    const value = findConstant(rt, name, false);
    return value === undefined ? [] : [[name, value] as [string, Zval]];
  });
}

/** The extension that declares an ini setting: what stands before the dot, or one of the few without. */
function ownsSetting(extension: string, key: string): boolean {
  const dot = key.indexOf('.');
  const group = dot < 0 ? '' : key.slice(0, dot);
  if (extension === 'standard') return group === 'assert' || key === 'user_agent' || key.startsWith('url_rewriter');
  if (extension === 'Core') return group === '' ? key !== 'user_agent' : group === 'zend';
  return group === extension.toLowerCase();
}

function settingsOf(rt: Executor, extension: string): { key: string; local: string; access: number }[] {
  return rt.ini.all().filter(({ key }) => ownsSetting(extension, key));
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  number: 'int',
  bigint: 'int',
  boolean: 'bool',
  string: 'string',
};

function constantLine(name: string, value: Zval): string {
  const type = value instanceof PhpFloat ? 'float' : value === null ? 'null' : (TYPE_WORDS[typeof value] ?? 'array');
  const shown = typeof value === 'boolean' ? (toBool(value) ? '1' : '') : String(value ?? '');
  return `    Constant [ ${type} ${name} ] { ${value instanceof PhpFloat ? value.value : shown} }\n`;
}

/** _extension_string */
function* extensionText(rt: Executor, name: string): NativeCode {
  let text = `Extension [ <persistent> extension #${extensionNames(rt).indexOf(name) + 1} ${name} version ${versionOf(rt, name)} ] {\n`;
  const dependencies = Object.entries(dependenciesOf(name));
  if (dependencies.length > 0) {
    const lines = dependencies.map(([other, kind]) => `    Dependency [ ${other} (${kind}) ]\n`);
    text += `\n  - Dependencies {\n${lines.join('')}  }\n`;
  }
  const settings = settingsOf(rt, name);
  if (settings.length > 0) {
    const access: Readonly<Record<number, string>> = { 7: 'ALL', 6: 'PERDIR,SYSTEM', 4: 'SYSTEM' };
    const lines = settings.map(
      (s) => `    Entry [ ${s.key} <${access[s.access] ?? 'ALL'}> ]\n      Current = '${s.local}'\n    }\n`,
    );
    text += `\n  - INI {\n${lines.join('')}  }\n`;
  }
  const constants = constantsOf(rt, name);
  if (constants.length > 0) {
    text += `\n  - Constants [${constants.length}] {\n${constants.map(([n, v]) => constantLine(n, v)).join('')}  }\n`;
  }
  const functions = functionsOf(rt, name);
  if (functions.length > 0) {
    text += '\n  - Functions {\n';
    for (const [, func] of functions) {
      text += yield* functionText(rt, { kind: 'function', func, ce: null, closure: null }, '    ');
    }
    text += '  }\n';
  }
  const classes = classesOf(rt, name);
  if (classes.length > 0) {
    text += `\n  - Classes [${classes.length}] {\n`;
    const parts: string[] = [];
    for (const ce of classes) {
      const own = yield* classText(rt, { kind: 'class', ce, object: null });
      parts.push(own.replace(/^(?=.)/gm, '    '));
    }
    text += `${parts.join('\n')}  }\n`;
  }
  return `${text}}\n`;
}

/** A method without arguments about the extension. */
function about(
  name: string,
  doc: string,
  returns: readonly string[],
  answer: (rt: Executor, extension: string) => Zval | NativeCode,
): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns,
    tentative: name !== '__toString',
    impl: (rt, self) => {
      if (typeof self.native === 'string') return answer(rt, self.native);
      return rt.throwError(
        'Error',
        'Typed property ReflectionExtension::$name must not be accessed before initialization',
      );
    },
  });
}

/** php_info_print_module of an extension without a table of its own. */
function printInfo(rt: Executor, extension: string): null {
  rt.write(`\n${extension}\n\n`);
  const settings = settingsOf(rt, extension);
  if (extension === 'Reflection') rt.write('Reflection => enabled\n');
  if (settings.length > 0) {
    rt.write('\nDirective => Local Value => Master Value\n');
    for (const s of settings) rt.write(`${s.key} => ${s.local || 'no value'} => ${s.local || 'no value'}\n`);
  }
  rt.write('\n');
  return null;
}

const extensionMethods: readonly MethodDef[] = [
  cloneMethod,
  method({
    name: '__construct',
    doc: 'An extension by name.',
    params: [p.string('name')],
    returns: null,
    impl: (rt, self, name) => {
      const found = findExtension(rt, name);
      if (found === null) return fail(rt, `Extension "${name}" does not exist`);
      release(rt, self.props[0]);
      self.props[0] = found;
      self.native = found;
      return null;
    },
  }),
  about('__toString', 'A description.', ['string'], extensionText),
  about('getName', 'Its name.', ['string'], (_rt, name) => name),
  about('getVersion', 'Its version.', ['string', 'null'], versionOf),
  about('getFunctions', 'Its functions.', ['array'], (rt, name) =>
    PhpArray.fromEntries(functionsOf(rt, name).map(([key, func]) => [key, makeFunction(rt, func, null)])),
  ),
  about('getConstants', 'Its constants.', ['array'], (rt, name) =>
    PhpArray.fromEntries(constantsOf(rt, name).map(([key, value]) => [key, addRef(value)])),
  ),
  about('getINIEntries', 'Its settings.', ['array'], (rt, name) =>
    PhpArray.fromEntries(settingsOf(rt, name).map(({ key, local }) => [key, local])),
  ),
  about('getClasses', 'Its classes.', ['array'], (rt, name) =>
    PhpArray.fromEntries(classesOf(rt, name).map((ce) => [ce.name, makeClass(rt, ce)])),
  ),
  about('getClassNames', 'The names of its classes.', ['array'], (rt, name) =>
    listOf(classesOf(rt, name).map((ce) => ce.name)),
  ),
  about('getDependencies', 'What it needs.', ['array'], (_rt, name) =>
    PhpArray.fromEntries(Object.entries(dependenciesOf(name))),
  ),
  about('info', 'Prints what phpinfo() says of it.', ['void'], printInfo),
  about('isPersistent', 'Is it there for good?', ['bool'], () => true),
  about('isTemporary', 'Was it loaded by dl()?', ['bool'], () => false),
];

const NO_ZEND_EXTENSION = 'This engine has no Zend extensions';

function ofZend(name: string, returns: readonly string[]): MethodDef {
  return method({
    name,
    doc: 'There is no Zend extension to tell of.',
    params: [],
    returns,
    tentative: name !== '__toString',
    impl: (rt) => rt.throwError('Error', NO_ZEND_EXTENSION),
  });
}

export const extensionClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'ReflectionExtension',
    interfaces: ['Reflector'],
    properties: [stringProperty('name')],
    methods: extensionMethods,
    handlers: reflectionHandlers,
  },
  {
    name: 'ReflectionZendExtension',
    interfaces: ['Reflector'],
    properties: [stringProperty('name')],
    methods: [
      cloneMethod,
      method({
        name: '__construct',
        doc: 'A Zend extension by name: there are none.',
        params: [p.string('name')],
        returns: null,
        impl: (rt, _self, name) => fail(rt, `Zend Extension "${name}" does not exist`),
      }),
      ofZend('__toString', ['string']),
      ofZend('getName', ['string']),
      ofZend('getVersion', ['string']),
      ofZend('getAuthor', ['string']),
      ofZend('getURL', ['string']),
      ofZend('getCopyright', ['string']),
    ],
    handlers: reflectionHandlers,
  },
];
