import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { RowData } from '@tanstack/react-table';
import { useId, type KeyboardEventHandler, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../marks/key-cap.tsx';
import { Table, type TableProps } from '../table/table.tsx';
import classes from './list-panel.module.css';

interface ListPanelProps<Row extends RowData> extends Pick<
  TableProps<Row>,
  'label' | 'rows' | 'columns' | 'rowId' | 'empty' | 'tableClassName'
> {
  readonly title: string;
  /** Beside the title: how many, and what is done for the list as a whole. */
  readonly beside?: ReactNode;
  /** What there is to know before one reads the list, and why the last act was not taken. */
  readonly notices?: ReactNode;
  readonly listRef?: Ref<HTMLDivElement>;
  /** What was done last, and can be taken back. */
  readonly last: string | undefined;
  /** What the footer says while there is nothing to take back. */
  readonly hint?: ReactNode;
  /** The keys that take it back, too. */
  readonly undoKeys?: string;
  readonly onUndo: () => void;
  readonly onKeyDown?: KeyboardEventHandler<HTMLDivElement>;
}

/** A list on which acts are done: its heading, what to know first, the rows, and below them what was done last with the way back. */
export function ListPanel<Row extends RowData>(props: ListPanelProps<Row>) {
  const { title, beside, notices, listRef, tableClassName, last, hint, undoKeys, onUndo, onKeyDown } = props;
  const { label, rows, columns, rowId, empty } = props;
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={classes['panel']} role="group" aria-labelledby={id} {...(onKeyDown ? { onKeyDown } : {})}>
      <div className={classes['head']}>
        <h2 id={id}>{title}</h2>
        {beside}
      </div>
      {notices}
      {/* Who loses the focus in this panel goes on here (app/focus). */}
      <div ref={listRef} data-work="">
        <Table
          label={label}
          className={classes['list']}
          tableClassName={[classes['table'], tableClassName].filter(Boolean).join(' ')}
          rows={rows}
          columns={columns}
          rowId={rowId}
          empty={empty}
        />
      </div>
      <div className={classes['footer']}>
        {last === undefined ? (
          hint
        ) : (
          <>
            <span>{last}</span>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconArrowBackUp size={15} />}
              rightSection={undoKeys === undefined ? undefined : <KeyCap>{undoKeys}</KeyCap>}
              onClick={onUndo}
            >
              {t('common.undo')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
