/** One run of the test runner: a project or a part of it, with or without a keyring, on a screen and a bus of its own. */
export interface Round {
  /** Names its report, and the folder with the traces of what failed. */
  readonly name: string;
  readonly projects: readonly string[];
  readonly keyring: boolean;
  /** Which part of the tests: `1/3`; all when not given. */
  readonly shard?: string;
}

/** What the user chose on the command line. */
export interface Selection {
  /** Names of projects; empty means all. */
  readonly projects: readonly string[];
  /** Further arguments of the test runner: files, `--grep`, `--headed`. */
  readonly rest: readonly string[];
}

/** Into how many parts the pages in Chromium are cut, so that no lane stands empty while another has them all. */
const CHROMIUM_PARTS = 4;

/** The longest first: what is short fills the lanes at the end. */
const whole: readonly Round[] = [
  { name: 'electron-no-keyring', projects: ['electron-no-keyring'], keyring: false },
  { name: 'chromium', projects: ['chromium'], keyring: false },
  { name: 'electron-keyring', projects: ['electron-keyring'], keyring: true },
];

/** The rounds of a selection. Only what runs as a whole is cut into parts: of three tests, each part would build and open everything. */
export function roundsOf({ projects, rest }: Selection): readonly Round[] {
  const chosen = whole.filter(({ name }) => projects.length === 0 || projects.includes(name));
  return rest.length > 0 ? chosen : chosen.flatMap(partsOf);
}

function partsOf(round: Round): readonly Round[] {
  if (round.name !== 'chromium') return [round];
  return Array.from({ length: CHROMIUM_PARTS }, (_, index) => ({
    ...round,
    name: `${round.name}-${index + 1}`,
    shard: `${index + 1}/${CHROMIUM_PARTS}`,
  }));
}
