import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createStaticFiles, filePath } from './static-files.ts';

function bundle(): (path: string, method?: string) => Promise<Response> {
  const folder = temporaryFolder();
  const root = join(folder, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'assets', 'index-a1.js'), 'export {}');
  writeFileSync(join(root, 'assets', 'notes.exe'), 'no');
  writeFileSync(join(folder, 'secret.json'), '{}');
  const serve = createStaticFiles(root);
  return async (path, method = 'GET') => await serve(new Request(`app://campanella${path}`, { method }));
}

describe('static files', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/today/2026-11-23', 'text/html; charset=utf-8'],
    ['/assets/index-a1.js?v=1', 'text/javascript; charset=utf-8'],
  ])('serves %s as %s under the content security policy', async (path, type) => {
    const response = await bundle()(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'",
    );
    expect(response.headers.get('content-security-policy')).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    '/assets/missing.js',
    '/assets/notes.exe',
    '/secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..%2f..%2fsecret.json',
  ])('does not serve %s', async (path) => {
    expect((await bundle()(path)).status).toBe(404);
  });

  it.each([
    '/../secret.json',
    '/a/../../secret.json',
    '/..\\secret.json',
    '/C:/secret.json',
    '/%00.js',
    '/%E0%A4%A',
    '//etc/passwd.txt/../../x.js',
  ])('finds no file behind %s', (pathname) => {
    expect(filePath('/app/renderer', pathname)).toBeUndefined();
  });

  it('only reads', async () => {
    const serve = bundle();
    expect((await serve('/', 'POST')).status).toBe(405);
    const head = await serve('/', 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});
