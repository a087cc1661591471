import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import { toEntryId, type Instant, type LocalDate } from '../../../../domain/base/ids.ts';
import { assessmentKind } from '../../../../domain/kinds/assessment/kind.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { gradeKind } from '../../../../domain/kinds/grade/kind.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import { gradeId } from '../../../../domain/record/grade-key.ts';
import type { Format } from '../../../i18n/format.ts';
import { kindTexts } from '../../../kinds/registry.ts';
import type { Words } from '../../../kinds/words.ts';
import { it } from '../texts.it.ts';
import { changesOf, toldVersions, type KeptVersion } from './history-lines.ts';

const texts = Object.assign({}, it, ...kindTexts.map((each) => each.it)) as object;
const i18n = createInstance();
await i18n.init({
  lng: 'it',
  resources: { it: { translation: texts } },
  interpolation: { escapeValue: false },
});
const format = {
  number: (value: number) => String(value).replace('.', ','),
  shortDay: (day: string) => day,
} as unknown as Format;

const [plain, withObjectives, withRubric] = assessmentKind.samples;
const earlier = { ...plain, id: 'before', day: '2026-11-09' as LocalDate };
const [sample] = gradeKind.samples;
const gradeIn = ({ id }: Assessment, changes: Partial<Grade>): Grade => ({
  ...sample,
  id: gradeId(id, sample.pupil),
  assessment: id,
  value: {},
  ...changes,
});
const wordsWith = (...columns: readonly Assessment[]): Words => ({
  t: i18n.t,
  format,
  index: undefined,
  column: (id) => columns.find((one) => one.id === id),
});
const words = wordsWith(plain, earlier);
const entryOf = (n: number) => toEntryId(`01940000-0000-7000-8000-${String(n).padStart(12, '0')}`);

/** Parts of one history, each version with the one before it. */
function linked(...parts: readonly (readonly KeptVersion[])[]): readonly KeptVersion[] {
  return parts.flat().map((version, at, all) => {
    const previous = all[at - 1]?.sequence;
    return { ...version, ...(previous === undefined ? {} : { previous }) };
  });
}

/** Records as the school has taken them, one after the other. */
function versions(
  records: readonly (Grade | Assessment)[],
  from = 1,
  outcome: KeptVersion['outcome'] = 'stored',
): readonly KeptVersion[] {
  return records.map((record, at) => ({
    sequence: from + at,
    author: record.author,
    device: 'device',
    recordedAt: record.recordedAt,
    receivedAt: record.recordedAt,
    outcome,
    record,
    previousHash: '',
    hash: '',
  }));
}

describe('D78 a change of a grade', () => {
  test('D78: is told as it was and as it is, with its reason, and nothing of what is the same', () => {
    const first = gradeIn(plain, { value: { quarters: 24 }, comment: 'Bene' });
    const value = { quarters: 28, reason: 'Svista', reasonEntry: entryOf(1) };
    expect(changesOf('grade', undefined, first, words)).toEqual([
      'Voto: 6',
      'Commento per la famiglia: Bene',
    ]);
    const corrected = { ...first, value };
    expect(changesOf('grade', first, corrected, words)).toEqual(['Voto: 6 → 7', 'Motivo: Svista']);
    expect(changesOf('grade', corrected, { ...corrected, entry: entryOf(2) }, words)).toEqual([]);
    const again = { ...corrected, weight: 50, value: { ...value, reasonEntry: entryOf(3) } };
    expect(changesOf('grade', corrected, again, words)).toEqual([
      'Peso: come la prova → 50 %',
      'Motivo: Svista',
    ]);
  });

  test('D54, D78: of a rubric tells the criteria that have another level, with their points', () => {
    const rubric = must(withRubric.rubric, 'a rubric');
    const [sampled] = rubric.criteria;
    const first = must(sampled, 'a criterion');
    const content = { ...first, id: 'content', name: 'Contenuto' };
    const column = { ...withRubric, rubric: { ...rubric, criteria: [first, content] } };
    const filled = (level: number) =>
      gradeIn(column, {
        value: {
          rubric: [
            { criterion: first.id, level },
            { criterion: content.id, level: 1 },
          ],
        },
      });
    expect(changesOf('grade', filled(0), filled(1), wordsWith(column))).toEqual([
      'Voto: Esposizione: Incerta (1 p.) → Esposizione: Chiara (5 p.)',
    ]);
    const judged = { ...filled(0), value: { ...filled(0).value, judgement: 'Preciso' } };
    expect(changesOf('grade', filled(0), judged, wordsWith(column))[0]).toMatch(
      /^Voto: Esposizione: Incerta .*→ Esposizione: Incerta .*giudizio: Preciso/,
    );
  });

  test('D55, D56, D78: of objectives tells the levels, and of a recovery the test that it recovers', () => {
    const told = wordsWith(withObjectives);
    const level = (name: string) =>
      gradeIn(withObjectives, { objectives: [{ objective: 'fractions', level: name }] });
    expect(changesOf('grade', level('Base'), level('Avanzato'), told)).toEqual([
      'Obiettivi: Operare con le frazioni: Base → Operare con le frazioni: Avanzato',
    ]);
    expect(changesOf('grade', level('Base'), gradeIn(withObjectives, { objectives: [] }), told)).toEqual([
      'Obiettivi: Operare con le frazioni: Base → nessun livello',
    ]);
    const recovering = (of: Assessment) =>
      gradeIn(withRubric, { recovers: { assessment: of.id, effect: 'replaces' } });
    const other = { ...earlier, id: 'other', topic: 'Le radici' };
    expect(changesOf('grade', recovering(earlier), recovering(other), wordsWith(earlier, other))).toEqual([
      'Voto di recupero: Prova scritta di 2026-11-09, Equazioni di primo grado: sostituisce il voto recuperato → ' +
        'Prova scritta di 2026-11-09, Le radici: sostituisce il voto recuperato',
    ]);
  });

  test('D78: tells two things of each two values that a field of a grade or a column can have', () => {
    const conversion = (lowest: number) => ({ way: 'linear', lowest }) as const;
    const rubric = must(withRubric.rubric, 'a rubric');
    const criterion = must(rubric.criteria[0], 'a criterion');
    const pairs: readonly (readonly [Partial<Assessment>, Partial<Assessment>])[] = [
      [{ test: { maximum: 5000, conversion: conversion(8) } }, { test: { maximum: 5000 } }],
      [
        { test: { maximum: 5000, conversion: conversion(8) } },
        { test: { maximum: 5000, conversion: conversion(12) } },
      ],
      [{ rubric }, { rubric: { ...rubric, way: 'mean' } }],
      [{ rubric }, { rubric: { ...rubric, conversion: conversion(8) } }],
      [{ rubric }, { rubric: { ...rubric, criteria: [{ ...criterion, name: 'Esporre' }] } }],
    ];
    for (const [before, after] of pairs) {
      const [line = ''] = changesOf('assessment', { ...plain, ...before }, { ...plain, ...after }, words);
      const [was, is] = line.slice(line.indexOf(':')).split(' → ');
      expect(is, line).toBeDefined();
      expect(is, line).not.toBe(was);
    }
  });
});

describe('D78 the history', () => {
  const halved = {
    ...plain,
    weight: 50,
    correction: { reason: 'Era una prova breve', entry: entryOf(5) },
  };
  const six = gradeIn(plain, { value: { quarters: 24 } });
  const seven = gradeIn(plain, { value: { quarters: 28 } });

  test('D78: of a grade has what was changed of its column since, in the order in which it came', () => {
    const column = linked(versions([plain, { ...plain, topic: 'Le radici' }]), versions([halved], 11));
    const told = toldVersions({ column, grade: linked(versions([six], 10), versions([seven], 12)) }, words);
    expect(told.map(({ lines }) => lines)).toEqual([
      ['Voto: 6 → 7'],
      [
        'Tutta la prova – Argomento: Le radici → Equazioni di primo grado',
        'Tutta la prova – Peso: 100 % → 50 %',
        'Tutta la prova – Motivo: Era una prova breve',
      ],
      ['Voto: 6'],
    ]);
  });

  test('D78: of a column has all of it, moved, given up and standing again', () => {
    const moved = { ...halved, day: '2026-10-12' as LocalDate };
    const gone = { ...moved, cancelled: { reason: 'Doppia' } };
    const back = { ...moved, correction: { reason: 'Doppia', entry: entryOf(6) } };
    const told = toldVersions({ column: linked(versions([plain, halved, moved, gone, back])) }, words);
    expect(told.map(({ lines }) => lines).slice(0, 4)).toEqual([
      ['Ritiro della prova: Ritirata: Doppia → Valida', 'Motivo: Doppia'],
      ['Ritiro della prova: Valida → Ritirata: Doppia'],
      [`Giorno della prova: ${plain.day} → 2026-10-12`],
      ['Peso: 100 % → 50 %', 'Motivo: Era una prova breve'],
    ]);
  });

  test('D55, D78: calls an objective as it was called when its level was written', () => {
    const old = { ...withObjectives, objectives: [{ id: 'fractions', name: 'Le frazioni' }] };
    const grade = gradeIn(old, { objectives: [{ objective: 'fractions', level: 'Base' }] });
    const column = linked(versions([old]), versions([withObjectives], 9));
    const told = toldVersions({ column, grade: versions([grade], 5) }, wordsWith(withObjectives));
    expect(told.map(({ lines }) => lines[0])).toEqual([
      'Tutta la prova – Obiettivi: Le frazioni → Operare con le frazioni',
      'Obiettivi: Le frazioni: Base',
    ]);
  });

  test('D24, D78: says of what lost that it does not stand, and tells what comes next from what did', () => {
    const column = versions([plain]);
    const lost = versions([seven], 3, 'overruled');
    const eight = { ...six, value: { quarters: 32 }, recordedAt: '2026-11-23T09:00:00.000Z' as Instant };
    const grade = linked(versions([six], 2), lost, versions([eight], 4));
    expect(toldVersions({ column, grade }, words).map(({ lines }) => lines)).toEqual([
      ['Voto: 6 → 8'],
      ['Voto: 6 → 7', 'Non è rimasto: l’ha scritto anche un collega, e vale quello.'],
      ['Voto: 6'],
    ]);
  });
});
