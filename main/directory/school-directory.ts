import { readFileSync } from 'node:fs';
import { LARGEST_SCHOOL_LIST, type SchoolList, type ListFault } from '../../domain/protocol/school-list.ts';
import type { InstalledSchool } from '../../domain/school-config.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import type { Unfinished } from '../files/unfinished.ts';
import type { Log } from '../log/log.ts';
import { readBounded, type Fetch } from '../network/transport.ts';
import { readSignedList } from './signed-list.ts';

/** The signed list of schools: fetched at the start and every day, kept on the device, believed for its signature alone. */
export interface SchoolDirectory {
  /** The list that is good now; undefined when there is none. */
  list(): SchoolList | undefined;
  /** Fetches the list now; tells what became of it. */
  refresh(): Promise<
    'taken' | 'unchanged' | 'older' | 'ended' | 'ahead' | 'unreachable' | 'none' | ListFault
  >;
  /** Goes on fetching by itself. */
  start(): void;
  /** Fetches no more; a list that is on its way is still taken. */
  stop(): void;
}

/** What {@link createSchoolDirectory} depends on. */
export interface SchoolDirectoryParts {
  readonly directory: InstalledSchool['directory'];
  /** Where the last good list is kept, as it was signed. */
  readonly path: string;
  readonly fetch: Fetch;
  readonly now: () => number;
  readonly answerWithin: number;
  readonly unfinished: Unfinished;
  readonly log: Log;
}

const DAY = 86_400_000;
/** After a failure, for the school where the line comes at ten o'clock. */
const AGAIN = 3_600_000;

/** Opens the directory with the list that is kept; an installer without one knows its own school alone. */
export function createSchoolDirectory(parts: SchoolDirectoryParts): SchoolDirectory {
  const { directory, path, now, log } = parts;
  let kept = directory && readKept(path, directory.publicKey);
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  // Whatever is no time at all has ended too.
  const hasEnded = ({ expiresAt }: SchoolList): boolean => !(Date.parse(expiresAt) > now());
  /** A signer's mistake: such a list would shut out all later ones until its time comes. */
  const isAhead = ({ issuedAt }: SchoolList): boolean => !(Date.parse(issuedAt) <= now() + DAY);

  async function fetchList(url: string): Promise<string | undefined> {
    try {
      const response = await parts.fetch(url, {
        headers: { accept: 'application/jose, text/plain' },
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(parts.answerWithin),
      });
      return response.status === 200 ? await readBounded(response, LARGEST_SCHOOL_LIST) : undefined;
    } catch {
      return undefined;
    }
  }

  async function refresh(): ReturnType<SchoolDirectory['refresh']> {
    if (directory === undefined) return 'none';
    const text = await fetchList(directory.url);
    if (text === undefined) return 'unreachable';
    const list = readSignedList(text, directory.publicKey);
    if (!list.ok) return list.failure;
    if (hasEnded(list.value)) return 'ended';
    if (isAhead(list.value)) return 'ahead';
    // An old list, played back, would bring back a server that was taken off; also when the one that replaced it has ended.
    if (kept !== undefined && !isAhead(kept) && list.value.issuedAt < kept.issuedAt) return 'older';
    if (kept?.issuedAt === list.value.issuedAt) return 'unchanged';
    kept = list.value;
    await writeAtomically(path, text.trim()).catch((error: unknown) => log.error('directoryNotKept', error));
    return 'taken';
  }

  async function keepUp(): Promise<void> {
    const outcome = await refresh();
    log.info('directory', { outcome });
    if (stopped || outcome === 'none') return;
    timer = setTimeout(start, outcome === 'taken' || outcome === 'unchanged' ? DAY : AGAIN);
    timer.unref();
  }

  function start(): void {
    parts.unfinished.begin('directory', keepUp());
  }

  return {
    list: () => (kept === undefined || hasEnded(kept) ? undefined : kept),
    refresh,
    start,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

function readKept(path: string, publicKey: string): SchoolList | undefined {
  try {
    const list = readSignedList(readFileSync(path, 'utf8'), publicKey);
    return list.ok ? list.value : undefined;
  } catch {
    return undefined;
  }
}
