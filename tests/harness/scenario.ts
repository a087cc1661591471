/** What the register and its surroundings have gone through. */
export const SCENARIO_NAMES = [
  'calm',
  'busy',
  'offline',
  'empty',
  'first',
  'trouble',
  'closed',
  'full',
  'restored',
  'eventful',
  'unplanned',
  'justify',
  'justifyFrozen',
  'warned',
  'standingIn',
  'support',
  'hourly',
  'lastYear',
  'joined',
  'grades',
  'judgements',
  'frozen',
  'freezing',
  'council',
  'councilPrimary',
  'councilFrozen',
  'councilReligion',
] as const;

/** What the harness shows, chosen by the address: `?scenario=offline&session=open&role=teacher`. */
export interface Scenario {
  readonly name: (typeof SCENARIO_NAMES)[number];
  readonly session: 'out' | 'locked' | 'open';
  readonly accounts: boolean;
  readonly role: 'teacher' | 'office' | 'principal' | 'parent' | 'student';
  readonly remembered: boolean;
  /** How many entries wait; the scenario's own without it. */
  readonly waiting?: number;
  /** State of the address in the profile. */
  readonly email: 'none' | 'pending' | 'confirmed';
  readonly secondFactor: boolean;
  readonly pin: boolean;
  readonly picture: boolean;
  /** Whether other schools can be signed in to. */
  readonly schools: boolean;
  /** Whether the office has closed the account that is locked. */
  readonly blocked: boolean;
  /** How many entries on this computer nothing opens any more. */
  readonly lost: number;
  /** Whether two more entries are written while somebody looks at the number of those that wait. */
  readonly grows: boolean;
  /** Whether the school has a provider of digital identities. */
  readonly provider: boolean;
  /** Whether the accounts here were entered by it. */
  readonly byProvider: boolean;
  /** Whether unsent entries move over to a new password of this computer. */
  readonly keychain: boolean;
  /** Whether the server takes the session no more. */
  readonly ended: boolean;
  /** Whether the school has changed data of the record that open accounts. */
  readonly changed: boolean;
  /** How many accounts the office's table has; a new school's none. */
  readonly many: 'some' | 'thousands' | 'none';
  /** Whether the system's dialog for saving a file stays open until the test answers it. */
  readonly asksWhere: boolean;
}

/** Reads the scenario of a page's address. */
export function readScenario(search: string): Scenario {
  const query = new URLSearchParams(search);
  const chosen = <T extends string>(name: string, standard: T) => (query.get(name) ?? standard) as T;
  return {
    name: chosen<Scenario['name']>('scenario', 'calm'),
    session: chosen<Scenario['session']>('session', 'open'),
    accounts: query.get('accounts') !== 'none',
    role: chosen<Scenario['role']>('role', 'teacher'),
    remembered: query.get('remembered') !== 'no',
    ...(query.has('waiting') ? { waiting: Number(query.get('waiting')) } : {}),
    email: chosen<Scenario['email']>('email', 'confirmed'),
    secondFactor: query.get('secondFactor') === 'yes',
    pin: query.get('pin') === 'yes',
    picture: query.get('picture') === 'yes',
    schools: query.get('schools') === 'yes',
    blocked: query.get('blocked') === 'yes',
    lost: Number(query.get('lost') ?? 0),
    grows: query.get('grows') === 'yes',
    provider: query.get('provider') === 'yes',
    byProvider: query.get('byProvider') === 'yes',
    keychain: query.get('keychain') !== 'no',
    ended: query.get('ended') === 'yes',
    changed: query.get('changed') === 'yes',
    many: chosen<Scenario['many']>('many', 'some'),
    asksWhere: query.get('asksWhere') === 'yes',
  };
}
