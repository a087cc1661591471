import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import type { LocalDate, PersonId } from '../../../../domain/base/ids.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import { subjectId } from '../../../../domain/kinds/subject/record.ts';
import { CLASS_A, pupilOf, TODAY } from '../../../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../../../sync-server/testing/test-server.ts';
import { movedMarks } from './moved-marks.ts';
import { saveKnown } from './save-assessment.ts';
import { makeAssessment } from '../../../kinds/assessment/commands.ts';
import { writeGrade } from '../../../kinds/grade/commands.ts';
import type { Register } from '../../../data/register.ts';
import {
  closeRegisters,
  deviceOf,
  lineTo,
  openComplete,
  whenStatus,
} from '../../../data/testing/test-staff.ts';

const course = { schoolClass: CLASS_A, subject: subjectId('Matematica') };
const [there, away] = [pupilOf(CLASS_A, 1), pupilOf(CLASS_A, 2)];
const TO = '2026-11-09' as LocalDate;

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await closeRegisters();
  await server.close();
});

const gradesOf = ({ records }: Register): Promise<readonly Grade[]> =>
  firstValueFrom(records.find('grade', { class: CLASS_A, subject: course.subject }));
const flags = (grades: readonly Pick<Grade, 'pupil' | 'absentOnDay'>[]) =>
  Object.fromEntries(grades.map(({ pupil, absentOnDay = false }) => [pupil, absentOnDay]));
const sent = (register: Register) => whenStatus(register, ({ waiting }) => waiting.length === 0);

test('D48, D49: with a column that is moved goes who was absent on its new day, and not who was on the old one', async () => {
  const register = await openComplete(deviceOf(await lineTo(server, 'anna')));
  const made = await makeAssessment(register, course, { day: TODAY, type: 'written', topic: 'Le frazioni' });
  const { assessment } = must(made.ok ? made.value : undefined, 'a column');
  const write = (pupil: PersonId, change: Parameters<typeof writeGrade>[2]) =>
    writeGrade(register, { assessment, pupil }, change);
  await write(there, { value: { quarters: 24 }, absentOnDay: true });
  await write(away, { value: { quarters: 28 } });
  await sent(register);

  const moved = movedMarks(await gradesOf(register), new Set([away]));
  expect(moved.map(({ pupil, asks }) => [pupil, asks])).toEqual([
    [there, false],
    [away, true],
  ]);
  const { topic, comment, weight, counts, visible, type } = assessment;
  const said = { topic, comment, weight, counts, visible, type, day: TO };
  const saved = await saveKnown(register, assessment, said, moved);
  await sent(register);
  const known = async () => {
    const answer = await server.sync(await server.token('anna'), {
      pull: { grades: { checkpoint: {}, limit: 100 } },
    });
    return (answer.pull.grades?.documents ?? []).filter((record): record is Grade => record.kind === 'grade');
  };
  const after = await known();
  expect(flags(after)).toEqual({ [there]: false, [away]: true });
  expect(after.map(({ day }) => day)).toEqual([TO, TO]);
  expect(flags(await gradesOf(register))).toEqual({ [there]: false, [away]: true });

  await must(saved.ok ? saved.value.undo : undefined, 'a way back')();
  await sent(register);
  const back = await known();
  expect(flags(back)).toEqual({ [there]: true, [away]: false });
  expect(back.map(({ day }) => day)).toEqual([TODAY, TODAY]);
});
