import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createUnfinished } from '../files/unfinished.ts';
import { startServer } from '../testing/local-server.ts';
import { createIssuer, sampleList } from '../testing/signed-list.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createSchoolDirectory } from './school-directory.ts';

const issuer = createIssuer();
const NOW = 1_700_000_000_000;
const server = 'https://carpi.example';

async function setUp(first: string) {
  const online = { text: first, status: 200 };
  const { origin, stop, requests } = await startServer((_request, response) => {
    if (online.status === 302) response.writeHead(302, { location: 'http://127.0.0.1:9/evil' }).end();
    else response.writeHead(online.status).end(online.text);
  });
  const path = join(temporaryFolder(), 'schools.jws');
  const time = { now: NOW };
  const open = (publicKey = issuer.publicKey) =>
    createSchoolDirectory({
      directory: { url: `${origin}/schools.jws`, publicKey },
      path,
      fetch,
      now: () => time.now,
      answerWithin: 10_000,
      unfinished: createUnfinished(() => undefined),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
  return { online, stop, requests, path, time, open };
}

describe('directory of schools', () => {
  it('is fetched, and kept for when there is no network', async () => {
    const list = sampleList(server);
    const { open, stop, requests } = await setUp(issuer.signList(list));
    const directory = open();
    expect(directory.list()).toBeUndefined();
    expect(await directory.refresh()).toBe('taken');
    expect(directory.list()).toEqual(list);
    expect(await directory.refresh()).toBe('unchanged');
    expect(requests[0]?.headers).not.toHaveProperty('cookie');
    await stop();
    const again = open();
    expect(again.list()).toEqual(list);
    expect(await again.refresh()).toBe('unreachable');
    expect(again.list()).toEqual(list);
  });

  it('takes a newer list and no older one, also when the newer one has ended', async () => {
    const newer = sampleList(server, { issuedAt: NOW - 1_000, expiresAt: NOW + 1_000 });
    const { open, online, time } = await setUp(issuer.signList(newer));
    const directory = open();
    await directory.refresh();
    online.text = issuer.signList(sampleList('https://taken-off.example', { issuedAt: NOW - 2_000 }));
    expect(await directory.refresh()).toBe('older');
    expect(directory.list()).toEqual(newer);
    time.now += 1_000;
    expect(directory.list()).toBeUndefined();
    expect(await directory.refresh()).toBe('older');
    expect(await open().refresh()).toBe('older');
    const newest = sampleList(server, { issuedAt: NOW });
    online.text = issuer.signList(newest);
    expect(await directory.refresh()).toBe('taken');
    expect(open().list()).toEqual(newest);
  });

  it('goes on with the kept list when what comes is forged, ended, too long or from elsewhere', async () => {
    const list = sampleList(server, { issuedAt: NOW - 1_000 });
    const { open, online } = await setUp(issuer.signList(list));
    const directory = open();
    await directory.refresh();
    const forged = sampleList('https://evil.example', { issuedAt: NOW });
    for (const [text, outcome] of [
      [createIssuer().signList(forged), 'notSigned'],
      [JSON.stringify(forged), 'malformed'],
      [issuer.signList({ ...forged, schools: 'all' }), 'notAList'],
      [issuer.signList(sampleList(server, { issuedAt: NOW, expiresAt: NOW - 1 })), 'ended'],
      ['x'.repeat(9 * 1024 * 1024), 'unreachable'],
    ] as const) {
      online.text = text;
      expect(await directory.refresh()).toBe(outcome);
      expect(directory.list()).toEqual(list);
    }
    for (const status of [302, 404, 500]) {
      online.status = status;
      expect(await directory.refresh()).toBe('unreachable');
    }
    expect(open().list()).toEqual(list);
  });

  it('believes the kept file for its signature alone', async () => {
    const { open, path } = await setUp(issuer.signList(sampleList(server)));
    await open().refresh();
    expect(open(createIssuer().publicKey).list()).toBeUndefined();
    writeFileSync(path, createIssuer().signList(sampleList('https://evil.example')));
    expect(open().list()).toBeUndefined();
    await open().refresh();
    expect(readFileSync(path, 'utf8').split('.')).toHaveLength(3);
    expect(open().list()?.schools[0]?.server).toBe(server);
  });

  it('asks nothing where the installer has none', async () => {
    const directory = createSchoolDirectory({
      directory: undefined,
      path: join(temporaryFolder(), 'schools.jws'),
      fetch: async () => await Promise.reject(new Error('asked')),
      now: () => NOW,
      answerWithin: 10_000,
      unfinished: createUnfinished(() => undefined),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    expect(await directory.refresh()).toBe('none');
    expect(directory.list()).toBeUndefined();
  });

  it('F18: takes no list issued far ahead, and one that is kept shuts nothing out', async () => {
    const DAY = 86_400_000;
    const ahead = issuer.signList(sampleList(server, { issuedAt: NOW + DAY + 60_000 }));
    const { open, online, path } = await setUp(ahead);
    const directory = open();
    expect(await directory.refresh()).toBe('ahead');
    expect(directory.list()).toBeUndefined();
    writeFileSync(path, ahead);
    const kept = open();
    online.text = issuer.signList(sampleList(server));
    expect(await kept.refresh()).toBe('taken');
    online.text = issuer.signList(sampleList(server, { issuedAt: NOW + DAY - 60_000 }));
    expect(await kept.refresh()).toBe('taken');
  });

  it.each(['9999-99-99T99:99:99.999Z', '2026-13-01T00:00:00.000Z'])(
    'F18: a list that ends at %s, which is no time, has ended',
    async (expiresAt) => {
      const { open, path } = await setUp('');
      const list = issuer.signList({ ...sampleList(server), expiresAt: toInstantLike(expiresAt) });
      writeFileSync(path, list);
      expect(open().list()).toBeUndefined();
    },
  );
});

/** A text in the shape of an instant. */
function toInstantLike(text: string): ReturnType<typeof sampleList>['expiresAt'] {
  return text as ReturnType<typeof sampleList>['expiresAt'];
}
