import { GRADE_SCALES } from '../../../domain/grades/scales.ts';
import type { Proposal } from '../../../domain/kinds/proposal/record.ts';
import { nameOfClass, pupilName, somebodysName, subjectName, type KindWords, type Words } from '../words.ts';
import { proposedText } from './proposed-text.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const words: KindWords<Proposal> = {
  name: ({ t }) => t('proposal.name'),
  entry: (record, _before, words) => ({
    what: saidOf(pupilName(words, record.pupil), record.subject, record.proposed, words),
    where: nameOfClass(record.class, words),
  }),
  field(field, { t }) {
    if (field === 'scale') return t('proposal.scale');
    return field === 'proposed' ? t('proposal.field') : undefined;
  },
  value(field, value, words) {
    const scale = GRADE_SCALES.find((each) => each === value);
    if (field === 'scale') return scale && words.t(`proposal.scales.${scale}`);
    return field === 'proposed' ? proposedText(value, words) : undefined;
  },
  // What is proposed the office does not read.
  handedOver: (record, words) => [
    words.t('proposal.handedOver', {
      name: somebodysName(record['pupil'], words),
      subject: subjectName(record['subject'], words),
    }),
  ],
  // Its key names the pupil by a key of their own.
  parked: () => undefined,
};

/** A proposal in words. */
export const proposal = { words, texts: { it, en } } as const;

function saidOf(name: string, subject: unknown, proposed: unknown, words: Words): string {
  const value = proposedText(proposed, words);
  return words.t('proposal.entry', { name, subject: subjectName(subject, words), value });
}
