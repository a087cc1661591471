import { Button } from '@mantine/core';
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listName } from '../../../domain/kinds/person/record.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import { openPupilCard } from '../../hosts/pupil-card.ts';
import { useFormat } from '../../i18n/format.ts';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import { useAnnouncer } from '../../ui/focus/use-announcer.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/section/section.tsx';
import { columnsOf } from '../../ui/table/features.ts';
import { Table } from '../../ui/table/table.tsx';
import { useView } from '../../ui/use-view.ts';
import classes from './class-pupils.module.css';
import { listAsText } from './list-as-text.ts';
import { ListPrint } from './list-print.tsx';
import { useCopying } from './use-copying.ts';
import { classList, type ClassList, type ListedPupil } from './view.ts';

interface ClassPupilsProps {
  readonly register: Register;
  readonly place: HourPlace;
}

/** The class list of a day: number, name, birth date, groups. */
export function ClassPupils({ register, place }: ClassPupilsProps) {
  const { t } = useTranslation();
  const { schoolClass, day } = place;
  const asked = useMemo(() => ({ schoolClass, day }), [schoolClass, day]);
  const live = useView(classList, register, asked);
  if (!live.ready) return <div aria-busy="true" aria-label={t('classHour.loading')} />;
  return <PupilList register={register} place={place} list={live.value} />;
}

function PupilList({ register, place, list }: ClassPupilsProps & { readonly list: ClassList }) {
  const { t } = useTranslation();
  const [region, announce] = useAnnouncer();
  const columns = useColumns(list, place);
  const rows = useRows(list);
  const { state, copy } = useCopying(
    () => listAsText(rows),
    () => announce(t('classPupils.copied', { count: list.pupils.length })),
  );
  const print = () => globalThis.print();
  useDeclareActions(
    list.pupils.length === 0
      ? []
      : [
          {
            id: 'copy-list',
            label: t('classPupils.copy'),
            keywords: t('classPupils.wordsForCopy'),
            run: () => void copy(),
          },
          {
            id: 'print',
            label: t('classPupils.print'),
            keywords: t('classPupils.wordsForPrint'),
            run: print,
          },
        ],
  );
  return (
    <Section
      title={t('classPupils.title')}
      tools={
        list.pupils.length > 0 && (
          <>
            <Button
              variant="default"
              size="xs"
              leftSection={
                state === 'copied' ? (
                  <IconCheck size={16} stroke={1.7} />
                ) : (
                  <IconCopy size={16} stroke={1.7} />
                )
              }
              title={t('classPupils.copyText')}
              onClick={() => void copy()}
            >
              {t('classPupils.copy')}
            </Button>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPrinter size={16} stroke={1.7} />}
              onClick={print}
            >
              {t('classPupils.print')}
            </Button>
          </>
        )
      }
    >
      {region}
      {state === 'failed' && <Notice tone="warn">{t('classPupils.notCopied')}</Notice>}
      <Table
        label={t('classPupils.title')}
        className={classes['region']}
        tableClassName={classes['table']}
        rows={list.pupils}
        columns={columns}
        rowId={idOf}
        empty={t('classPupils.none')}
      />
      <ListPrint register={register} list={list} rows={rows} />
    </Section>
  );
}

const make = columnsOf<ListedPupil>();

function useColumns({ hasGroups, pupils }: ClassList, place: HourPlace) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () =>
      make.columns([
        make.accessor(({ number }) => number, {
          id: 'number',
          header: t('classPupils.number'),
          sortFn: 'number',
          meta: { className: classes['number'] },
          cell: ({ getValue }) => format.number(getValue()),
        }),
        make.accessor(({ person }) => listName(person), {
          id: 'name',
          header: t('classPupils.pupil'),
          sortFn: 'text',
          meta: { isRowHeader: true, hasControls: true },
          cell: ({ row, getValue }) => (
            <button
              type="button"
              id={`pupil-${row.original.person.id}`}
              className={classes['open']}
              title={t('shell.pupil.open')}
              onClick={() =>
                openPupilCard({
                  pupil: row.original.person.id,
                  among: pupils.map(({ person }) => person.id),
                  place,
                  onClose: (pupil) =>
                    document.querySelector<HTMLElement>(`#${CSS.escape(`pupil-${pupil}`)}`)?.focus(),
                })
              }
            >
              {getValue()}
            </button>
          ),
        }),
        make.accessor(({ person }) => person.birthDate, {
          id: 'birthDate',
          header: t('classPupils.birthDate'),
          sortFn: 'text',
          sortUndefined: 'last',
          cell: ({ getValue }) => {
            const day = getValue();
            return day === undefined ? t('common.unknown') : format.numericDay(day);
          },
        }),
        ...(hasGroups
          ? [
              make.accessor(({ group }) => group ?? '', {
                id: 'groups',
                header: t('classPupils.groups'),
                sortFn: 'text' as const,
              }),
            ]
          : []),
      ]),
    [hasGroups, pupils, place, t, format],
  );
}

/** The list as plain texts, with its headings: for the clipboard and for paper. */
function useRows({ pupils, hasGroups }: ClassList): readonly (readonly string[])[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      [
        t('classPupils.number'),
        t('classPupils.pupil'),
        t('classPupils.birthDate'),
        ...(hasGroups ? [t('classPupils.groups')] : []),
      ],
      ...pupils.map(({ person, number, group }) => [
        format.number(number),
        listName(person),
        person.birthDate === undefined ? '' : format.numericDay(person.birthDate),
        ...(hasGroups ? [group ?? ''] : []),
      ]),
    ],
    [pupils, hasGroups, t, format],
  );
}

function idOf({ person }: ListedPupil): string {
  return person.id;
}
