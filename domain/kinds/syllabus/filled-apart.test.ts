import { expect, it } from 'vitest';
import { Ajv } from 'ajv';
import { toPersonId } from '../../base/ids.ts';
import { mergeRecords } from '../../entries/merge.ts';
import { SYNC_LIMITS } from '../../protocol/endpoints/register/sync.ts';
import { sampleEntry } from '../../testing/sample.ts';
import { syllabusKind } from './kind.ts';
import {
  LONGEST_SYLLABUS_TEXT,
  MOST_MERGED_SYLLABUS_ITEMS,
  MOST_SYLLABUS_ITEMS,
  type Syllabus,
} from './record.ts';

const [empty, , another] = syllabusKind.samples;
const ajv = new Ajv();
ajv.addKeyword({ keyword: 'brand', schemaType: 'string' });
const isValid = ajv.compile(syllabusKind.schema);

/** What a device makes of an empty syllabus that fills it up with the longest topics there are. */
function filledBy(device: string): Syllabus {
  const long = (start: string) => start.padEnd(LONGEST_SYLLABUS_TEXT, 'a');
  const topics = Array.from({ length: MOST_SYLLABUS_ITEMS }, (_, index) => ({
    id: `${device}.${sampleEntry()}.${index}`,
    position: index,
    unit: long('Unità'),
    topic: long(`${device} ${index} `),
    by: another.topics[0]?.by ?? toPersonId(device),
    at: empty.recordedAt,
  }));
  return { ...empty, entry: sampleEntry(), author: toPersonId(device), topics };
}

function merged(mine: Syllabus, theirs: Syllabus, base: Syllabus = empty) {
  const theirChange = () => ({ author: theirs.author, recordedAt: theirs.recordedAt });
  const result = mergeRecords({ base, mine, theirs, theirChange, mergedEntry: sampleEntry() });
  expect([result.mineLost, result.theirsLost]).toEqual([[], []]);
  return result.merged as Syllabus;
}

const idsIn = ({ topics }: Syllabus) => new Set(topics.map(({ id }) => id));

it('a syllabus that two devices have filled up apart has all topics of both, within its bound, whoever came first', () => {
  const [one, other] = [filledBy('one'), filledBy('other')];
  const both = merged(one, other);
  expect(idsIn(both)).toEqual(new Set([...idsIn(one), ...idsIn(other)]));
  expect(idsIn(merged(other, one))).toEqual(idsIn(both));
  expect(isValid(both), JSON.stringify(isValid.errors)).toBe(true);
  expect(Buffer.byteLength(JSON.stringify(both))).toBeLessThan(SYNC_LIMITS.rowBytes);
});

it('a syllabus of as many devices as its bound allows is valid', () => {
  const devices = ['a', 'b', 'c', 'd'].map(filledBy);
  const all = devices.reduce((done, next) => merged(next, done));
  expect(all.topics).toHaveLength(MOST_MERGED_SYLLABUS_ITEMS);
  expect(isValid(all)).toBe(true);
  const [topic] = another.topics;
  expect(isValid({ ...all, topics: [...all.topics, topic] })).toBe(false);
});
