import { Button, Checkbox, Menu, ActionIcon, TextInput } from '@mantine/core';
import { IconDots, IconEdit, IconPlus, IconSearch, IconCalendarOff, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import type { PaperKind } from '../../../../domain/school/who/paper.ts';
import type { Api } from '../../../data/api/api-request.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { focusMenuButton } from '../../../ui/focus/focus-menu-button.ts';
import { Chip, type ChipTone } from '../../../ui/marks/chip.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { columnsOf } from '../../../ui/table/features.ts';
import { TableStates } from '../../../ui/table/table-states.tsx';
import { Table } from '../../../ui/table/table.tsx';
import { useViewValue } from '../../../ui/use-view.ts';
import classes from '../office-who.module.css';
import { whoIsWho, type WhoIsWho } from '../view.ts';
import { EndDialog, TakeBackDialog } from './ending-dialogs.tsx';
import { PaperDialog } from './paper-dialog.tsx';
import { foundRows, paperRows, type PaperRow, type PaperState } from './paper-row.ts';
import type { PaperSection, Words } from './paper-section.ts';
import { usePaperActs } from './use-paper-acts.ts';

interface PapersViewProps<K extends PaperKind> {
  readonly section: PaperSection<K>;
  readonly register: Register;
  readonly api: Api;
}

/** What is to be done with which paper. */
type Wanted<K extends PaperKind> =
  { readonly act: 'add' } | { readonly act: 'edit' | 'end' | 'takeBack'; readonly row: PaperRow<K> };

/** The papers of a kind: found by a search, added, put right, ended, taken back. */
export function PapersView<K extends PaperKind>(props: PapersViewProps<K>) {
  const { section, register } = props;
  const who = useViewValue<[Register, K], WhoIsWho<K>>(whoIsWho, register, section.kind);
  return (
    <TableStates data={who} failure={undefined}>
      {(loaded) => <PapersList {...props} who={loaded} />}
    </TableStates>
  );
}

function PapersList<K extends PaperKind>(props: PapersViewProps<K> & { readonly who: WhoIsWho<K> }) {
  const { section, register, api, who } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const today = dayOfInstant(register.now());
  const { identity: member } = register;
  const words = useMemo<Words>(() => ({ t, format, who, member, today }), [t, format, who, member, today]);
  const [typed, setTyped] = useState('');
  const [showsEnded, setShowsEnded] = useState(false);
  const [wanted, setWanted] = useState<Wanted<K>>();
  const kind: PaperKind = section.kind;
  const acts = usePaperActs(register, api, who.papers);
  const all = useMemo(() => paperRows(section, who.papers, words), [section, who, words]);
  const rows = useMemo(
    () => foundRows(showsEnded ? all : all.filter(({ state }) => state !== 'ended'), typed),
    [all, showsEnded, typed],
  );
  const columns = useColumns(section, setWanted);
  const close = () => setWanted(undefined);
  return (
    <>
      <div className={classes['toolbar']}>
        <TextInput
          className={classes['search'] ?? ''}
          type="search"
          leftSection={<IconSearch size={16} stroke={1.7} />}
          placeholder={t('who.search')}
          aria-label={t('who.search')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Checkbox
          label={t('who.showsEnded')}
          checked={showsEnded}
          onChange={(event) => setShowsEnded(event.currentTarget.checked)}
        />
        <Button
          className={classes['last'] ?? ''}
          leftSection={<IconPlus size={16} />}
          onClick={() => setWanted({ act: 'add' })}
        >
          {t(`who.add.${kind}`)}
        </Button>
      </div>
      {acts.notice && (
        <Notice
          tone={acts.notice.tone}
          urgent
          action={
            acts.notice.undo && (
              <Button size="compact-sm" variant="default" onClick={() => void acts.notice?.undo?.()}>
                {t('who.bringBack')}
              </Button>
            )
          }
        >
          {acts.notice.text}
        </Notice>
      )}
      <Table
        label={t(`who.tabs.${kind}`)}
        className={classes['scroll']}
        tableClassName={classes['table']}
        rows={rows}
        columns={columns}
        rowId={idOf}
        empty={t(all.length === 0 ? `who.none.${kind}` : 'who.noneFound')}
      />
      {wanted?.act === 'add' && (
        <PaperDialog section={section} words={words} paper={undefined} onSave={acts.write} onClose={close} />
      )}
      {wanted?.act === 'edit' && (
        <PaperDialog
          section={section}
          words={words}
          paper={wanted.row.paper}
          onSave={async (paper) => await acts.change(wanted.row.paper, paper)}
          onClose={close}
        />
      )}
      {wanted?.act === 'end' && (
        <EndDialog
          row={wanted.row}
          today={today}
          onEnd={async (to) => {
            const draft = { ...section.draftOf(wanted.row.paper, words), to };
            return await acts.change(wanted.row.paper, section.paperOf(draft));
          }}
          onClose={close}
        />
      )}
      {wanted?.act === 'takeBack' && (
        <TakeBackDialog
          row={wanted.row}
          onTakeBack={async () =>
            await acts.takeBack(wanted.row, section.paperOf(section.draftOf(wanted.row.paper, words)))
          }
          onClose={close}
        />
      )}
    </>
  );
}

const TONES: Readonly<Record<PaperState, ChipTone>> = {
  now: 'ok',
  coming: 'info',
  ended: 'neutral',
  counts: 'ok',
};

function useColumns<K extends PaperKind>({ kind }: PaperSection<K>, onWant: (wanted: Wanted<K>) => void) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const make = columnsOf<PaperRow<K>>();
    const days = ({ from, to }: PaperRow<K>) => {
      if (from === undefined) return '—';
      return to === undefined
        ? t('who.since', { from: format.numericDay(from) })
        : t('who.fromTo', { from: format.numericDay(from), to: format.numericDay(to) });
    };
    return make.columns([
      make.accessor('who', {
        header: t(`who.column.who.${kind === 'group' ? 'group' : 'person'}`),
        sortFn: 'text',
        meta: { isRowHeader: true },
      }),
      make.accessor('what', {
        header: t('who.column.what'),
        sortFn: 'text',
        cell: ({ row: { original } }) => (
          <>
            <span className={classes['whole']}>{original.what}</span>
            {original.note !== undefined && <small className={classes['whole']}>{original.note}</small>}
          </>
        ),
      }),
      make.accessor('where', { header: t('who.column.where'), sortFn: 'text' }),
      ...(kind === 'group'
        ? []
        : [
            make.accessor((row) => row.from ?? '', {
              id: 'days',
              header: t('who.column.days'),
              sortFn: 'text',
              cell: ({ row: { original } }) => <span className={classes['whole']}>{days(original)}</span>,
            }),
            make.accessor((row) => t(`who.state.${row.state}`), {
              id: 'state',
              header: t('who.column.state'),
              sortFn: 'text',
              cell: ({ row: { original }, getValue }) => (
                <Chip tone={TONES[original.state]}>{getValue()}</Chip>
              ),
            }),
          ]),
      make.display({
        id: 'acts',
        header: t('who.column.acts'),
        meta: { isHeadingHidden: true, hasControls: true },
        cell: ({ row: { original } }) =>
          original.isTheirs ? <RowMenu row={original} onWant={onWant} /> : null,
      }),
    ]);
  }, [t, format, kind, onWant]);
}

interface RowMenuProps<K extends PaperKind> {
  readonly row: PaperRow<K>;
  readonly onWant: (wanted: Wanted<K>) => void;
}

function RowMenu<K extends PaperKind>({ row, onWant }: RowMenuProps<K>) {
  const { t } = useTranslation();
  const icon = { size: 16, stroke: 1.7 } as const;
  const want = (act: 'edit' | 'end' | 'takeBack') => (event: { readonly currentTarget: Element }) => {
    focusMenuButton(event.currentTarget);
    onWant({ act, row });
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('who.actsOf', { name: `${row.who}, ${row.what}` })}
        >
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconEdit {...icon} />} onClick={want('edit')}>
          {t('who.act.edit')}
        </Menu.Item>
        {row.canEnd && (
          <Menu.Item leftSection={<IconCalendarOff {...icon} />} onClick={want('end')}>
            {t('who.act.end')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconTrash {...icon} />} color="red" onClick={want('takeBack')}>
          {t('who.act.takeBack')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}
