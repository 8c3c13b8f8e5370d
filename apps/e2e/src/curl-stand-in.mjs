// Takes curl's arguments as the documents use them, so that their commands can be run where there is no curl, and so
// that every status is seen: it is appended to the file that CURL_STATUSES names.
import { appendFileSync } from 'node:fs';

const headers = {};
let [method, body, url, asQuery, showHead, onlyHead] = [undefined, undefined, undefined, false, false, false];
const rest = process.argv.slice(2);
while (rest.length > 0) {
  const argument = rest.shift();
  if (argument === '-X') method = rest.shift();
  else if (argument === '-d' || argument === '--data-urlencode') {
    const [name, ...value] = rest.shift().split('=');
    const part = argument === '-d' ? [name, ...value].join('=') : `${name}=${encodeURIComponent(value.join('='))}`;
    body = body === undefined ? part : `${body}&${part}`;
  } else if (argument === '-H') {
    const [name, ...value] = rest.shift().split(':');
    headers[name] = value.join(':').trim();
  } else if (/^-[siIG]+$/.test(argument)) {
    asQuery ||= argument.includes('G');
    showHead ||= argument.includes('i');
    onlyHead ||= argument.includes('I');
  } else if (argument.startsWith('-')) throw new Error(`The stand-in for curl does not know ${argument}.`);
  else url = argument.startsWith('http') ? argument : `http://${argument}`;
}
if (asQuery) url = `${url}?${body}`;
const sends = body !== undefined && !asQuery;
const response = await fetch(url, {
  method: method ?? (onlyHead ? 'HEAD' : sends ? 'POST' : 'GET'),
  headers,
  ...(sends && { body }),
});
appendFileSync(process.env.CURL_STATUSES, `${response.status}\n`);
if (showHead || onlyHead) {
  const lines = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`);
  process.stdout.write(`HTTP/1.1 ${response.status}\r\n${lines.join('')}\r\n`);
}
process.stdout.write(await response.text());
