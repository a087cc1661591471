import type { i18n, TFunction } from 'i18next';

/**
 * Lets texts that take nothing be looked up once in each language: a page of thirty pupils asks for some seven hundred, and the library parses the
 * name of each anew. The catalogues do not change while the app runs.
 */
export function rememberTexts(texts: i18n): void {
  const known = new Map<string, Map<string, unknown>>();
  const fixed = texts.getFixedT.bind(texts) as (...given: unknown[]) => TFunction;
  const remembering = (...given: unknown[]): TFunction => {
    const t = fixed(...given);
    const [language, namespace, prefix] = given;
    const place = JSON.stringify([language, namespace, prefix]);
    const of = known.get(place) ?? new Map<string, unknown>();
    known.set(place, of);
    const remembered = (key: unknown, ...rest: unknown[]) => {
      if (typeof key !== 'string' || rest.length > 0) return ask(t, key, ...rest);
      if (!of.has(key)) of.set(key, ask(t, key));
      return of.get(key);
    };
    // What the library reads of the function beside calling it: language and namespace.
    return Object.assign(remembered, t);
  };
  texts.getFixedT = remembering as i18n['getFixedT'];
}

/** The function takes what its key says: here it is only handed on. */
function ask(t: TFunction, ...given: unknown[]): unknown {
  return (t as unknown as (...given: unknown[]) => unknown)(...given);
}
