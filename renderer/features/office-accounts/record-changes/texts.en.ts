import type { Texts } from '../../../i18n/texts.ts';
import type { recordChanges as source } from './texts.it.ts';

/** Changes of fiscal codes and addresses that wait for a second person: the panel, its question, and what came of it. */
export const recordChanges = {
  title_one: '{{number}} change on record to confirm',
  title_other: '{{number}} changes on record to confirm',
  text: 'New fiscal codes and e-mail addresses of people who use the register already open no account and recover no password until a second person of the office, the principal or the owner has confirmed them.',
  list: 'From the list imported on {{day}} ({{name}}).',
  clerk: '{{name}} asks to use it again, on {{day}}: a list had replaced it.',
  own: 'You wrote it, or it is about you: somebody else has to decide.',
  fiscalCode: 'Fiscal code',
  emails: 'E-mail',
  nothing: 'none',
  fromTo: '{{before}} → {{after}}',
  spoken: '{{what}}: before {{before}}, new {{after}}',
  confirm: 'Confirm',
  refuse: 'Refuse',
  confirmName: 'Confirm the change of {{name}}',
  refuseName: 'Refuse the change of {{name}}',
  confirmAll_one: 'Confirm {{number}} change',
  confirmAll_other: 'Confirm all {{number}}',
  confirmTitle: 'Confirm the change?',
  confirmTitleAll_one: 'Confirm {{number}} change?',
  confirmTitleAll_other: 'Confirm {{number}} changes?',
  refuseTitle: 'Refuse the change?',
  confirmText:
    'The new data count at once: the account can be opened and recovered with them, and no longer with those of before.',
  refuseText:
    'The data of before stay valid. The same list, imported again, will not ask for this value any more.',
  confirmed_one: 'The change of {{name}} is confirmed: {{after}} counts.',
  confirmed_other: '{{number}} changes confirmed.',
  refused_one: 'The change of {{name}} is refused: {{before}} goes on counting.',
  refused_other: '{{number}} changes refused.',
  changed: 'Some data have changed meanwhile: check what you see now and decide again.',
  skipped: 'Not decided: {{name}} {{reason}}.',
  more_one: 'And {{number}} more.',
  more_other: 'And {{number}} more.',
} as const satisfies Texts<typeof source>;
