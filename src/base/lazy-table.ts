/**
 * A table whose entries may be made at their first use. A key keeps the place it was announced at, so that whoever goes
 * through the table sees the order of announcement; going through it makes all that is left. Announcing itself may wait, too,
 * until the table is asked for what it does not have.
 */
export class LazyTable<V extends object> extends Map<string, V> {
  private readonly makers: Map<string, () => V> = new Map();
  private waiting: (() => void)[] = [];

  /** Has `announceAll` called before anything is put in the table, and before anything that it lacks is looked for. */
  later(announceAll: () => void): void {
    this.waiting.push(announceAll);
  }

  /** Whether anything was announced. */
  private fill(): boolean {
    if (this.waiting.length === 0) return false;
    const { waiting } = this;
    this.waiting = [];
    for (const announceAll of waiting) announceAll();
    return true;
  }

  /** Announces an entry. `make` may use other entries, and may put its own value in itself. */
  announce(key: string, make: () => V): void {
    this.makers.set(key, make);
    super.set(key, undefined as unknown as V);
  }

  /** Calls `then` when an announced entry has been made. */
  whenMade(key: string, then: () => void): void {
    const make = this.makers.get(key);
    if (make === undefined) return;
    this.makers.set(key, () => {
      const value = make();
      this.set(key, value);
      then();
      return value;
    });
  }

  override get(key: string): V | undefined {
    return super.get(key) ?? this.made(key);
  }

  private made(key: string): V | undefined {
    const make = this.makers.get(key);
    if (make === undefined) return this.fill() ? this.get(key) : undefined;
    this.makers.delete(key); // one that is half made is not there yet
    const value = make();
    this.set(key, value);
    return value;
  }

  override has(key: string): boolean {
    return super.has(key) || (this.fill() && super.has(key));
  }

  override get size(): number {
    this.fill();
    return super.size;
  }

  override set(key: string, value: V): this {
    this.fill();
    this.makers.delete(key);
    return super.set(key, value);
  }

  override delete(key: string): boolean {
    this.fill();
    this.makers.delete(key);
    return super.delete(key);
  }

  override clear(): void {
    this.waiting = [];
    this.makers.clear();
    super.clear();
  }

  private makeAll(): void {
    this.fill();
    for (const key of [...this.makers.keys()]) this.get(key);
  }

  /** The entries that somebody has used or set; none is made. */
  *used(): Generator<V> {
    for (const value of super.values()) if (value !== undefined) yield value;
  }

  override keys(): MapIterator<string> {
    this.fill();
    return super.keys();
  }

  override values(): MapIterator<V> {
    this.makeAll();
    return super.values();
  }

  override entries(): MapIterator<[string, V]> {
    this.makeAll();
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  override forEach(callback: (value: V, key: string, map: Map<string, V>) => void): void {
    this.makeAll();
    super.forEach(callback);
  }
}
