/** Settings with another value for one of them, or without it. */
export function without<S extends object, K extends keyof S>(
  settings: S,
  name: K,
  value: S[K] | undefined,
): S {
  const { [name]: _before, ...others } = settings;
  // One member less, or with another value: of the same type, in which it may be absent.
  return (value === undefined ? others : { ...others, [name]: value }) as S;
}
