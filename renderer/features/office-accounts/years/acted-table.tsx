import type { RowData } from '@tanstack/react-table';
import { useState, type ReactNode } from 'react';
import type { Register } from '../../../data/register.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { TableStates } from '../../../ui/table/table-states.tsx';
import { Table, type TableProps } from '../../../ui/table/table.tsx';
import classes from '../office-accounts.module.css';

/** What is asked before an act on a row, and what the last one has done. */
interface Acting<Asked> {
  readonly asked: Asked | undefined;
  readonly said: string | undefined;
  readonly ask: (asked: Asked) => void;
  readonly close: () => void;
  /** The act is done: what it changed is fetched. */
  readonly done: (text: string) => void;
}

/** Keeps what is asked and what was done. */
export function useActing<Asked extends object>({ status }: Pick<Register, 'status'>): Acting<Asked> {
  const [asked, ask] = useState<Asked>();
  const [said, setSaid] = useState<string>();
  const close = () => ask(undefined);
  return {
    asked,
    said,
    ask,
    close,
    done(text) {
      setSaid(text);
      close();
      status.syncNow();
    },
  };
}

interface ActedTableProps<Row extends RowData> extends Pick<
  TableProps<Row>,
  'label' | 'columns' | 'rowId' | 'empty'
> {
  /** Where it does not stand first on its page. */
  readonly heading?: string;
  readonly lead: string;
  readonly said: string | undefined;
  /** What stands above what was said: that something has failed. */
  readonly children?: ReactNode;
  /** Undefined until they are known. */
  readonly rows: TableProps<Row>['rows'] | undefined;
}

/** A table whose rows the school decides on, what it is about, and what was decided last. */
export function ActedTable<Row extends RowData>(props: ActedTableProps<Row>) {
  const { heading, lead, said, rows, children, ...table } = props;
  return (
    <>
      <div className={classes['toolbar']}>
        {heading !== undefined && <h2>{heading}</h2>}
        <p className={classes['muted']}>{lead}</p>
      </div>
      {children}
      {said !== undefined && (
        <Notice tone="ok" urgent>
          {said}
        </Notice>
      )}
      <TableStates data={rows} failure={undefined}>
        {(loaded) => (
          <Table className={classes['scroll']} tableClassName={classes['table']} rows={loaded} {...table} />
        )}
      </TableStates>
    </>
  );
}
