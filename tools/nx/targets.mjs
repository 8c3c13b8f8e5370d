// Infers every project's targets in one place, so that no package repeats them: nx.json holds what is cached and
// what invalidates it, this file holds which command runs.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const CONFIG_OF_KIND = {
  test: 'vitest.config.ts',
  integration: 'vitest.int.config.ts',
  e2e: 'vitest.e2e.config.ts',
};

export const name = 'rungs-targets';

export const createNodes = [
  '{package.json,apps/*/package.json,libs/*/package.json,libs/styles/*/*/package.json}',
  (packageFiles, _options, { workspaceRoot }) =>
    packageFiles.map((packageFile) => {
      const root = posix.dirname(packageFile);
      const targets = root === '.' ? rootTargets(workspaceRoot) : packageTargets(workspaceRoot, root);
      return [packageFile, { projects: { [root]: { targets } } }];
    }),
];

function rootTargets(workspaceRoot) {
  return {
    lint: { command: 'eslint --max-warnings 0 tools eslint.config.mjs vitest.config.ts vitest.*.config.ts' },
    typecheck: {
      // The lab once more as a browser knows it: what it uses of Node would pass the first check.
      command: 'tsc --noEmit -p tsconfig.typecheck.json && tsc --noEmit -p apps/lab',
      cache: true,
      inputs: [
        '{workspaceRoot}/{apps,libs,tools}/**/*.{ts,tsx,mts,mjs,json}',
        '{workspaceRoot}/*.ts',
        '{workspaceRoot}/tsconfig*.json',
        '{workspaceRoot}/package.json',
        'toolchain',
      ],
      outputs: [],
    },
    // The specs under tools/ hold the whole repository against its rules, so anything in it may change their result. What
    // they are cached by stands in the root's package.json: over what is inferred here, nx.json's defaults would win.
    test: vitestTarget('test', 'rungs', 'tools'),
    ...(hasFile(join(workspaceRoot, 'tools'), isIntegrationSpec) && {
      integration: vitestTarget('integration', 'rungs', 'tools'),
    }),
  };
}

function packageTargets(workspaceRoot, root) {
  const folder = join(workspaceRoot, root);
  const projectName = readJson(join(folder, 'package.json')).nx?.name;
  if (!projectName) throw new Error(`${root}/package.json lacks nx.name, which every package of this repository has`);
  const targets = { lint: { command: `eslint --max-warnings 0 --no-error-on-unmatched-pattern ${root}` } };
  if (existsSync(join(folder, 'vite.config.ts'))) {
    targets.build = { command: 'vite build', options: { cwd: root }, dependsOn: ['^build'] };
  } else if (existsSync(join(folder, 'tsconfig.json')) && readJson(join(folder, 'tsconfig.json')).references) {
    targets.build = {
      command: `node tools/build-package.mjs ${root}`,
      dependsOn: referencedBuilds(workspaceRoot, root),
    };
  }
  if (hasFile(folder, isUnitSpec)) targets.test = vitestTarget('test', projectName, root);
  if (hasFile(folder, isIntegrationSpec)) targets.integration = vitestTarget('integration', projectName, root);
  if (hasFile(folder, isBrowserSpec)) {
    targets.e2e = {
      ...vitestTarget('e2e', projectName, root),
      dependsOn: ['^build', { projects: ['api', 'lab'], target: 'build' }],
    };
  }
  return targets;
}

function vitestTarget(kind, projectName, root) {
  const report = `test-results/${kind}/${projectName}.json`;
  return {
    command: `vitest run --config ${CONFIG_OF_KIND[kind]} --dir ${root} --reporter=default --reporter=json --outputFile.json=${report}`,
  };
}

/**
 * Builds wait for the packages that tsconfig.json references, not for every edge of Nx's graph: a spec may import
 * `testing`, which itself imports the package under test, and that circle never reaches a build.
 */
function referencedBuilds(workspaceRoot, root) {
  const { references } = readJson(join(workspaceRoot, root, 'tsconfig.json'));
  const projects = references.map(({ path }) => readJson(join(workspaceRoot, root, path, 'package.json')).nx.name);
  return projects.length === 0 ? [] : [{ projects, target: 'build' }];
}

const isIntegrationSpec = (file) => /\.int\.spec\.tsx?$/.test(file);
const isBrowserSpec = (file) => /\.e2e\.spec\.tsx?$/.test(file);
const isUnitSpec = (file) => /\.spec\.tsx?$/.test(file) && !isIntegrationSpec(file) && !isBrowserSpec(file);

function hasFile(folder, matches) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      if (entry.name === 'node_modules' || entry.name === 'dist') continue;
      if (hasFile(join(folder, entry.name), matches)) return true;
    } else if (matches(entry.name)) {
      return true;
    }
  }
  return false;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON (in ${dirname(file)})`, { cause: error });
  }
}
