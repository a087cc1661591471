import type { restored as source } from '../it/restored.ts';
import type { Texts } from '../texts.ts';

/** After the school's store was put back from an older copy, for the office. */
export const restored = {
  title: 'The register was taken from an earlier copy',
  lead: 'The devices send what was missing again by themselves. For the entries listed here, whoever wrote them must open the register, or write them again.',
  device: 'Device',
  noticed: 'Noticed',
  state: 'State',
  ended: '{{count}} entries came back',
  sending: 'Sending again: {{count}} entries so far',
  missing: 'Entries that are still missing',
  none: 'No device has anything else that is missing here.',
  place: 'Where',
  author: 'Whose',
  written: 'Written',
  holder: 'Who keeps it',
  lessons: 'Lesson',
  attendance: 'Attendance',
} as const satisfies Texts<typeof source>;
