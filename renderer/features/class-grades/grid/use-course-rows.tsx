import { useMemo } from 'react';
import { hasAverages } from '../../../../domain/grades/scales.ts';
import type { Person } from '../../../../domain/kinds/person/record.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import { openPupilCard } from '../../../hosts/pupil-card.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import type { GridRow } from '../../../ui/grid/desk/grid-props.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import type { CoursePupil } from '../view/course-pupils.ts';
import type { PupilGrades } from '../view/course-rows.ts';
import classes from '../class-grades.module.css';
import { FOOT } from '../cells/edge-cells.ts';
import { useKept } from '../../../ui/steady/use-kept.ts';

/** The rows of a course: the pupils in the order of the roll, each with the way to their card, and what they come to below. */
export function useCourseRows(
  { pupils, scale }: CourseGrades,
  place: HourPlace,
  nameOf: (person: Person) => string,
): { readonly rows: readonly GridRow[]; readonly footRows: readonly GridRow[] } {
  const { t } = useScaleTexts();
  const format = useFormat();
  const shown = useKept(pupils.map(pupilOf));
  const rows = useMemo(() => {
    const among = shown.map(({ person }) => person.id);
    return shown.map(({ person, number, entersOn }): GridRow => {
      const name = nameOf(person);
      const idOf = (pupil: string) => `grades-of-${pupil}`;
      return {
        id: person.id,
        name,
        header: (
          <button
            type="button"
            id={idOf(person.id)}
            className={classes['pupil']}
            title={t('shell.pupil.open')}
            onClick={() =>
              openPupilCard({
                pupil: person.id,
                among,
                place,
                onClose: (pupil) =>
                  document.querySelector<HTMLElement>(`#${CSS.escape(idOf(pupil))}`)?.focus(),
              })
            }
          >
            <span className={classes['number']}>{number === undefined ? '–' : format.number(number)}</span>
            <span className={classes['of']}>{name}</span>
            {number === undefined && (
              <span className={classes['left']}>
                {entersOn === undefined
                  ? t('classGrades.left')
                  : t('classGrades.enters', { day: format.shortDay(entersOn) })}
              </span>
            )}
          </button>
        ),
      };
    });
  }, [shown, nameOf, place, t, format]);
  const footRows = useMemo(
    (): readonly GridRow[] => [
      { id: FOOT, name: t(hasAverages(scale) ? 'classGrades.classAverage' : 'classGrades.given') },
    ],
    [scale, t],
  );
  return { rows, footRows };
}

/** What the head of a row is of: all but the grades, which change with each mark and stand in the store. */
function pupilOf({
  cells: _cells,
  standing: _standing,
  before: _before,
  ...pupil
}: PupilGrades): CoursePupil {
  return pupil;
}
