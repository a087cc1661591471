import { equalJson } from '../../../domain/base/canonical-json.ts';

/** What was typed in a form once something else stands there than when it was opened: what was left as it was follows, and the rest stays as it was typed. */
export function followed<D extends object>(draft: D, { was, now }: { readonly was: D; readonly now: D }): D {
  const typed = Object.entries(draft).filter(([member, said]) => !equalJson(said, Reflect.get(was, member)));
  return { ...now, ...Object.fromEntries(typed) };
}
