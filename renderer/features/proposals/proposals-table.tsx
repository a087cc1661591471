import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { hasAverages } from '../../../domain/grades/scales.ts';
import { standingOf } from '../../../domain/grades/standing.ts';
import { listName, type Person } from '../../../domain/kinds/person/record.ts';
import { hasMoved } from '../../../domain/kinds/proposal/from-average.ts';
import { useFormat, type Format } from '../../i18n/format.ts';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { proposedText } from '../../kinds/proposal/proposed-text.ts';
import { standingLook } from '../../ui/grade-look/grade-look.ts';
import { columnsOf } from '../../ui/table/features.ts';
import { Table } from '../../ui/table/table.tsx';
import { lastInWords } from '../../views/grades/course-marks.ts';
import { levelTexts, markInWords, missingTexts, pointsTexts } from '../../views/grades/mark-words.ts';
import { averageText, writtenAverage } from '../../views/grades/written-average.ts';
import { offeredOf, ProposalField } from './proposal-field.tsx';
import { readStateText, stateText } from './state-text.ts';
import classes from './proposals.module.css';
import type { ToConfirm } from './use-proposing.ts';
import type { CourseProposals, ProposalRow } from './view.ts';
import type { WaitingProposals } from './waiting-proposals.ts';

interface ProposalsTableProps {
  readonly shown: CourseProposals;
  readonly nameOf: (person: Person) => string;
  /** What is typed and not written: the same from render to render. */
  readonly waiting: WaitingProposals;
  readonly onConfirm: (one: ToConfirm) => Promise<string | undefined>;
}

const make = columnsOf<ProposalRow>();

/** A row for each pupil: what the marks come to, what was proposed before and by colleagues, what I propose. */
export function ProposalsTable(props: ProposalsTableProps) {
  const { t } = useScaleTexts();
  const columns = useColumns(props);
  return (
    <Table
      label={t('proposals.label', { subject: props.shown.course.subject.name })}
      className={classes['region']}
      rows={props.shown.rows}
      columns={columns}
      rowId={idOf}
      empty={t('proposals.noPupils')}
    />
  );
}

function useColumns({ shown, nameOf, waiting, onConfirm }: ProposalsTableProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const { course, closed, grading, isCivics: civics, isMine, period, periods, rows } = shown;
  const { scale } = course;
  const hasOthers = isMine && rows.some(({ others }) => others.length > 0);
  // Of words there is one where their teacher has asked what the numbers come to (D71).
  const showsAverage = hasAverages(scale) || rows.some(({ prefill }) => prefill);
  const before = periods[period - 1];
  // Nothing here changes with what is proposed: a field keeps its focus, and what is typed in it.
  return useMemo(() => {
    const words = { t, format };
    return make.columns([
      make.accessor(({ person }) => nameOf(person), {
        id: 'pupil',
        header: t('proposals.pupil'),
        sortFn: 'text',
        meta: { isRowHeader: true, className: classes['name'] },
        cell: ({ row: { original }, getValue }) => (
          <>
            <span className={classes['number']}>{format.number(original.number)}</span> {getValue()}
          </>
        ),
      }),
      ...(showsAverage
        ? [
            make.display({
              id: 'average',
              header: t(`proposals.average.${grading.average}`),
              cell: ({ row: { original } }) => (
                <>
                  <span
                    className={
                      original.average && standingLook(standingOf(original.average), grading.palette)
                    }
                  >
                    {averageText(original.average, grading, { t, format })}
                  </span>
                  <small>
                    {[t('proposals.count', { count: original.count }), ...missingTexts(original, t)].join(
                      ' · ',
                    )}
                  </small>
                </>
              ),
            }),
          ]
        : []),
      ...(hasAverages(scale)
        ? []
        : [
            make.display({
              id: 'words',
              header: t('proposals.inWords'),
              cell: ({ row: { original } }) => <InWords row={original} words={words} />,
            }),
          ]),
      ...(before === undefined
        ? []
        : [
            make.display({
              id: 'earlier',
              header: t('proposals.earlier', { period: before }),
              cell: ({ row: { original } }) =>
                original.earlier
                  .map(({ proposed, ofClass }) => {
                    const value = proposedText(proposed, words);
                    return ofClass === undefined
                      ? value
                      : t('proposals.ofClass', { value, schoolClass: ofClass });
                  })
                  .join(', ') || '–',
            }),
          ]),
      ...(hasOthers
        ? [
            make.display({
              id: 'others',
              header: t('proposals.others'),
              cell: ({ row: { original } }) => (
                <OfColleagues row={original} grading={grading} isCivics={civics} words={words} />
              ),
            }),
          ]
        : []),
      make.display({
        id: 'own',
        header: t(isMine ? 'proposals.own' : 'proposals.proposed'),
        meta: { className: classes['own'] },
        cell: ({ row: { original } }) => {
          const name = nameOf(original.person);
          if (!isMine)
            return <OfColleagues row={original} grading={grading} isCivics={civics} words={words} />;
          return (
            <ProposalField
              row={original}
              scale={scale}
              name={name}
              isClosed={closed !== undefined}
              waiting={waiting}
              onConfirm={(said, over) => onConfirm({ row: original, said, over })}
            />
          );
        },
      }),
      make.display({
        id: 'state',
        header: t('proposals.state'),
        meta: { className: classes['stateCell'] },
        cell: ({ row: { original } }) => {
          const isNew = original.own === undefined && original.prefill !== undefined;
          // The same number beside another average is confirmed anew (D73).
          const waits = isMine && closed === undefined && (isNew || hasMoved(original, scale));
          return (
            <div className={classes['state']}>
              <span>{(isMine ? stateText : readStateText)(original, { grading, closed, scale }, words)}</span>
              {waits && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('proposals.confirmOf', { name: nameOf(original.person) })}
                  onClick={() => void onConfirm({ row: original, said: offeredOf(original) })}
                >
                  {t('proposals.confirm')}
                </Button>
              )}
            </div>
          );
        },
      }),
    ]);
  }, [
    t,
    format,
    nameOf,
    waiting,
    onConfirm,
    scale,
    closed,
    grading,
    civics,
    isMine,
    before,
    hasOthers,
    showsAverage,
  ]);
}

interface CellProps {
  readonly row: ProposalRow;
  readonly words: { readonly t: TFunction; readonly format: Format };
}

/** What others propose, each with the name, and of civics the mean of the team (D70). */
function OfColleagues({
  row,
  grading,
  isCivics,
  words,
}: CellProps & Pick<CourseProposals, 'grading' | 'isCivics'>) {
  const { t, format } = words;
  const said = row.others.map(({ person, proposed }) =>
    t('proposals.byColleague', {
      name: person ? listName(person) : t('common.somebody'),
      value: proposedText(proposed, words),
    }),
  );
  return (
    <>
      {said.join(', ') || '–'}
      {isCivics && row.mean && (
        <small>{t('proposals.mean', { average: writtenAverage(row.mean, grading, format) })}</small>
      )}
    </>
  );
}

/** What the proposal of a course with judgements stands on: the last of them, and how often each was given (D66). */
function InWords({ row: { inWords }, words }: CellProps) {
  const last = inWords && lastInWords(inWords.marks);
  if (!inWords || !last) return <>–</>;
  const { t } = words;
  const facts = [...levelTexts(inWords, words), ...pointsTexts(inWords, words)];
  return (
    <>
      {t('proposals.lastInWords', { value: markInWords(last.value, last, words) })}
      <small>{facts.join(' · ')}</small>
    </>
  );
}

function idOf({ person }: ProposalRow): string {
  return person.id;
}
