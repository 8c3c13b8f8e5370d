import { Reading } from './field-meter.ts';

/** By their media types: everything whose bytes are characters. */
const TEXT_TYPE = /^text\/|[/+](json|xml)\b|javascript|x-www-form-urlencoded|graphql/i;
const JSON_TYPE = /[/+]json\b/i;

/** The body of an answer, as a client program was given it. */
export class GivenBody {
  #reading: Reading | undefined;

  constructor(
    readonly bytes: Uint8Array<ArrayBuffer>,
    private readonly mediaType: string,
  ) {}

  /** Null where there is none, or it is no text. */
  get text(): string | null {
    return this.bytes.length > 0 && TEXT_TYPE.test(this.mediaType) ? this.#decoded() : null;
  }

  /**
   * The body decoded, each time the same one, which notes what is read of it.
   *
   * @throws SyntaxError where it is no JSON
   */
  json(): unknown {
    this.#reading ??= new Reading(JSON.parse(this.#decoded()));
    return this.#reading.lend();
  }

  /** Of a body that is JSON, also where nobody decoded it. */
  get reading(): Reading | undefined {
    if (!this.#reading && JSON_TYPE.test(this.mediaType)) {
      try {
        this.#reading = new Reading(JSON.parse(this.#decoded()));
      } catch {
        // It says that it is JSON, and is not: the program that asked for it has to say so.
      }
    }
    return this.#reading;
  }

  #decoded(): string {
    return new TextDecoder().decode(this.bytes);
  }
}
