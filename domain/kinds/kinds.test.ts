import { expect, it } from 'vitest';
import type { JsonSchema } from '../base/schema.ts';
import { isUuidV7 } from '../base/uuid-v7.ts';
import { mayRead } from '../entries/buckets-of.ts';
import { field as shapes } from '../record/fields.ts';
import { actors } from '../testing/matrix-cast.ts';
import { describeKinds } from '../testing/kind-laws.ts';
import { allKinds, kindNamed, kinds } from './registry.ts';

describeKinds(allKinds);

it('a kind is in the registry under its own name, and is found by no other', () => {
  for (const [name, kind] of Object.entries(kinds)) expect(kind.kind).toBe(name);
  expect(kindNamed('toString')).toBeUndefined();
  expect(kindNamed(7)).toBeUndefined();
});

/** What of a column, a mark or a proposal says whose it is, where it stands and who sees it; all else says how somebody did, or is somebody's words. */
const AROUND_A_MARK: ReadonlySet<string> = new Set(
  (
    'day class subject group scale period pupil teacher assessment type serial ' +
    'ofClass grade cancelled leftOut visible embargo seenFrom commentFrom showsSince absentOnDay'
  ).split(' '),
);

/** Whether something of this shape has words in it that somebody has chosen. */
function hasWords(shape: JsonSchema | undefined): boolean {
  if (!shape) return false;
  if (shape === shapes.name || shape === shapes.shortText || shape === shapes.longText) return true;
  return hasWords(shape.items) || Object.values(shape.properties ?? {}).some(hasWords);
}

/** What of a column or a grade owes no reason (D78): what families do not read of how a pupil did, and the reasons themselves. */
const OWES_NONE: ReadonlySet<string> = new Set([
  'serial',
  'topic',
  'correction',
  'privateComment',
  'absentOnDay',
]);

it('D78: the history always tells when something was changed of a column or a grade, but for what owes no reason', () => {
  for (const { kind, fields, owesReason = [] } of allKinds) {
    if (kind !== 'grade' && kind !== 'assessment') continue;
    const written = Object.entries(fields).filter(([, { rule }]) => rule === 'laterWins');
    const owing = written.map(([field]) => field).filter((field) => !OWES_NONE.has(field));
    expect(owesReason.toSorted(), kind).toEqual(owing.toSorted());
  }
});

it('D78: whatever owes a reason for its changes says which one was given, and by which entry', () => {
  const owing = allKinds.filter(({ owesReason = [] }) => owesReason.length > 0);
  expect(owing.filter(({ reasonOf }) => !reasonOf).map(({ kind }) => kind)).toEqual([]);
  const said = owing.flatMap(({ samples, reasonOf }) => samples.map((one) => reasonOf?.(one).reason));
  expect(said).toContain('Punteggio sbagliato');
  expect(said).toContain('Scambio di alunni');
});

it('F.5: of what it may not read the office is shown, where it is handed over, neither how a pupil did nor a word that somebody has written', () => {
  const unread = allKinds.filter(
    ({ samples, writers, whenBlocked }) =>
      writers.includes('device') &&
      whenBlocked === 'toOffice' &&
      !samples.every((sample) => mayRead(actors.studentOffice, sample)),
  );
  expect(unread.map(({ kind }) => kind)).toEqual(['assessment', 'grade', 'proposal', 'earlierGrade']);
  for (const { kind, fields, schema, withheld = [] } of unread) {
    const saying = Object.keys(fields).filter(
      (name) => !AROUND_A_MARK.has(name) || hasWords(schema.properties?.[name]),
    );
    expect(withheld.toSorted(), kind).toEqual(saying.toSorted());
  }
});

it('what devices write has the key that it says, or one that was drawn: no entry takes the key of another record', () => {
  for (const { kind, key, writers, samples } of allKinds) {
    if (!writers.includes('device') || writers.includes('server')) continue;
    expect(key, kind).toBeDefined();
    for (const sample of samples)
      expect(key === 'drawn' ? isUuidV7(sample.id) : key?.(sample) === sample.id, kind).toBe(true);
  }
});
