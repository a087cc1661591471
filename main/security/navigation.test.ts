import { describe, expect, it } from 'vitest';
import { isOwnPage, isProviderPage, mayOpenOutside } from './navigation.ts';
import { isGranted, mayRequest } from './permissions.ts';

const FOREIGN = [
  'https://example.org/',
  'http://127.0.0.1:8440/',
  'file:///etc/passwd',
  'data:text/html,<script>1</script>',
  'javascript:alert(1)',
  'blob:https://example.org/1',
  'about:blank',
  'app://evil/',
  'app://campanella.evil/',
  'app://evil@other/',
  'chrome://gpu',
  'devtools://devtools/bundled/inspector.html',
  'view-source:app://campanella/',
  'ftp://example.org/',
  '//example.org',
  '',
];

describe('navigation', () => {
  it.each(['app://campanella/', 'app://campanella/today?day=2026-11-23#top'])(
    'allows our own page %s',
    (address) => {
      expect(isOwnPage(address)).toBe(true);
    },
  );

  it.each([...FOREIGN, 'app://campanella/api/sync', 'app://campanella/api'])(
    'refuses %s in the window',
    (address) => {
      expect(isOwnPage(address)).toBe(false);
    },
  );

  it.each(['https://www.scuola.example/circolari', 'mailto:segreteria@scuola.example', 'tel:+39059000000'])(
    'opens %s outside',
    (address) => {
      expect(mayOpenOutside(address, 'https://www.scuola.example')).toBe(true);
    },
  );

  it.each([
    'http://www.scuola.example/',
    'https://elsewhere.example/',
    'https://www.scuola.example.evil/',
    'https://user:secret@scuola.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'ms-msdt:/id',
    'vscode://file/etc/passwd',
    'search-ms:query=x',
    'app://campanella/',
    `https://example.org/${'a'.repeat(3_000)}`,
    'not an address',
  ])('does not open %s outside', (address) => {
    expect(mayOpenOutside(address, 'https://www.scuola.example')).toBe(false);
  });
});

describe('permissions', () => {
  it.each([
    'media',
    'geolocation',
    'notifications',
    'midi',
    'midiSysex',
    'pointerLock',
    'openExternal',
    'clipboard-read',
    'display-capture',
    'hid',
    'serial',
    'usb',
    'idle-detection',
    'storage-access',
    'window-management',
    'fileSystem',
    'unknown',
  ])('denies %s even to our own page', (permission) => {
    expect(isGranted(permission, 'app://campanella/')).toBe(false);
  });

  it('lets our own page, and nobody else, copy text and fill the screen', () => {
    for (const permission of ['clipboard-sanitized-write', 'fullscreen']) {
      expect(isGranted(permission, 'app://campanella/')).toBe(true);
      expect(isGranted(permission, 'https://example.org/')).toBe(false);
    }
  });

  it('keeps the page’s session off the network', () => {
    for (const address of [
      'app://campanella/index.html',
      'blob:app://campanella/0f',
      'data:image/png;base64,AA',
      'devtools://devtools/x',
    ]) {
      expect(mayRequest(address)).toBe(true);
    }
    for (const address of [
      'https://example.org/',
      'http://localhost/',
      'ws://localhost/',
      'file:///etc/passwd',
      'app://evil/',
      'blob:https://x/1',
    ]) {
      expect(mayRequest(address)).toBe(false);
    }
  });
});

describe('a sign-in by a provider', () => {
  const SERVER = 'https://registro.example.it';

  it('begins on the first page of that, of the school’s own server', () => {
    expect(isProviderPage(`${SERVER}/provider/depart/ticket`, SERVER)).toBe(true);
    const local = 'http://127.0.0.1:8440';
    expect(isProviderPage(`${local}/provider/depart/ticket`, local)).toBe(true);
  });

  it.each([
    ...FOREIGN,
    'https://registro.example.it.evil.example/provider/depart/x',
    'https://evil@registro.example.it/provider/depart/x',
    'https://registro.example.it:8443/provider/depart/x',
    'http://registro.example.it/provider/depart/x',
    'https://registro.example.it/link/secret',
    'https://registro.example.it/provider/depart/../../link/secret',
    `https://registro.example.it/provider/depart/${'x'.repeat(2_000)}`,
  ])('never on %s', (address) => {
    expect(isProviderPage(address, SERVER)).toBe(false);
  });
});
