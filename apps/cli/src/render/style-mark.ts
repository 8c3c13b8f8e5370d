import type { StyleId } from '@rungs/scenarios';

/** Colour means a style and nothing else, the same in every place; each with its nearest of the 256 colours. */
const COLOURS: Readonly<Record<StyleId, { readonly rgb: readonly [number, number, number]; readonly xterm: number }>> =
  {
    'rest-level-0': { rgb: [0x8a, 0x8f, 0x96], xterm: 245 },
    'rest-level-1': { rgb: [0xc9, 0x85, 0x00], xterm: 172 },
    'rest-level-2': { rgb: [0x00, 0x85, 0x5f], xterm: 29 },
    'rest-level-3': { rgb: [0x00, 0x67, 0xa3], xterm: 25 },
    graphql: { rgb: [0xb8, 0x41, 0x7f], xterm: 132 },
  };

/**
 * A bar in the style's colour to set before its name, which stays in the terminal's own: text is never colour alone.
 *
 * @returns nothing where the output shows fewer than 256 colours
 */
export function styleMark(style: StyleId, colourDepth: number): string {
  const { rgb, xterm } = COLOURS[style];
  if (colourDepth >= 24) return `\u001b[38;2;${rgb.join(';')}m▌\u001b[39m`;
  if (colourDepth >= 8) return `\u001b[38;5;${xterm}m▌\u001b[39m`;
  return '';
}
