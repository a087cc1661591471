import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import { proposalDay, type Proposal } from '../../../domain/kinds/proposal/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import type { PushOutcome, PushRow } from '../../../domain/protocol/endpoints/register/sync.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import type { GradingPolicies } from '../../../domain/kinds/school/grading-policies.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import {
  assessment,
  because,
  grade,
  OCTOBER,
  proposal as proposalOf,
  recordsOf,
  writePolicies,
  writeYear,
} from '../../testing/gradebook/test-grades.ts';
import { at, edited } from '../../testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  CLASS_B,
  pupilOf,
  SCHOOL,
  STAFF,
  TODAY,
  type StaffName,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const PUPIL = pupilOf(CLASS_A, 1);
const { anna, carla } = STAFF;
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

const coTeach = async () =>
  await server.roster.write(SCHOOL, [assignmentRecord(carla, CLASS_A, 'Matematica')]);

async function read(name: StaffName): Promise<readonly RegisterRecord[]> {
  const pull = { grades: { checkpoint: {}, limit: 1000 } };
  return (await server.sync(await server.token(name), { pull })).pull.grades?.documents ?? [];
}

async function push(
  name: StaffName,
  rows: readonly (RegisterRecord | PushRow)[],
): Promise<readonly PushOutcome[]> {
  const grades = rows.map((row) => ('next' in row ? row : { assumed: null, next: row }));
  const answer = await server.sync(await server.token(name), {
    protocol: PROTOCOL_VERSION,
    push: { grades },
  });
  return answer.push.grades ?? [];
}

async function outcomesOf(name: StaffName, records: readonly RegisterRecord[]): Promise<readonly unknown[]> {
  const outcomes = await push(name, records);
  return outcomes.map(({ outcome, refusal }) =>
    refusal === undefined ? outcome : [refusal.reason, refusal.path].filter(Boolean).join(' '),
  );
}

const changeYear = async (changes: Partial<SchoolYear>) => await writeYear(server, changes);
const changePolicies = async (grading: GradingPolicies) => await writePolicies(server, grading);

async function written(name: StaffName = 'anna', of: Partial<Assessment> = {}) {
  const column = assessment(STAFF[name], of);
  const first = grade(STAFF[name], column, PUPIL, { quarters: 25 });
  expect(await outcomesOf(name, [column, first])).toEqual(['stored', 'stored']);
  return { column, first };
}

describe('who reads a grade (F.5)', () => {
  test('its course and whoever answers for the class; no other teacher, no office, nobody of another class', async () => {
    await written();
    const readers = ['anna', 'carla', 'bruno', 'office', 'principal', 'ata'] as const;
    const counts = await Promise.all(readers.map(async (name) => (await read(name)).length));
    expect(counts).toEqual([2, 0, 0, 0, 2, 0]);
  });

  test('a co-teacher of the subject, and the whole council where the school opens the grades to it', async () => {
    await written();
    await changePolicies({ councilReads: true });
    expect(await read('carla')).toHaveLength(2);
    await changePolicies({});
    expect(await read('carla')).toHaveLength(0);
    await coTeach();
    expect(await read('carla')).toHaveLength(2);
  });

  test('F.5: a support teacher reads of the class the columns, and the grades of their own pupil alone', async () => {
    const { column } = await written();
    await push('anna', [grade(STAFF.anna, column, pupilOf(CLASS_A, 2), { quarters: 28 })]);
    const support = {
      ...assignmentRecord(STAFF.bruno, CLASS_A, 'Sostegno'),
      type: 'support',
      pupil: PUPIL,
    } as const;
    await server.roster.write(SCHOOL, [support]);
    expect(await read('bruno')).toHaveLength(2);
  });
});

describe('who writes a grade (D24, D47, D48)', () => {
  test('D24: nobody but whoever has the subject in the class, and each makes columns of their own', async () => {
    const { column } = await written();
    const of = (name: StaffName) => grade(STAFF[name], column, pupilOf(CLASS_A, 2), { quarters: 28 });
    expect(await outcomesOf('carla', [assessment(carla), of('carla')])).toEqual(['forbidden', 'forbidden']);
    expect(await outcomesOf('principal', [of('principal')])).toEqual(['forbidden']);
    expect(await outcomesOf('anna', [assessment(carla)])).toEqual(['forbidden teacher']);
    await coTeach();
    expect(await outcomesOf('carla', [of('carla'), assessment(carla)])).toEqual(['stored', 'stored']);
  });

  test('D24: not before the day has come; of days that are over still', async () => {
    const tomorrow = assessment(anna, { day: '2026-11-24' as LocalDate });
    expect(await outcomesOf('anna', [tomorrow, assessment(anna, { day: OCTOBER })])).toEqual([
      'futureDay',
      'stored',
    ]);
  });

  test('D48: a pupil who is not in the class is refused, and one who was not in it on that day by another reason', async () => {
    const column = assessment(anna);
    const other = grade(anna, column, pupilOf(CLASS_B, 1), { quarters: 28 });
    expect(await outcomesOf('anna', [column, other])).toEqual(['stored', 'forbidden']);
    const left = recordsOf('enrolment').filter(({ pupil }) => pupil === PUPIL);
    await server.roster.write(
      SCHOOL,
      left.map((one) => ({ ...one, to: OCTOBER })),
    );
    expect(await outcomesOf('anna', [grade(anna, column, PUPIL, { quarters: 28 })])).toEqual(['notEnrolled']);
  });

  test('a grade stands in a column of its course; one of another course and none at all are refused alike', async () => {
    const { column } = await written();
    const strange = assessment(anna, { subject: subjectId('Storia') });
    const known = grade(anna, { ...column, id: strange.id }, PUPIL, { quarters: 28 });
    expect(await outcomesOf('anna', [known])).toEqual(['invalid assessment']);
    await push('carla', [{ ...strange, teacher: carla, author: carla }]);
    expect(await outcomesOf('anna', [edited(known, {})])).toEqual(['invalid assessment']);
  });

  test('D53: no score of a test without points, and none above its maximum', async () => {
    const test50 = assessment(anna, { test: { maximum: 5000 } });
    const of = (score: number, column: Assessment) => grade(anna, column, PUPIL, { score });
    expect(await outcomesOf('anna', [test50, of(5100, test50), of(3500, test50)])).toEqual([
      'stored',
      'notOfTest',
      'stored',
    ]);
    const plain = assessment(anna);
    expect(await outcomesOf('anna', [plain, of(3500, plain)])).toEqual(['stored', 'notOfTest']);
  });

  test('D51, D52: what the school does not give is refused', async () => {
    await changePolicies({ step: 'half', lowest: 12, unpreparedCounts: 16 });
    const column = assessment(anna);
    const of = (n: number, value: Grade['value']) => grade(anna, column, pupilOf(CLASS_A, n), value);
    const values = [
      of(1, { quarters: 25 }),
      of(1, { quarters: 10 }),
      of(1, { event: 'unprepared', quarters: 12 }),
    ];
    expect(await outcomesOf('anna', [column, ...values])).toEqual([
      'stored',
      ...Array<string>(3).fill('invalid value'),
    ]);
    expect(await outcomesOf('anna', [of(2, { event: 'unprepared', quarters: 16 })])).toEqual(['stored']);
  });

  test('D45, D68: a grade says one thing, in its own scale', async () => {
    const column = assessment(anna);
    const of = (value: Grade['value']) => grade(anna, column, PUPIL, value);
    const values = [
      { quarters: 24, level: 'good' },
      { level: 'good' },
      { quarters: 24, event: 'excused' },
    ] as const;
    expect(await outcomesOf('anna', [column, ...values.map(of)])).toEqual([
      'stored',
      ...Array<string>(3).fill('invalid value'),
    ]);
    expect(await outcomesOf('anna', [of({ judgement: 'Esposizione chiara' })])).toEqual(['stored']);
    const steep = {
      way: 'pieces',
      points: [
        { percent: 0, quarters: 8 },
        { percent: 60, quarters: 24 },
      ],
    } as const;
    const faulty = assessment(anna, {
      test: { maximum: 5000, conversion: { ...steep, points: [...steep.points] } },
    });
    expect(await outcomesOf('anna', [faulty])).toEqual(['invalid test']);
  });

  test('D73: proposes for pupils of the class, in one’s own name, until the period is closed', async () => {
    const proposal = (changes: Partial<Proposal> = {}) => proposalOf(anna, PUPIL, changes);
    expect(await outcomesOf('anna', [proposal()])).toEqual(['stored']);
    expect(
      await outcomesOf('anna', [
        proposal({ teacher: carla }),
        proposal({ pupil: pupilOf(CLASS_B, 1) }),
        proposal({ period: 2 }),
        proposal({ proposed: { grade: 7, level: 'good', origin: 'own' } }),
        proposal({ proposed: { level: 'good', origin: 'own' } }),
      ]),
    ).toEqual(['forbidden', 'forbidden', 'invalid period', 'invalid proposed', 'invalid proposed']);
    expect(await outcomesOf('carla', [proposal({ teacher: carla })])).toEqual(['forbidden']);
    await changeYear({ frozen: [{ period: 0 }] });
    expect(await outcomesOf('anna', [proposal({ pupil: pupilOf(CLASS_A, 2) })])).toEqual(['periodClosed']);
    // The year is that of the class: in last year's the period is open.
    const ofLastYear = proposal({ pupil: pupilOf(CLASS_A, 3), day: proposalDay(2025) });
    expect(await outcomesOf('anna', [ofLastYear])).toEqual(['invalid day']);
  });

  test('D25, D27: a course has the scale of its class and subject', async () => {
    expect(await outcomesOf('anna', [assessment(anna, { scale: 'primary' })])).toEqual(['invalid scale']);
  });

  test('D56: a grade recovers one of the same subject and period', async () => {
    const { column } = await written('anna', { day: OCTOBER });
    const again = assessment(anna);
    const of = (id: string) =>
      grade(anna, again, PUPIL, { quarters: 28 }, { recovers: { assessment: id, effect: 'replaces' } });
    expect(await outcomesOf('anna', [again, of('no-such-column'), of(column.id)])).toEqual([
      'stored',
      'invalid recovers',
      'stored',
    ]);
    const halves = [
      { name: 'I', from: '2026-09-15' as LocalDate, to: '2026-10-31' as LocalDate },
      { name: 'II', from: '2026-11-01' as LocalDate, to: '2027-06-05' as LocalDate },
    ];
    await changeYear({ periods: halves });
    const third = assessment(anna);
    const late = grade(
      anna,
      third,
      PUPIL,
      { quarters: 28 },
      { recovers: { assessment: column.id, effect: 'both' } },
    );
    expect(await outcomesOf('anna', [third, late])).toEqual(['stored', 'breaksRecovery']);
  });
});

describe('corrections (D45, D78)', () => {
  const seen = { recordedAt: at('08:00') };

  test('D76, D78: what is not shown yet is put right without a word', async () => {
    const change = async (of: Partial<Assessment>, ofGrade: Partial<Grade>) => {
      const column = assessment(anna, of);
      const first = grade(anna, column, PUPIL, { quarters: 25 }, { ...seen, ...ofGrade });
      await push('anna', [column, first]);
      const next = edited(first, { value: { quarters: 28 }, recordedAt: at('09:00') });
      const [outcome] = await push('anna', [{ assumed: first, next }]);
      return outcome?.outcome;
    };
    expect(await change({}, { recordedAt: at('08:31') })).toBe('stored');
    expect(await change({ embargo: '2026-11-24' as LocalDate }, {})).toBe('stored');
    expect(await change({ visible: false }, {})).toBe('stored');
    await changeYear({ heldBack: [{ period: 0, class: CLASS_A, until: '2026-12-01' as LocalDate }] });
    expect(await change({}, {})).toBe('stored');
  });

  test('D45: a cancelled grade keeps its history', async () => {
    const { first } = await written();
    const next = edited(first, { value: {}, recordedAt: at('08:50') });
    await push('anna', [{ assumed: first, next }]);
    const headers = { authorization: `Bearer ${await server.token('anna')}` };
    const { body } = await server.app.inject({ url: `/api/history/grades/${first.id}`, headers });
    expect((JSON.parse(body) as { record: Grade }[]).map(({ record }) => record.value)).toEqual([
      { quarters: 25 },
      {},
    ]);
  });
});

describe('a period that is closed (D24, D28)', () => {
  test('refuses every entry of the class with its reason, and no other class’s', async () => {
    const { column, first } = await written();
    await changeYear({ frozen: [{ period: 0, class: CLASS_A }] });
    const next = edited(first, {
      value: because({ quarters: 28, reason: 'Svista' }),
      recordedAt: at('09:00'),
    });
    const [corrected] = await push('anna', [{ assumed: first, next }]);
    expect(corrected?.refusal?.reason).toBe('periodClosed');
    expect(await outcomesOf('anna', [assessment(anna)])).toEqual(['periodClosed']);
    const ofB = assessment(STAFF.bruno, { class: CLASS_B });
    expect(await outcomesOf('bruno', [ofB])).toEqual(['stored']);
    await changeYear({ frozen: [{ period: 0 }] });
    expect(await outcomesOf('bruno', [assessment(STAFF.bruno, { class: CLASS_B })])).toEqual([
      'periodClosed',
    ]);
    await changeYear({});
    const other = grade(anna, column, pupilOf(CLASS_A, 2), { quarters: 28 });
    expect(await outcomesOf('anna', [other])).toEqual(['stored']);
  });
});

describe('two teachers without a network', () => {
  test('on one cell: the later stands, and both are told', async () => {
    await coTeach();
    const column = assessment(anna);
    await push('anna', [column]);
    const mine = grade(anna, column, PUPIL, { quarters: 24 }, { recordedAt: at('08:40') });
    const theirs = grade(carla, column, PUPIL, { quarters: 28 }, { recordedAt: at('08:50') });
    await push('carla', [theirs]);
    const [merged] = await push('anna', [mine]);
    expect(merged).toMatchObject({ outcome: 'merged', master: { value: { quarters: 28 } } });
    const values = { lost: '{"quarters":24}', kept: '{"quarters":28}', field: 'value', record: mine.id };
    expect(await server.notices('anna')).toMatchObject([{ ...values, keptAuthor: carla }]);
    expect(await server.notices('carla')).toMatchObject([{ ...values, keptAuthor: anna, won: true }]);
    expect((await server.notices('anna'))[0]?.won).toBeUndefined();
  });

  test('F.5: who won and has left the course since hears that their grade stands, and not what the other one gave', async () => {
    await coTeach();
    const column = assessment(anna, { day: OCTOBER });
    await push('anna', [column]);
    await push('carla', [grade(carla, column, PUPIL, { quarters: 28 }, { recordedAt: at('08:50') })]);
    await server.roster.write(SCHOOL, [assignmentRecord(carla, CLASS_A, 'Matematica', OCTOBER)]);
    await push('anna', [grade(anna, column, PUPIL, { judgement: 'Distratto' }, { recordedAt: at('08:40') })]);
    const told = { won: true, kept: '{"quarters":28}', lost: 'null', keptAuthor: anna };
    expect(await server.notices('carla')).toMatchObject([told]);
  });

  test('on different cells, or with the same grade: nobody is told anything', async () => {
    await coTeach();
    const column = assessment(anna);
    await push('anna', [column]);
    const of = (name: 'anna' | 'carla', n: number) =>
      grade(STAFF[name], column, pupilOf(CLASS_A, n), { quarters: 24 });
    await push('carla', [of('carla', 1), of('carla', 2)]);
    await push('anna', [of('anna', 2), of('anna', 3)]);
    expect(await read('anna')).toHaveLength(4);
    expect([...(await server.notices('anna')), ...(await server.notices('carla'))]).toEqual([]);
  });

  test('D47: two columns of one day and type both stay, also with one serial', async () => {
    await coTeach();
    await push('anna', [assessment(anna)]);
    expect(await outcomesOf('carla', [assessment(carla)])).toEqual(['stored']);
    expect(await read('anna')).toMatchObject([
      { teacher: anna, serial: 0 },
      { teacher: carla, serial: 0 },
    ]);
  });

  test('D48: a column that is moved takes all its grades along, also those that a colleague brings later', async () => {
    await coTeach();
    const { column } = await written();
    const moved = edited(column, { day: OCTOBER, recordedAt: at('08:50') });
    await push('anna', [{ assumed: column, next: moved }]);
    const late = grade(carla, column, pupilOf(CLASS_A, 2), { quarters: 28 });
    expect(await outcomesOf('carla', [late])).toEqual(['stored']);
    const grades = (await read('anna')).filter(({ kind }) => kind === 'grade');
    expect(grades).toMatchObject([
      { day: OCTOBER, author: anna },
      { day: OCTOBER, author: carla },
    ]);
    await changeYear({
      periods: [
        { name: 'I', from: '2026-09-15' as LocalDate, to: '2026-10-31' as LocalDate },
        { name: 'II', from: '2026-11-01' as LocalDate, to: '2027-06-05' as LocalDate },
      ],
      frozen: [{ period: 0 }],
    });
    const into = grade(carla, { ...column, day: TODAY }, pupilOf(CLASS_A, 3), { quarters: 28 });
    expect(await outcomesOf('carla', [into])).toEqual(['periodClosed']);
  });
});
