import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { gradeId } from '../../../../domain/record/grade-key.ts';
import type { Person } from '../../../../domain/kinds/person/record.ts';
import { excusesOver } from '../../../../domain/grades/events.ts';
import { hasAverages } from '../../../../domain/grades/scales.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { KEYS } from '../../../ui/actions/keys.ts';
import { useKeyHint } from '../../../ui/actions/use-key-text.ts';
import type { CellAt } from '../../../ui/grid/model/cells.ts';
import { SYNC_PATH } from '../../../ui/routes.ts';
import { Explained } from '../../../ui/section/section.tsx';
import type { CourseGrades } from '../view/course-grades.ts';
import type { PupilGrades } from '../view/course-rows.ts';
import classes from '../class-grades.module.css';
import type { GradeTroubles } from '../cells/cell-signs.ts';
import { cellFacts, valueInWords, type FactWords } from '../cells/cell-facts.ts';
import { columnName } from '../cells/column-words.ts';
import { averageTexts } from '../cells/standing-texts.ts';
import { eventTexts, levelTexts, missingTexts, pointsTexts } from '../../../views/grades/mark-words.ts';
import { averageText } from '../../../views/grades/written-average.ts';

export interface CellDetailProps {
  readonly course: CourseGrades;
  readonly active: CellAt | undefined;
  readonly nameOf: (person: Person) => string;
  readonly troubles: GradeTroubles;
  /** Opens all that the grade says; undefined where there is none to open. */
  readonly onOpen: (() => void) | undefined;
  /** Opens the grades of the class in the assessment as a form; undefined where nothing is written in it. */
  readonly onFill: (() => void) | undefined;
}

/** What belongs to the cell that has the focus: the grade in clear words, what is said of it, and how the pupil stands. */
export function CellDetail({ course, active, nameOf, troubles, onOpen, onFill }: CellDetailProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const hint = useKeyHint();
  const pupil = active && course.pupils.find(({ person }) => person.id === active.row);
  if (!active || !pupil)
    return (
      <aside className={classes['detail']} aria-label={t('classGrades.detail')}>
        <p className={classes['ofCell']}>{t('classGrades.chooseCell')}</p>
      </aside>
    );
  const words = { t, format };
  const column = course.columns.find((one) => one.assessment.id === active.column);
  const assessment = column?.assessment;
  const cell = assessment && pupil.cells.get(assessment.id);
  const trouble = assessment && troubles.get(gradeId(assessment.id, pupil.person.id));
  const value = cell && assessment && valueInWords(cell, assessment, words);
  const facts = cell && assessment ? cellFacts(cell, assessment, trouble, words) : [];
  const { comment, privateComment } = cell?.grade ?? {};
  return (
    <aside
      className={classes['detail']}
      aria-label={t('classGrades.detail')}
      data-refused={trouble?.refused ? '' : undefined}
    >
      <div className={classes['told']}>
        <p className={classes['ofCell']}>
          <strong>{nameOf(pupil.person)}</strong>
          {column && <span>{columnName(column, course.columns, words)}</span>}
          {value !== undefined && <span className={classes['value']}>{value}</span>}
          {facts.map((fact) => (
            <span key={fact} className={classes['fact']}>
              {fact}
            </span>
          ))}
        </p>
        {assessment && assessment.comment !== '' && (
          <Explained>{t('classGrades.commentForAll', { text: assessment.comment })}</Explained>
        )}
        {comment !== undefined && comment !== '' && (
          <Explained>{t('classGrades.comment', { text: comment })}</Explained>
        )}
        {privateComment !== undefined && privateComment !== '' && (
          <Explained>{t('classGrades.privateComment', { text: privateComment })}</Explained>
        )}
        <Explained>{standingOf(pupil, course, words).join(' · ')}</Explained>
      </div>
      <div className={classes['acts']}>
        {trouble && (
          <Link href={SYNC_PATH} className={classes['link'] ?? ''}>
            {t('classGrades.openSync')}
          </Link>
        )}
        {onOpen && (
          <Button
            size="compact-xs"
            variant="default"
            className={classes['act'] ?? ''}
            onClick={onOpen}
            {...hint(KEYS.gradeDetails)}
          >
            {t('classGrades.details')}
          </Button>
        )}
        {onFill && (
          <Button size="compact-xs" variant="default" className={classes['act'] ?? ''} onClick={onFill}>
            {t('classGrades.fill')}
          </Button>
        )}
      </div>
    </aside>
  );
}

/** How a pupil stands in the course, in words. */
function standingOf(pupil: PupilGrades, course: CourseGrades, words: FactWords): readonly string[] {
  const { t } = words;
  const { standing } = pupil;
  const over = excusesOver(standing.events, course.policies.excuses);
  return [
    ...(hasAverages(course.scale)
      ? [
          t('classGrades.averageOf', {
            average: averageText(standing.average, course.policies, words),
            count: standing.counted.length,
          }),
          ...averageTexts(standing, course, words),
        ]
      : [...levelTexts(standing, words), ...pointsTexts(standing, words)]),
    ...eventTexts(standing, words),
    ...(over ? [t('classGrades.excusesOver', { count: over.allowed })] : []),
    ...missingTexts(standing, t),
  ];
}
