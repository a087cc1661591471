import type { restored as source } from './texts.it.ts';
import type { Texts } from '../../../i18n/texts.ts';

/** After the school's store was put back from an older copy, for the office. */
export const restored = {
  title: 'The register was taken from an earlier copy',
  lead: 'The devices send what was missing again by themselves. For the entries listed here, whoever wrote them must open the register, or write them again. If they say that an entry never existed, mark it as seen: it is kept, out of the list.',
  devices: 'Devices that have noticed',
  device: 'Device',
  noticed: 'Noticed',
  state: 'State',
  ended_one: '{{count}} entry came back',
  ended_other: '{{count}} entries came back',
  sending_one: 'Sending again: {{count}} entry so far',
  sending_other: 'Sending again: {{count}} entries so far',
  missing: 'Entries that are still missing',
  none: 'No device has anything else that is missing here.',
  setAside: 'Mark as seen',
  chosen_one: '{{number}} selected',
  chosen_other: '{{number}} selected',
  done_one: '{{number}} entry marked as seen.',
  done_other: '{{number}} entries marked as seen.',
  setAsideTable: 'Entries marked as seen',
  seen: 'Seen',
  seenBy: '{{when}} by {{name}}',
  place: 'Where',
  author: 'Whose',
  written: 'Written',
  holder: 'Who keeps it',
} as const satisfies Texts<typeof source>;
