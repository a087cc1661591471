import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog, redact } from './log.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

describe('log', () => {
  it('writes one object a line, for this user alone', () => {
    const folder = temporaryFolder();
    createLog(folder, () => new Date(0)).info('session', { kind: 'open', connection: 'online', entries: 3 });
    expect(readFileSync(join(folder, 'main.log'), 'utf8')).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","level":"info","event":"session","kind":"open","connection":"online","entries":3}\n',
    );
    expect(statSync(join(folder, 'main.log')).mode & 0o777).toBe(0o600);
  });

  it.each([
    'Giulia Ferrarini',
    'niccolò',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln',
    'Yk3vq0tS4Zr1mXc8bN5pQw7eLh2uJd9fGa6iKo0s',
    '0198c0de-0000-7000-8000-000000000001',
    '{"password":"x"}',
    'MORE0001.12',
    '/home/rossi/profilo',
  ])('never writes %s', (secret) => {
    expect(redact(secret)).toBe('[redacted]');
  });

  it('writes of an error what it is and where it was, not what it says', () => {
    const folder = temporaryFolder();
    const log = createLog(folder);
    log.error('failed', Object.assign(new TypeError('Giulia Ferrarini has no class'), { code: 'ENOSPC' }), {
      incident: '0a1b2c3d',
    });
    log.error('failed', 'Giulia');
    const text = readFileSync(join(folder, 'main.log'), 'utf8');
    expect(text).not.toContain('Giulia');
    expect(text).toContain('"incident":"0a1b2c3d","error":"TypeError","code":"ENOSPC"');
  });

  it('keeps five files of a megabyte, and never fails its caller', () => {
    const folder = temporaryFolder();
    const log = createLog(folder);
    const fields = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`field${index}`, 'word']));
    for (let line = 0; line < 260; line += 1) log.info('line', fields);
    expect(statSync(join(folder, 'main.log')).size).toBeLessThan(1_100_000);
    expect(existsSync(join(folder, 'main.log.4'))).toBe(true);
    expect(existsSync(join(folder, 'main.log.5'))).toBe(false);
    createLog(join(folder, 'main.log', 'not-a-folder')).info('nowhere');
  });
});
