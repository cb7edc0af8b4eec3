import { describe, expect, it } from 'vitest';
import { LazyTable } from '../../src/base/lazy-table.ts';

interface Made {
  readonly name: string;
}

function table(log: string[]): LazyTable<Made> {
  const made = new LazyTable<Made>();
  for (const name of ['a', 'b', 'c']) {
    made.announce(name, () => {
      log.push(name);
      return { name };
    });
  }
  return made;
}

describe('LazyTable', () => {
  it('makes an entry once, when it is asked for', () => {
    const log: string[] = [];
    const made = table(log);
    expect(made.has('b')).toBe(true);
    expect(made.size).toBe(3);
    expect(log).toEqual([]);
    expect(made.get('b')).toBe(made.get('b'));
    expect(made.get('d')).toBeUndefined();
    expect(log).toEqual(['b']);
    expect([...made.used()]).toEqual([{ name: 'b' }]);
  });

  it('keeps the order of announcement, whatever is made first', () => {
    const made = table([]);
    made.set('d', { name: 'd' });
    made.get('c');
    expect([...made.keys()]).toEqual(['a', 'b', 'c', 'd']);
    expect([...made].map(([key, { name }]) => key + name)).toEqual(['aa', 'bb', 'cc', 'dd']);
    const seen: string[] = [];
    table([]).forEach(({ name }) => seen.push(name));
    expect(seen).toEqual(['a', 'b', 'c']);
    expect([...table([]).values()].length).toBe(3);
  });

  it('forgets what was announced once it is set, deleted or cleared', () => {
    const log: string[] = [];
    const made = table(log);
    made.set('a', { name: 'other' });
    made.delete('b');
    expect([...made.values()].map(({ name }) => name)).toEqual(['other', 'c']);
    made.clear();
    expect(made.get('c')).toBeUndefined();
    expect(log).toEqual(['c']);
  });

  it('does not find an entry while it is made', () => {
    const made = new LazyTable<Made>();
    let seen: Made | undefined = { name: 'unset' };
    made.announce('a', () => {
      seen = made.get('a');
      return { name: 'a' };
    });
    expect(made.get('a')?.name).toBe('a');
    expect(seen).toBeUndefined();
  });

  it('announces what waits when something is looked for that is not there, and before anything is set', () => {
    const log: string[] = [];
    const waiting = (): LazyTable<Made> => {
      const made = new LazyTable<Made>();
      made.set('first', { name: 'first' });
      for (const name of ['a', 'b']) {
        made.later(() => {
          log.push(name);
          made.announce(name, () => ({ name: `made ${name}` }));
        });
      }
      return made;
    };
    const made = waiting();
    expect([made.get('first')?.name, made.has('first'), log.length, [...made.used()].length]).toEqual([
      'first',
      true,
      0,
      1,
    ]);
    expect(made.get('b')?.name).toBe('made b');
    expect(log).toEqual(['a', 'b']);
    expect(waiting().has('a')).toBe(true);
    expect(waiting().get('c')).toBeUndefined();
    expect(waiting().size).toBe(3);
    expect([...waiting().set('c', { name: 'c' }).keys()]).toEqual(['first', 'a', 'b', 'c']);
    expect([...waiting().values()].map(({ name }) => name)).toEqual(['first', 'made a', 'made b']);
    expect([...waiting().keys()]).toEqual(['first', 'a', 'b']);
    const cleared = waiting();
    cleared.clear();
    expect(cleared.size).toBe(0);
  });
});
