import { readdir, readFile } from 'node:fs/promises';

const MEGABYTE = 1024;

/** Memory of a program with all its processes, in megabytes. */
export interface Memory {
  /** What each process has in memory, added up: what they share is counted for each. */
  readonly resident: number;
  /** The same with what several processes share divided among them. */
  readonly proportional: number;
}

/** The memory of a process and of all that it has started; Linux alone tells it. */
export async function memoryOf(pid: number): Promise<Memory> {
  const all = await family(pid);
  const each = await Promise.all(all.map(memoryOfOne));
  const sum = (of: keyof Memory) => each.reduce((total, one) => total + one[of], 0);
  return { resident: sum('resident'), proportional: sum('proportional') };
}

async function memoryOfOne(pid: number): Promise<Memory> {
  // A process may end while it is asked.
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);
  return { resident: kilobytes('Rss') / MEGABYTE, proportional: kilobytes('Pss') / MEGABYTE };
}

async function family(pid: number): Promise<readonly number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // The name of the program stands in parentheses, and may have spaces and parentheses itself.
    const parent = Number(
      stat
        .slice(stat.lastIndexOf(')') + 1)
        .trim()
        .split(' ')[1],
    );
    parents.set(Number(name), parent);
  }
  const found = [pid];
  for (const one of found)
    for (const [child, parent] of parents) if (parent === one && !found.includes(child)) found.push(child);
  return found;
}
