import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

/** biome.json: a short list of rules, all errors, and one override per folder of DESIGN section 2. */

const RULES = {
  complexity: { noExcessiveLinesPerFunction: 'off', noUselessCatch: 'error', noUselessTernary: 'error' },
  correctness: {
    noConstAssign: 'error',
    noSelfAssign: 'error',
    noUnreachable: 'error',
    noUnsafeFinally: 'error',
    noUnusedImports: 'error',
    noUnusedVariables: 'error',
    useImportExtensions: 'error',
    useIsNan: 'error',
    useValidTypeof: 'error',
  },
  performance: { noBarrelFile: 'error', noReExportAll: 'error' },
  style: {
    noDefaultExport: 'error',
    noEnum: 'error',
    noNamespace: 'error',
    useConst: 'error',
    useImportType: 'error',
    useNodejsImportProtocol: 'error',
  },
  suspicious: {
    noDebugger: 'error',
    noDoubleEquals: 'error',
    noDuplicateCase: 'error',
    noDuplicateObjectKeys: 'error',
    noExplicitAny: 'error',
    noImportCycles: 'error',
    noTsIgnore: 'error',
    noVar: 'error',
  },
};

/** Host globals that only the rim may touch. */
const HOST_GLOBALS = ['process', 'Buffer', 'require', 'global', '__dirname', '__filename', 'setImmediate'];

function restrictedImports(folder, layers) {
  const rule = layers.folders[folder];
  const patterns = [];
  for (const other of Object.keys(layers.folders)) {
    if (other === folder || rule.mayImport.includes(other)) continue;
    const excepted = [...(rule.alsoFiles ?? []), ...(rule.typesFrom ?? [])]
      .filter((file) => file.startsWith(`src/${other}/`))
      .map((file) => `!**/${file.slice('src/'.length)}`);
    patterns.push({
      group: [`**/${other}/**`, ...excepted],
      message: `src/${folder} may not import src/${other} (DESIGN section 2, scripts/layers.json).`,
    });
  }
  for (const top of ['index', 'engine']) {
    if ((rule.alsoFiles ?? []).includes(`src/${top}.ts`)) continue;
    patterns.push({
      group: [`../${top}.ts`, `../../${top}.ts`],
      message: `src/${folder} may not import src/${top}.ts.`,
    });
  }
  for (const [name, homes] of Object.entries(layers.packages)) {
    if (homes.includes(`src/${folder}`)) continue;
    patterns.push({ group: [name], message: `${name} is used in ${homes.join(', ')} only.` });
  }
  return { level: 'error', options: { patterns } };
}

function folderOverride(folder, layers) {
  const rules = { style: { noRestrictedImports: restrictedImports(folder, layers) } };
  if (!layers.folders[folder].host) {
    rules.correctness = { noNodejsModules: 'error' };
    rules.style.noRestrictedGlobals = {
      level: 'error',
      options: {
        deniedGlobals: Object.fromEntries(
          HOST_GLOBALS.map((name) => [
            name,
            `"${name}" is the host's: src/${folder} reaches the host through its ports.`,
          ]),
        ),
      },
    };
  }
  return { includes: [`src/${folder}/**`], linter: { rules } };
}

/** As Biome itself would write it: its own configuration is the one file it cannot be told to leave alone. */
function formatted(text) {
  const biome = fileURLToPath(new URL('../../node_modules/@biomejs/biome/bin/biome', import.meta.url));
  const args = [biome, 'format', '--indent-style=space', '--line-width=120', '--stdin-file-path=config.json'];
  const done = spawnSync(process.execPath, args, { input: text, encoding: 'utf8', cwd: tmpdir() });
  return done.status === 0 ? done.stdout : text;
}

/** @returns the text of biome.json for the given layers. */
export function biomeConfig(layers) {
  const config = {
    $schema: './node_modules/@biomejs/biome/configuration_schema.json',
    files: {
      includes: [
        '**',
        '!node_modules',
        '!dist',
        '!coverage',
        '!**/fixtures',
        '!test/goldens',
        '!docs/data',
        '!package-lock.json',
        '!biome.json',
        '!**/*.md',
        '!**/*.generated.ts',
      ],
    },
    formatter: { indentStyle: 'space', indentWidth: 2, lineWidth: 120 },
    javascript: { formatter: { quoteStyle: 'single' } },
    linter: { enabled: true, rules: { preset: 'none', ...RULES } },
    assist: { enabled: false },
    overrides: [
      ...Object.keys(layers.folders).map((folder) => folderOverride(folder, layers)),
      {
        includes: ['src/index.ts'],
        linter: { rules: { performance: { noBarrelFile: 'off', noReExportAll: 'off' } } },
      },
      {
        includes: ['vitest.config.ts', 'scripts/**', 'bin/**', 'test/support/count-reporter.ts'],
        linter: { rules: { style: { noDefaultExport: 'off' } } },
      },
    ],
  };
  return formatted(`${JSON.stringify(config, null, 2)}\n`);
}
