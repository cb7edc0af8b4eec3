import { describe, expect, it } from 'vitest';
import { GarbageCollector } from '../../src/object/gc.ts';
import { PhpArray } from '../../src/value/php-array.ts';
import type { PhpObject } from '../../src/value/php-object.ts';
import { release } from '../../src/value/refcount.ts';
import { PhpReference } from '../../src/value/zval.ts';
import { declareAll, drive, FakeRuntime } from './fake-runtime.ts';

class GcRuntime extends FakeRuntime {
  readonly gc: GarbageCollector = new GarbageCollector(this.objects, () => {});
  override gcPossibleRoot(v: PhpArray | PhpObject): void {
    this.gc.possibleRoot(v);
  }
}

function node(rt: GcRuntime): PhpObject {
  return rt.objects.create(rt.classOf('Node'));
}

function setup(extra = ''): GcRuntime {
  const rt = new GcRuntime();
  declareAll(rt, `class Node { public $next; ${extra} }`);
  return rt;
}

describe('cycle collector', () => {
  it('frees a cycle of two objects', () => {
    const rt = setup();
    const a = node(rt);
    const b = node(rt);
    a.props[0] = b;
    b.props[0] = a;
    a.rc++;
    release(rt, a);
    expect(drive(rt.gc.collect(rt))).toBe(2);
    expect([...rt.objects.live()]).toEqual([]);
  });

  it('keeps what is held from outside, with everything it reaches', () => {
    const rt = setup();
    const [a, b, c] = [node(rt), node(rt), node(rt)];
    a.props[0] = b;
    b.props[0] = a;
    a.rc += 2;
    b.rc++;
    const list = PhpArray.fromList([c, b]);
    c.props[0] = list;
    list.rc++;
    release(rt, list);
    release(rt, a);
    expect(drive(rt.gc.collect(rt))).toBe(2);
    expect([...rt.objects.live()]).toEqual([a, b]);
    expect(b.rc).toBe(1);
  });

  it('sees through references, which do not count', () => {
    const rt = setup();
    const list = new PhpArray();
    const ref = new PhpReference(list);
    list.append(ref);
    ref.rc++;
    release(rt, ref);
    expect(drive(rt.gc.collect(rt))).toBe(1);
  });

  it('runs destructors first and frees in the second round', () => {
    const rt = setup('function __destruct() {}');
    const a = node(rt);
    a.props[0] = a;
    a.rc++;
    release(rt, a);
    const run = rt.gc.collect(rt);
    expect(run.next(null).value).toMatchObject({ kind: 'flush' });
    expect(rt.destructed).toEqual([a]);
    release(rt, a);
    expect(run.next(null).value).toBe(1);
    expect([...rt.objects.live()]).toEqual([]);
  });

  it('needs no host stack for a list of 200000 objects', () => {
    const rt = setup();
    let head = node(rt);
    for (let i = 0; i < 200_000; i++) {
      const next = node(rt);
      next.props[0] = head;
      head = next;
    }
    release(rt, head);
    expect([...rt.objects.live()]).toEqual([]);
  });
});

describe('object store', () => {
  it('uses handles again, the last freed first', () => {
    const rt = setup();
    const made = [node(rt), node(rt), node(rt)];
    expect(made.map((o) => o.handle)).toEqual([1, 2, 3]);
    release(rt, made[0]);
    release(rt, made[1]);
    expect(node(rt).handle).toBe(2);
    expect(node(rt).handle).toBe(1);
    expect(node(rt).handle).toBe(4);
  });
});
