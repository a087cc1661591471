/**
 * Whether a text can be kept as it is: well formed (no half of a surrogate pair) and without NUL.
 *
 * SQLite keeps UTF-8, in which a half pair does not exist: two texts that differ here would be one there, and a hash over such a text can
 * never be checked again. NUL ends a text in some of the places that it passes through. Other control characters are ugly and harmless.
 */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** The nearest text that can be kept: half pairs become U+FFFD, as they would in any file, and NUL is left out. */
export function toPlainText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}

/** A value with every text in it, names of members included, made one that can be kept; the very same value where all of them are. */
export function toPlainTexts<T>(value: T): T {
  if (findFault(value) === undefined) return value;
  // Made of the same members, of which texts alone have changed.
  return replaced(value) as T;
}

function replaced(value: unknown): unknown {
  if (typeof value === 'string') return toPlainText(value);
  if (Array.isArray(value)) return value.map(replaced);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [toPlainText(name), replaced(item)]));
}

/** What is wrong with a value that came as JSON. */
export type JsonFault = 'text' | 'depth';

/** Deeper than anything that this product writes; SQLite and recursive readers stop at some hundreds. */
export const DEEPEST_JSON = 48;

/**
 * The first thing in a value that cannot be kept, with the path to it; undefined where all can. Members named in `unread` are not
 * looked at: they are judged one by one later, so that one of them does not hold up the others.
 * `isGood` says which texts are, where not every rule holds.
 */
export function findFault(
  value: unknown,
  unread: ReadonlySet<string> = new Set(),
  isGood: (text: string) => boolean = isPlainText,
): { readonly kind: JsonFault; readonly path: string } | undefined {
  // Asked of every row and every body, of which next to none has a fault: only then it is looked for where.
  if (isSound(value, unread, isGood, 0)) return undefined;
  interface Step {
    readonly value: unknown;
    readonly path: string;
    readonly depth: number;
  }
  const open: Step[] = [{ value, path: '', depth: 0 }];
  for (let step = open.pop(); step; step = open.pop()) {
    const { path, depth } = step;
    if (typeof step.value === 'string') {
      if (!isGood(step.value)) return { kind: 'text', path };
      continue;
    }
    if (typeof step.value !== 'object' || step.value === null) continue;
    if (depth >= DEEPEST_JSON) return { kind: 'depth', path };
    for (const [name, item] of Object.entries(step.value)) {
      if (!isGood(name)) return { kind: 'text', path };
      if (unread.has(name) || (typeof item !== 'string' && typeof item !== 'object')) continue;
      const own = path === '' ? name : `${path}.${name}`;
      open.push({ value: item, path: own, depth: depth + 1 });
    }
  }
  return undefined;
}

/** Whether {@link findFault} finds nothing. */
function isSound(
  value: unknown,
  unread: ReadonlySet<string>,
  isGood: (text: string) => boolean,
  depth: number,
): boolean {
  if (typeof value === 'string') return isGood(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= DEEPEST_JSON) return false;
  if (Array.isArray(value)) return value.every((item) => isSound(item, unread, isGood, depth + 1));
  for (const name of Object.keys(value)) {
    if (!isGood(name)) return false;
    if (!unread.has(name) && !isSound(Reflect.get(value, name), unread, isGood, depth + 1)) return false;
  }
  return true;
}
