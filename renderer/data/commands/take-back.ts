import { equalJson } from '../../../domain/base/canonical-json.ts';

/**
 * A record with what a change has changed in it as it was before: those members alone that nobody has changed since, so that taking back an own change takes
 * nothing of a colleague's away.
 */
export function takenBackIn<R extends object>(
  current: R,
  { before, after }: { readonly before: R; readonly after: R },
): R {
  const back = { ...current };
  for (const member of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, made, stands]: readonly unknown[] = [before, after, current].map((each) =>
      Reflect.get(each, member),
    );
    if (equalJson(was, made) || !equalJson(stands, made)) continue;
    if (was === undefined) Reflect.deleteProperty(back, member);
    else Reflect.set(back, member, was);
  }
  return back;
}

/**
 * Whether somebody has changed, since a record was seen, what is to be changed of it, and to something else than is wanted: then it is left alone. Members that
 * are not changed may have become what they like.
 */
export function isOvertaken(
  current: object,
  { seen, changes }: { readonly seen: object; readonly changes: object },
): boolean {
  return Object.entries(changes).some(([member, wanted]) => {
    const stands: unknown = Reflect.get(current, member);
    return !equalJson(stands, Reflect.get(seen, member)) && !equalJson(stands, wanted);
  });
}

/** A record with some members changed; one that is said to be undefined is taken out. */
export function withChanges<R extends object>(record: R, changes: object): R {
  const changed = { ...record, ...changes };
  for (const [member, value] of Object.entries(changes))
    if (value === undefined) Reflect.deleteProperty(changed, member);
  return changed;
}
