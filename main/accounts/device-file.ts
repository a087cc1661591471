import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Infer, JsonSchema } from '../../domain/base/schema.ts';
import { parseChecked, writeAtomically } from '../files/atomic-write.ts';
import { createTurns } from '../../domain/base/turns.ts';
import type { Unfinished } from '../files/unfinished.ts';
import type { AccountRef } from '../../domain/protocol/endpoints/session/session.ts';
import { field } from '../../domain/record/fields.ts';

const deviceSchema = {
  type: 'object',
  properties: {
    id: { type: 'string', minLength: 8, maxLength: 64 },
    /** The account shown on the lock screen at the next start. */
    current: {
      type: 'object',
      properties: { school: field.schoolId, username: field.shortText },
      required: ['school', 'username'],
      additionalProperties: false,
    },
  },
  required: ['id'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** The installation's random identity and the account chosen last. */
export interface DeviceFile {
  id(): string;
  current(): AccountRef | undefined;
  /** Remembers the chosen account; on a full disk only until the app ends. */
  choose(account: AccountRef | undefined): Promise<void>;
}

/** Opens the device's file, or starts a new identity where it is missing or damaged. */
export function openDeviceFile(path: string, unfinished: Unfinished): DeviceFile {
  const serial = createTurns();
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const kept = readKept(path);
  let device: Infer<typeof deviceSchema> = kept ?? { id: randomUUID() };
  const save = async (): Promise<void> =>
    await serial(async () => await writeAtomically(path, JSON.stringify(device)).catch(() => undefined));
  if (kept === undefined) unfinished.begin('deviceFile', save());
  return {
    id: () => device.id,
    current: () => device.current,
    choose: async (account) => {
      const { id } = device;
      device =
        account === undefined
          ? { id }
          : { id, current: { school: account.school, username: account.username } };
      await save();
    },
  };
}

function readKept(path: string): Infer<typeof deviceSchema> | undefined {
  try {
    return parseChecked(readFileSync(path, 'utf8'), deviceSchema);
  } catch {
    return undefined;
  }
}
