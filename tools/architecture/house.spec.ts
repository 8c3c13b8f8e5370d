import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STYLES } from '../lint/layers.mjs';
import { EVERY_CLIENT, STYLE_SHAPES, expectedServerFiles } from './style-skeleton.ts';

const repositoryRoot = resolve(import.meta.dirname, '../..');
const stylesRoot = join(repositoryRoot, 'libs/styles');

const VAGUE_NAMES = /^(utils?|helpers?|common|misc|shared|stuff)$/i;

/** Every file below a folder, as sorted paths from it, without what was installed or built. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !/(^|\/)(node_modules|dist)\//.test(file))
    .sort();
}

/** Specs lie beside the code they test and need not match; the conformance suite is part of the skeleton. */
const isPlainSpec = (file: string) => file.endsWith('.spec.ts') && file !== 'conformance.int.spec.ts';

describe('every style is a folder with the same skeleton', () => {
  it('has a folder for each style of the rules, and no other', () => {
    const folders = readdirSync(stylesRoot, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([...STYLES].sort());
    expect(Object.keys(STYLE_SHAPES).sort()).toEqual([...STYLES].sort());
  });

  it.each(STYLES)('%s answers the same question in the same file of its server', (style) => {
    const files = filesBelow(join(stylesRoot, style, 'server/src')).filter((file) => !isPlainSpec(file));
    expect(files).toEqual(expectedServerFiles(style));
  });

  it.each(STYLES)('%s answers the same question in the same file of its client', (style) => {
    expect(filesBelow(join(stylesRoot, style, 'client/src'))).toEqual(expect.arrayContaining(EVERY_CLIENT));
  });

  it.each(STYLES)('%s explains itself in a README', (style) => {
    expect(existsSync(join(stylesRoot, style, 'README.md'))).toBe(true);
  });
});

describe('names', () => {
  it('no file or folder is named after nothing in particular', () => {
    const files = ['apps', 'libs', 'tools'].flatMap((folder) =>
      filesBelow(join(repositoryRoot, folder)).map((file) => `${folder}/${file}`),
    );
    const vague = files.filter((file) =>
      [...dirname(file).split('/'), basename(file).replace(/\..*$/, '')].some((part) => VAGUE_NAMES.test(part)),
    );
    expect(vague).toEqual([]);
  });
});
