// Builds one package into its dist/: TypeScript through `tsc -b`, and beside it the files that tsc leaves behind
// (.graphql, .sql, .html …). What has lost its source is removed first, so that dist/ never holds a stale module.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

const COMPILED = /\.(ts|tsx|mts)$/;
const EMITTED = /(\.d)?\.(js|ts|mjs|mts)(\.map)?$/;

const packageRoot = process.argv[2];
if (!packageRoot || !existsSync(join(packageRoot, 'tsconfig.json'))) {
  console.error('Usage: node tools/build-package.mjs <folder of a package with a tsconfig.json>');
  process.exit(2);
}
const sourceRoot = resolve(packageRoot, 'src');
const outputRoot = resolve(packageRoot, 'dist');

removeOrphans();
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [compiler, '-b', packageRoot], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
copyAssets();

function removeOrphans() {
  for (const file of filesBelow(outputRoot)) {
    if (file.endsWith('.tsbuildinfo')) continue;
    const source = join(sourceRoot, relative(outputRoot, file));
    const stem = source.replace(EMITTED, '');
    const candidates = [source, `${stem}.ts`, `${stem}.tsx`, `${stem}.mts`];
    if (!candidates.some((candidate) => existsSync(candidate))) rmSync(file);
  }
}

function copyAssets() {
  for (const file of filesBelow(sourceRoot)) {
    if (COMPILED.test(file)) continue;
    const target = join(outputRoot, relative(sourceRoot, file));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(file, target);
  }
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
