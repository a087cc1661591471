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

/** Every text of the pages in Italian: the source of the keys, which every other language must fill. */
export const it = {
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
} as const;
