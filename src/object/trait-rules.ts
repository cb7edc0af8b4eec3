/**
 * The adaptations of a `use` block: `insteadof` and `as`, with their names resolved.
 * Source: php-src 8.2 Zend/zend_inheritance.c (zend_traits_init_trait_structures)
 */
import type { TraitAliasDecl } from '../bytecode/class-decl.ts';
import { ACC_LINKED, ACC_TRAIT } from '../bytecode/type-flags.ts';
import type { ClassEntry } from './class-entry.ts';
import { displayName, lcName } from './class-queries.ts';
import { type LinkContext, linkError } from './link-context.ts';

export interface TraitRules {
  /** Per trait: lower-cased methods that another trait's `insteadof` excludes. */
  readonly excluded: ReadonlyMap<ClassEntry, Set<string>>;
  readonly aliases: readonly { readonly alias: TraitAliasDecl; readonly trait: ClassEntry }[];
}

function findTrait(link: LinkContext, name: string, used: readonly ClassEntry[]): ClassEntry {
  const trait = link.rt.classTable.get(lcName(name));
  if (trait === undefined || (trait.flags & ACC_LINKED) === 0) return linkError(link, `Could not find trait ${name}`);
  if ((trait.flags & ACC_TRAIT) === 0) {
    linkError(
      link,
      `Class ${displayName(trait.name)} is not a trait, Only traits may be used in 'as' and 'insteadof' statements`,
    );
  }
  if (!used.includes(trait)) {
    linkError(link, `Required Trait ${displayName(trait.name)} wasn't added to ${displayName(link.ce.name)}`);
  }
  return trait;
}

function resolvePrecedences(link: LinkContext, used: readonly ClassEntry[]): Map<ClassEntry, Set<string>> {
  const excluded = new Map<ClassEntry, Set<string>>();
  for (const rule of link.ce.decl?.traitPrecedences ?? []) {
    const trait = findTrait(link, rule.traitName, used);
    const key = lcName(rule.methodName);
    if (!trait.functionTable.has(key)) {
      linkError(
        link,
        `A precedence rule was defined for ${displayName(trait.name)}::${rule.methodName} but this method does not exist`,
      );
    }
    for (const name of rule.excludes) {
      const loser = findTrait(link, name, used);
      const methods = excluded.get(loser) ?? new Set<string>();
      excluded.set(loser, methods);
      if (methods.has(key)) {
        linkError(
          link,
          `Failed to evaluate a trait precedence (${rule.methodName}). Method of trait ${displayName(loser.name)} was defined to be excluded multiple times`,
        );
      }
      methods.add(key);
      if (loser === trait) {
        linkError(
          link,
          `Inconsistent insteadof definition. The method ${rule.methodName} is to be used from ${displayName(trait.name)}, but ${displayName(trait.name)} is also on the exclude list`,
        );
      }
    }
  }
  return excluded;
}

function resolveAlias(link: LinkContext, alias: TraitAliasDecl, used: readonly ClassEntry[]): ClassEntry {
  const key = lcName(alias.methodName);
  if (alias.traitName !== null) {
    const trait = findTrait(link, alias.traitName, used);
    if (!trait.functionTable.has(key)) {
      linkError(
        link,
        `An alias was defined for ${displayName(trait.name)}::${alias.methodName} but this method does not exist`,
      );
    }
    return trait;
  }
  const [first, second] = used.filter((trait) => trait.functionTable.has(key));
  if (first !== undefined && second !== undefined) {
    const a = displayName(first.name);
    const b = displayName(second.name);
    const m = alias.methodName;
    linkError(
      link,
      `An alias was defined for method ${m}(), which exists in both ${a} and ${b}. Use ${a}::${m} or ${b}::${m} to resolve the ambiguity`,
    );
  }
  if (first !== undefined) return first;
  return linkError(
    link,
    alias.alias !== null
      ? `An alias (${alias.alias}) was defined for method ${alias.methodName}(), but this method does not exist`
      : `The modifiers of the trait method ${alias.methodName}() are changed, but this method does not exist. Error`,
  );
}

/** Resolves every adaptation of the class, with PHP's complaints about inconsistent ones. */
export function resolveTraitRules(link: LinkContext, used: readonly ClassEntry[]): TraitRules {
  const excluded = resolvePrecedences(link, used);
  const aliases = (link.ce.decl?.traitAliases ?? []).map((alias) => ({
    alias,
    trait: resolveAlias(link, alias, used),
  }));
  return { excluded, aliases };
}
