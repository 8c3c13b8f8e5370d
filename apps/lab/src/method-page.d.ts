/** docs/method.md as HTML: made by method.plugin.ts when the page is built. */
export const html: string;
