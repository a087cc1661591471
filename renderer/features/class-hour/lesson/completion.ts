/** How many topics are offered at once. */
const OFFERED = 6;
/** How much has to be typed before something is offered. */
const TYPED_AT_LEAST = 2;

/** The topics that go on from what is typed in the last line: each word of it begins a word of the topic. */
export function completionsOf(typed: string, topics: readonly string[]): readonly string[] {
  const words = wordsOf(lastLineOf(typed));
  if (words.join('').length < TYPED_AT_LEAST) return [];
  return topics
    .filter((topic) => {
      const found = wordsOf(topic);
      const begins = words.every((word) => found.some((each) => each.startsWith(word)));
      return begins && found.join(' ') !== words.join(' ');
    })
    .slice(0, OFFERED);
}

/** The text with its last line completed. */
export function complete(typed: string, topic: string): string {
  return typed.slice(0, typed.length - lastLineOf(typed).length) + topic;
}

function lastLineOf(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

/** Without capitals and accents: whoever types quickly leaves them out. */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('it');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
