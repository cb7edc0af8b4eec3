/** The layering of DESIGN section 2: reads the imports of a source tree and says which ones break it. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

export interface FolderRule {
  readonly mayImport: readonly string[];
  readonly alsoFiles?: readonly string[];
  /** Files that only types may be imported from: nothing of them is there at run time. */
  readonly typesFrom?: readonly string[];
  /** May use node:*. */
  readonly host: boolean;
}

export interface Layers {
  readonly folders: Readonly<Record<string, FolderRule>>;
  readonly files: Readonly<Record<string, { readonly mayNotImport: readonly string[] }>>;
  readonly packages: Readonly<Record<string, readonly string[]>>;
  /** File -> why it may have more than 400 lines. */
  readonly longFiles: Readonly<Record<string, string>>;
}

export interface SourceFile {
  /** Relative to the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** All .ts files below src/. */
export function sourceFiles(root: string): SourceFile[] {
  const src = join(root, 'src');
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => ({
      path: `src/${path.split(sep).join('/')}`,
      text: readFileSync(join(src, path), 'utf8'),
    }));
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(\{[^}]*\}|[\w*][^'"\n;]*?)\s*from\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** The text with its comments blanked, except the directives to tools. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/(?! @ts-).*/g, (comment) => comment.replace(/[^\n]/g, ' '));
}

/** The imports and re-exports of a module. */
export function importsOf(text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...code.matchAll(IMPORT)].map(([, type, names, from, bare, dynamic]) => ({
    specifier: from ?? bare ?? dynamic ?? '',
    typeOnly: type !== undefined || (names?.startsWith('{') === true && allTypes(names)),
  }));
}

function allTypes(names: string): boolean {
  const list = names
    .slice(1, -1)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return list.length > 0 && list.every((name) => name.startsWith('type '));
}

/** The module a relative specifier names, relative to the root. */
function target(file: string, specifier: string): string {
  return relative('/', resolve('/', dirname(file), specifier))
    .split(sep)
    .join('/');
}

const folderOf = (path: string): string | null => /^src\/([^/]+)\//.exec(path)?.[1] ?? null;

/** One line per import that breaks a rule. */
export function layerViolations(files: readonly SourceFile[], layers: Layers): string[] {
  return files.flatMap((file) =>
    importsOf(file.text).flatMap((one) => {
      const why = one.specifier.startsWith('.')
        ? relativeViolation(file.path, one, layers)
        : packageViolation(file.path, one.specifier, layers);
      return why === null ? [] : [`${file.path}: imports "${one.specifier}": ${why}`];
    }),
  );
}

function relativeViolation(path: string, { specifier, typeOnly }: Import, layers: Layers): string | null {
  if (!specifier.endsWith('.ts')) return 'relative imports end in .ts';
  const to = target(path, specifier);
  const folder = folderOf(path);
  const toFolder = folderOf(to);
  if (folder === null) {
    const banned = layers.files[path]?.mayNotImport ?? [];
    return toFolder !== null && banned.includes(toFolder) ? `not allowed to import src/${toFolder}` : null;
  }
  if (toFolder === folder) return null;
  const rule = layers.folders[folder];
  if (rule === undefined) return `src/${folder} is no folder of the design`;
  if (toFolder !== null && rule.mayImport.includes(toFolder)) return null;
  if (rule.alsoFiles?.includes(to)) return null;
  if (rule.typesFrom?.includes(to)) return typeOnly ? null : 'only its types may be imported';
  return `src/${folder} may import ${rule.mayImport.join(', ') || 'nothing'}`;
}

function packageViolation(path: string, specifier: string, layers: Layers): string | null {
  const folder = folderOf(path);
  if (specifier.startsWith('node:')) {
    return folder !== null && layers.folders[folder]?.host === true ? null : 'the core reaches the host through ports';
  }
  const homes = layers.packages[specifier];
  if (homes === undefined) return 'not a package the sources may use';
  return homes.some((home) => path.startsWith(`${home}/`)) ? null : `only ${homes.join(', ')} may use it`;
}

/** One line per cycle among modules, types left out. */
export function importCycles(files: readonly SourceFile[]): string[] {
  const edges = new Map(
    files.map((file) => [
      file.path,
      importsOf(file.text)
        .filter((one) => !one.typeOnly && one.specifier.startsWith('.'))
        .map((one) => target(file.path, one.specifier)),
    ]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      return;
    }
    state.set(path, 'open');
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of edges.keys()) visit(path, []);
  return cycles;
}

/** Modules that only hand on what others export. src/index.ts is the one that may. */
export function barrels(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => file.path !== 'src/index.ts')
    .filter((file) => /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;\n]*from\s/m.test(file.text))
    .filter(
      (file) =>
        !/^(?:export\s+)?(?:async\s+)?(?:function|class|const|let|interface|type\s+\w+\s*[=<]|abstract)/m.test(
          file.text,
        ),
    )
    .map((file) => file.path);
}

/** Files of more than `limit` lines that are not named in layers.longFiles. */
export function longFiles(files: readonly SourceFile[], layers: Layers, limit = 400): string[] {
  return files
    .filter((file) => !file.path.endsWith('.generated.ts') && layers.longFiles[file.path] === undefined)
    .map((file) => [file.path, file.text.split('\n').length - 1] as const)
    .filter(([, lines]) => lines > limit)
    .map(([path, lines]) => `${path}: ${lines} lines`);
}
