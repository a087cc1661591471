import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toEntryId, type Instant, type LocalTime } from '../base/ids.ts';
import { mergeRecords } from '../entries/merge.ts';
import {
  JUSTIFICATION_ACTS,
  JUSTIFIED_ITEMS,
  type Justification,
  type JustificationAct,
} from '../kinds/justification/record.ts';
import { kinds } from '../kinds/registry.ts';
import { budgeted } from '../testing/budget.ts';
import { people } from '../testing/justified-day.ts';
import { dayJustifications } from './day-justifications.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const writers = [people.first, people.second, people.teacher, people.principal].map(({ person }) => person);
const [blank] = kinds.justification.samples;
const mergedEntry = toEntryId('00000000-0000-4000-8000-00000000000f');

/** An act as any device may send it, whatever it answers and whenever it was done. */
const anyAct = (id: string): fc.Arbitrary<JustificationAct> =>
  fc
    .record({
      act: fc.constantFrom(...JUSTIFICATION_ACTS),
      item: fc.constantFrom(...JUSTIFIED_ITEMS),
      by: fc.constantFrom(...writers),
      minute: fc.integer({ min: 10, max: 14 }),
      answers: fc.constantFrom(...IDS),
    })
    .map(({ minute, item, ...rest }) => ({
      ...rest,
      id,
      item,
      at: `2026-11-17T09:${minute}:00.000Z` as Instant,
      ...(item === 'absence' ? {} : { time: '08:25' as LocalTime }),
    }));

const items = [
  { item: 'absence', isRequired: true },
  { item: 'late', time: '08:25' as LocalTime, isRequired: true },
  { item: 'exit', time: '08:25' as LocalTime, isRequired: true },
] as const;

function version(acts: readonly JustificationAct[], author: Justification['author']): Justification {
  return { ...blank, acts, author };
}

/** What a server holds after devices that all started from nothing have delivered one act each. */
function delivered(acts: readonly JustificationAct[]): Justification {
  return acts.reduce<Justification>((stands, act) => {
    const mine = version([act], act.by);
    const theirChange = () => ({ author: stands.author, recordedAt: stands.recordedAt });
    const { merged } = mergeRecords({ base: blank, mine, theirs: stands, theirChange, mergedEntry });
    return merged as Justification;
  }, blank);
}

test('B.1 any order of arrival gives the same state, and arriving again changes nothing', () => {
  const acts = fc.tuple(...IDS.map(anyAct));
  fc.assert(
    fc.property(
      acts,
      fc.shuffledSubarray(IDS, { minLength: IDS.length }),
      fc.boolean(),
      (all, order, isOver) => {
        const shuffled = order.flatMap((id) => all.find((act) => act.id === id) ?? []);
        const [one, other] = [delivered(all), delivered([...shuffled, ...shuffled])];
        expect(other.acts).toHaveLength(all.length);
        const stateOf = ({ acts: given }: Justification) => dayJustifications(given, items, isOver);
        expect(stateOf(other)).toEqual(stateOf(one));
      },
    ),
    { numRuns: budgeted(500) },
  );
});
