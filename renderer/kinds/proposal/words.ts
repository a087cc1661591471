import { toClassId, toSubjectId } from '../../../domain/base/ids.ts';
import type { Proposal } from '../../../domain/kinds/proposal/record.ts';
import { classLabel } from '../../i18n/class-label.ts';
import { pupilName, somebodysName, textOf, type KindWords, type Words } from '../words.ts';
import { proposedText } from './proposed-text.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const words: KindWords<Proposal> = {
  name: ({ t }) => t('proposal.name'),
  entry: (record, _before, words) => ({
    what: saidOf(pupilName(words, record.pupil), record.subject, record.proposed, words),
    where: classText(record.class, words),
  }),
  field: (field, { t }) => (field === 'proposed' ? t('proposal.field') : undefined),
  value: (field, value, words) => (field === 'proposed' ? proposedText(value, words) : undefined),
  // What is proposed the office does not read.
  handedOver: (record, words) => [
    words.t('proposal.handedOver', {
      name: somebodysName(record['pupil'], words),
      subject: subjectText(record['subject'], words),
    }),
  ],
  // Its key names the pupil by a key of their own.
  parked: () => undefined,
};

/** A proposal in words. */
export const proposal = { words, texts: { it, en } } as const;

function saidOf(name: string, subject: unknown, proposed: unknown, words: Words): string {
  const value = proposedText(proposed, words);
  return words.t('proposal.entry', { name, subject: subjectText(subject, words), value });
}

function subjectText(subject: unknown, { t, index }: Words): string {
  const id = textOf(subject);
  return (id === undefined ? undefined : index?.subject(toSubjectId(id))?.name) ?? t('common.unknown');
}

function classText(id: string, { t, index }: Words): string {
  const found = index?.schoolClass(toClassId(id));
  return found ? classLabel(found, index?.classes() ?? [], t) : t('entry.someClass');
}
