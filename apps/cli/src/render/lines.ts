/** What a server says must not steer the terminal, and stays on its line. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ');
}

/**
 * Words on as many lines as they need.
 *
 * @param hanging how far every line but the first is moved in
 */
export function wrap(text: string, widthCharacters: number, hanging = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(' ')
    .filter(Boolean)
    .flatMap((one) => pieces(one, widthCharacters - hanging.length))) {
    const longer = line === '' ? word : `${line} ${word}`;
    const room = widthCharacters - (lines.length === 0 ? 0 : hanging.length);
    if (line !== '' && longer.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line].join(`\n${hanging}`);
}

/** A line that begins so far in, and goes on further in. */
export function indented(text: string, widthCharacters: number, indent: number, further = 2): string {
  const lines = wrap(text, widthCharacters - indent, ' '.repeat(further)).split('\n');
  return lines.map((line) => ' '.repeat(indent) + line).join('\n');
}

/** `SELECT … WHERE id = $1`: both ends of what is too long, because either tells something. */
export function shortened(text: string, widthCharacters: number): string {
  if (text.length <= widthCharacters) return text;
  const begin = Math.floor((widthCharacters - 3) / 3);
  const head = text.slice(0, begin).replace(/\s+\S*$/, '');
  const tail = text.slice(begin + 3 - widthCharacters).replace(/^\S*\s+/, '');
  return `${head} … ${tail}`;
}

/** An address or a hash can be longer than a line. */
function pieces(word: string, widthCharacters: number): readonly string[] {
  if (word.length <= widthCharacters) return [word];
  return [word.slice(0, widthCharacters), ...pieces(word.slice(widthCharacters), widthCharacters)];
}

/** `1 statement`, `2 statements`. */
export function counted(count: number, thing: string): string {
  return `${grouped(count)} ${thing}${count === 1 ? '' : 's'}`;
}

/** `12,345`. */
export function grouped(figure: number, digits = 0): string {
  return figure.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function withoutTrailingSpaces(text: string): string {
  return text.replaceAll(/ +$/gm, '');
}
