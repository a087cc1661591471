import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { toEntryId, toPersonId, type Instant } from '../base/ids.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import type { JsonSchema } from '../base/schema.ts';
import { bucketsOf } from '../entries/buckets-of.ts';
import { madeParts } from '../entries/made-parts.ts';
import { mergeRecords, payloadOf, samePayload, sameWords } from '../entries/merge.ts';
import { boundTimes, stampRecord } from '../entries/stamp-record.ts';
import { upgraded } from '../kinds/upgrades.ts';
import { envelope, field as shapes } from '../record/fields.ts';
import { sampleEnvelope, sampleValues } from '../record/sample-values.ts';
import { kindOf, kinds, type AnyKind, type RegisterRecord } from '../kinds/registry.ts';

const EARLY = '2026-11-23T05:00:00.000Z' as Instant;
const LATE = '2026-11-23T20:00:00.000Z' as Instant;
const mergedEntry = toEntryId('00000000-0000-4000-8000-00000000000f');

const ajv = new Ajv({ strict: true });
ajv.addKeyword({ keyword: 'brand', schemaType: 'string' });

/** The laws that every kind obeys: a kind is held to them by its samples, without a test of its own. */
export function describeKinds(held: readonly AnyKind[]): void {
  const named = held.map((kind) => ({ name: kind.kind, kind }));
  // Those that two devices write: they are merged.
  const merged = named.filter(({ kind }) => kind.writers.includes('device'));

  describe('every kind', () => {
    it.each(named)('$name: has samples, and they are valid', ({ kind }) => {
      expect(kind.samples.length).toBeGreaterThan(0);
      const validate = ajv.compile(kind.schema);
      for (const sample of kind.samples) {
        expect(validate(sample), JSON.stringify(validate.errors)).toBe(true);
        expect(kind.contradiction?.(sample)).toBeUndefined();
        if (kind.partOf) expect(validate(kind.partOf(sample)), JSON.stringify(validate.errors)).toBe(true);
      }
    });

    it.each(named)(
      '$name: has a rule for every field of its payload, and for none that it has not',
      ({ kind }) => {
        const payload = Object.keys(kind.schema.properties ?? {}).filter(
          (field) => field !== 'kind' && !Object.hasOwn(envelope, field),
        );
        expect(Object.keys(kind.fields).toSorted()).toEqual(payload.toSorted());
      },
    );

    // What a device does not write has no other clock in it than the server's.
    it.each(merged)(
      '$name: says who made each time inside it, so that a clock that runs ahead wins nothing',
      ({ kind }) => {
        for (const [field, rule] of Object.entries(kind.fields)) {
          const times = instantsIn(kind.schema.properties?.[field]);
          if (times.length === 0 || rule.rule === 'server') continue;
          expect('made' in rule ? rule.made?.at : undefined, `${field} has the time ${times.join()}`).toBe(
            times[0],
          );
          expect(times.length).toBe(1);
        }
      },
    );

    it.each(named)('$name: says which member of what somebody made is its hour', ({ kind }) => {
      for (const [field, rule] of Object.entries(kind.fields)) {
        if (!('made' in rule)) continue;
        const shape = kind.schema.properties?.[field];
        const members = Object.entries((shape?.items ?? shape)?.properties ?? {});
        const hour = members.find(([, member]) => member === shapes.hour)?.[0];
        expect(rule.made.hour, field).toBe(hour);
      }
    });

    it.each(merged)('$name: has samples that differ in every field that devices write', ({ kind }) => {
      const blanks = kind.samples.flatMap((sample) => kind.blank(sample) ?? []);
      for (const [field, { rule }] of Object.entries(kind.fields)) {
        if (rule === 'fixed' || rule === 'server') continue;
        const values = [...kind.samples, ...blanks].map((each) => canonicalJson(Reflect.get(each, field)));
        expect(new Set(values).size, field).toBeGreaterThan(blanks.length > 0 ? 2 : 1);
      }
      for (const [field, rule] of Object.entries(kind.fields)) {
        if (!('made' in rule)) continue;
        const makers = kind.samples
          .flatMap(madeParts)
          .flatMap((part) => (part.field === field ? [part.by] : []));
        expect(new Set(makers), field).toEqual(new Set([sampleValues.teacher, sampleValues.colleague]));
      }
    });

    it.each(merged)('$name: can be sent again to a store that has lost it', ({ kind }) => {
      if (kind.writers.includes('server')) return;
      for (const sample of kind.samples)
        expect(kind.place(sample)).toMatchObject({ class: sampleValues.class });
      for (const sample of kind.samples) expect(kind.place(sample).day).toBeDefined();
    });

    it.each(merged)(
      '$name: of what the server makes a device says nothing by which rights are judged',
      ({ kind }) => {
        if (!kind.writers.includes('server')) return;
        expect(kind.key).toBeUndefined();
        for (const stands of kind.samples) {
          const stamped = stampRecord(actor, forgedOf(kind, stands), LATE, stands);
          expect(kind.place(stamped)).toEqual(kind.place(stands));
          for (const [field, { rule }] of Object.entries(kind.fields))
            if (rule === 'server')
              expect(Reflect.get(stamped, field), field).toEqual(Reflect.get(stands, field));
          expect(stampRecord(actor, stands, LATE, null)).toEqual(stands);
        }
      },
    );

    it.each(merged)('$name: is none of those the school is built from', ({ kind }) => {
      expect(['settings', 'roster', 'timetable']).not.toContain(kind.collection);
    });

    it.each(named)(
      '$name: brings a record of before each of its upgrades to the shape of today',
      ({ kind }) => {
        const validate = ajv.compile(kind.schema);
        for (const { before, upgrade, name } of kind.upgrades) {
          expect(validate(before), `${name} changes nothing`).toBe(false);
          expect(upgrade(before), name).not.toEqual(before);
          const today = upgraded(before);
          expect(validate(today), `${name}: ${JSON.stringify(validate.errors)}`).toBe(true);
          expect(upgraded(today)).toEqual(today);
        }
      },
    );

    it.each(named)('$name: is in a bucket for every sample, the same one each time', ({ kind }) => {
      for (const sample of kind.samples) {
        expect(bucketsOf(sample).length).toBeGreaterThan(0);
        expect(bucketsOf({ ...sample })).toEqual(bucketsOf(sample));
      }
    });

    it.each(named)(
      '$name: bounds the times of what its author made by the save, and touches no one else’s',
      ({ kind }) => {
        for (const sample of kind.samples) {
          const early = { ...sample, recordedAt: EARLY };
          for (const { by, at } of madeParts(boundTimes(early, sampleValues.teacher, null)))
            expect(at > EARLY).toBe(by !== sampleValues.teacher);
          expect(boundTimes(early, toPersonId('nobody'), null)).toBe(early);
          expect(boundTimes(early, sampleValues.teacher, sample)).toEqual(early);
        }
      },
    );

    it.each(named)(
      '$name: begins from what says nothing, and from the same thing on both devices',
      ({ kind }) => {
        for (const sample of kind.samples) {
          const blank = kind.blank(sample);
          if (blank === null) continue;
          expect(kind.saysNothing?.(blank)).toBe(true);
          for (const other of kind.samples) {
            const same = kind.blank({ ...other, id: sample.id } as RegisterRecord);
            for (const [field, { rule }] of Object.entries(kind.fields))
              if (rule !== 'fixed' && rule !== 'server')
                expect(Reflect.get(same ?? {}, field), field).toEqual(Reflect.get(blank, field));
          }
          expect(samePayload(kind.blank(blank) ?? sample, blank)).toBe(true);
          expect(kind.place(blank)).toEqual(kind.place(sample));
        }
      },
    );

    it.each(named.filter(({ kind }) => !kind.writers.includes('device')))(
      '$name: is taken from no device',
      ({ kind }) => {
        for (const next of kind.samples) {
          const write = { actor, previous: null, next, facts };
          expect(kind.authorize(write)).toEqual({ ok: false, failure: { reason: 'readOnly' } });
        }
      },
    );
  });

  describe('the merge of every kind that devices write', () => {
    it.each(merged)('$name: is idempotent', ({ kind }) => {
      for (const sample of kind.samples)
        for (const base of [sample, kind.blank(sample)]) {
          const { merged: same, mineLost, theirsLost } = merge(base, sample, sample);
          expect(samePayload(same, sample)).toBe(true);
          expect([mineLost, theirsLost]).toEqual([[], []]);
        }
    });

    it.each(merged)('$name: says the same whoever came first, and then stands', ({ kind }) => {
      for (const [mine, theirs] of pairs(kind)) {
        const base = kind.blank(mine);
        const forth = merge(base, mine, theirs).merged;
        const back = merge(base, theirs, mine).merged;
        expect(comparable(forth)).toEqual(comparable(back));
        for (const side of [mine, theirs]) {
          const again = merge(side, forth, side).merged;
          expect(sameWords(again, forth)).toBe(true);
        }
      }
    });

    it.each(merged)('$name: tells a side of every value of its own that does not stand', ({ kind }) => {
      for (const [mine, theirs] of pairs(kind)) {
        const result = merge(kind.blank(mine), mine, theirs);
        const told = new Set([...result.mineLost, ...result.theirsLost].map(({ field }) => field));
        for (const [field, rule] of Object.entries(kind.fields)) {
          if (rule.rule !== 'laterWins' || told.has(field)) continue;
          const values = [mine, theirs].map((side): unknown => Reflect.get(side, field));
          const stands: unknown = Reflect.get(result.merged, field);
          const fresh: unknown = Reflect.get(kind.blank(mine) ?? {}, field);
          for (const value of values) expect([stands, fresh]).toContainEqual(value);
        }
      }
    });
  });
}

const actor = {
  school: sampleEnvelope.school,
  person: sampleValues.teacher,
  roles: ['teacher'],
  classes: [],
} as const;
const facts = {
  policies: kinds.school.samples[0].policies,
  year: null,
  hours: [],
  teaches: true,
  subjects: [],
  enrolment: 'enrolled',
} as const;

/** A record in which each word of the server is another one: `forged` where it is there, and also where it is not. */
function forgedOf(kind: AnyKind, record: RegisterRecord): RegisterRecord {
  const words = Object.entries(kind.fields).filter(([, { rule }]) => rule === 'server');
  return { ...record, ...Object.fromEntries(words.map(([field]) => [field, 'forged'])) };
}

/** Two devices' versions of one record: every two samples under one key, the second one a colleague's and later. */
function pairs(kind: AnyKind): readonly (readonly [RegisterRecord, RegisterRecord])[] {
  return kind.samples.flatMap((one) =>
    kind.samples.map((other) => {
      const { id } = one;
      const theirs = { ...other, id, author: sampleValues.colleague, recordedAt: LATE };
      return [one, theirs as RegisterRecord] as const;
    }),
  );
}

function merge(base: RegisterRecord | null, mine: RegisterRecord, theirs: RegisterRecord) {
  const theirChange = () => ({ author: theirs.author, recordedAt: theirs.recordedAt });
  return mergeRecords({ base, mine, theirs, theirChange, mergedEntry });
}

/** What a merge says, lists of named things in the order of their names. */
function comparable(record: RegisterRecord): unknown {
  const rules = kindOf(record).fields;
  return Object.fromEntries(
    Object.entries(payloadOf(record))
      .filter(([field]) => rules[field]?.rule !== 'server')
      .map(([field, value]) => {
        const rule = rules[field];
        if (rule?.rule !== 'keyedList' || !Array.isArray(value)) return [field, value];
        const named = value.toSorted((a, b) =>
          String(Reflect.get(Object(a), rule.key)) < String(Reflect.get(Object(b), rule.key)) ? -1 : 1,
        );
        return [field, named];
      }),
  );
}

/** The names of the members of a schema, at any depth, that hold an instant. */
function instantsIn(schema: JsonSchema | undefined): readonly string[] {
  if (!schema) return [];
  return [
    ...(schema.brand === 'Instant' ? ['the field itself'] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
      member.brand === 'Instant' ? [name] : instantsIn(member),
    ),
    ...instantsIn(schema.items),
  ];
}
