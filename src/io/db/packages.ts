/** Packages that are loaded when a program first needs them, and may be missing. */
import type { MissingPackage } from '../../vm/db-ports.ts';

/** The exact versions that this project is tested with, as package.json has them. */
const VERSIONS: Readonly<Record<string, string>> = {
  '@sqlite.org/sqlite-wasm': '3.51.1-build2',
  mysql2: '3.24.5',
  ioredis: '6.0.0',
};

function requirer(): NodeJS.Require {
  // the bundle of the CLI has its launcher's file name here (scripts/build/cli-bundle.mjs)
  return process.getBuiltinModule('node:module').createRequire(import.meta.url);
}

function notFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND';
}

function tryRequire<T>(name: string, load: (require: NodeJS.Require) => T): T | MissingPackage {
  try {
    return load(requirer());
  } catch (error) {
    if (!notFound(error)) throw error;
    return { missing: `The package ${name} is not installed: npm install ${name}@${VERSIONS[name] ?? 'latest'}` };
  }
}

/** A package's exports. @throws what the package throws while it is loaded */
export function loadPackage<T extends object>(name: string): T | MissingPackage {
  return tryRequire(name, (require) => require(name) as T);
}

/** The path of a file that a package exports. */
export function packageFile(name: string, file: string): { readonly path: string } | MissingPackage {
  return tryRequire(name, (require) => ({ path: require.resolve(`${name}/${file}`) }));
}
