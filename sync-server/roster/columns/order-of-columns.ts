import { dayAndMonthOf, isSoundCode } from '../values/fiscal-code.ts';
import { RosterRefusal } from '../report/refusal.ts';
import { readFiscalCode } from '../values/cells.ts';
import {
  dateOrder,
  isAmbiguous,
  orderBy,
  orderOf,
  type DateOrder,
  type ProvedOrder,
} from '../values/date-order.ts';
import type { Field } from './headers.ts';
import type { Table } from './recognise.ts';

/** Fields that hold a date. */
export const DATE_FIELDS = ['birthDate', 'leftOn'] as const satisfies readonly Field[];

/** The order of the dates of each column that has any. */
export type OrderOfColumns = ReadonlyMap<Field, DateOrder>;

/** One code may be mistyped, and then so may its date. */
const CODES_THAT_PROVE = 2;

/**
 * The order of a table's dates, column by column. Dates that can be read both ways are proved by the fiscal codes beside them, where there
 * are some.
 *
 * @throws RosterRefusal where the month comes first throughout a column: half of its dates would be read as other days
 */
export function orderOfColumns(table: Table): OrderOfColumns {
  return new Map(
    DATE_FIELDS.flatMap((field) => {
      const position = table.positions.get(field);
      return position === undefined ? [] : [[field, orderOfColumn(table, field, position)] as const];
    }),
  );
}

function orderOfColumn(table: Table, field: Field, position: number): DateOrder {
  const texts = table.rows.map(({ cells }) => cells[position] ?? '');
  const own = texts.map(orderOf);
  const byCode = field === 'birthDate' ? ordersByCode(table, texts) : [];
  const proofs = byCode.filter((order) => order !== undefined).length < CODES_THAT_PROVE ? [] : byCode;
  const order = dateOrder([...own, ...proofs]);
  if (order !== 'monthFirst') return order;
  const proof = [own, proofs].map((orders) => orders.indexOf('monthFirst')).find((index) => index >= 0) ?? 0;
  throw new RosterRefusal(
    'monthFirstDates',
    table.file,
    `${texts[proof] ?? ''}, ${table.rows[proof]?.row ?? 0}`,
  );
}

function ordersByCode({ positions, rows }: Table, texts: readonly string[]): readonly ProvedOrder[] {
  const position = positions.get('fiscalCode');
  if (position === undefined) return [];
  return rows.map(({ cells }, index) => {
    const code = readFiscalCode(cells[position] ?? '');
    const text = texts[index] ?? '';
    return isSoundCode(code) && isAmbiguous(text) ? orderBy(text, dayAndMonthOf(code)) : undefined;
  });
}
