import { equalJson } from '../base/canonical-json.ts';
import type { Instant, PersonId } from '../base/ids.ts';
import type { Envelope } from './envelope.ts';

/** Who last changed a field, and when by the corrected clock of that device. */
export interface FieldChange {
  readonly author: PersonId;
  readonly recordedAt: Instant;
}

/** Whether one change came after another one; of two at the same time the author decides, the same way on both sides. */
export function isLaterChange(one: FieldChange, other: FieldChange): boolean {
  if (one.recordedAt !== other.recordedAt) return one.recordedAt > other.recordedAt;
  return one.author > other.author;
}

/** The members of a value, or of each item of a list, that say who made it and when: those times are bounded by the save that brings them. */
export interface Made<Item> {
  readonly by: keyof Item & string;
  readonly at: keyof Item & string;
  /** The member that says in which hour of the day, where the record is about more than one. */
  readonly hour?: keyof Item & string;
}

/** What stands of a field after a merge, and which side lost something of its own. */
export interface MergedField<V> {
  readonly value: V;
  readonly mineLost: boolean;
  readonly theirsLost: boolean;
}

/** The three states that a merge knows of one field. */
export interface FieldStates<V> {
  readonly base: V | undefined;
  readonly mine: V | undefined;
  readonly theirs: V | undefined;
}

/** A merge of a kind's own, for a field whose values have a meaning that no general rule knows. */
export interface OwnMerge<V> {
  readonly merge: (states: FieldStates<V>, mine: FieldChange, theirs: FieldChange) => MergedField<V>;
  /** The value in the order in which it is stored, so that equal values are equal texts. */
  readonly ordered: (value: V) => V;
  /** What of the value that stands is against what somebody lost: the rest tells them nothing of their loss. */
  readonly against: (lost: V, kept: V) => V;
  /** Who made what stands where mine lost; `theirs` is the change of the other side as a whole. */
  readonly winner: (states: FieldStates<V>, lost: V, kept: V, theirs: FieldChange) => FieldChange;
}

type ItemOf<V> = V extends readonly (infer I)[] ? I : V;

/** How the values that two devices gave to one field come together. */
export type FieldRule<V> =
  /**
   * The later recorded entry wins, and the author of the other one is told. The fields of a record that tell `both` are one thing: where both sides have changed
   * something of it, each is told of all that it did not write, whoever won. Members that say why the record was changed last are no part of what a value says:
   * they go with what owes a reason, in whichever field that stands.
   */
  | {
      readonly rule: 'laterWins';
      readonly tells?: 'both';
      readonly why?: readonly (keyof NonNullable<V> & string)[];
    }
  /** Part of what the record is: its key holds it, and no entry changes it. */
  | { readonly rule: 'fixed' }
  /** The server's word: what a device says of it decides nothing. */
  | { readonly rule: 'server' }
  /** Two said that the same thing has happened: it happened when the first one said so, and nobody lost anything. */
  | { readonly rule: 'firstWins'; readonly made: Made<NonNullable<V>> }
  /** A list of things with a name of their own: those of both sides survive; of one that both made the first stands, of one that both changed the later. */
  | {
      readonly rule: 'keyedList';
      readonly key: keyof ItemOf<NonNullable<V>> & string;
      readonly made: Made<ItemOf<NonNullable<V>>>;
    }
  | {
      readonly rule: 'own';
      readonly own: OwnMerge<NonNullable<V>>;
      readonly made: Made<ItemOf<NonNullable<V>>>;
    };

/** The fields of a kind's payload: all but what every record carries. */
export type PayloadField<R> = Exclude<keyof R, keyof Envelope>;

/** A rule for every field of the payload, so that none can be forgotten. */
export type FieldRules<R> = { readonly [F in PayloadField<R> & string]-?: FieldRule<R[F]> };

/** {@link Made} as the machinery sees it. */
export interface AnyMade {
  readonly by: string;
  readonly at: string;
  readonly hour?: string;
}

/** A rule as the machinery sees it, which knows no kind. */
export type AnyFieldRule =
  | { readonly rule: 'laterWins'; readonly tells?: 'both'; readonly why?: readonly string[] }
  | { readonly rule: 'fixed' | 'server' }
  | { readonly rule: 'firstWins'; readonly made: AnyMade }
  | { readonly rule: 'keyedList'; readonly key: string; readonly made: AnyMade }
  | { readonly rule: 'own'; readonly own: OwnMerge<unknown>; readonly made: AnyMade };

/** What a value says by the rule of its field, without why the record was changed last. */
export function saidBy(rule: AnyFieldRule | undefined, value: unknown): unknown {
  return isExplained(rule) ? membersOf(value, (name) => !rule.why.includes(name)) : value;
}

/** A value with why the record was changed last as another value of its field says it. */
export function withWhyOf(rule: ExplainedRule, value: unknown, other: unknown): unknown {
  if (equalJson(saidBy(rule, value), saidBy(rule, other))) return other;
  return { ...Object(saidBy(rule, value)), ...whyIn(rule, other) };
}

/** Why a record was changed last, as a value of one of its fields says it. */
export function whyIn({ why }: ExplainedRule, value: unknown): object {
  return membersOf(value, (name) => why.includes(name));
}

/** A rule of a field whose values say why the record was changed last as well. */
type ExplainedRule = Extract<AnyFieldRule, { readonly rule: 'laterWins' }> & {
  readonly why: readonly string[];
};

/** Whether the values of a field say why the record was changed last, beside what they say. */
export function isExplained(rule: AnyFieldRule | undefined): rule is ExplainedRule {
  return rule?.rule === 'laterWins' && rule.why !== undefined;
}

function membersOf(value: unknown, isWanted: (name: string) => boolean): object {
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(members.filter(([name]) => isWanted(name)));
}
