import { MantineProvider } from '@mantine/core';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { it } from '../texts.it.ts';
import { columnsOf, type Order } from './features.ts';
import { TableStates } from './table-states.tsx';
import { Table } from './table.tsx';
import type { Selection } from './use-table.ts';

interface Pupil {
  readonly name: string;
  readonly absences: number | undefined;
}

const PUPILS: readonly Pupil[] = [
  { name: 'Zeno', absences: 3 },
  { name: 'Dangelo', absences: undefined },
  { name: 'Àlvise', absences: 12 },
  { name: 'D’Amico', absences: 0 },
];

const make = columnsOf<Pupil>();
const columns = make.columns([
  make.accessor('name', { header: 'Nome', sortFn: 'text', meta: { isRowHeader: true } }),
  make.accessor('absences', { header: 'Assenze', sortFn: 'number' }),
  make.display({ id: 'more', header: 'Altro', meta: { isHeadingHidden: true }, cell: '…' }),
]);

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: 'it', resources: { it: { translation: it } } });
});

test('rows stand as they come until an order is asked for, and no heading says otherwise', () => {
  const html = draw();
  expect(namesIn(html)).toEqual(['Zeno', 'Dangelo', 'Àlvise', 'D’Amico']);
  expect(sortsIn(html)).toEqual(['none', 'none']);
});

test.each<[string, Order[number], readonly string[]]>([
  ['names as an Italian list', { id: 'name', desc: false }, ['Àlvise', 'D’Amico', 'Dangelo', 'Zeno']],
  ['names from the end', { id: 'name', desc: true }, ['Zeno', 'Dangelo', 'D’Amico', 'Àlvise']],
  [
    'numbers by their value, unsaid ones last',
    { id: 'absences', desc: false },
    ['D’Amico', 'Zeno', 'Àlvise', 'Dangelo'],
  ],
])('%s', (_, order, names) => {
  const html = draw({ order: [order] });
  expect(namesIn(html)).toEqual(names);
  expect(sortsIn(html)).toEqual(
    ['name', 'absences'].map((id) => (id !== order.id ? 'none' : order.desc ? 'descending' : 'ascending')),
  );
});

test('rows in order by several texts stand by the first that differs, numbers by their value', () => {
  const lessons = [
    ['Lezione', '2A', '2026-11-23', '10'],
    ['Appello', '10A', '2026-11-24', '1'],
    ['Lezione', '2A', '2026-11-23', '2'],
    ['Appello', '2A', '2026-11-25', '1'],
    ['Appello', '10A', '2026-11-23', '3'],
  ].map((key) => ({ name: key.join(' '), key }));
  const column = columnsOf<(typeof lessons)[number]>();
  const html = renderToStaticMarkup(
    createElement(
      MantineProvider,
      null,
      createElement(Table<(typeof lessons)[number]>, {
        label: 'Lezioni',
        empty: 'Nessuna',
        rows: lessons,
        columns: column.columns([
          column.accessor('key', {
            header: 'Lezione',
            sortFn: 'texts',
            meta: { isRowHeader: true },
            cell: ({ row }) => row.original.name,
          }),
        ]),
        rowId: nameOf,
        order: [{ id: 'key', desc: false }],
      }),
    ),
  );
  expect(namesIn(html)).toEqual([
    'Appello 2A 2026-11-25 1',
    'Appello 10A 2026-11-23 3',
    'Appello 10A 2026-11-24 1',
    'Lezione 2A 2026-11-23 2',
    'Lezione 2A 2026-11-23 10',
  ]);
});

test('what is only read is a table in a region that the keyboard moves', () => {
  const html = draw();
  expect(html).not.toContain('role="grid"');
  expect(html).toMatch(/role="region" aria-label="Alunni" tabindex="0"/i);
  expect(html).toMatch(/<th scope="row"[^>]*>Zeno<\/th>/);
});

test('rows that are chosen make it a grid, each box named after its row, and none where a row cannot be chosen', () => {
  const html = draw({
    selection: {
      chosen: new Set(['Zeno']),
      onChoose: () => undefined,
      nameOf: ({ name }) => name,
      canChoose: ({ absences }) => absences !== 0,
    },
  });
  expect(html).toMatch(/<table role="grid"[^>]* aria-multiselectable="true"/);
  expect([...html.matchAll(/aria-label="Scegli ([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'tutti quelli mostrati',
    'Zeno',
    'Dangelo',
    'Àlvise',
  ]);
  expect([...html.matchAll(/aria-selected="(\w+)"/g)].map(([, is]) => is)).toEqual([
    'true',
    'false',
    'false',
  ]);
});

test('a table without rows says why', () => {
  expect(draw({ rows: [] })).toContain('Nessuno');
  expect(draw()).not.toContain('Nessuno');
});

test('of a table that comes there is either that it loads, why it does not, or what it holds', () => {
  const states = (data: string | undefined, failure: string | undefined) =>
    renderToStaticMarkup(
      createElement(
        MantineProvider,
        null,
        createElement(TableStates<string>, {
          data,
          failure,
          ...asBold,
        }),
      ),
    );
  expect(states(undefined, undefined)).toContain('role="status"');
  expect(states(undefined, 'Senza rete')).not.toContain('role="status"');
  expect(states(undefined, 'Senza rete')).toContain('Senza rete');
  // What was loaded before stays in sight below the failure.
  expect(states('righe', 'Senza rete')).toContain('Senza rete<b>righe</b>');
  expect(states('righe', undefined)).toContain('<b>righe</b>');
});

const asBold = { children: (loaded: string) => createElement('b', null, loaded) };

interface Drawn {
  readonly rows?: readonly Pupil[];
  readonly order?: Order;
  readonly selection?: Selection<Pupil>;
}

function draw({ rows = PUPILS, ...rest }: Drawn = {}): string {
  return renderToStaticMarkup(
    createElement(
      MantineProvider,
      null,
      createElement(Table<Pupil>, {
        label: 'Alunni',
        empty: 'Nessuno',
        rows,
        columns,
        rowId: nameOf,
        ...rest,
      }),
    ),
  );
}

function nameOf({ name }: Pick<Pupil, 'name'>): string {
  return name;
}

function namesIn(html: string): readonly (string | undefined)[] {
  return [...html.matchAll(/<th scope="row"[^>]*>([^<]*)</g)].map(([, name]) => name);
}

function sortsIn(html: string): readonly (string | undefined)[] {
  return [...html.matchAll(/aria-sort="(\w+)"/g)].map(([, sort]) => sort);
}
