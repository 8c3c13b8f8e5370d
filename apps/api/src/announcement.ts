import { STYLE_SERVERS } from './styles.ts';

/** What a person who has just started the server wants to know. */
export function announcement(baseUrl: string, { isProduction }: { readonly isProduction: boolean }): string {
  const width = Math.max(...STYLE_SERVERS.map(({ title }) => title.length));
  const lines = [
    '',
    `Rungs is ready: ${baseUrl}/`,
    '',
    ...STYLE_SERVERS.map(({ title, path }) => `  ${title.padEnd(width)}  ${baseUrl}${path}`),
    '',
  ];
  if (isProduction) return lines.join('\n');
  return [
    ...lines,
    'A first call:',
    '',
    `  TOKEN=$(curl -s ${baseUrl}/dev/token -H 'Content-Type: application/json' -d '{"persona":"ann"}' | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `  curl -s "${baseUrl}/level2/orders?limit=1" -H "Authorization: Bearer $TOKEN"`,
    '',
    'Stop it with Ctrl-C.',
    '',
  ].join('\n');
}
