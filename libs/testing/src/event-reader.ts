/** One block of an event stream (WHATWG HTML §9.2.5): its fields, or the comment that it is. */
export interface EventBlock {
  readonly id?: string;
  readonly event?: string;
  /** Decoded from JSON; absent where the line of data is empty. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly retry?: string;
  readonly comment?: string;
}

/** The blocks of an answer as they come, comments and all. Leaving the loop ends the connection. */
export async function* blocksOf(answer: Response): AsyncGenerator<EventBlock> {
  let text = '';
  const decoded = answer.body?.pipeThrough(new TextDecoderStream()) ?? [];
  for await (const chunk of decoded as AsyncIterable<string>) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield blockOf(text.slice(0, end));
      text = text.slice(end + 2);
    }
  }
}

/** The first so many events, without what comes between them; all until the end when there are fewer. */
export async function eventsOf(answer: Response, count = Infinity): Promise<EventBlock[]> {
  const events: EventBlock[] = [];
  for await (const block of blocksOf(answer)) {
    if (block.event !== undefined) events.push(block);
    if (events.length === count) break;
  }
  return events;
}

const decoded = (value: string): unknown => (value === '' ? undefined : JSON.parse(value));

function blockOf(text: string): EventBlock {
  const fields = text.split('\n').map((line) => {
    // Other characters that end lines elsewhere, such as U+2028, are text here.
    const [, name = '', value = ''] = /^(\w*): ?(.*)$/s.exec(line) ?? [];
    return [name || 'comment', name === 'data' ? decoded(value) : value];
  });
  return Object.fromEntries(fields) as EventBlock;
}
