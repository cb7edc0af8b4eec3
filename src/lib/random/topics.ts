/** The classes of ext/random; its functions are in random-functions.ts and array-random.ts. */
import type { Topic } from '../register.ts';
import { randomEngineClasses } from './engine-classes.ts';
import { randomizerClass } from './randomizer.ts';

export const RANDOM_TOPICS: readonly Topic[] = [{ classes: [...randomEngineClasses, randomizerClass] }];
