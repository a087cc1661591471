import type { App, WebContents } from 'electron';
import { APP_ORIGIN } from '../app-scheme/content-security.ts';
import type { Log } from '../log/log.ts';

/** What the rules of navigation depend on. */
export interface NavigationParts {
  /** Origin of the school's server. */
  readonly server: string;
  /** Hands an address to the system's browser, mail or telephone program. */
  readonly openOutside: (url: string) => void;
  readonly log: Log;
}

/** Whether the window may show an address: pages of the app, nothing else. */
export function isOwnPage(address: string): boolean {
  const url = parse(address);
  return (
    url !== undefined &&
    `${url.protocol}//${url.host}` === APP_ORIGIN &&
    url.pathname !== '/api' &&
    !url.pathname.startsWith('/api/')
  );
}

/**
 * Whether an address may be handed to the system: a mail, a telephone call, or a page of the school's own server. Any other website is
 * not the register's to open: a page that was tampered with could send the user to a forged sign-in.
 */
export function mayOpenOutside(address: string, server: string): boolean {
  const url = parse(address);
  if (url === undefined || address.length > 2_000) return false;
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return true;
  return (
    url.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    url.host === parse(server)?.host
  );
}

/**
 * Whether an address that a school's server has named may be opened for signing in by a provider: the first page of that, of this very
 * server. From there on the browser shows where it is; no other address is ever taken from the answer.
 */
export function isProviderPage(address: string, server: string): boolean {
  const url = parse(address);
  return (
    url !== undefined &&
    address.length <= 2_000 &&
    url.origin === parse(server)?.origin &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.username === '' &&
    url.password === '' &&
    url.pathname.startsWith('/provider/depart/')
  );
}

/** Applies the rules to everything that ever shows web content in this app. */
export function guardNavigation(app: Pick<App, 'on'>, parts: NavigationParts): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, parts));
}

function guardContents(contents: WebContents, { server, openOutside, log }: NavigationParts): void {
  contents.on('will-navigate', (event, url) => {
    if (isOwnPage(url)) return;
    event.preventDefault();
    log.warn('navigationRefused');
  });
  // Chromium asks nobody before it shows an empty page: whoever led the window there is led back.
  contents.on('did-navigate', (_event, url) => {
    if (contents.getType() !== 'window' || isOwnPage(url)) return;
    log.warn('navigationUndone');
    void contents.loadURL(`${APP_ORIGIN}/`).catch((error: unknown) => log.error('pageNotLoaded', error));
  });
  contents.on('will-redirect', (event, url) => {
    if (!isOwnPage(url)) event.preventDefault();
  });
  // The app has no frames at all.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url, server)) openOutside(url);
    else log.warn('windowRefused');
    return { action: 'deny' };
  });
}

function parse(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
