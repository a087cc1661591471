import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSheet } from '../print/use-sheet.ts';
import { columnsOf } from '../table/features.ts';
import { Table } from '../table/table.tsx';
import { ChartPrint } from './chart-print.tsx';
import classes from './charts.module.css';
import { Drawing, type Chart, type ChartRow } from './drawing.tsx';

const make = columnsOf<ChartRow>();

/** What a chart has otherwise on paper, where that is for somebody who sees less. */
type OnPaper = Pick<Chart, 'summary' | 'rows' | 'children'>;

interface ChartFrameProps extends Chart {
  readonly onPaper?: OnPaper | undefined;
}

/** A drawing with its name, the same numbers in a table for whoever cannot or will not read drawings, and both on paper (D64). */
export function ChartFrame({ onPaper, ...props }: ChartFrameProps) {
  const { title, summary, columns, rows } = props;
  const { t } = useTranslation();
  const [isOnPaper, print] = useSheet();
  const [label, text] = columns;
  const shown = useMemo(
    () =>
      make.columns([
        make.display({
          id: 'label',
          header: label,
          meta: { isRowHeader: true },
          cell: ({ row }) => row.original.label,
        }),
        make.display({ id: 'text', header: text, cell: ({ row }) => row.original.text }),
      ]),
    [label, text],
  );
  return (
    <figure className={classes['chart']}>
      <figcaption className={classes['title']}>{title}</figcaption>
      <Drawing {...props} />
      <p className={classes['summary']}>{summary}</p>
      <Button
        className={classes['print']}
        variant="default"
        size="compact-sm"
        leftSection={<IconPrinter size={15} stroke={1.7} />}
        aria-label={t('charts.printOf', { title })}
        onClick={print}
      >
        {t('charts.print')}
      </Button>
      <details className={classes['data']}>
        <summary>{t('charts.table')}</summary>
        <Table
          label={title}
          className={classes['rows']}
          rows={rows}
          columns={shown}
          rowId={idOf}
          empty={null}
        />
      </details>
      {isOnPaper && <ChartPrint {...props} {...onPaper} />}
    </figure>
  );
}

function idOf({ id }: ChartRow): string {
  return id;
}
