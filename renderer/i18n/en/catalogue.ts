import type { it } from '../it/catalogue.ts';
import type { Texts } from '../texts.ts';
import { access } from './access.ts';
import { classHour } from './class-hour.ts';
import { common } from './common.ts';
import { credentials } from './credentials.ts';
import { failure } from './failure.ts';
import { family } from './family.ts';
import { accounts } from './accounts.ts';
import { profile } from './profile.ts';
import { provider } from './provider.ts';
import { restored } from './restored.ts';
import { shell } from './shell.ts';
import { sync } from './sync.ts';
import { today } from './today.ts';

/** Every text of the pages in English. */
export const en = {
  common,
  access,
  credentials,
  failure,
  profile,
  provider,
  accounts,
  restored,
  family,
  shell,
  today,
  classHour,
  sync,
} as const satisfies Texts<typeof it>;
