/** What stands in a bundle in place of the files of another: functions that load it, topics that are announced. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { importedKey } from './chunk-plan.mjs';

/** In place of a file that exports functions: functions of the same names that load its bundle. */
export function functionGate(root, key, chunk) {
  const text = readFileSync(join(root, key), 'utf8');
  const names = [...text.matchAll(/^export (?:async )?function\*? (\w+)/gm)].map((match) => match[1]);
  const lines = names.map(
    (name) =>
      `export function ${name}(...args) { return chunk(${JSON.stringify(chunk)})[${JSON.stringify(key)}].${name}(...args); }`,
  );
  return `import { chunk } from 'corovm:chunks';\n${lines.join('\n')}`;
}

/** In place of a file that exports topics: their names and facts. `module` is the file evaluated. */
export function topicGate(key, chunk, module) {
  const lists = Object.entries(module);
  if (lists.length !== 1 || !Array.isArray(lists[0][1])) throw new Error(`${key} has to export one list of topics`);
  const [[name, topics]] = lists;
  const rows = topics.map((topic, n) =>
    topicRow(topic, `() => chunk(${JSON.stringify(chunk)})[${JSON.stringify(key)}].${name}[${n}]`),
  );
  return `import { chunk } from 'corovm:chunks';;\nexport const ${name} = [\n${rows.join(',\n')}\n];`;
}

function topicRow(topic, load) {
  if (topic.setUp !== undefined)
    throw new Error('a topic with setUp has to be in the first bundle: see src/lib/topics.ts');
  const { functions = [], classes = [], extension, constants, deprecated, aliases } = topic;
  const names = (list) => JSON.stringify(list.map(({ name }) => name).join(' '));
  const facts = { constants: written(constants), deprecated: written(deprecated), aliases };
  const text = Object.values(facts).every((fact) => fact === undefined) ? '' : JSON.stringify(facts);
  const more = extension === undefined ? '' : `extension: ${JSON.stringify(extension)}, `;
  return `{ functionNames: ${names(functions)}, classNames: ${names(classes)}, facts: ${JSON.stringify(text)}, ${more}load: ${load} }`;
}

/** Constants as src/lib/topic-facts.ts reads them: text costs nothing before it is read. */
function written(constants) {
  if (constants === undefined) return undefined;
  return Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, writtenValue(name, value)]));
}

function writtenValue(name, value) {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' && !Object.is(value, -0)) return value;
  if (typeof value === 'bigint') return { int: String(value) };
  if (/^_?PhpFloat\d*$/.test(value.constructor?.name))
    return { float: Object.is(value.value, -0) ? '-0' : String(value.value) };
  throw new Error(`the constant ${name} cannot be written: ${value.constructor?.name}`);
}

/** Loads each bundle once. What several of them share lies in the common one. */
const loader = (common) => `
  import { give } from 'corovm:give';
  const loaded = {};
  export function chunk(name) { return (loaded[name] ??= load(name)); }
  function load(name) {
    const first = give[name]();
    const more = ${JSON.stringify(common)} in first ? chunk(${JSON.stringify(common)}).give[name]() : {};
    return loadBundle(name + '.cjs', (key) => first[key] ?? more[key] ?? require(key));
  }
`;

/** What a bundle gives to others: by bundle, a function that makes the table of names by file. */
function giving(given) {
  const imports = [];
  const rows = [];
  for (const [chunk, { files, more }] of given) {
    const parts = [...files].map(([key, names]) => {
      const locals = [...names].map((name) => {
        imports.push(`import { ${name} as g${imports.length} } from ${JSON.stringify(key)};`);
        return `${name}: g${imports.length - 1}`;
      });
      return `${JSON.stringify(key)}: { ${locals.join(', ')} }`;
    });
    rows.push(
      `${JSON.stringify(chunk)}: () => ({ ${more === null ? '' : `${JSON.stringify(more)}: true, `}${parts.join(', ')} })`,
    );
  }
  return `${imports.join('\n')}\nexport const give = { ${rows.join(',\n')} };`;
}

/**
 * @param plan of chunk-plan.mjs @param own the bundle that is built, undefined: cli.cjs
 * @param modules the topic files evaluated, null: all late files are left out
 * @param given what other bundles want of this one
 */
export function gates(root, plan, own, { modules, given, common }) {
  const virtual = (build, name, contents) => {
    build.onResolve({ filter: new RegExp(`^corovm:${name}$`) }, () => ({ path: name, namespace: 'corovm' }));
    build.onLoad({ filter: new RegExp(`^${name}$`), namespace: 'corovm' }, () => ({ contents, resolveDir: root }));
  };
  return {
    name: 'gates',
    setup(build) {
      virtual(build, 'chunks', loader(common));
      virtual(build, 'give', giving(given));
      build.onResolve({ filter: /^src\// }, ({ path }) => resolved(path));
      build.onResolve({ filter: /^[./]/ }, (args) => {
        const key = importedKey(root, args);
        return args.kind === 'entry-point' || args.importer.includes('node_modules') ? undefined : resolved(key, args);
      });
      const resolved = (key) => {
        const owner = plan.owner.get(key);
        if (owner === own) return { path: join(root, key) };
        if (own !== undefined) return { path: key, external: true };
        return { path: key, namespace: 'gate' };
      };
      build.onLoad({ filter: /.*/, namespace: 'gate' }, ({ path }) => {
        const chunk = plan.owner.get(path);
        const contents = plan.topicGates.has(path)
          ? topicGate(path, chunk, modules.get(path))
          : functionGate(root, path, chunk);
        return { contents, resolveDir: dirname(join(root, path)) };
      });
    },
  };
}
