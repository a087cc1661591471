/** Topics by subject, for the lower and the upper years of a level. */
export interface LevelTopics {
  readonly early: Readonly<Record<string, readonly string[]>>;
  readonly late: Readonly<Record<string, readonly string[]>>;
}
