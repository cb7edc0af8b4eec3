/**
 * Objects in compiled code: new ones, their properties, and what is passed on of them, without a handler and without a guess
 * that fails.
 */
import { expect, test } from 'vitest';
import type { JitReportRow } from '../../src/index.ts';
import { runVirtual } from '../support/virtual-run.ts';

async function report(source: string): Promise<{ out: string; err: string; rows: Map<string, JitReportRow> }> {
  const rows = new Map<string, JitReportRow>();
  const jitReport = (all: readonly JitReportRow[]): void => {
    for (const row of all) rows.set(row.name, row);
  };
  const { out, err } = await runVirtual(source, [], { jitThreshold: 0, jitReport, checkLeaks: true });
  return { out, err, rows };
}

test('trees of new objects', async () => {
  const { out, err, rows } = await report(`<?php
    final class Node { public ?Node $left = null; public ?Node $right = null; }
    function build(int $d): Node {
      $n = new Node();
      if ($d > 0) { $n->left = build($d - 1); $n->right = build($d - 1); }
      return $n;
    }
    function check(Node $n): int { return $n->left === null ? 1 : 1 + check($n->left) + check($n->right); }
    for ($i = 0; $i < 20; $i++) echo check(build(5)), ' ';`);
  expect({ out, err }).toEqual({ out: '63 '.repeat(20), err: '' });
  expect(rows.get('check')).toMatchObject({ refused: null, exits: 0 });
  // The first calls cannot know that a frame is not needed.
  expect(rows.get('build')?.exits).toBeLessThan(20);
});

test('what is found at the end of a list, and destructors in the order of PHP', async () => {
  const { out, err, rows } = await report(`<?php
    class Item {
      public $next = null;
      public $tags = [];
      function __construct(public string $name) {}
      function __destruct() { echo "-$this->name"; }
    }
    function last(Item $i): string { while ($i->next !== null) $i = $i->next; return $i->name; }
    function tags(Item $i): int { return count($i->tags) + ($i->next ? tags($i->next) : 0); }
    function make(int $n): Item {
      $head = null;
      while ($n > 0) { $i = new Item("i$n"); $i->next = $head; $i->tags = [$n, $n]; $head = $i; $n--; }
      return $head;
    }
    for ($i = 0; $i < 12; $i++) { $l = make(3); echo last($l), tags($l); $l = null; echo ' '; }`);
  expect({ out, err }).toEqual({ out: 'i36-i1-i2-i3 '.repeat(12), err: '' });
  expect(rows.get('last')).toMatchObject({ refused: null, exits: 0 });
});

test('a class that is not the one seen first', async () => {
  const { out, err } = await report(`<?php
    class A { public $x = 1; public $y = 2.5; }
    class B { public $pad = 0; public $y = 'y'; public $x = [7]; }
    class C { public function __get($n) { return "magic $n"; } }
    function get(object $o) { return $o->x; }
    function is(object $o) { return $o->x === 1; }
    function both(object $o) { $x = $o->x; $y = $o->y; return [$x, $y]; }
    for ($i = 0; $i < 40; $i++) {
      foreach ([new A, new B, new C] as $o) { $r[] = get($o); $r[] = is($o); $r[] = both($o); }
    }
    echo md5(serialize($r)), json_encode(array_slice($r, 0, 9));`);
  const first = '[1,true,[1,2.5],[7],false,[[7],"y"],"magic x",false,["magic x","magic y"]]';
  expect({ out, err }).toEqual({ out: `1e437908bb6e026a04fc4c3ff92363f2${first}`, err: '' });
});
