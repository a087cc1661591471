/** The thing that a typed name means: the one that is called so, else the first whose name begins so, else the first that has it in its name. */
export function firstNamed<T>(
  things: readonly T[],
  typed: string,
  nameOf: (thing: T) => string,
): T | undefined {
  const wanted = plain(typed);
  if (wanted === '') return undefined;
  const names = things.map((thing) => ({ thing, name: plain(nameOf(thing)) }));
  const found =
    names.find(({ name }) => name === wanted) ??
    names.find(({ name }) => name.startsWith(wanted)) ??
    names.find(({ name }) => name.includes(wanted));
  return found?.thing;
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
