/** What is chosen once one more was pressed: added, or taken away where it was chosen. */
export function toggled(chosen: ReadonlySet<string>, pressed: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(pressed)) next.add(pressed);
  return next;
}
