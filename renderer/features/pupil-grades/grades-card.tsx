import { useMemo } from 'react';
import { Link } from 'wouter';
import type { Instant } from '../../../domain/base/ids.ts';
import { hasAverages } from '../../../domain/grades/scales.ts';
import { standingOf } from '../../../domain/grades/standing.ts';
import type { PupilCardProps } from '../../hosts/page.ts';
import { useClock } from '../../data/use-clock.ts';
import { closePupilCard } from '../../hosts/pupil-card.ts';
import { useFormat } from '../../i18n/format.ts';
import { inScale, sharedScale, useScaleTexts } from '../../i18n/scale-texts.ts';
import { CardFacts, CardPart } from '../../ui/card-part.tsx';
import { standingLook } from '../../ui/grade-look/grade-look.ts';
import { pupilGradesPath } from '../../ui/routes.ts';
import { useViewValue } from '../../ui/use-view.ts';
import type { PupilMark } from '../../views/grades/course-marks.ts';
import { notCountedText } from '../../views/grades/mark-words.ts';
import { writtenAverage } from '../../views/grades/written-average.ts';
import { heldBackText, MarkValue } from './mark-text.tsx';
import { latestMarks, pupilGrades } from './view.ts';

/** How many of the latest marks the card has room for. */
const LATEST = 5;

/** The latest marks of a pupil and the averages of the period, on the card; nothing where whoever looks reads none. */
export function GradesCard({ register, pupil, place: { schoolClass, day } }: PupilCardProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const now = useClock(register);
  const asked = useMemo(() => ({ schoolClass, pupil, day }), [schoolClass, pupil, day]);
  const grades = useViewValue(pupilGrades, register, asked);
  if (!grades) return null;
  const { courses, grading, period } = grades;
  const shared = inScale(t, sharedScale(courses.map(({ scale }) => scale)));
  const latest = latestMarks(grades, LATEST);
  const averages = courses.flatMap(({ subject, scale, periods }) => {
    const average = periods[period]?.average;
    if (!hasAverages(scale) || !average) return [];
    const look = standingLook(standingOf(average), grading.palette);
    return [
      [
        subject.name,
        <span key={subject.id} className={look}>
          {writtenAverage(average, grading, format)}
        </span>,
      ] as const,
    ];
  });
  return (
    <CardPart title={shared('pupilGrades.card')}>
      {latest.length === 0 && <p>{shared('pupilGrades.noneYet')}</p>}
      <ul>
        {latest.map(({ course, mark }) => (
          <li key={mark.id}>
            {format.shortDay(mark.day)} · {course.subject.name}:{' '}
            <MarkValue mark={mark} palette={grading.palette} />
            <HeldBack mark={mark} now={now} />
            {mark.notCounted !== undefined && (
              <p>{notCountedText(mark.notCounted, inScale(t, course.scale))}</p>
            )}
          </li>
        ))}
      </ul>
      {averages.length > 0 && (
        <>
          <p>{t(`pupilGrades.average.${grading.average}`)}</p>
          <CardFacts facts={averages} />
        </>
      )}
      <p>
        <Link href={pupilGradesPath(schoolClass, pupil)} onClick={closePupilCard}>
          {shared('pupilGrades.openAll')}
        </Link>
      </p>
    </CardPart>
  );
}

function HeldBack({ mark, now }: { readonly mark: PupilMark; readonly now: Instant }) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const text = heldBackText(mark, { t, format, now });
  return text === undefined ? null : <p>{text}</p>;
}
