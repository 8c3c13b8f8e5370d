import { createRequire } from 'node:module';

// halfred (https://github.com/traverson/halfred) comes without types: what is used of it.

interface HalfredLink {
  readonly href: string;
  readonly [attribute: string]: unknown;
}

/** A HAL document as halfred understood it: what may stand alone or in a list is always in a list. */
export interface Halfred {
  allLinks(): Readonly<Record<string, readonly HalfredLink[]>>;
  allEmbeddedResources(): Readonly<Record<string, readonly Halfred[]>> | undefined;
  /** What is not as draft-kelly-json-hal has it. */
  validationIssues(): readonly { readonly path: string; readonly message: string }[];
  /** The relation behind the address of its page. */
  reverseResolveCurie(address: string): string | undefined;
  readonly [member: string]: unknown;
}

const halfred = createRequire(import.meta.url)('halfred') as {
  enableValidation(): void;
  parse(document: object): Halfred;
};

export function parsedByHalfred(document: object): Halfred {
  halfred.enableValidation();
  return halfred.parse(document);
}
