import { equalJson } from '../../../../domain/base/canonical-json.ts';
import { saidIn } from '../../../../domain/grades/said-value.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { kindOf, type RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { AnswerOf } from '../../../../domain/protocol/endpoint.ts';
import type { readHistory } from '../../../../domain/protocol/endpoints/register/register-endpoints.ts';
import { ASSESSMENT_FIELDS } from '../../../kinds/assessment/fields.ts';
import { GRADE_FIELDS } from '../../../kinds/grade/fields.ts';
import { fieldText, valueText } from '../../../kinds/telling.ts';
import { objectsOf, textOf, type Words } from '../../../kinds/words.ts';
import { baseOf } from './history-pages.ts';

/** A version of a record, as the school keeps it. */
export type KeptVersion = AnswerOf<typeof readHistory>[number];

/** What a version says otherwise than what stood before it, a line for each. */
export interface ToldVersion {
  readonly version: KeptVersion;
  readonly lines: readonly string[];
}

/** Of a column its place on its day is not told, and why it was changed is told apart. */
const UNTOLD: readonly (typeof ASSESSMENT_FIELDS)[number][] = ['serial', 'correction'];

/** What is said of a grade, and of a column, in the order in which it is told. */
const SAID = {
  grade: GRADE_FIELDS,
  assessment: ASSESSMENT_FIELDS.filter((field) => !UNTOLD.includes(field)),
} as const;

type ToldKind = keyof typeof SAID;

/**
 * What became of a grade, or of a whole column where there is none, the latest first (D78): to the history of a grade belongs what was changed of its column since.
 * Of versions that lost, what stood is what stood beside them; of one of which it is not here what it was made on, nothing is told.
 */
export function toldVersions(
  { column, grade }: { readonly column: readonly KeptVersion[]; readonly grade?: readonly KeptVersion[] },
  words: Words,
): readonly ToldVersion[] {
  const [first] = grade ?? [];
  const ofColumn = column.filter((version) => first === undefined || version.sequence > first.sequence);
  const told = [
    ...ofColumn.map((version) => {
      const lines = linesOf('assessment', version, column, words);
      const { t } = words;
      return {
        version,
        lines: grade ? lines.map((line) => t('gradeForms.history.ofTest', { line })) : lines,
      };
    }),
    ...(grade ?? []).map((version) => {
      const then = standingBefore(column, version);
      // What a criterion or an objective was called then, it is called.
      const known = (id: string) => (isColumn(then, id) ? then : words.column?.(id));
      return { version, lines: linesOf('grade', version, grade ?? [], { ...words, column: known }) };
    }),
  ];
  return told
    .filter(({ lines }) => lines.length > 0)
    .toSorted((a, b) => b.version.sequence - a.version.sequence);
}

function linesOf(
  kind: ToldKind,
  version: KeptVersion,
  all: readonly KeptVersion[],
  words: Words,
): readonly string[] {
  const { t } = words;
  const base = baseOf(all, version);
  const lines = base ? changesOf(kind, base.record, version.record, words) : [];
  const isLost = version.outcome === 'overruled' && lines.length > 0;
  return isLost ? [...lines, t('gradeForms.history.overruled')] : lines;
}

/** What stood when a version came. */
function standingBefore(all: readonly KeptVersion[], { sequence }: KeptVersion): object | undefined {
  return all.findLast((one) => one.sequence < sequence && one.outcome !== 'overruled')?.record;
}

function isColumn(record: object | undefined, id: string): record is Assessment {
  return record !== undefined && Reflect.get(record, 'id') === id;
}

/** What a record says otherwise than it did before, and why (D78); of what is new, all that it says. */
export function changesOf(
  kind: ToldKind,
  before: object | undefined,
  after: object,
  words: Words,
): readonly string[] {
  const { t } = words;
  const record = textOf(Reflect.get(after, 'id'));
  const lines = SAID[kind].flatMap((field) => {
    const [was, is] = [before, after].map((one) => saidOf(field, one));
    if (equalJson(was, is)) return [];
    const name = fieldText(kind, field, words);
    const said = (value: unknown) => valueText(kind, field, value, words, record) ?? t('entry.empty');
    const isNew = before === undefined || (field === 'value' && equalJson(was, {}));
    if (isNew) return [t('gradeForms.history.first', { field: name, value: said(is) })];
    const [less, more] = differing(was, is);
    return [t('gradeForms.history.change', { field: name, before: said(less), after: said(more) })];
  });
  const { reasonOf } = kindOf({ kind });
  const [old, given] = [before, after].map((one) => one && reasonOf?.(one as RegisterRecord));
  const reason = equalJson(old, given) ? undefined : given?.reason;
  return reason === undefined ? lines : [...lines, t('gradeForms.history.reason', { reason })];
}

/** What a record says in a field; why it does is told apart. */
function saidOf(field: string, record: object | undefined): unknown {
  const value: unknown = record && Reflect.get(record, field);
  return field === 'value' ? saidIn(objectsOf([value])[0] ?? {}) : value;
}

/** Two values without those items of their lists that both have; whole where one would be left without any. */
function differing(was: unknown, is: unknown): readonly [unknown, unknown] {
  if (isList(was) && isList(is)) {
    const without = (items: readonly unknown[], others: readonly unknown[]) =>
      items.filter((item) => !others.some((other) => equalJson(item, other)));
    const [less, more] = [without(was, is), without(is, was)];
    return less.length === 0 || more.length === 0 ? [was, is] : [less, more];
  }
  const [[one], [other]] = [objectsOf([was]), objectsOf([is])];
  if (!one || !other) return [was, is];
  const pairs = Object.keys(one)
    .filter((key) => isList(one[key]) && isList(other[key]))
    .map((key) => [key, differing(one[key], other[key])] as const);
  return [
    { ...one, ...Object.fromEntries(pairs.map(([key, [less]]) => [key, less])) },
    { ...other, ...Object.fromEntries(pairs.map(([key, [, more]]) => [key, more])) },
  ];
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
