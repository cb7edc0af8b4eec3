/** mysqli: what the engine registers. Source: php-src 8.2 ext/mysqli/mysqli.c, mysqli_exception.c, mysqli_driver.c */
import { ACC_FINAL, ACC_PROTECTED } from '../../bytecode/type-flags.ts';
import { typeFromNames } from '../../bytecode/type-from-names.ts';
import type { ClassDef } from '../../object/class-def.ts';
import { addRef, type Zval } from '../../value/zval.ts';
import { fn, type FunctionDef, type MethodDef, method, p } from '../define.ts';
import type { Topic } from '../register.ts';
import { propertyDefs, type VirtualProperty, virtualHandlers } from './declare.ts';
import { CLIENT_INFO, linkClass, linkFunctions } from './link-class.ts';
import { mysqliConstants } from './constants.ts';
import { resultClass, resultFunctions } from './result-class.ts';
import { globalsOf } from './state.ts';
import { warningClass } from './warning-class.ts';
import { statementClass, statementFunctions } from './statement-class.ts';

const exceptionClass: ClassDef<MethodDef> = {
  name: 'mysqli_sql_exception',
  parent: 'RuntimeException',
  flags: ACC_FINAL,
  properties: [{ name: 'sqlstate', flags: ACC_PROTECTED, type: typeFromNames(['string']), default: '00000' }],
  methods: [
    method({
      name: 'getSqlState',
      doc: 'SQLSTATE of the error.',
      params: [],
      returns: ['string'],
      tentative: false,
      link: 'class.mysqli-sql-exception',
      impl: (_rt, self) => addRef(self.props[self.ce.propertiesInfoTable.findIndex((one) => one?.name === 'sqlstate')]),
    }),
  ],
};

const DRIVER: readonly VirtualProperty[] = [
  { name: 'client_info', types: ['string'], read: () => CLIENT_INFO },
  { name: 'client_version', types: ['int'], read: () => 80235 },
  { name: 'driver_version', types: ['int'], read: () => 101009 },
  { name: 'report_mode', types: ['int'], read: (rt) => globalsOf(rt).reportMode },
];

const driverHandlers = virtualHandlers(DRIVER);

const driverClass: ClassDef<MethodDef> = {
  name: 'mysqli_driver',
  flags: ACC_FINAL,
  properties: propertyDefs(DRIVER),
  handlers: {
    ...driverHandlers,
    *writeProperty(rt, obj, name, value) {
      if (name !== 'report_mode') return (yield* driverHandlers.writeProperty?.(rt, obj, name, value) ?? []) as Zval;
      globalsOf(rt as Parameters<typeof globalsOf>[0]).reportMode = Number(value);
      return value;
    },
  },
};

const functions: readonly FunctionDef[] = [
  ...linkFunctions,
  ...resultFunctions,
  ...statementFunctions,
  fn({
    name: 'mysqli_report',
    doc: 'How errors are reported.',
    params: [p.int('flags')],
    returns: ['bool'],
    impl(rt, flags) {
      globalsOf(rt).reportMode = flags;
      return true;
    },
  }),
  fn({
    name: 'mysqli_connect_errno',
    doc: 'The error of the last attempt to connect.',
    params: [],
    returns: ['int'],
    impl: (rt) => globalsOf(rt).connectError.code,
  }),
  fn({
    name: 'mysqli_connect_error',
    doc: 'The error of the last attempt to connect.',
    params: [],
    returns: ['string', 'null'],
    impl: (rt) => globalsOf(rt).connectError.message || null,
  }),
  fn({
    name: 'mysqli_get_client_info',
    doc: 'The client.',
    params: [p.nullable(p.object('mysql', 'mysqli'), { default: null })],
    returns: ['string'],
    impl: () => CLIENT_INFO,
  }),
  fn({
    name: 'mysqli_get_client_version',
    doc: 'The version of the client.',
    params: [],
    returns: ['int'],
    impl: () => 80235,
  }),
  fn({
    name: 'mysqli_thread_safe',
    doc: 'Was the client made for threads?',
    params: [],
    returns: ['bool'],
    impl: () => false,
  }),
];

const classes = [exceptionClass, driverClass, linkClass, resultClass, statementClass, warningClass];

export const MYSQLI_TOPICS: readonly Topic[] = [
  {
    functions,
    classes,
    constants: mysqliConstants,
    extension: { name: 'mysqli' },
  },
];
