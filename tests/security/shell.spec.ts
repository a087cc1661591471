import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { BRIDGE_VERBS } from '../../domain/protocol/bridge/surface.ts';
import { expect, test } from '../fixtures/world.ts';

/** Where the window is and what it shows; an empty text while it is being led back. */
async function shownBy(page: Page): Promise<string> {
  const look = () =>
    `${location.protocol} ${[...document.querySelectorAll('label')].find((label) => label.textContent === 'Nome utente o e-mail')?.textContent}`;
  return await page.evaluate(look).catch(() => '');
}

/** How often the app has said in its log that it refused a navigation or undid one. */
async function refusals(profile: string): Promise<number> {
  const log = await readFile(path.join(profile, 'logs', 'main.log'), 'utf8').catch(() => '');
  return log.match(/"event":"navigation(?:Refused|Undone)"/g)?.length ?? 0;
}

test.describe('the window', () => {
  test('gives the page the approved verbs and nothing else of the system', async ({ world }) => {
    const { page } = await world.device('surface');
    await page.getByLabel('Nome utente').waitFor();
    const surface = await page.evaluate(() => {
      const bridge: unknown = Reflect.get(globalThis, 'campanella');
      const plain = document.createElement('iframe');
      document.body.append(plain);
      const usual = new Set(Object.getOwnPropertyNames(plain.contentWindow ?? {}));
      plain.remove();
      return {
        bridge: Object.keys(bridge ?? {}),
        writable: Object.isFrozen(bridge) ? [] : ['bridge is not frozen'],
        node: ['require', 'process', 'module', 'Buffer', '__dirname', 'electron'].filter(
          (name) => name in globalThis,
        ),
        added: Object.getOwnPropertyNames(globalThis).filter(
          (name) => !usual.has(name) && Number.isNaN(Number(name)),
        ),
      };
    });
    expect(surface.bridge.toSorted()).toEqual([...BRIDGE_VERBS, 'on'].toSorted());
    expect(surface.writable).toEqual([]);
    expect(surface.node).toEqual([]);
    expect(surface.added.filter((name) => !/^(campanella|RxDB|_rxdb|__|Dexie)/i.test(name))).toEqual([]);
  });

  test('runs under a strict policy: no inline script, no eval, nothing from elsewhere', async ({ world }) => {
    const { page } = await world.device('csp');
    await page.getByLabel('Nome utente').waitFor();
    const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-src 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy?.match(/script-src[^;]*/)?.[0]).not.toContain('unsafe-inline');
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "injected"';
      document.head.append(script);
      return document.title;
    });
    expect(ran).not.toBe('injected');
  });

  const places = [
    // Chromium shows an empty page before the app hears of it: first, so that no other refusal is taken for the way back from there.
    'about:blank',
    'https://example.org/',
    'http://127.0.0.1:9/',
    'file:///etc/passwd',
    'data:text/html,<h1>x</h1>',
    'javascript:document.title="x"',
    'app://elsewhere/',
    'blob:app://campanella/x',
    'chrome://gpu',
    'devtools://devtools/bundled/inspector.html',
  ];

  test('goes nowhere else, however it is asked', async ({ world }) => {
    const { page, app } = await world.device('navigation');
    const profile = path.join(world.folder, 'device-navigation');
    await page.getByLabel('Nome utente').waitFor();
    for (const place of places) {
      for (const way of ['link', 'newWindow', 'form', 'open', 'assign'] as const) {
        const before = await refusals(profile);
        await page.evaluate(
          ([url, how]) => {
            const link = document.createElement('a');
            link.href = url;
            if (how === 'newWindow') link.target = '_blank';
            const form = document.createElement('form');
            form.action = url;
            document.body.append(link, form);
            if (how === 'link' || how === 'newWindow') link.click();
            else if (how === 'form') form.submit();
            else if (how === 'open') window.open(url);
            else location.assign(url);
            link.remove();
            form.remove();
          },
          [place, way] as const,
        );
        // Until the window has left, it shows the page that it should come back to.
        if (place === 'about:blank' && way !== 'newWindow' && way !== 'open')
          await expect.poll(async () => await refusals(profile)).toBeGreaterThan(before);
        await expect
          .poll(async () => await shownBy(page), `${place} by ${way}`)
          .toBe('app: Nome utente o e-mail');
      }
    }
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('grants no permission, embeds no frame and drops no file into the window', async ({ world }) => {
    const { page } = await world.device('permissions');
    await page.getByLabel('Nome utente').waitFor();
    const refused = await page.evaluate(async () => {
      const answered = async (name: string, ask: () => Promise<unknown>) =>
        await ask().then(
          () => `${name} granted`,
          () => `${name} refused`,
        );
      return await Promise.all([
        answered('camera', async () => await navigator.mediaDevices.getUserMedia({ video: true })),
        answered('microphone', async () => await navigator.mediaDevices.getUserMedia({ audio: true })),
        answered('screen', async () => await navigator.mediaDevices.getDisplayMedia()),
        answered('place', async () => {
          await new Promise((resolve, reject) => {
            navigator.geolocation.getCurrentPosition(resolve, reject);
          });
        }),
        answered('clipboard', async () => await navigator.clipboard.readText()),
        answered('notification', async () => {
          if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
        }),
      ]);
    });
    expect(refused.filter((answer) => answer.endsWith('granted'))).toEqual([]);
    const frame = await page.evaluate(async (url) => {
      const element = document.createElement('iframe');
      element.src = url;
      document.body.append(element);
      await new Promise((resolve) => {
        setTimeout(resolve, 500);
      });
      try {
        return element.contentDocument?.body.innerText ?? '';
      } catch {
        return '';
      }
    }, world.server.url);
    expect(frame).toBe('');
  });

  test('reaches the school’s server through the allowed paths only, and no other origin', async ({
    world,
  }) => {
    const { page } = await world.device('proxy');
    await page.getByLabel('Nome utente').waitFor();
    const answers = await page.evaluate(async (server) => {
      const outcome = async (url: string, init?: RequestInit) =>
        await fetch(url, init).then(
          async (answer) => `${answer.status} ${(await answer.text()).slice(0, 300)}`,
          () => 'unreachable',
        );
      return {
        signIn: await outcome('/session/sign-in', { method: 'POST', body: '{}' }),
        signInUnderApi: await outcome('/api/../session/sign-in', { method: 'POST', body: '{}' }),
        encoded: await outcome('/api/%2e%2e/session/refresh', { method: 'POST', body: '{}' }),
        signedOut: await outcome('/api/sync', { method: 'POST', body: '{}' }),
        direct: await outcome(`${server}/health`),
        elsewhere: await outcome('https://example.org/'),
      };
    }, world.server.url);
    expect(answers.direct).toBe('unreachable');
    expect(answers.elsewhere).toBe('unreachable');
    expect(JSON.stringify(answers)).not.toContain('Token');
    for (const answer of [answers.signIn, answers.signInUnderApi, answers.encoded])
      expect(answer).toMatch(/^(403|404|405) /);
    expect(answers.signedOut).toMatch(/^(401|403) /);
  });
});
