import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import type { SchoolClass } from '../../domain/kinds/class/record.ts';
import type { Person } from '../../domain/kinds/person/record.ts';
import type { SchoolIndex } from '../data/school/school-index.ts';
import { it as common } from '../i18n/texts.it.ts';
import { kindTexts } from './registry.ts';
import { handedOverText } from './telling.ts';
import { uncheckedOrder, type Words } from './words.ts';

const it = Object.assign({ ...common }, ...kindTexts.map((texts) => texts.it)) as object;
const i18n = createInstance();
await i18n.init({
  lng: 'it',
  resources: { it: { translation: { ...it } } },
  interpolation: { escapeValue: false },
});

const classes = [
  { id: '2026.PR.1A', level: 'primary', year: 1, section: 'A', startYear: 2026 },
  { id: '2026.LS.1A', level: 'lowerSecondary', year: 1, section: 'A', startYear: 2026 },
] as unknown as readonly SchoolClass[];
const people = [
  { id: 'pupil', surname: 'Abdullah', givenName: 'Ahmed' },
  { id: 'teacher', surname: 'Rossi', givenName: 'Maria' },
] as unknown as readonly Person[];
const names: SchoolIndex = {
  person: (id) => people.find((each) => each.id === id),
  schoolClass: (id) => classes.find((each) => each.id === id),
  classes: () => classes,
  subject: () => undefined,
};
const format = {
  shortDay: (day: string) => `il ${day}`,
  hour: (hour: number) => `${hour}ª ora`,
  clock: (time: string) => time,
} as unknown as Words['format'];
const words = { t: i18n.t, format, index: names };

describe('D98 what was handed over of time elsewhere', () => {
  const place = { day: '2026-11-30', class: '2026.PR.1A' };

  test.each([
    [{ during: {} }, 'Abdullah Ahmed fuori classe: PCTO (P), tutto il giorno'],
    [
      { during: { fromHour: 3 }, lastDay: '2026-12-04', whereabouts: 'Officina', withdrawn: true },
      'Ritirato: Abdullah Ahmed fuori classe, PCTO (P), dalla 3ª ora, fino a il 2026-12-04, Officina',
    ],
    [
      { elsewhereType: 'other', during: { start: '10:20', end: '12:20' } },
      'Abdullah Ahmed fuori classe: —, dalle 10:20 alle 12:20',
    ],
    [{ during: 'x', lastDay: 'x', whereabouts: 4 }, 'Abdullah Ahmed fuori classe: PCTO (P), tutto il giorno'],
  ])('says who, why, when and where: %j', (members, said) => {
    const record = {
      kind: 'presenceElsewhere',
      elsewhereType: 'workPlacement',
      pupil: 'pupil',
      ...place,
      ...members,
    };
    expect(handedOverText(record, words)).toEqual({ place: 'il 2026-11-30 · 1A prim.', said: [said] });
  });

  test.each([
    [{ from: '10:00' }, 'Sciopero', ['La classe entra alle 10:00', 'Motivo: Sciopero']],
    [{ from: '09:00', to: '12:00' }, '', ['La classe entra alle 09:00 · La classe esce alle 12:00']],
    [{}, '', ['La classe segue il suo orario']],
  ])('says when a class comes and leaves: %j', (expected, reason, said) => {
    const record = { kind: 'classMovement', ...place, expected, movementReason: reason };
    expect(handedOverText(record, words).said).toEqual(said);
  });
});

describe('what was handed over', () => {
  const day = { kind: 'attendanceDay', day: '2026-11-30', class: '2026.PR.1A', pupil: 'pupil' };

  test.each([
    [[], 'Abdullah Ahmed: Presente'],
    [[{ kind: 'absent', hour: 2 }], 'Abdullah Ahmed: Assente, 2ª ora'],
    [
      [
        { kind: 'absent', hour: 1 },
        { kind: 'entry', hour: 2, time: '09:10' },
      ],
      'Abdullah Ahmed: Assente, 1ª ora · Entrata alle 09:10',
    ],
    [[{ kind: 'exit', hour: 4, time: '12:00' }], 'Abdullah Ahmed: Uscita alle 12:00'],
    [[{ kind: 'outOfClass', hour: 3 }], 'Abdullah Ahmed: Fuori classe, 3ª ora'],
    [
      [{ kind: 'entry', hour: 2 }, { kind: 'outOfClass' }, { kind: 'absent', hour: 'due' }],
      'Abdullah Ahmed: Entrata alle — · Fuori classe, — · Assente, —',
    ],
  ])('says the marks of a day: %j', (events, said) => {
    expect(handedOverText({ ...day, events }, words)).toEqual({
      place: 'il 2026-11-30 · 1A prim.',
      said: [said],
    });
  });

  test('F.5: says of a test which it is, and nothing that is written in it', () => {
    const test50 = {
      ...day,
      kind: 'assessment',
      type: 'written',
      subject: 'matematica',
      comment: 'Rossi ha copiato',
    };
    expect(handedOverText(test50, words).said).toEqual(['Prova scritta di —: la legge solo chi vede i voti']);
  });

  test('says who signed a lesson and how, the roll, topic and activity', () => {
    const lesson = {
      kind: 'lesson',
      day: '2026-11-30',
      hour: 2,
      class: '2026.LS.1A',
      signatures: [
        { teacher: 'teacher', type: 'ordinary' },
        { teacher: 'teacher', type: 'coTeaching' },
      ],
      rollCall: { by: 'teacher' },
      topic: 'Le frazioni',
      activity: '',
    };
    expect(handedOverText(lesson, words)).toEqual({
      place: 'il 2026-11-30 · 2ª ora · 1A sec.',
      said: [
        'Firma: Rossi Maria',
        'Firma: Rossi Maria (compresenza)',
        'Appello confermato',
        'Argomento: Le frazioni',
      ],
    });
    expect(handedOverText({ ...lesson, signatures: [], rollCall: undefined }, words).said[0]).toBe(
      'Nessuna firma',
    );
  });

  test('says what was done about a day, and of a permit', () => {
    const { kind: _kind, ...of } = day;
    const acts = [{ act: 'reject', item: 'exit', time: '11:00', text: 'Manca il delegato' }, { act: 'x' }];
    const clocks = { ...words, format: { ...format, clock: (time: string) => time } as Words['format'] };
    expect(handedOverText({ ...of, kind: 'justification', acts }, clocks).said).toEqual([
      'Abdullah Ahmed: Giustificazione rifiutata: uscita anticipata delle 11:00 (Manca il delegato)',
    ]);
    const asked = [{ act: 'ask', time: '11:00', text: 'Visita' }];
    expect(handedOverText({ ...of, kind: 'permit', move: 'exit', acts: asked }, clocks).said).toEqual([
      'Permesso di uscita di Abdullah Ahmed: richiesto per le 11:00 (Visita)',
    ]);
    expect(handedOverText({ ...of, kind: 'permit', acts: 7 }, clocks).said).toEqual([
      'Permesso di Abdullah Ahmed: Niente',
    ]);
  });

  test('shows plain texts and nothing that could be anything else', () => {
    const odd = {
      kind: 'lesson',
      day: 'ieri',
      hour: 'due',
      class: 7,
      topic: { html: '<b>' },
      signatures: 'x',
    };
    expect(handedOverText(odd, words)).toEqual({ place: 'ieri', said: ['Nessuna firma'] });
    expect(handedOverText({ ...day, class: 'nowhere', events: [null, 1, { kind: 'rare' }] }, words)).toEqual({
      place: 'il 2026-11-30 · nowhere',
      said: ['Abdullah Ahmed: rare'],
    });
  });

  test('F.5: of a kind that nobody has words for, that it is of a newer version, and nothing of what it says', () => {
    const { day: at, class: schoolClass, pupil } = day;
    const other = { kind: 'diaryEntry', id: 'x', author: 'teacher', recordedAt: 'y', day: at, pupil };
    const written = { heading: 'Gita', body: 'A Mantova', marks: [1], empty: '' };
    expect(handedOverText({ ...other, class: schoolClass, ...written }, words)).toEqual({
      place: '',
      said: ['Scritto da una versione più recente del programma: qui non si può leggere'],
    });
  });

  test('is put in order by class, day and hour, whatever the weekday is called', () => {
    expect(uncheckedOrder({ ...day, hour: 2 }, words)).toEqual(['1A prim.', '2026-11-30', '2']);
    expect(uncheckedOrder({ class: 7, hour: 'due' }, words)).toEqual(['', '', '']);
  });
});
