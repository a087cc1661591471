import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** Justifications, in English. */
export const en = {
  justification: {
    acts: 'Justification',
    dayOf: 'Justification of {{name}}',
    entry: '{{act}}: {{item}} of {{name}}',
    one: '{{act}}: {{item}}',
    inWords: '{{said}} ({{words}})',
    nothing: 'Nothing',
    act: {
      announce: 'Announced',
      send: 'Reason sent',
      withdraw: 'Reason withdrawn',
      validate: 'Justification validated',
      reject: 'Justification rejected',
      justify: 'Justification recorded at school',
      revoke: 'Validation revoked',
      splitOff: 'Day taken out of its group',
      takeBack: 'Decision withdrawn',
    },
    item: { absence: 'absence', late: 'late entry', exit: 'early exit' },
    itemAt: { absence: 'absence', late: 'late entry at {{time}}', exit: 'early exit at {{time}}' },
    reason: {
      health: 'health',
      healthCertificate: 'health, with a certificate',
      family: 'family',
      transport: 'transport',
      sport: 'sport',
      strike: 'strike',
      other: 'other',
    },
  },
} as const satisfies Texts<typeof it>;
