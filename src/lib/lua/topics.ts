/** Lua's coroutines as a topic. */
import type { Topic } from '../register.ts';
import { luaCoroutineClass } from './coroutine-class.ts';

export const LUA_TOPICS: readonly Topic[] = [{ classes: [luaCoroutineClass] }];
