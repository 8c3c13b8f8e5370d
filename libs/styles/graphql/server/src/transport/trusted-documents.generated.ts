export const TRUSTED_DOCUMENTS: ReadonlyMap<string, string> = new Map([]);
