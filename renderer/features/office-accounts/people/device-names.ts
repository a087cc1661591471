/** Behind a device's name the server writes the beginning of its id. */
const ID = / \([^()]{1,8}\)$/;

/** Names the devices of a list as people call them; the id tells two of one name apart, and stands only there. */
export function deviceNames(labels: readonly string[]): (label: string) => string {
  const known = new Set(labels);
  const shared = new Map<string, number>();
  for (const label of known) {
    const name = label.replace(ID, '');
    shared.set(name, (shared.get(name) ?? 0) + 1);
  }
  return (label) => {
    const name = label.replace(ID, '');
    return name === '' || (shared.get(name) ?? 0) > 1 ? label : name;
  };
}
