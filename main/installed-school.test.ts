import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';
import { readInstalledSchool } from './installed-school.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const school = {
  school: 'MORE0001',
  name: 'Liceo Muratori',
  city: 'Modena',
  server: 'https://registro.muratori.example',
  phone: '059 1',
  email: 'segreteria@muratori.example',
  address: 'Via 1',
};

function packagedWith(manifest: unknown): ReturnType<typeof readInstalledSchool> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return readInstalledSchool(
    true,
    folder,
    readEnvironment(true, { CAMPANELLA_SERVER: 'https://evil.example' }),
  );
}

describe('installed school', () => {
  it('comes from the packaged manifest, whatever the environment says', () => {
    expect(packagedWith({ name: 'campanella', campanella: { school } })).toEqual({ ok: true, value: school });
  });

  it('has no default in a packaged app', () => {
    expect(packagedWith({ name: 'campanella' })).toEqual({ ok: false, failure: 'missing' });
    expect(packagedWith({ campanella: {} })).toEqual({ ok: false, failure: 'missing' });
    expect(readInstalledSchool(true, '/nowhere', readEnvironment(true, {}))).toEqual({
      ok: false,
      failure: 'invalid',
    });
  });

  it.each([
    'http://registro.example',
    'https://registro.example/path',
    'file:///etc/passwd',
    'https://',
    'javascript:1',
    'http://127.0.0.1.evil.example',
  ])('refuses the server %s', (server) => {
    expect(packagedWith({ campanella: { school: { ...school, server } } })).toEqual({
      ok: false,
      failure: 'invalid',
    });
  });

  it('comes from the environment while developing', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'school.json');
    writeFileSync(path, JSON.stringify(school));
    const read = (variables: Readonly<Record<string, string>>) =>
      readInstalledSchool(false, folder, readEnvironment(false, variables));
    expect(read({ CAMPANELLA_SCHOOL_CONFIG: path, CAMPANELLA_SERVER: 'http://127.0.0.1:4301' })).toEqual({
      ok: true,
      value: { ...school, server: 'http://127.0.0.1:4301' },
    });
    expect(read({ CAMPANELLA_SERVER: 'http://192.168.1.1' })).toEqual({ ok: false, failure: 'invalid' });
    expect(read({ CAMPANELLA_SCHOOL_CONFIG: join(folder, 'missing.json') })).toEqual({
      ok: false,
      failure: 'invalid',
    });
    expect(read({}).ok).toBe(true);
  });
});

describe('environment', () => {
  it('is not read by a packaged app', () => {
    const variables = {
      CAMPANELLA_USER_DATA: '/x',
      CAMPANELLA_IDLE_SECONDS: '1',
      CAMPANELLA_SCHOOL_CONFIG: '/y',
    };
    expect(readEnvironment(true, variables)).toEqual({
      idleSeconds: 600,
      answerWithin: 15_000,
      silence: 40_000,
      longestPause: 120_000,
    });
    expect(readEnvironment(false, variables)).toMatchObject({
      userData: '/x',
      idleSeconds: 1,
      schoolConfig: '/y',
    });
  });

  it('names the variable that cannot be used', () => {
    expect(() => readEnvironment(false, { CAMPANELLA_SILENCE_MS: 'soon' })).toThrow('CAMPANELLA_SILENCE_MS');
    expect(() => readEnvironment(false, { CAMPANELLA_IDLE_SECONDS: '0' })).toThrow('CAMPANELLA_IDLE_SECONDS');
  });
});
