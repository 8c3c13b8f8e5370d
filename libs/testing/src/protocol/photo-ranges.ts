import { DEMO_DISHES, PERSONAS } from '@rungs/application';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveStyle, type ServedStyle, type StyleModule } from '../serve-style.ts';
import { askerOf, type Ask, type Asked } from './asker.ts';

export interface PhotoRangesSubject {
  readonly module: StyleModule;
  /** `/level2`. */
  readonly prefix: string;
}

const DISH = `/restaurants/${PERSONAS.luigi.restaurantId}/menu/${DEMO_DISHES.tonnarelli}`;
const PHOTO = `${DISH}/photo`;
const LENGTH = 400;

/** A style that uses HTTP as it is meant, held to RFC 9110 §14 clause by clause. */
export function describePhotoRanges({ module, prefix }: PhotoRangesSubject): void {
  describe('ranges of a photo', () => {
    const bytes = Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      Buffer.from(Array.from({ length: LENGTH - 8 }, (_, at) => at % 251)),
    ]);
    let served: ServedStyle;
    let ask: Ask;
    let etag: string;
    beforeAll(async () => {
      served = await serveStyle([module]);
      ask = askerOf(served, prefix);
      const held = (await ask('GET', DISH, { as: 'luigi' })).headers.get('etag') as string;
      const headers = { 'content-type': 'image/png', 'if-match': held };
      expect((await ask('PUT', PHOTO, { as: 'luigi', headers, body: bytes })).status).toBe(200);
      etag = (await ask('GET', PHOTO)).headers.get('etag') as string;
    });
    afterAll(async () => {
      expect(served.defects).toEqual([]);
      await served.close();
    });

    const part = (range: string, headers = {}): Promise<Response> =>
      ask('GET', PHOTO, { headers: { range, ...headers } });
    const bodyOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

    it('RFC 9110 §14.3: says that there are ranges of bytes', async () => {
      expect((await ask('GET', PHOTO)).headers.get('accept-ranges')).toBe('bytes');
    });

    it.each([
      ['bytes=0-7', 0, 7],
      ['bytes=8-', 8, LENGTH - 1],
      ['bytes=-16', LENGTH - 16, LENGTH - 1],
      ['bytes=390-9999', 390, LENGTH - 1],
      ['bytes=-9999', 0, LENGTH - 1],
      ['Bytes= 0-0', 0, 0],
      ['bytes=0-9, 5-19', 0, 19],
    ])('RFC 9110 §14.1.2, §15.3.7: %s is 206 with what it is a part of', async (range, start, end) => {
      const answer = await part(range);
      const fields = ['content-range', 'content-type', 'content-length', 'etag', 'cache-control', 'content-encoding'];
      expect([answer.status, ...fields.map((name) => answer.headers.get(name))]).toEqual([
        206,
        `bytes ${start}-${end}/${LENGTH}`,
        'image/png',
        String(end - start + 1),
        etag,
        'public, no-cache',
        null,
      ]);
      expect(await bodyOf(answer)).toEqual(bytes.subarray(start, end + 1));
    });

    it('RFC 9110 §14.6: several ranges are one multipart/byteranges', async () => {
      const answer = await part('bytes=0-3, 10-12, -5');
      const boundary = /^multipart\/byteranges; boundary=(\w+)$/.exec(answer.headers.get('content-type') ?? '')?.[1];
      expect([answer.status, answer.headers.get('content-range')]).toEqual([206, null]);
      const parts = (await bodyOf(answer)).toString('latin1').split(`--${boundary}`);
      expect(parts.length).toBe(5);
      expect([parts[0], parts[4]]).toEqual(['', '--\r\n']);
      const ranges = [
        [0, 3],
        [10, 12],
        [LENGTH - 5, LENGTH - 1],
      ] as const;
      for (const [at, [start, end]] of ranges.entries()) {
        const [head, body] = parts[at + 1]!.split('\r\n\r\n') as [string, string];
        expect(head).toBe(`\r\nContent-Type: image/png\r\nContent-Range: bytes ${start}-${end}/${LENGTH}`);
        expect(body).toBe(`${bytes.subarray(start, end + 1).toString('latin1')}\r\n`);
      }
    });

    it.each(['bytes=400-', 'bytes=9999-99999', 'bytes=-0'])(
      'RFC 9110 §15.5.17: %s, of which there is nothing, is 416 with the length that there is',
      async (range) => {
        const answer = await part(range);
        expect([answer.status, answer.headers.get('content-range')]).toEqual([416, `bytes */${LENGTH}`]);
        expect([answer.headers.get('content-type'), answer.headers.get('etag')]).toEqual([
          'application/problem+json',
          null,
        ]);
        expect(await answer.json()).toMatchObject({ status: 416 });
      },
    );

    it.each(['bytes', 'bytes=', 'bytes=a-b', 'bytes=-', 'lines=0-1', 'bytes=0-1;2-3', '0-1'])(
      'RFC 9110 §14.2: %j is no range of bytes and ignored',
      async (range) => {
        const answer = await part(range);
        expect([answer.status, await bodyOf(answer)]).toEqual([200, bytes]);
      },
    );

    it('RFC 9110 §17.15: more ranges than anybody needs are answered with the whole', async () => {
      const ranges = Array.from({ length: 50 }, (_, at) => `${at * 4}-${at * 4 + 1}`).join(', ');
      expect((await part(`bytes=${ranges}`)).status).toBe(200);
    });

    it('RFC 9110 §14.2: of HEAD a range is ignored', async () => {
      const answer = await ask('HEAD', PHOTO, { headers: { range: 'bytes=0-1' } });
      expect([answer.status, answer.headers.get('content-length')]).toEqual([200, String(LENGTH)]);
    });

    it('RFC 9110 §13.1.5: If-Range with the current validator is a part, with any other, or a weak one, the whole', async () => {
      expect((await part('bytes=0-1', { 'if-range': etag })).status).toBe(206);
      for (const held of ['"other"', `W/${etag}`, 'Sun, 22 Nov 2015 18:00:00 GMT', 'nonsense']) {
        expect((await part('bytes=0-1', { 'if-range': held })).status, held).toBe(200);
      }
    });

    it('RFC 9110 §13.2.2: conditions come before ranges', async () => {
      expect((await part('bytes=0-1', { 'if-none-match': etag })).status).toBe(304);
      expect((await part('bytes=0-1', { 'if-match': '"other"' })).status).toBe(412);
      expect((await part('bytes=9999-', { 'if-none-match': etag })).status).toBe(304);
    });

    it('RFC 9110 §12.5.1: a client that does not take what a photo is in gets 406', async () => {
      const statusOf = async (accept: string) => (await ask('GET', PHOTO, { headers: { accept } })).status;
      expect(await Promise.all(['image/png', 'image/*', '*/*;q=0.1', ''].map(statusOf))).toEqual([200, 200, 200, 200]);
      expect(await Promise.all(['image/webp', 'text/html', 'image/png;q=0'].map(statusOf))).toEqual([406, 406, 406]);
    });

    it('RFC 9110 §8.8.2, §13.1.3, §13.1.4: has the date when it was set, by which it can be asked for too', async () => {
      const date = (await ask('GET', PHOTO)).headers.get('last-modified') as string;
      expect(new Date(date).toUTCString()).toBe(date);
      expect(Date.parse(date)).toBeLessThanOrEqual(Date.now());
      const statusWith = async (headers: Record<string, string>) => (await ask('GET', PHOTO, { headers })).status;
      const [before, later] = [-60_000, 60_000].map((ms) => new Date(Date.parse(date) + ms).toUTCString());
      expect(await statusWith({ 'if-modified-since': date })).toBe(304);
      expect(await statusWith({ 'if-modified-since': later! })).toBe(304);
      expect(await statusWith({ 'if-modified-since': before! })).toBe(200);
      expect(await statusWith({ 'if-unmodified-since': before! })).toBe(412);
      expect(await statusWith({ 'if-unmodified-since': date })).toBe(200);
      for (const name of ['if-modified-since', 'if-unmodified-since']) {
        expect(await statusWith({ [name]: 'yesterday' }), name).toBe(200);
      }
      expect(await statusWith({ 'if-modified-since': later!, 'if-none-match': '"other"' })).toBe(200);
      expect((await part('bytes=0-1', { 'if-range': date })).status).toBe(206);
      expect((await part('bytes=0-1', { 'if-range': before! })).status).toBe(200);
    });

    it('RFC 9110 §13.1.2: what the client holds is not read again', async () => {
      const statementsOf = async (headers: Record<string, string>): Promise<number> => {
        const answer = await ask('GET', PHOTO, { headers });
        const count = /sql;[^,]*desc="?(\d+)/.exec(answer.headers.get('server-timing') ?? '')?.[1];
        return Number(count);
      };
      expect(await statementsOf({ 'if-none-match': etag })).toBe(1);
      expect(await statementsOf({})).toBe(2);
    });

    it('RFC 9110 §15.5.11: one that was taken away is gone, where one that never was is not found', async () => {
      const dish = `/restaurants/${PERSONAS.luigi.restaurantId}/menu/${DEMO_DISHES.tiramisu}`;
      const change = async (method: string, more: Asked): Promise<void> => {
        const held = (await ask('GET', dish, { as: 'luigi' })).headers.get('etag') as string;
        const headers = { 'if-match': held, ...more.headers };
        expect((await ask(method, `${dish}/photo`, { as: 'luigi', ...more, headers })).ok).toBe(true);
      };
      await change('DELETE', {});
      const gone = await ask('GET', `${dish}/photo`);
      expect([gone.status, await gone.json()]).toMatchObject([
        410,
        { status: 410, code: 'photo-not-found', gone: true },
      ]);
      const soldOut = await ask('GET', `${dish.replace(DEMO_DISHES.tiramisu, DEMO_DISHES.soldOut)}/photo`);
      expect([soldOut.status, await soldOut.json()]).toMatchObject([404, { status: 404, code: 'photo-not-found' }]);
      await change('PUT', { headers: { 'content-type': 'image/png' }, body: bytes });
      expect((await ask('GET', `${dish}/photo`)).status).toBe(200);
    });
  });
}
