/**
 * The interfaces of SPL.
 * Source: php-src 8.2 ext/spl/spl_iterators.stub.php, spl_observer.stub.php
 */
import { ACC_INTERFACE } from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import { type MethodDef, method, p } from './define.ts';

export const splInterfaces: readonly ClassDef<MethodDef>[] = [
  {
    name: 'OuterIterator',
    flags: ACC_INTERFACE,
    interfaces: ['Iterator'],
    methods: [
      method({
        name: 'getInnerIterator',
        doc: 'The iterator inside.',
        params: [],
        returns: ['Iterator', 'null'],
        abstract: true,
      }),
    ],
  },
  {
    name: 'RecursiveIterator',
    flags: ACC_INTERFACE,
    interfaces: ['Iterator'],
    methods: [
      method({
        name: 'hasChildren',
        doc: 'Can the current element be iterated?',
        params: [],
        returns: ['bool'],
        abstract: true,
      }),
      method({
        name: 'getChildren',
        doc: 'An iterator over the current element.',
        params: [],
        returns: ['RecursiveIterator', 'null'],
        abstract: true,
      }),
    ],
  },
  {
    name: 'SeekableIterator',
    flags: ACC_INTERFACE,
    interfaces: ['Iterator'],
    methods: [
      method({
        name: 'seek',
        doc: 'Goes to a position.',
        params: [p.int('offset')],
        returns: ['void'],
        abstract: true,
      }),
    ],
  },
  {
    name: 'SplObserver',
    flags: ACC_INTERFACE,
    methods: [
      method({
        name: 'update',
        doc: 'The subject changed.',
        params: [p.object('subject', 'SplSubject')],
        returns: ['void'],
        abstract: true,
      }),
    ],
  },
  {
    name: 'SplSubject',
    flags: ACC_INTERFACE,
    methods: [
      method({
        name: 'attach',
        doc: 'Adds an observer.',
        params: [p.object('observer', 'SplObserver')],
        returns: ['void'],
        abstract: true,
      }),
      method({
        name: 'detach',
        doc: 'Takes out an observer.',
        params: [p.object('observer', 'SplObserver')],
        returns: ['void'],
        abstract: true,
      }),
      method({ name: 'notify', doc: 'Tells the observers.', params: [], returns: ['void'], abstract: true }),
    ],
  },
];
