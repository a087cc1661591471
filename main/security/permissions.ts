import type { Session } from 'electron';
import { isOwnPage } from './navigation.ts';

/** What the page may do of all that a browser asks its user about: put text on the clipboard, and use the whole screen (projector). */
export const GRANTED_PERMISSIONS: readonly string[] = ['clipboard-sanitized-write', 'fullscreen'];

/** Whether a permission is granted to whoever asks. */
export function isGranted(permission: string, requester: string): boolean {
  return GRANTED_PERMISSIONS.includes(permission) && isOwnPage(requester);
}

/** Denies every permission, device, download and foreign request of a browser session, but for the table above. */
export function lockDownSession(session: Session, own: 'page' | 'network'): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(isGranted(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    isGranted(permission, `${origin.replace(/\/$/, '')}/`),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.on('will-download', (event) => event.preventDefault());
  if (own === 'page') refuseForeignRequests(session);
}

/** The page's own session never reaches the network, whatever it tries: the server is asked by the proxy, on a session of its own. */
function refuseForeignRequests(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !mayRequest(details.url) }));
}

/** Whether the page's session may load an address. */
export function mayRequest(address: string): boolean {
  return /^(app:\/\/campanella\/|devtools:\/\/|data:|blob:app:\/\/campanella\/)/.test(address);
}
