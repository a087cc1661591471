import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoursTotal } from '../../../../domain/hours/hours-of-absence.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import { useFormat } from '../../../i18n/format.ts';
import { CardFacts } from '../../../ui/card-part.tsx';
import type { ClassHours, PupilWithHours } from '../../../views/absence-hours/class-hours.ts';
import { HoursSum } from './hours-sum.tsx';
import { hoursText, limitHours, usedOfLimit } from '../../../views/absence-hours/hours-text.ts';

interface HoursExplainedProps {
  readonly of: PupilWithHours;
  readonly shown: Pick<ClassHours, 'rounding' | 'subjectName' | 'schoolClass' | 'className'>;
}

/** How a pupil's hours come about: the two ways of counting (D257), what is held against the limit (D97, D100), and each subject. */
export function HoursExplained({ of, shown }: HoursExplainedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { hours, counted, declared, limit } = of;
  const subjects = [...hours.bySubject]
    .map(([subject, total]) => ({ subject, total, name: shown.subjectName(subject) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const own = (half: number) => t('classAbsences.hours.hours', { hours: hoursText(half, format) });
  const facts: (readonly [string, ReactNode])[] = [];
  for (const [name, half] of absentByOtherClass(hours.official, shown))
    facts.push([t('classAbsences.hours.inClass', { name }), own(half)]);
  // Each declaration is a line of the sum (D97, D246).
  for (const { id, source, place, from, to, subject, absentHalfUnits } of declared) {
    const days = t('classAbsences.hours.days', { from: format.shortDay(from), to: format.shortDay(to) });
    const what = [place, days, ...(subject === undefined ? [] : [shown.subjectName(subject)])].join(', ');
    facts.push([
      t(`classAbsences.hours.declared.${source}`),
      <span key={id}>
        {`+ ${own(absentHalfUnits)}`} ({what})
      </span>,
    ]);
  }
  if (counted.derogatedHalfUnits > 0)
    facts.push([t('classAbsences.hours.derogated'), `− ${own(counted.derogatedHalfUnits)}`]);
  facts.push([t('classAbsences.hours.counted'), own(counted.countedHalfUnits)]);
  if (limit) {
    const { annualHalfUnits, projection } = limit;
    const said = t('classAbsences.hours.limitOf', {
      limit: format.number(limitHours(annualHalfUnits)),
      annual: hoursText(annualHalfUnits, format),
      used: format.number(usedOfLimit(of) ?? 0),
    });
    facts.push([t('classAbsences.hours.limit'), said]);
    if (projection) {
      const hoursThen = { hours: hoursText(projection.absentHalfUnits, format) };
      const then = projection.isOverLimit
        ? t('classAbsences.hours.projectedOver', hoursThen)
        : t('classAbsences.hours.projected', hoursThen);
      facts.push([t('classAbsences.hours.projection'), then]);
    }
  }
  const missing = { name: listName(of.person), classes: of.notCounted.join(', ') };
  return (
    <>
      {of.notCounted.length > 0 && <p>{t('classAbsences.hours.notCounted', missing)}</p>}
      {of.isChoiceMissing && <p>{t('classAbsences.hours.choiceMissing')}</p>}
      <HoursSum title={t('classAbsences.hours.official')} total={hours.official} classes={shown} />
      {hours.withoutSubject.heldHalfUnits > 0 && (
        <>
          <HoursSum
            title={t('classAbsences.hours.withoutSubject')}
            total={hours.withoutSubject}
            classes={shown}
          />
          <HoursSum title={t('classAbsences.hours.indicative')} total={hours.indicative} classes={shown} />
        </>
      )}
      <CardFacts facts={facts} />
      {subjects.map(({ subject, total, name }) => (
        <HoursSum key={subject} title={name} total={total} classes={shown} />
      ))}
      <p>{t(`classAbsences.hours.rounding.${shown.rounding}`)}</p>
    </>
  );
}

/** What of a total was missed in each class that the pupil has left, by its name. */
function absentByOtherClass(
  { terms }: HoursTotal,
  { schoolClass, className }: Pick<ClassHours, 'schoolClass' | 'className'>,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const term of terms) {
    if (term.class === schoolClass) continue;
    const name = className(term.class);
    found.set(name, (found.get(name) ?? 0) + term.absentHalfUnits);
  }
  return found;
}
