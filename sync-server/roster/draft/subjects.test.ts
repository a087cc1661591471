import { expect, test } from 'vitest';
import { toPersonId, toSchoolId, toSubjectId } from '../../../domain/base/ids.ts';
import { createDraft, type Draft } from './draft.ts';
import { createSubjects } from './subjects.ts';

const OPTIONS = { school: toSchoolId('PROV0001'), author: toPersonId('server'), now: 1_790_000_000_000 };
const LONG = 'Tecnologie e progettazione di sistemi informatici e di telecomunicazioni';
const OTHER = 'Tecnologie e progettazione di sistemi informatici e automazione';

/** A store from when keys ended after forty letters, with one subject. */
function oldStore() {
  const draft = createDraft([], OPTIONS);
  const id = toSubjectId('tecnologieeprogettazionedisistemiinforma');
  draft.put({ id, kind: 'subject', name: LONG, shortName: 'TPS' }, 'subjects');
  const records = draft.changes();
  return { id, draft: createDraft(records, OPTIONS) };
}

test('a subject whose old key was cut short is found by its whole name, and keeps its key and its short name', () => {
  const { id, draft } = oldStore();
  const subject = createSubjects(draft, () => undefined);
  expect(subject(LONG)).toMatchObject({ id, shortName: 'TPS' });
  expect(subject(LONG.toUpperCase()).id).toBe(id);
  expect(draft.all('subject')).toHaveLength(1);
});

test('another subject of the same forty letters is one of its own, also where an old key has them', () => {
  const { id, draft } = oldStore();
  const subject = createSubjects(draft, () => undefined);
  const other = subject(OTHER);
  expect(other.id).not.toBe(id);
  expect(other.name).toBe(OTHER);
  expect(subject(OTHER).id).toBe(other.id);
  expect(draft.all('subject').map(({ name }) => name)).toEqual([LONG, OTHER]);
});

test('a name of exactly those forty letters does not become the subject whose key they were', () => {
  const { id, draft } = oldStore();
  const short = createSubjects(draft, () => undefined)('Tecnologie e progettazione di sistemi informa');
  expect(short.id).not.toBe(id);
  expect(draft.get('subject', id)?.name).toBe(LONG);
});

test('D27, D62, D70: what rules know a subject as is proposed by its name where nobody has said it, and told', () => {
  const told: string[] = [];
  const open = (draft: Draft) =>
    createSubjects(draft, ({ name }, special) => told.push(`${name}: ${special}`));
  const draft = createDraft([], OPTIONS);
  const subject = open(draft);
  expect(subject('Religione cattolica').special).toBe('religion');
  expect(subject('RELIGIONE CATTOLICA').special).toBe('religion');
  expect(subject('Educazione civica').special).toBe('civics');
  expect(subject('Matematica').special).toBeUndefined();
  expect(told).toEqual(['Religione cattolica: religion', 'Educazione civica: civics']);
});

test('D27: what the office has said of a subject no import changes, whatever its name', () => {
  const draft = createDraft([], OPTIONS);
  const id = toSubjectId('religione-nell-arte');
  const ordinary = { id, kind: 'subject', name: 'Religione nell’arte', shortName: 'REL' } as const;
  draft.put({ ...ordinary, special: 'ordinary' }, 'subjects');
  const again = createSubjects(draft, () => {
    throw new Error('nothing is proposed');
  });
  expect(again('Religione nell’arte').special).toBe('ordinary');
});
