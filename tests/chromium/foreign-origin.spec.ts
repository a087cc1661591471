import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../fixtures/world.ts';

/** What a page of another origin on the same machine can try with a name and password it knows. */
async function tryFromPage({
  url,
  username,
  password,
}: Readonly<Record<'url' | 'username' | 'password', string>>) {
  const body = JSON.stringify({ username, password, device: { id: 'page-of-another-origin', name: 'Page' } });
  const attempts = [
    { mode: 'cors', headers: { 'content-type': 'application/json' } },
    { mode: 'cors', headers: { 'content-type': 'text/plain' } },
    { mode: 'no-cors', headers: { 'content-type': 'text/plain' } },
  ] as const;
  const answers: string[] = [];
  for (const attempt of attempts) {
    const answer = await fetch(`${url}/session/sign-in`, {
      method: 'POST',
      credentials: 'include',
      body,
      ...attempt,
    }).then(
      async (response) => `${response.type} ${response.status} ${await response.text()}`,
      (error: unknown) => `refused: ${String(error)}`,
    );
    answers.push(answer);
  }
  return answers;
}

async function servePage(): Promise<Server> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Another origin</title>');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

test.describe('a page of another origin', () => {
  test('gains nothing by signing in at the server, even with a right password', async ({ page, world }) => {
    const foreign = await servePage();
    try {
      await page.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`);
      const { username, password } = world.account('teacher');
      const answers = await page.evaluate(tryFromPage, { url: world.server.url, username, password });
      expect(answers).toHaveLength(3);
      expect(answers.filter((answer) => answer.includes('Token'))).toEqual([]);
      expect(answers.slice(0, 2).every((answer) => answer.startsWith('refused'))).toBe(true);
      expect(await page.context().cookies()).toEqual([]);
    } finally {
      foreign.close();
    }
  });

  test('cannot be talked into it by a form either', async ({ page, world }) => {
    const { username, password } = world.account('teacher');
    const answer = await page.request.post(`${world.server.url}/session/sign-in`, {
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/json' },
      data: { username, password, device: { id: 'page-of-another-origin', name: 'Page' } },
    });
    expect(answer.status()).toBe(403);
    expect(await answer.text()).not.toContain('Token');
    expect(answer.headers()['access-control-allow-origin']).toBeUndefined();
  });
});
