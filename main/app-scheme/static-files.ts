import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { errorCode } from '../files/error-code.ts';
import { PAGE_HEADERS } from './content-security.ts';

/** Media types of what the renderer's bundle may hold; a file of any other kind is not served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Serves the renderer's bundle from a folder (or from inside the app's archive). */
export function createStaticFiles(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405);
    const path = filePath(root, new URL(request.url).pathname);
    if (path === undefined) return plain(404);
    try {
      const content = await readFile(path);
      const type = MEDIA_TYPES[extname(path)];
      if (type === undefined) return plain(404);
      return new Response(request.method === 'HEAD' ? null : new Uint8Array(content), {
        headers: { ...PAGE_HEADERS, 'content-type': type },
      });
    } catch (error) {
      return plain(['ENOENT', 'EISDIR', 'ENOTDIR'].includes(errorCode(error)) ? 404 : 500);
    }
  };
}

/**
 * The file behind a URL path; undefined when it would leave the folder.
 *
 * A path without an extension is a page of the app: they are all drawn by the one document.
 */
export function filePath(root: string, pathname: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  const segments = decoded.split('/');
  if (decoded.includes('\0') || decoded.includes('\\') || segments.includes('..') || decoded.includes(':'))
    return undefined;
  const base = resolve(root);
  const path = resolve(join(base, extname(decoded) === '' ? 'index.html' : decoded));
  return path.startsWith(base + sep) ? path : undefined;
}

function plain(status: number): Response {
  return new Response(null, { status, headers: PAGE_HEADERS });
}
