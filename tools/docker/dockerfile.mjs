/**
 * @typedef {{ keyword: string, text: string, flags: Record<string, string> }} Instruction
 *   `text` is what stands behind the keyword and its flags, continued lines joined
 * @typedef {{ name: string, from: string, instructions: Instruction[] }} Stage
 */

/** What this project's Dockerfile uses. Another instruction is an error, so that none is passed over in silence. */
export const KNOWN_INSTRUCTIONS = ['WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'HEALTHCHECK', 'CMD'];

/**
 * Reads a Dockerfile's stages.
 *
 * @param {string} source
 * @returns {Stage[]}
 */
export function readDockerfile(source) {
  const lines = source
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replaceAll(/\s*\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

  /** @type {Stage[]} */
  const stages = [];
  for (const line of lines) {
    const [, keyword, rest] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    if (keyword === 'FROM') {
      const [, from, name] = /^(\S+) AS (\S+)$/.exec(rest) ?? [];
      if (!name) throw new Error(`A stage without a name cannot be referred to: ${line}`);
      stages.push({ name, from, instructions: [] });
      continue;
    }
    if (!KNOWN_INSTRUCTIONS.includes(keyword)) throw new Error(`Not known here, and so not tried: ${line}`);
    const stage = stages.at(-1);
    if (!stage) throw new Error(`An instruction before the first stage: ${line}`);
    stage.instructions.push({ keyword, ...flagsAndText(rest) });
  }
  return stages;
}

/** @returns {{ flags: Record<string, string>, text: string }} */
function flagsAndText(rest) {
  const flags = {};
  let text = rest;
  for (let match; (match = /^--([\w-]+)=(\S+)\s+/.exec(text)); text = text.slice(match[0].length)) {
    flags[match[1]] = match[2];
  }
  return { flags, text };
}

/**
 * The words of an instruction's JSON form: `["node", "main.js"]`.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function execForm(text) {
  const words = JSON.parse(text.replace(/^CMD\s+/, ''));
  if (!Array.isArray(words)) throw new Error(`Not in the JSON form: ${text}`);
  return words;
}

/**
 * The stage that is built when none is named, with the ancestors that it and its copies need, first things first.
 *
 * @param {Stage[]} stages
 * @returns {Stage[]}
 */
export function neededStages(stages) {
  const byName = new Map(stages.map((stage) => [stage.name, stage]));
  const needed = new Set();
  const add = (name) => {
    const stage = byName.get(name);
    if (!stage || needed.has(stage)) return;
    add(stage.from);
    for (const { flags } of stage.instructions) if (flags.from) add(flags.from);
    needed.add(stage);
  };
  add(stages.at(-1).name);
  return [...needed];
}
