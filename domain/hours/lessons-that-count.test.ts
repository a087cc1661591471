import { describe, expect, it } from 'vitest';
import { toSubjectId, type Instant, type LocalDate } from '../base/ids.ts';
import { addDays } from '../base/local-date.ts';
import { bellHour, sample, sampleEvent, sampleLesson } from '../testing/sample.ts';
import { enrolled, heldIn, inGroup, lessonIn, pupilWith, signed } from '../testing/held-hours.ts';
import type { ReligionChoiceName } from '../kinds/religion-choice/record.ts';
import { hoursOfAbsence, type PupilYear } from './hours-of-absence.ts';

const bells = [1, 2, 3, 4, 5, 6].map((hour) =>
  bellHour(hour, `${7 + hour}:00`.padStart(5, '0'), `${8 + hour}:00`.padStart(5, '0')),
);
const absent = [sampleEvent('absent')];
const units = (halfUnits: number | undefined) => (halfUnits ?? 0) / 2;
const from = '2026-09-14' as LocalDate;

function count(lessons: Parameters<typeof heldIn>[1], pupil: PupilYear, policies = {}) {
  const { official, indicative, withoutSubject, bySubject } = hoursOfAbsence(
    heldIn(bells, lessons),
    pupil,
    policies,
  );
  return {
    official,
    withoutSubject,
    total: units(official.absentHalfUnits),
    indicative: units(indicative.absentHalfUnits),
    of: (subject: string) => units(bySubject.get(toSubjectId(subject))?.absentHalfUnits),
  };
}

describe('D94 which lessons count for a pupil', () => {
  it('counts the hour of the own group alone where the class is split', () => {
    const split = [
      lessonIn(3, 'informatica', { group: 'INF' }),
      lessonIn(3, 'chimica', { group: 'CHI', signatures: [signed('chimica', { teacher: sample.neri })] }),
    ];
    const { total, of } = count(split, pupilWith(absent, { groups: [inGroup('CHI')] }));
    expect([of('chimica'), of('informatica'), total]).toEqual([1, 0, 1]);
  });

  const day = [
    ...[1, 2, 3, 4, 5].map((hour) => lessonIn(hour, 'matematica')),
    lessonIn(6, 'religione'),
    lessonIn(6, 'alternativa', { group: 'A' }),
    lessonIn(6, 'studio', { group: 'N' }),
  ];
  it.each<[ReligionChoiceName, boolean, number, string | undefined]>([
    ['attending', false, 6, 'religione'],
    ['alternative', false, 6, 'alternativa'],
    ['leaves', false, 5, undefined],
    ['individualStudy', true, 5, undefined],
    ['assistedStudy', false, 5, undefined],
    ['assistedStudy', true, 6, 'studio'],
  ])(
    'of five hours and one of religion, %s (study counts: %s) misses %d',
    (choice, assistedStudyCounts, hours, subject) => {
      const { total, of } = count(
        day,
        pupilWith(absent, { religion: [{ choice, from, class: sample.class }] }),
        {
          assistedStudyCounts,
        },
      );
      expect(total).toBe(hours);
      for (const each of ['religione', 'alternativa', 'studio'])
        expect(of(each), each).toBe(each === subject ? 1 : 0);
    },
  );

  it('D94, D204: counts religion where no choices are known, not for who alone has none, and each choice for its own days', () => {
    expect(count(day, pupilWith(absent)).of('religione')).toBe(1);
    const choosing = () => true;
    expect(count(day, pupilWith(absent, { choosing })).of('religione')).toBe(0);
    const later = [{ choice: 'leaves' as const, from: '2026-11-24' as LocalDate, class: sample.class }];
    expect(count(day, pupilWith(absent, { religion: later })).of('religione')).toBe(1);
  });

  it('counts the hours of a class from the day on which the pupil is in it', () => {
    const moved = [
      enrolled({ to: '2026-11-22' as LocalDate, recordedAt: '2026-11-20T09:00:00.000Z' as Instant }),
      enrolled({ class: sample.otherClass, from: sample.day }),
    ];
    const lessons = [lessonIn(1, 'matematica'), lessonIn(1, 'storia', { class: sample.otherClass })];
    const { of, total } = count(lessons, pupilWith(absent, { enrolments: moved }));
    expect([of('matematica'), of('storia'), total]).toEqual([0, 1, 1]);
  });
});

describe('D11 signed lessons alone', () => {
  it('leaves out what nobody has signed, and an hour without a bell', () => {
    const { total } = count(
      [sampleLesson({ hour: 1 }), lessonIn(9, 'storia'), lessonIn(2, 'storia')],
      pupilWith(absent),
    );
    expect(total).toBe(1);
  });

  it('keeps a substitution without a subject out of the subjects, and counts one with a subject', () => {
    const substitution = (hour: number, subject?: string) =>
      sampleLesson({ hour, subject: sample.maths, signatures: [signed(subject, { type: 'substitution' })] });
    const { total, indicative, of } = count([substitution(1), substitution(2, 'storia')], pupilWith(absent));
    expect([total, indicative, of('matematica'), of('storia')]).toEqual([1, 2, 0, 1]);
  });

  it('D11: keeps a substitution without a subject out of the subjects also where support has signed too', () => {
    const signatures = [
      signed(undefined, { type: 'substitution' }),
      signed('sostegno', { type: 'support', teacher: sample.neri }),
    ];
    const { withoutSubject, of } = count(
      [sampleLesson({ subject: sample.maths, signatures })],
      pupilWith(absent),
    );
    expect(of(sample.maths)).toBe(0);
    expect(units(withoutSubject.absentHalfUnits)).toBe(1);
  });

  it('gives an hour that only support signed to the subject of the lesson', () => {
    const alone = sampleLesson({
      subject: sample.maths,
      signatures: [signed('sostegno', { type: 'support' })],
    });
    expect(count([alone], pupilWith(absent)).of('matematica')).toBe(1);
  });
});

describe('D95 a co-taught hour', () => {
  const colleague = (subject: string) => signed(subject, { teacher: sample.neri, type: 'coTeaching' });
  it('counts once for its subject', () => {
    const lab = lessonIn(1, 'matematica', { signatures: [signed('matematica'), colleague('matematica')] });
    const { total, of } = count([lab], pupilWith(absent));
    expect([total, of('matematica')]).toEqual([1, 1]);
  });

  it('counts once in the total and once for each of two subjects, also in two lessons of the hour', () => {
    const one = lessonIn(1, 'matematica', { signatures: [signed('matematica'), colleague('fisica')] });
    const two = [lessonIn(1, 'matematica'), lessonIn(1, 'fisica', { group: 'INF' })];
    for (const lessons of [[one], two]) {
      const { total, of } = count(lessons, pupilWith(absent, { groups: [inGroup('INF')] }));
      expect([total, of('matematica'), of('fisica')]).toEqual([1, 1, 1]);
    }
  });
});

describe('what a number of hours is the sum of', () => {
  it('D246: names each hour, also those of which rounding leaves nothing', () => {
    const { official } = count(
      [lessonIn(1, 'storia'), lessonIn(2, 'matematica')],
      pupilWith([sampleEvent('entry', '09:10', 2)]),
    );
    expect(
      official.terms.map(({ hour, missedMinutes, absentHalfUnits }) => [
        hour,
        missedMinutes,
        absentHalfUnits,
      ]),
    ).toEqual([
      [1, 60, 2],
      [2, 10, 0],
    ]);
    expect(official.absentHalfUnits).toBe(2);
    expect(official.heldHalfUnits).toBe(4);
  });

  it('D257: official 305 and indicative 323 differ by the 18 hours of substitution', () => {
    const days = Array.from({ length: 323 }, (_, index) => addDays('2026-09-01' as LocalDate, index));
    const lessons = days.map((day, index) =>
      lessonIn(1, 'storia', {
        day,
        ...(index < 18 ? { signatures: [signed(undefined, { type: 'substitution' })] } : {}),
      }),
    );
    const pupil: PupilYear = {
      places: {
        enrolments: [enrolled({ from: '2026-09-01' as LocalDate })],
        groups: [],
        religion: [],
      },
      days: new Map(days.map((day) => [day, { events: absent }])),
    };
    const { total, indicative, withoutSubject } = count(lessons, pupil);
    expect([total, indicative]).toEqual([305, 323]);
    expect(withoutSubject.terms.map(({ day }) => day)).toEqual(days.slice(0, 18));
  });
});
