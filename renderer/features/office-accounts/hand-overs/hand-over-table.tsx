import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { toInstant } from '../../../../domain/base/ids.ts';
import type { OfficeHandOvers } from '../../../../domain/protocol/endpoints/session/hand-over.ts';
import type { Register } from '../../../data/register.ts';
import type { SchoolIndex } from '../../../data/school/school-index.ts';
import { useFormat, type Format } from '../../../i18n/format.ts';
import { inScaleOf } from '../../../i18n/scale-texts.ts';
import { handedOverText, kindName } from '../../../kinds/telling.ts';
import { uncheckedOrder } from '../../../kinds/words.ts';
import { Chip, type ChipTone } from '../../../ui/marks/chip.tsx';
import { columnsOf } from '../../../ui/table/features.ts';
import { Table } from '../../../ui/table/table.tsx';
import { useViewValue } from '../../../ui/use-view.ts';
import { AccountPerson } from '../people/account-person.tsx';
import { schoolIndex } from '../../../views/school.ts';
import { refusalText } from './hand-over-text.ts';
import classes from '../office-accounts.module.css';
import type { AccountNames } from '../people/use-account-names.ts';
import whole from '../people/whole-texts.module.css';

type Entry = OfficeHandOvers['entries'][number];

interface HandOverTableProps {
  readonly entries: readonly Entry[];
  /** Why there is none. */
  readonly empty: string;
  readonly register: Register;
  readonly accounts: AccountNames;
  /** How a device is called among all that handed something over. */
  readonly deviceName: (device: string) => string;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: ReadonlySet<string>) => void;
}

const TONES: Readonly<Record<Entry['state'], ChipTone>> = { waiting: 'now', taken: 'ok', left: 'neutral' };

const make = columnsOf<Entry>();

/** Entries that were handed over: what each says, from whom, and what became of it. Those that wait can be chosen. */
export function HandOverTable(props: HandOverTableProps) {
  const { entries, empty, register, chosen, onChoose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const index = useViewValue(schoolIndex, register);
  const columns = useEntryColumns(props, index);
  return (
    <Table
      label={t('accounts.handOvers.table')}
      className={classes['scroll']}
      tableClassName={classes['table']}
      rows={entries}
      columns={columns}
      rowId={idOf}
      empty={empty}
      selection={{
        chosen,
        onChoose,
        canChoose: isWaiting,
        nameOf(entry) {
          const { where, said } = textsOf(entry, { t, format, index });
          return [entry.name, where, ...said].join(', ');
        },
      }}
    />
  );
}

/** What the table says of each entry. */
function useEntryColumns(
  { accounts, deviceName, register }: HandOverTableProps,
  index: SchoolIndex | undefined,
) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    return make.columns([
      make.accessor(({ username, name }) => accounts.nameOf(username) ?? name, {
        id: 'author',
        header: t('accounts.handOvers.author'),
        sortFn: 'text',
        meta: { isRowHeader: true },
        cell: ({ row: { original } }) => (
          <AccountPerson username={original.username} names={accounts} fallback={original.name} />
        ),
      }),
      make.accessor((entry) => orderOf(entry, { t, index }), {
        id: 'entry',
        header: t('accounts.handOvers.entry'),
        sortFn: 'texts',
        cell: ({ row }) => <HandedOver entry={row.original} index={index} register={register} />,
      }),
      make.accessor(({ device }) => deviceName(device), {
        id: 'device',
        header: t('accounts.handOvers.device'),
        sortFn: 'text',
      }),
      make.accessor('handedOverAt', {
        header: t('accounts.handOvers.handedOver'),
        sortFn: 'text',
        cell: ({ row }) => format.when(row.original.handedOverAt, register.now()),
      }),
      make.accessor(({ state }) => t(`accounts.handOvers.stateText.${state}`), {
        id: 'state',
        header: t('accounts.handOvers.state'),
        sortFn: 'text',
        cell: ({ row, getValue }) => <Chip tone={TONES[row.original.state]}>{getValue()}</Chip>,
      }),
    ]);
  }, [t, format, accounts, deviceName, index, register]);
}

interface Words {
  readonly t: TFunction;
  readonly format: Format;
  readonly index: SchoolIndex | undefined;
}

/** By what entries are put in order: kind, class, day, hour. */
function orderOf({ record }: Entry, words: Omit<Words, 'format'>): readonly string[] {
  return [kindName(record['kind'], inScaleOf(record, words)), ...uncheckedOrder(record, words)];
}

/** Where an entry belongs, and what it says. */
function textsOf({ record }: Entry, words: Words) {
  const { place, said } = handedOverText(record, words);
  const where = [kindName(record['kind'], inScaleOf(record, words)), place]
    .filter((part) => part !== '')
    .join(' · ');
  return { where, said };
}

interface HandedOverProps {
  readonly entry: Entry;
  readonly index: SchoolIndex | undefined;
  readonly register: Register;
}

function HandedOver({ entry, index, register }: HandedOverProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { where, said } = textsOf(entry, { t, format, index });
  const written = Date.parse(entry.recordedAt ?? '');
  // What the device says, unchecked: it may be no time at all.
  const recordedAt = Number.isNaN(written)
    ? entry.recordedAt
    : format.when(toInstant(written), register.now());
  return (
    <>
      <span>{where}</span>
      <ul className={whole['said']}>
        {said.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {recordedAt !== undefined && <small>{t('accounts.handOvers.written', { when: recordedAt })}</small>}
      {entry.refusal !== undefined && (
        <small className={classes['error']}>{refusalText(entry.refusal, t)}</small>
      )}
    </>
  );
}

function isWaiting({ state }: Entry): boolean {
  return state === 'waiting';
}

function idOf({ id }: Entry): string {
  return id;
}
