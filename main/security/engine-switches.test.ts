import { describe, expect, it } from 'vitest';
import { engineVariables, foreignSwitches, refusalText } from './engine-switches.ts';

describe('switches of the engine on the command line of a packaged app', () => {
  it.each([
    '--remote-debugging-port=39222',
    '--remote-debugging-pipe',
    '--remote-debugging-address=0.0.0.0',
    '--remote-allow-origins=*',
    '--ignore-certificate-errors',
    '--ignore-certificate-errors-spki-list=abc',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--host-rules=MAP * 127.0.0.1',
    '--proxy-server=127.0.0.1:8080',
    '--proxy-pac-url=http://127.0.0.1/x',
    '--user-data-dir=/tmp/elsewhere',
    '--disable-web-security',
    '--load-extension=/tmp/x',
    '--disable-extensions-except=/tmp/x',
    '--js-flags=--expose-gc',
    '--inspect',
    '--inspect-brk=0.0.0.0:9229',
    '--inspect-port=1',
    '--log-net-log=/tmp/net.json',
    '--net-log-capture-mode=Everything',
    '--ssl-key-log-file=/tmp/keys',
    '--auth-server-allowlist=*',
    '--allow-running-insecure-content',
    '--unsafely-treat-insecure-origin-as-secure=http://x',
    '--enable-logging=file',
    '--log-file=/tmp/x',
    '--enable-features=Anything',
    '--disable-features=Anything',
    '--disable-site-isolation-trials',
    '--renderer-cmd-prefix=gdb',
    '--gpu-launcher=/tmp/x',
    '--utility-cmd-prefix=/tmp/x',
    '--disk-cache-dir=/tmp',
    '--app=/tmp/other',
    '--require=/tmp/x.js',
    '-r=/tmp/x.js',
    '--a-switch-of-next-year',
  ])('%s is refused', (arg) => {
    const [name] = arg.replace(/^--?/, '').split('=');
    for (const platform of ['linux', 'win32', 'darwin'] as const)
      expect(foreignSwitches([arg], platform)).toEqual([name]);
  });

  it.each([
    ['one dash', '-remote-debugging-port=1', 'linux'],
    ['blanks around', '  --remote-debugging-port=1 ', 'linux'],
    ['other letters', '--Remote-Debugging-Port=1', 'win32'],
    ['a slash', '/remote-debugging-port=1', 'win32'],
    ['behind others', '--lang=it', 'linux'],
  ] as const)('is seen with %s', (_how, arg, platform) => {
    expect(foreignSwitches([arg, '--remote-debugging-port=1'], platform)).toEqual(['remote-debugging-port']);
  });

  it('lets through what a desktop, an old computer or a screen reader needs', () => {
    const everywhere = [
      '--disable-gpu',
      '--lang=it',
      '--force-device-scale-factor=1.5',
      '--force-renderer-accessibility',
    ];
    for (const platform of ['linux', 'win32', 'darwin'] as const)
      expect(foreignSwitches(everywhere, platform)).toEqual([]);
    expect(foreignSwitches(['--no-sandbox', '--ozone-platform=wayland'], 'linux')).toEqual([]);
    expect(foreignSwitches(['--no-sandbox'], 'win32')).toEqual(['no-sandbox']);
    expect(foreignSwitches(['-psn_0_12345'], 'darwin')).toEqual([]);
    expect(foreignSwitches([], 'linux')).toEqual([]);
  });

  it('takes no file for a switch, and nothing behind a bare --', () => {
    expect(foreignSwitches(['/home/anna/registro.txt', 'campanella://x', ''], 'linux')).toEqual([]);
    expect(foreignSwitches(['C:\\Users\\anna\\x', '--'], 'win32')).toEqual([]);
    expect(foreignSwitches(['--', '--remote-debugging-port=1'], 'linux')).toEqual([]);
  });

  it('says why in both languages, with the names and without the values', () => {
    const text = refusalText(foreignSwitches(['--user-data-dir=/home/anna/segreto', '--inspect'], 'linux'));
    expect(text).toContain('--user-data-dir, --inspect');
    expect(text).toContain('non parte');
    expect(text).toContain('does not start');
    expect(text).not.toContain('segreto');
  });
});

it('takes away the variables by which the engine takes orders, and no others', () => {
  const variables = {
    SSLKEYLOGFILE: '/tmp/keys',
    ELECTRON_RUN_AS_NODE: '1',
    ELECTRON_ENABLE_LOGGING: '1',
    NODE_OPTIONS: '--inspect',
    NODE_EXTRA_CA_CERTS: '/tmp/ca.pem',
    Chrome_Log_File: 'x',
    PATH: '/bin',
    CHROME_DESKTOP: 'campanella.desktop',
    http_proxy: 'http://proxy.school',
  };
  expect(engineVariables(variables)).toEqual([
    'SSLKEYLOGFILE',
    'ELECTRON_RUN_AS_NODE',
    'ELECTRON_ENABLE_LOGGING',
    'NODE_OPTIONS',
    'NODE_EXTRA_CA_CERTS',
    'Chrome_Log_File',
  ]);
});
