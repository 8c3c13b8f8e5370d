/** How reads load what an answer is made of: a statement for each thing, for each kind of thing, or for all of it. */
export const LOADING_MODES = ['per-row', 'batched', 'one-statement'] as const;
export type LoadingMode = (typeof LOADING_MODES)[number];

/** How the request that is being answered wants its reads loaded. */
export interface Loading {
  /** Undefined where the request did not choose. */
  readonly mode?: LoadingMode | undefined;
  /** One and the same object for as long as the request runs: what is batched is batched for it alone. */
  readonly request: object;
}

/** Tells, in the async context of a request, how its reads are to be loaded; undefined outside of any request. */
export interface LoadingScope {
  current(): Loading | undefined;
}
