/** The members of a record whose shape is not known yet. */
export type Members = Readonly<Record<string, unknown>>;

/**
 * One change of a kind's shape: brings a record of before to the shape of after, and gives one that has it already back as it is. It
 * invents nothing that somebody would have had to say; what was never asked stays out, or gets the value that says so.
 */
export interface Upgrade {
  /** What the change was, in a few words: the name of its test. */
  readonly name: string;
  /** The first version of the protocol that has the shape of after. */
  readonly since: number;
  readonly upgrade: (record: Members) => Members;
  /** A record of before, whole: the law of upgrades brings it to the shape of today. */
  readonly before: Members;
}
