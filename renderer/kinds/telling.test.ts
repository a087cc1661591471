import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import type { JournalEntry } from '../../domain/protocol/bridge/journal.ts';
import { kinds } from '../../domain/kinds/registry.ts';
import type { Person } from '../../domain/kinds/person/record.ts';
import type { SchoolClass } from '../../domain/kinds/class/record.ts';
import { sample, sampleAttendance, sampleEvent, sampleLesson } from '../../domain/testing/sample.ts';
import type { SchoolIndex } from '../data/school/school-index.ts';
import type { Format } from '../i18n/format.ts';
import { catalogues } from '../app/catalogue.ts';
import { describeEntry, describeParked, fieldText, kindName, valueText } from './telling.ts';
import type { Words } from './words.ts';

const index: SchoolIndex = {
  person: (id) =>
    id === sample.pupil ? ({ id, surname: 'Rossi', givenName: 'Maria' } as Person) : undefined,
  schoolClass: (id) => (id === sample.class ? ({ id, year: 1, section: 'A' } as SchoolClass) : undefined),
  subject: () => undefined,
  classes: () => [],
};
let words: Words;

beforeAll(async () => {
  await i18next.init({
    lng: 'it',
    resources: { it: { translation: catalogues.it } },
    interpolation: { escapeValue: false },
  });
  const format = {
    shortDay: () => 'lun 23 nov',
    hour: (hour: number) => `${hour}ª ora`,
    clock: (time: string) => time,
    number: (value: number) => `${value}`,
  } as unknown as Format;
  words = { t: i18next.t, format, index };
});

const place = (hour: number) => ({ day: sample.day, schoolClass: sample.class, hour });
const entry = (record: JournalEntry['record'], assumed: JournalEntry['assumed'] = null): JournalEntry => ({
  entry: record.entry,
  collection: record.kind === 'lesson' ? 'lessons' : 'attendance',
  record,
  assumed,
});

test('an entry names the pupil, the class, the day and the hour that it wrote on, and what it wrote alone', () => {
  const before = sampleAttendance({ events: [sampleEvent('absent', undefined, 1)] });
  const after = sampleAttendance({ events: [...before.events, sampleEvent('outOfClass', undefined, 3)] });
  expect(describeEntry(entry(after, before), words)).toEqual({
    what: 'Fuori classe di Rossi Maria',
    where: '1A, lun 23 nov, 3ª ora',
    place: place(3),
  });
});

test('a mark that was taken back names the hour that it had been made in', () => {
  const before = sampleAttendance({ events: [sampleEvent('exit', '10:10', 3)] });
  expect(describeEntry(entry(sampleAttendance(), before), words)).toEqual({
    what: 'Presenza di Rossi Maria',
    where: '1A, lun 23 nov, 3ª ora',
    place: place(3),
  });
});

test('comings and goings are told as they happened, and a coming is not called late', () => {
  const after = sampleAttendance({
    events: [sampleEvent('entry', '10:20', 3), sampleEvent('exit', '10:10', 3)],
  });
  expect(describeEntry(entry(after), words).what).toBe(
    'Uscita di Rossi Maria alle 10:10 · Entrata di Rossi Maria alle 10:20',
  );
});

test('a mark taken back beside others is said to be taken back, and the others are not', () => {
  const absent = sampleEvent('absent', undefined, 1);
  const before = sampleAttendance({ events: [absent, sampleEvent('exit', '10:10', 3)] });
  expect(describeEntry(entry(sampleAttendance({ events: [absent] }), before), words)).toEqual({
    what: 'Annullato: Uscita di Rossi Maria alle 10:10',
    where: '1A, lun 23 nov, 3ª ora',
    place: place(3),
  });
});

test('where nothing tells the hour, none is made up', () => {
  expect(describeEntry(entry(sampleAttendance()), words)).toEqual({
    what: 'Presenza di Rossi Maria',
    where: '1A, lun 23 nov',
  });
});

test('a text that was emptied is said to be empty', () => {
  const before = sampleLesson({ topic: 'Le frazioni', activity: 'Esercizi' });
  const after = { ...before, topic: '', activity: '' };
  expect(describeEntry(entry(after, before), words).what).toBe(
    'Argomento: nessun testo · Attività: nessun testo',
  );
});

test('what others have written and one may not read is no empty text and no presence, and a roll that is gone says what to do', () => {
  const unread = 'qualcosa che qui non si può leggere';
  expect(valueText('lesson', 'topic', null, words)).toBe(unread);
  expect(valueText('attendanceDay', 'events', null, words)).toBe(unread);
  expect(valueText('lesson', 'topic', '', words)).toBe('nessun testo');
  expect(valueText('lesson', 'rollCall', null, words)).toBe(
    'Appello non più confermato: apri l’ora e confermalo di nuovo',
  );
});

test('of a mark on which two people wrote, comings and goings are told as they happened', () => {
  const events = [
    { kind: 'entry', hour: 2, time: '09:10' },
    { kind: 'exit', hour: 2, time: '08:55' },
  ];
  expect(valueText('attendanceDay', 'events', events, words)).toBe('Uscita alle 08:55 · Entrata alle 09:10');
});

test('signatures on which two people wrote are told by name', () => {
  const signatures = [{ teacher: sample.pupil, type: 'ordinary' }, { teacher: 'nobody-here' }];
  expect(valueText('lesson', 'signatures', signatures, words)).toBe('2 firme: Rossi Maria, una persona');
  expect(valueText('lesson', 'signatures', [], words)).toBe('Nessuna firma');
});

test('a field is told in the words of its own kind, also where another one of the collection names one alike', () => {
  expect(fieldText('lesson', 'topic', words)).toBe('Argomento');
  expect(fieldText('attendanceDay', 'topic', words)).toBe('Dato');
  expect(valueText('attendanceDay', 'topic', 'Le frazioni', words)).toBeUndefined();
});

test('what is done about a day is told with what it is about, and with its words', () => {
  const [, onPaper] = kinds.justification.samples;
  const late = { ...onPaper.acts[0], item: 'late', time: '08:25', text: 'Treno in ritardo' } as const;
  const record = { ...onPaper, acts: [late] } as unknown as JournalEntry['record'];
  expect(describeEntry(entry(record), words)).toEqual({
    what: 'Giustificazione registrata a scuola: ritardo delle 08:25 di Rossi Maria',
    where: '1A, lun 23 nov',
  });
  expect(valueText('justification', 'acts', [late, { act: 'rare' }], words)).toBe(
    'Giustificazione registrata a scuola: ritardo delle 08:25 (salute: Treno in ritardo)',
  );
  expect(valueText('justification', 'acts', [], words)).toBe('Niente');
  expect(fieldText('justification', 'acts', words)).toBe('Giustificazione');
  const [, asked] = kinds.permit.samples;
  expect(describeEntry(entry(asked), words).what).toBe(
    'Permesso di entrata di Rossi Maria: richiesto per le 10:00',
  );
});

test('D22, D45: a grade is told in clear words, with its judgement and why it was changed', () => {
  const [grade, unprepared, score] = kinds.grade.samples;
  const place = { where: '1A, lun 23 nov' };
  expect(describeEntry(entry(grade), words)).toEqual({
    what: 'Voto di Rossi Maria in —: 6+',
    ...place,
  });
  const told = [
    unprepared,
    score,
    { ...grade, value: { event: 'unprepared', quarters: 16 } },
    { ...grade, value: {} },
  ];
  expect(told.map(({ value }) => valueText('grade', 'value', value, words))).toEqual([
    'impreparato – motivo: Scambio di alunni',
    'punteggio 35 (giudizio: Preciso)',
    'impreparato, conta come 4',
    'ritirato',
  ]);
  // A long value comes cut, as a text.
  expect(valueText('grade', 'value', 'Un giudizio…', words)).toBe('Un giudizio…');
  expect(valueText('grade', 'value', { level: 'good' }, words)).toBe('buono');
});

test('D53, D66: points that wait are told with how many there are in all, where their column is here, and a judgement is no mark', () => {
  const [grade, , score] = kinds.grade.samples;
  const points = { ...withObjectives, id: score.assessment, test: { maximum: 5000 } };
  const told = { ...words, column: (id: string) => (id === points.id ? points : undefined) };
  expect(describeEntry(entry(score), told).what).toMatch(/: 35\/50 \(giudizio: Preciso\)$/);
  expect(describeEntry(entry(score), words).what).toMatch(/: punteggio 35 \(giudizio: Preciso\)$/);
  const judged = { ...grade, scale: 'primary' as const, value: { level: 'good' as const } };
  expect(describeEntry(entry(judged), words).what).toBe('Valutazione di Rossi Maria in —: buono');
  const column = { ...withObjectives, scale: 'primary' as const };
  expect(fieldText('grade', 'value', { ...words, column: () => column }, grade.id)).toBe('Valutazione');
});

test('D45, D55: levels of objectives without a mark are told as such, and not as withdrawn', () => {
  const [grade] = kinds.grade.samples;
  const levels = { ...grade, value: {}, objectives: [{ objective: 'fractions', level: 'Base' }] };
  expect(describeEntry(entry(levels), words).what).toMatch(/: livello di 1 obiettivo$/);
  expect(describeEntry(entry({ ...grade, value: {} }), words).what).toMatch(/: ritirato$/);
});

test('D47, D73, D81: a column, a proposal and a grade of the class before are told with what they are of', () => {
  const [column, gone] = kinds.assessment.samples;
  expect(describeEntry(entry(column), words).what).toBe('Prova scritta di —: Equazioni di primo grado');
  expect(describeEntry(entry(gone), words).what).toBe(
    'Prova orale di —: Le frazioni – ritirata: Prova da rifare',
  );
  const [proposal, notClassified, withdrawn] = kinds.proposal.samples;
  expect(
    [proposal, notClassified, withdrawn].map(({ proposed }) =>
      valueText('proposal', 'proposed', proposed, words),
    ),
  ).toEqual(['8', 'non classificato', 'ritirata']);
  const [, leftOut] = kinds.earlierGrade.samples;
  expect(describeEntry(entry(leftOut), words).what).toMatch(
    /^Voto della classe precedente di .*: non fa media$/,
  );
});

test('every field of a gradebook that two people can write has a name, and each of its values words', () => {
  for (const { kind, fields, samples } of [kinds.assessment, kinds.grade, kinds.proposal, kinds.earlierGrade])
    for (const [field, { rule }] of Object.entries(fields)) {
      if (rule !== 'laterWins') continue;
      expect(fieldText(kind, field, words), `${kind}.${field}`).not.toBe('Dato');
      for (const sample of samples)
        expect(
          valueText(kind, field, Reflect.get(sample, field) as unknown, words),
          `${kind}.${field}`,
        ).toBeDefined();
    }
});

/** A column with a rubric, and one with objectives; both of the sample grade. */
const [, withObjectives, withRubric] = kinds.assessment.samples;
const toldOf = (kind: 'grade' | 'assessment', field: string, value: unknown, column = withRubric) => {
  const { id } = column;
  return valueText(
    kind,
    field,
    value,
    { ...words, column: (key) => (key === id ? column : undefined) },
    `${id}.x`,
  );
};

test('D54, D78: a rubric is told by its criteria and their levels, also where its column is not known here', () => {
  const filled = (level: number) => ({ rubric: [{ criterion: 'exposition', level }] });
  expect(toldOf('grade', 'value', filled(0))).toBe('Esposizione: Incerta (1 p.)');
  expect(toldOf('grade', 'value', filled(1))).toBe('Esposizione: Chiara (5 p.)');
  expect(valueText('grade', 'value', filled(1), words)).toBe('un criterio: livello 2');
});

test('D55, D56, D78: levels of objectives are told one by one, and a recovery by the test that it recovers', () => {
  const base = [{ objective: 'fractions', level: 'Base' }];
  expect(toldOf('grade', 'objectives', base, withObjectives)).toBe('Operare con le frazioni: Base');
  expect(toldOf('grade', 'objectives', [], withObjectives)).toBe('nessun livello');
  expect(valueText('grade', 'objectives', base, words)).toBe('un obiettivo: Base');
  const recovers = { assessment: withObjectives.id, effect: 'replaces' };
  expect(toldOf('grade', 'recovers', recovers, withObjectives)).toBe(
    'Prova orale di lun 23 nov, Le frazioni: sostituisce il voto recuperato',
  );
  expect(valueText('grade', 'recovers', recovers, words)).toBe('sostituisce il voto recuperato');
});

test('D53, D54, D78: the points of a column are told with what they become, and a rubric with its criteria', () => {
  const corners = [
    { percent: 0, quarters: 8 },
    { percent: 100, quarters: 40 },
  ];
  const tests = [
    { maximum: 5000, conversion: { way: 'linear', lowest: 8 } },
    { maximum: 5000, conversion: { way: 'linear', lowest: 12 } },
    { maximum: 5000, conversion: { way: 'pieces', points: corners } },
    { maximum: 5000 },
    undefined,
  ];
  expect(tests.map((value) => toldOf('assessment', 'test', value))).toEqual([
    'su 50 punti, in proporzione da 2 a 10',
    'su 50 punti, in proporzione da 3 a 10',
    'su 50 punti, a tratti: 0 % vale 2, 100 % vale 10',
    'su 50 punti, non diventa voto',
    'senza punteggio',
  ]);
  expect(toldOf('assessment', 'rubric', withRubric.rubric)).toBe(
    'Esposizione: Incerta (1 p.), Chiara (5 p.); somma dei criteri, non diventa voto',
  );
  expect(toldOf('assessment', 'rubric', undefined)).toBe('senza griglia');
});

test('a record is called by its kind, and by nothing else of its collection', () => {
  const names = ['lesson', 'attendanceDay', 'conflictNotice', 'lessons', 'diaryEntry', 'toString', 7];
  expect(names.map((kind) => kindName(kind, words))).toEqual([
    'Lezione',
    'Presenze',
    'Avviso di conflitto',
    ...Array<string>(4).fill('Altro dato'),
  ]);
});

test('a document that cannot be read is named by its kind and key', () => {
  for (const [{ kind, id }, what] of [
    [kinds.justification.samples[0], 'Giustificazione di Rossi Maria'],
    [kinds.permit.samples[0], 'Permesso di Rossi Maria'],
  ] as const)
    expect(describeParked(`${kind}/${id}`, words)).toEqual({ what, where: 'lun 23 nov' });
  expect(describeParked(`attendanceDay/${sampleAttendance().id}`, words)).toEqual({
    what: 'Presenze di Rossi Maria',
    where: 'lun 23 nov',
  });
  expect(describeParked(`lesson/${sampleLesson({ hour: 4 }).id}`, words)).toEqual({
    what: 'Lezione',
    where: '1A, lun 23 nov, 4ª ora',
    place: place(4),
  });
  for (const key of ['roster/x', 'lesson/2026-02-30.1.x', 'attendanceDay/', ''])
    expect(describeParked(key, words)).toEqual({ what: 'Altro dato', where: '' });
  // Another kind of the collection may have keys of the same form.
  expect(describeParked(`diaryEntry/${sampleLesson().id}`, words).where).toBe('');
});
