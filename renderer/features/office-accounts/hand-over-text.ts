/** What of a record tells a clerk what it is: day, hour, class, and the words in it. */
const TELLING = ['day', 'hour', 'class', 'pupil', 'topic', 'activity'] as const;

/** A record that nobody has checked yet, in a line: only its plain members, whatever else it holds. */
export function recordText(record: Readonly<Record<string, unknown>>): string {
  return TELLING.flatMap((name) => {
    const value = record[name];
    return (typeof value === 'string' && value !== '') || typeof value === 'number' ? [String(value)] : [];
  }).join(' · ');
}
