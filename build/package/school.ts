import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { type InstalledSchool, installedSchoolSchema } from '../../domain/school-config.ts';
import { Stop } from '../system/step.ts';

/** Reads a school file and refuses one that the application could not start with. */
export async function readSchool(file: string): Promise<InstalledSchool> {
  const content: unknown = JSON.parse(await readFile(file, 'utf8'));
  const ajv = new Ajv({ allErrors: true, strictSchema: false });
  const validate = ajv.compile<InstalledSchool>(installedSchoolSchema);
  if (!validate(content)) throw new Stop(`${file} is not a school file: ${ajv.errorsText(validate.errors)}`);
  return content;
}
