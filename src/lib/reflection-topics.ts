/** Reflection: the classes of ext/reflection, parents first. */
import type { Topic } from './register.ts';
import { attributeClass } from './reflection-attribute.ts';
import { extensionClasses } from './reflection-extension.ts';
import { functionClasses } from './reflection-function.ts';
import { classClasses } from './reflection-members.ts';
import { methodClass } from './reflection-method.ts';
import { reflectionFiberClass } from './reflection-fiber.ts';
import { reflectionMiscClasses, reflectorClasses } from './reflection-misc.ts';
import { parameterClass } from './reflection-parameter.ts';
import { propertyClasses } from './reflection-property.ts';
import { reflectionTypeClasses } from './reflection-type.ts';

export const REFLECTION_TOPICS: readonly Topic[] = [
  { classes: reflectorClasses },
  { classes: reflectionTypeClasses },
  { classes: functionClasses },
  { classes: [methodClass, parameterClass] },
  { classes: classClasses },
  { classes: propertyClasses },
  { classes: [attributeClass] },
  { classes: extensionClasses },
  { classes: [...reflectionMiscClasses, reflectionFiberClass] },
];
