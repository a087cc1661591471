/** What tests and development may set by the environment. A packaged app reads none of it: a shortcut could point it elsewhere. */
export interface Environment {
  /** Folder of all the app's data, in place of the system's. */
  readonly userData?: string;
  readonly server?: string;
  readonly schoolConfig?: string;
  readonly idleSeconds: number;
  /** Milliseconds for the server's first answer. */
  readonly answerWithin: number;
  /** Milliseconds without a byte after which the change stream counts as dead. */
  readonly silence: number;
  /** Longest pause, in milliseconds, between attempts to reach the server. */
  readonly longestPause: number;
}

const DEFAULTS = { idleSeconds: 600, answerWithin: 15_000, silence: 40_000, longestPause: 120_000 } as const;

/** Reads the environment; an unusable number is an error that names its variable. */
export function readEnvironment(
  packaged: boolean,
  variables: Readonly<Record<string, string | undefined>>,
): Environment {
  if (packaged) return DEFAULTS;

  function text(name: string): string | undefined {
    const value = variables[name];
    return value === '' ? undefined : value;
  }

  function number(name: string, fallback: number): number {
    const value = text(name);
    if (value === undefined) return fallback;
    if (!/^[0-9]{1,9}$/.test(value) || Number(value) === 0)
      throw new Error(`${name} must be a whole number above 0`);
    return Number(value);
  }

  const userData = text('CAMPANELLA_USER_DATA');
  const server = text('CAMPANELLA_SERVER');
  const schoolConfig = text('CAMPANELLA_SCHOOL_CONFIG');
  return {
    ...(userData !== undefined && { userData }),
    ...(server !== undefined && { server }),
    ...(schoolConfig !== undefined && { schoolConfig }),
    idleSeconds: number('CAMPANELLA_IDLE_SECONDS', DEFAULTS.idleSeconds),
    answerWithin: number('CAMPANELLA_ANSWER_MS', DEFAULTS.answerWithin),
    silence: number('CAMPANELLA_SILENCE_MS', DEFAULTS.silence),
    longestPause: number('CAMPANELLA_PAUSE_MS', DEFAULTS.longestPause),
  };
}
