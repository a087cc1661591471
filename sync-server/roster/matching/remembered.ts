/** Answers kept of one function; all are forgotten when there are so many. */
const MOST_KEPT = 50_000;

/** A pure function of a text that remembers what it has answered. */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= MOST_KEPT) answers.clear();
    const answer = work(text);
    answers.set(text, answer);
    return answer;
  };
}
