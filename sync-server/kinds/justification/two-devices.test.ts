import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { Instant, LocalDate, LocalTime } from '../../../domain/base/ids.ts';
import { classMovementId } from '../../../domain/kinds/class-movement/record.ts';
import type { ConflictNotice } from '../../../domain/kinds/conflict-notice/record.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import {
  justificationId,
  type Justification,
  type JustificationAct,
} from '../../../domain/kinds/justification/record.ts';
import { itemsOfDay } from '../../../domain/justifications/day-items.ts';
import { dayJustifications } from '../../../domain/justifications/day-justifications.ts';
import { kinds } from '../../../domain/kinds/registry.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import type { AttendanceEvent } from '../../../domain/kinds/attendance-day/record.ts';
import { DEFAULT_POLICIES } from '../../../domain/kinds/school/record.ts';
import { sampleHours } from '../../../domain/testing/sample.ts';
import { firstMoment } from '../../register/devices/device-moment.ts';
import { attendance, at, edited, event } from '../../testing/test-records.ts';
import { GUARDIANS } from '../../testing/test-families.ts';
import {
  CLASS_A,
  CLASS_B,
  envelope,
  movedPupil,
  nextEntry,
  pupilOf,
  SCHOOL,
  STAFF,
  TEST_NOW,
  TODAY,
} from '../../testing/test-school.ts';
import { noticesFor } from '../../testing/test-server.ts';
import { FAMILY, OLD_PASSWORD, startVisitors, type Visitors } from '../../testing/visitor.ts';

/** The tests' day is a Monday; Anna has the first hour of 1A on Mondays. */
const MON = TODAY;
const [SUN, SAT, FRI] = [addDays(MON, -1), addDays(MON, -2), addDays(MON, -3)];
const PUPIL = pupilOf(CLASS_A, 1);
const WEEK = 7 * 86_400_000;
type Written = Omit<JustificationAct, 'id' | 'by' | 'item'> & { readonly item?: JustificationAct['item'] };
type Family = 'marta' | 'nino';

let server: Visitors;
beforeEach(async () => {
  server = await startVisitors();
  // Devices that have been offline since last week: what they wrote then may still arrive.
  await server.storage.transaction(SCHOOL, async (transaction) => {
    for (const person of [GUARDIANS.marta, GUARDIANS.nino])
      await transaction.saveDeviceMoment(
        firstMoment({ person, deviceId: 'device-of-tests' }, TEST_NOW - WEEK),
      );
    for (const name of ['anna', 'carla', 'bruno', 'principal'] as const)
      await transaction.saveDeviceMoment(
        firstMoment({ person: STAFF[name], deviceId: `device-${name}` }, TEST_NOW - WEEK),
      );
  });
});
afterEach(async () => {
  await server.close();
});

/** A version with one more act, as a device makes it on the state that it knows. */
function written(
  day: LocalDate,
  by: Actor['person'],
  act: Written,
  known: Justification | null,
): Justification {
  const entry = nextEntry();
  const made: JustificationAct = { item: 'absence', ...act, id: entry, by };
  return {
    id: justificationId(day, PUPIL),
    kind: 'justification',
    school: SCHOOL,
    author: by,
    entry,
    recordedAt: act.at,
    day,
    class: CLASS_A,
    pupil: PUPIL,
    acts: [...(known?.acts ?? []), made],
  };
}

async function pushAs(token: string, next: Justification, assumed: Justification | null) {
  const answer = await server.sync(token, {
    protocol: PROTOCOL_VERSION,
    push: { attendance: [{ assumed, next }] },
  });
  return must(answer.push.attendance?.[0], 'an outcome');
}

const tokenOf = async (name: Family | 'anna' | 'carla' | 'bruno' | 'principal') =>
  name === 'marta' || name === 'nino'
    ? (await server.enter(FAMILY[name])).accessToken
    : await server.token(name);
const personOf = (name: Parameters<typeof tokenOf>[0]) =>
  name === 'marta' || name === 'nino' ? GUARDIANS[name] : STAFF[name];

async function act(
  name: Parameters<typeof tokenOf>[0],
  day: LocalDate,
  made: Written,
  known: Justification | null,
) {
  return await pushAs(await tokenOf(name), written(day, personOf(name), made, known), known);
}

/** What somebody reads of a day's justification. */
async function read(name: Parameters<typeof tokenOf>[0], day: LocalDate): Promise<Justification> {
  const pull = { attendance: { checkpoint: {}, limit: 1000 } };
  const answer = await server.sync(await tokenOf(name), { pull });
  const documents = (answer.pull.attendance?.documents ?? []) as readonly Justification[];
  return must(
    documents.find(({ id }) => id === justificationId(day, PUPIL)),
    'a justification',
  );
}

const stateOf = ({ acts, day }: Justification, events: readonly AttendanceEvent[]) =>
  dayJustifications(
    acts,
    itemsOfDay(events, { day, hours: sampleHours, mode: 'daily', policies: DEFAULT_POLICIES }),
    true,
  ).items.map(({ item, state }) => `${item} ${state}`);

const absent = [event('absent', STAFF.anna)];
const send = (when: Instant): Written => ({ act: 'send', reason: 'health', at: when });
const last = ({ acts }: Justification) => must(acts.at(-1), 'an act').id;
const noticesOf = async (name: Parameters<typeof tokenOf>[0]): Promise<readonly ConflictNotice[]> =>
  await noticesFor(server, await tokenOf(name));

describe('a justification through the server', () => {
  test('D107b 1: a parent edits nothing that a teacher has validated, and sees by whom and when', async () => {
    await act('marta', FRI, send(at('19:00', FRI)), null);
    const sent = await read('anna', FRI);
    expect(sent).toMatchObject({ class: CLASS_A, acts: [{ by: GUARDIANS.marta }] });
    const yes = { act: 'validate', answers: last(sent), at: at('07:10') } as const;
    expect(await act('anna', FRI, yes, sent)).toMatchObject({ outcome: 'stored' });
    const known = await read('marta', FRI);
    const outcome = await act('marta', FRI, { ...send(at('09:00')), reason: 'family' }, known);
    expect(outcome).toMatchObject({
      outcome: 'refused',
      refusal: { reason: 'alreadyDecided' },
      master: { acts: [{ act: 'send' }, { act: 'validate', by: STAFF.anna, at: at('07:10') }] },
    });
  });

  test('D107b 1: a parent without a line hears that it had been validated, and nothing changes', async () => {
    await act('marta', FRI, send(at('19:00', FRI)), null);
    const sent = await read('anna', FRI);
    await act('anna', FRI, { act: 'validate', answers: last(sent), at: at('07:10') }, sent);
    const outcome = await act('marta', FRI, { ...send(at('09:00')), reason: 'family' }, sent);
    expect(outcome.outcome).toBe('merged');
    expect(stateOf(await read('anna', FRI), absent)).toEqual(['absence validated']);
    expect(await noticesOf('marta')).toMatchObject([
      { recordKind: 'justification', field: 'acts', pupil: PUPIL, keptAuthor: STAFF.anna },
    ]);
    expect(await noticesOf('anna')).toEqual([]);
  });

  test('D107b 2: an announced absence is sent when it is marked, and begun anew when it is corrected', async () => {
    const notice: Written = { act: 'announce', reason: 'health', at: at('18:00', SUN) };
    expect(await act('marta', MON, notice, null)).toMatchObject({ outcome: 'stored' });
    const announced = await read('anna', MON);
    expect(stateOf(announced, [])).toEqual([]);
    const marked = attendance(STAFF.anna, PUPIL, absent);
    await server.push('anna', 'attendance', [marked]);
    expect(stateOf(announced, absent)).toEqual(['absence sent']);
    expect(await noticesOf('marta')).toEqual([]);

    const came = [event('entry', STAFF.anna, { time: '09:00' })];
    const next = edited(marked, { events: came, recordedAt: at('08:40') });
    await server.push('anna', 'attendance', [{ assumed: marked, next }]);
    expect(stateOf(await read('anna', MON), came)).toEqual(['late toJustify']);
    const [told, ...more] = await noticesOf('marta');
    expect(more).toEqual([]);
    expect(told).toMatchObject({ recordKind: 'justification', keptAuthor: STAFF.anna, child: PUPIL });
    expect(JSON.parse(must(told, 'a notice').lost)).toMatchObject([{ act: 'announce' }]);
  });

  test('D98, D106: who came before a class that was called late has no late entry of which a correction would tell', async () => {
    const notice: Written = { act: 'announce', item: 'late', reason: 'health', at: at('10:00', SUN) };
    expect(await act('marta', MON, notice, null)).toMatchObject({ outcome: 'stored' });
    const called = {
      ...kinds.classMovement.samples[0],
      ...envelope(classMovementId(MON, CLASS_A)),
      author: STAFF.anna,
      recordedAt: at('08:10'),
      day: MON,
      class: CLASS_A,
      expected: { from: '09:30' as LocalTime },
    };
    const came = (time: string) => [event('entry', STAFF.anna, { hour: 2, time })];
    const early = attendance(STAFF.anna, PUPIL, came('09:10'));
    for (const row of [called, early])
      expect(await server.push('anna', 'attendance', [row])).toMatchObject([{ outcome: 'stored' }]);
    const later = edited(early, { events: came('09:40'), recordedAt: at('08:40') });
    await server.push('anna', 'attendance', [{ assumed: early, next: later }]);
    expect(await noticesOf('marta')).toEqual([]);
    const none = edited(later, { events: [], recordedAt: at('08:41') });
    await server.push('anna', 'attendance', [{ assumed: later, next: none }]);
    expect(await noticesOf('marta')).toMatchObject([{ recordKind: 'justification' }]);
  });

  test('D107b 4: of one reason for two days one day is split off and rejected, and sent anew by the other parent', async () => {
    for (const day of [FRI, SAT]) await act('marta', day, { ...send(at('18:00', SAT)), lastDay: SAT }, null);
    const saturday = await read('anna', SAT);
    const sent = last(saturday);
    await act('anna', SAT, { act: 'splitOff', at: at('07:05') }, saturday);
    const alone = await read('anna', SAT);
    const no = { act: 'reject', answers: sent, text: 'Era in gita', at: at('07:06') } as const;
    expect(await act('anna', SAT, no, alone)).toMatchObject({ outcome: 'stored' });
    const friday = await read('anna', FRI);
    await act('anna', FRI, { act: 'validate', answers: last(friday), at: at('07:07') }, friday);
    expect(stateOf(await read('marta', FRI), absent)).toEqual(['absence validated']);
    expect(stateOf(await read('nino', SAT), absent)).toEqual(['absence rejected']);
    const rejected = await read('nino', SAT);
    await act('nino', SAT, { ...send(at('09:00')), reason: 'transport' }, rejected);
    expect(stateOf(await read('anna', SAT), absent)).toEqual(['absence sent']);
    expect(must((await read('anna', SAT)).acts.at(-1), 'an act').by).toBe(GUARDIANS.nino);
  });

  test.each(['anna first', 'marta first'])(
    'D107b 9: a validation of a text that was withdrawn before has no effect, and both hear of it: %s',
    async (order) => {
      await act('marta', FRI, send(at('19:00', FRI)), null);
      const known = await read('anna', FRI);
      const yes = () => act('anna', FRI, { act: 'validate', answers: last(known), at: at('09:00') }, known);
      const back = () => act('marta', FRI, { act: 'withdraw', answers: last(known), at: at('08:55') }, known);
      for (const deliver of order === 'anna first' ? [yes, back] : [back, yes])
        expect(['stored', 'merged']).toContain((await deliver()).outcome);
      const stands = await read('anna', FRI);
      expect(stateOf(stands, absent)).toEqual(['absence toJustify']);
      expect(stands.acts.map(({ act: kind }) => kind).toSorted()).toEqual(['send', 'validate', 'withdraw']);
      const [teacher, parent] = [await noticesOf('anna'), await noticesOf('marta')];
      expect(teacher).toMatchObject([{ addressee: STAFF.anna, keptAuthor: GUARDIANS.marta }]);
      expect(parent).toMatchObject([{ addressee: GUARDIANS.marta, keptAuthor: STAFF.anna, child: PUPIL }]);
      expect(parent.map(({ lost }) => lost)).toEqual(['[]']);
    },
  );

  test('D107b 5: of two parents who both send without a line the first reason stands, and the other one hears of it', async () => {
    await act('nino', FRI, { ...send(at('18:00', SAT)), reason: 'family' }, null);
    expect((await act('marta', FRI, send(at('19:00', FRI)), null)).outcome).toBe('merged');
    const stands = await read('anna', FRI);
    expect(stateOf(stands, absent)).toEqual(['absence sent']);
    const { items } = dayJustifications(stands.acts, [{ item: 'absence', isRequired: true }], true);
    expect(items).toMatchObject([{ text: { by: GUARDIANS.marta, reason: 'health' } }]);
    expect(await noticesOf('nino')).toMatchObject([{ keptAuthor: GUARDIANS.marta }]);
    expect(await noticesOf('marta')).toEqual([]);
    // Whoever has nothing to know it by is told, and not refused.
    expect((await act('nino', FRI, send(at('20:00', SUN)), null)).outcome).toBe('merged');
  });

  test('B.1 who answers what they wrote themselves knew it, whatever they say and whatever their device is called', async () => {
    const device = 'device-other';
    await server.storage.transaction(SCHOOL, async (transaction) => {
      const of = { person: GUARDIANS.marta, deviceId: device };
      await transaction.saveDeviceMoment(firstMoment(of, TEST_NOW - WEEK));
    });
    await act('marta', FRI, send(at('19:00', FRI)), null);
    const sent = await read('marta', FRI);
    const back: Written = { act: 'withdraw', answers: last(sent), at: at('08:55') };
    const { accessToken } = await server.enter(FAMILY.marta, OLD_PASSWORD, device);
    const outcome = await pushAs(accessToken, written(FRI, GUARDIANS.marta, back, sent), null);
    expect(outcome.outcome).toBe('merged');
    expect(stateOf(await read('marta', FRI), absent)).toEqual(['absence toJustify']);
  });

  test('B.1 nobody takes an act of somebody else out of the record, changes it, or writes in another’s name', async () => {
    await act('marta', FRI, send(at('19:00', FRI)), null);
    const sent = await read('anna', FRI);
    const token = await tokenOf('anna');
    const version = (acts: Justification['acts']): Justification => ({
      ...sent,
      entry: nextEntry(),
      recordedAt: at('07:10'),
      acts,
    });
    const [mine] = sent.acts;
    const one = must(mine, 'an act');
    const yes = { act: 'validate', item: 'absence', answers: one.id, at: at('07:10') } as const;
    const forged = { ...yes, id: 'forged', by: STAFF.principal };
    for (const acts of [[], [{ ...one, reason: 'sport' as const }], [one, forged]])
      expect(await pushAs(token, version(acts), sent)).toMatchObject({
        outcome: 'refused',
        refusal: { reason: 'forbidden' },
      });
    expect((await read('anna', FRI)).acts).toEqual([one]);
  });

  test('S6 another family, another class and a pupil of age or not write nothing of it', async () => {
    const reason = written(FRI, GUARDIANS.olivia, send(at('19:00', FRI)), null);
    const { accessToken } = await server.enter(FAMILY.olivia);
    expect(await pushAs(accessToken, reason, null)).toMatchObject({ outcome: 'refused' });
    const own = written(FRI, PUPIL, send(at('19:00', FRI)), null);
    const pupil = await server.enter(FAMILY.pupil);
    expect(await pushAs(pupil.accessToken, own, null)).toMatchObject({ outcome: 'refused' });
    await act('marta', FRI, send(at('19:00', FRI)), null);
    const sent = await read('marta', FRI);
    const yes = { act: 'validate', answers: last(sent), at: at('07:10') } as const;
    expect(await act('bruno', FRI, yes, sent)).toMatchObject({ outcome: 'refused' });
    // Carla teaches in the class, and has not its first hour.
    expect(await act('carla', FRI, yes, sent)).toMatchObject({ outcome: 'refused' });
    expect(await act('principal', FRI, yes, sent)).toMatchObject({ outcome: 'stored' });
  });

  test('D202 what was announced before a change of class is read by the teachers of the new one', async () => {
    await act('marta', MON, { act: 'announce', reason: 'health', at: at('18:00', SUN) }, null);
    await server.roster.write(SCHOOL, movedPupil(PUPIL, CLASS_A, CLASS_B, at('08:50')));
    expect(await read('bruno', MON)).toMatchObject({ class: CLASS_B, otherClasses: [CLASS_A] });
    // What is sent of an earlier day after the change reaches the new class, too.
    await act('marta', FRI, send(at('09:00')), null);
    const sent = await read('bruno', FRI);
    expect(sent).toMatchObject({ class: CLASS_A, otherClasses: [CLASS_B] });
    const yes = { act: 'validate', answers: last(sent), at: at('09:05') } as const;
    const next = { ...written(FRI, STAFF.bruno, yes, sent), class: CLASS_B };
    expect(await pushAs(await tokenOf('bruno'), next, sent)).toMatchObject({ outcome: 'stored' });
    expect(stateOf(await read('marta', FRI), absent)).toEqual(['absence validated']);
  });
});
