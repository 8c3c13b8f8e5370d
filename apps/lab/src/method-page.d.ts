/** Made by method.plugin.ts from docs/method.md. */
declare module 'virtual:rungs/method' {
  export const html: string;
}
