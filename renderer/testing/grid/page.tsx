import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconTable } from '@tabler/icons-react';
import type { PageManifest } from '../../hosts/page.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { createNumbers, pupil } from './numbers.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';
import classes from './page.module.css';

const texts = { it, en };

/** A page of the tests alone: a grid of plain numbers, as many as the address says (`grid=30x12`). */
export const gridPage: PageManifest<typeof texts> = {
  id: 'grid-test',
  path: '/grid-test',
  title: (t) => gridText(t, 'title'),
  needs: 'seeSchool',
  texts,
  rail: { label: (t) => gridText(t, 'label'), icon: IconTable },
  view: GridTestView,
};

const NAMES = { name: 'Alunno', header: 'Alunno', width: 190 };

function GridTestView() {
  const { t } = useTranslation();
  const [numbers] = useState(() => {
    const size = new URLSearchParams(window.location.search).get('grid') ?? '30x12';
    const [rows = 0, columns = 0] = size.split('x').map(Number);
    return createNumbers(rows, columns);
  });
  const [arrived, setArrived] = useState(0);
  const [gone, setGone] = useState(0);
  const [active, setActive] = useState('');
  const rows = useMemo(
    () => [...Array.from({ length: arrived }, (_, index) => pupil(1000 + index)), ...numbers.rows],
    [numbers, arrived],
  );
  const columns = useMemo(() => numbers.columns.slice(gone), [numbers, gone]);
  const arrive = () => {
    numbers.arrive(pupil(1000 + arrived).id, {});
    setArrived(arrived + 1);
  };
  return (
    <section className={classes['page']} data-active={active}>
      <h1 tabIndex={-1}>{gridText(t, 'title')}</h1>
      <p className={classes['buttons']}>
        <button type="button" onClick={arrive}>
          {gridText(t, 'pupil')}
        </button>
        <button type="button" onClick={() => numbers.arrive('p0', { t2: { text: '2', by: 'Rossi' } })}>
          {gridText(t, 'colleague')}
        </button>
        <button type="button" onClick={() => setGone(gone + 1)}>
          {gridText(t, 'gone')}
        </button>
      </p>
      <Grid
        label={gridText(t, 'title')}
        rows={rows}
        footRows={numbers.footRows}
        columns={columns}
        names={NAMES}
        source={numbers.store}
        write={numbers.write}
        empty=""
        onActive={(cell) => setActive(cell ? `${cell.row} ${cell.column}` : '')}
        className={classes['region']}
      />
    </section>
  );
}

/** The product's catalogue, which types the keys, knows nothing of this page. */
function gridText(t: TFunction, key: keyof typeof it.gridTest): string {
  return (t as (key: string) => string)(`gridTest.${key}`);
}
