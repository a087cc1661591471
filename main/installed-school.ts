import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../domain/base/result.ts';
import { installedSchoolSchema, type InstalledSchool } from '../domain/school-config.ts';
import type { Environment } from './environment.ts';
import { checkSchema } from '../domain/base/check-schema.ts';

/** Stands in for the school while developing. */
const DEVELOPMENT_SCHOOL = {
  school: 'MORE0001',
  name: 'Istituto di prova',
  city: 'Modena',
  server: 'http://127.0.0.1:8440',
  phone: '059 000000',
  email: 'segreteria@example.org',
  address: 'Via di prova 1',
} as const;

/**
 * The school of this installer, from the packaged manifest inside the archive; there is no default, a build without a school does not start.
 *
 * Unpackaged, from the environment.
 */
export function readInstalledSchool(
  packaged: boolean,
  appPath: string,
  environment: Environment,
): Result<InstalledSchool, 'missing' | 'invalid'> {
  try {
    const given = packaged ? fromManifest(appPath) : fromEnvironment(environment);
    if (given === undefined) return fail('missing');
    return checkSchema(installedSchoolSchema, given) ? ok(given) : fail('invalid');
  } catch {
    return fail('invalid');
  }
}

function fromManifest(appPath: string): unknown {
  const manifest: unknown = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'));
  const ours = property(manifest, 'campanella');
  return property(ours, 'school');
}

function fromEnvironment({ schoolConfig, server }: Environment): unknown {
  const base: unknown =
    schoolConfig === undefined ? DEVELOPMENT_SCHOOL : JSON.parse(readFileSync(schoolConfig, 'utf8'));
  if (typeof base !== 'object' || base === null || server === undefined) return base;
  return { ...base, server };
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
