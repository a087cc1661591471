import i18next from 'i18next';
import { of } from 'rxjs';
import { expect, test } from 'vitest';
import { toPersonId } from '../../../../domain/base/ids.ts';
import { assessmentKind } from '../../../../domain/kinds/assessment/kind.ts';
import type { ConflictNotice } from '../../../../domain/kinds/conflict-notice/record.ts';
import { gradeId } from '../../../../domain/record/grade-key.ts';
import { catalogues } from '../../../app/catalogue.ts';
import type { Register } from '../../../data/register.ts';
import type { Format } from '../../../i18n/format.ts';
import type { Words } from '../../../kinds/words.ts';
import { columnsTold } from '../view.ts';
import { conflictValue, standsAgain } from './conflict-value.ts';

const [, withObjectives, withRubric] = assessmentKind.samples;

/** What is said of a value of a grade in a column that this computer has. */
async function toldOf(column: typeof withRubric, field: string, value: unknown) {
  await i18next.init({
    lng: 'it',
    resources: { it: { translation: catalogues.it } },
    interpolation: { escapeValue: false },
  });
  const format = { number: String, shortDay: String } as unknown as Format;
  const register = { records: { find: () => of([column]) } } as unknown as Register;
  const record = gradeId(column.id, toPersonId('anna'));
  const notice = { recordKind: 'grade', field, record, class: column.class } as unknown as ConflictNotice;
  const said: string[] = [];
  columnsTold(register, notice.recordKind, notice.class).subscribe((found) => {
    const words: Words = { t: i18next.t, format, index: undefined, column: found };
    said.push(conflictValue(notice, JSON.stringify(value), words));
  });
  return said;
}

test('D54, D55, D78: a conflict over a rubric or over levels says which level of what each has given', async () => {
  const filled = (level: number) => ({ rubric: [{ criterion: 'exposition', level }] });
  expect(await toldOf(withRubric, 'value', filled(0))).toEqual(['Esposizione: Incerta (1 p.)']);
  expect(await toldOf(withRubric, 'value', filled(1))).toEqual(['Esposizione: Chiara (5 p.)']);
  const levels = [{ objective: 'fractions', level: 'Avanzato' }];
  expect(await toldOf(withObjectives, 'objectives', levels)).toEqual(['Operare con le frazioni: Avanzato']);
});

test('D53, D66: a conflict over points says of how many, in primary school as elsewhere', async () => {
  const { rubric: _rubric, ...rest } = withRubric;
  const points = { ...rest, scale: 'primary', test: { maximum: 2000 } } as unknown as typeof withRubric;
  expect(await toldOf(points, 'value', { score: 1500 })).toEqual(['15/20']);
});

test('what was lost stands again where the same value does, or a list with all of it', () => {
  const of = (lost: unknown, kept: unknown) =>
    standsAgain({ lost: JSON.stringify(lost), kept: JSON.stringify(kept) });
  expect(of('Frazioni', 'Frazioni')).toBe(true);
  expect(of('Frazioni', 'Decimali')).toBe(false);
  expect(of([{ kind: 'absent' }], [{ kind: 'absent' }, { kind: 'entry' }])).toBe(true);
  expect(of([{ kind: 'absent' }], [])).toBe(false);
  expect(of([], [{ kind: 'absent' }])).toBe(false);
  expect(of([], [])).toBe(true);
});
