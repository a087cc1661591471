import type { PaperSection } from '../papers/paper-section.ts';
import { WEEKDAYS } from '../papers/weekdays.ts';
import { dayFields, nameOfClass, nameOfPerson, pupilFields } from './people-options.ts';
import { typed } from './typed.ts';

const ITEMS = ['late', 'exit'] as const;
const LONGEST = 120;

/** Autorizzazioni permanenti to come late or to leave early on given weekdays (D91). */
export const AUTHORISATIONS: PaperSection<'standingAuthorisation'> = {
  kind: 'standingAuthorisation',
  textsOf({ pupil, class: ofClass, item, minutes, weekdays, reason }, words) {
    const { t } = words;
    const days = weekdays.map((day) => t(`who.weekday.${WEEKDAYS[day - 1] ?? 'sun'}`)).join(', ');
    return {
      who: nameOfPerson(pupil, words),
      what: t(`who.authorised.${item}`, { minutes }),
      where: nameOfClass(ofClass, words),
      note: `${days} · ${reason}`,
    };
  },
  fieldsOf: (draft, words) => {
    const { t } = words;
    return [
      ...pupilFields(draft['class'] ?? '', words),
      {
        name: 'item',
        label: t('who.field.item'),
        kind: 'choice',
        isHalf: true,
        options: ITEMS.map((each) => ({ value: each, label: t(`who.item.${each}`) })),
      },
      { name: 'minutes', label: t('who.field.minutes'), kind: 'number', most: LONGEST, isHalf: true },
      { name: 'weekdays', label: t('who.field.weekdays'), kind: 'weekdays' },
      { name: 'reason', label: t('who.field.reason'), kind: 'text' },
      ...dayFields(words, { needsEnd: true }),
    ];
  },
  draftOf: (paper, { today, who: { facts } }) => ({
    class: paper?.class ?? '',
    pupil: paper?.pupil ?? '',
    item: paper?.item ?? '',
    minutes: paper === undefined ? '' : String(paper.minutes),
    weekdays: paper?.weekdays.join(' ') ?? '',
    reason: paper?.reason ?? '',
    from: paper?.from ?? today,
    to: paper?.to ?? facts.yearOn(today)?.lessonsTo ?? '',
  }),
  paperOf(draft) {
    const { classId, person, one, number, text, day } = typed(draft);
    return {
      kind: 'standingAuthorisation',
      pupil: person('pupil'),
      class: classId(),
      item: one('item', ITEMS),
      minutes: number('minutes'),
      weekdays: text('weekdays').split(' ').map(Number),
      from: day('from'),
      to: day('to'),
      reason: text('reason'),
    };
  },
};
