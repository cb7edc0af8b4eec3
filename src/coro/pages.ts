/**
 * First pages of coroutines' stacks: made short, and used again when their coroutines are over.
 * Source: swoole-src ext-src/swoole_coroutine.cc (vm_stack_init)
 */
import { CALL_FRAME_SLOT, type Func } from '../bytecode/op-array.ts';
import { usedSlots } from '../vm/frame.ts';
import { PAGE_HEADER_SLOTS, VmStackPage } from '../vm/vm-stack.ts';

/** Slots of a coroutine's pages: 8 KB (SW_DEFAULT_PHP_STACK_PAGE_SIZE). */
const PAGE_SLOTS = 512;
/** Arguments of the builtins in which coroutines wait (push, pop, sleep, ...). */
const USUAL_ARGUMENTS = 2;
/** Pages of ended coroutines that are kept, and slots of one that is. */
const KEPT_PAGES = 32;
const KEPT_SLOTS = 64;

export class Pages {
  /** Slots of a page. */
  readonly size: number;
  private readonly kept: VmStackPage[] = [];

  /** @param most slots that a page of this engine may have */
  constructor(most: number) {
    this.size = Math.min(PAGE_SLOTS, most);
  }

  /** A page for a function with `count` arguments, and for a builtin that it calls. */
  take(func: Func, count: number): VmStackPage {
    const page = this.kept.pop();
    if (page !== undefined) return page;
    const atOnce = PAGE_HEADER_SLOTS + usedSlots(count, func) + CALL_FRAME_SLOT + USUAL_ARGUMENTS;
    return new VmStackPage(this.size, null, atOnce);
  }

  /** The page of a coroutine that is over: kept when it is its only one, and short. */
  keep(page: VmStackPage | null): void {
    if (page === null || page.prev !== null || this.kept.length >= KEPT_PAGES) return;
    if (page.slots.length > KEPT_SLOTS || page.size !== this.size) return;
    this.kept.push(page);
  }
}
