/** What the harness shows, chosen by the address: `?scenario=offline&session=open&role=teacher`. */
export interface Scenario {
  readonly name: 'calm' | 'busy' | 'offline' | 'empty' | 'first' | 'trouble' | 'closed' | 'full';
  readonly session: 'out' | 'locked' | 'open';
  readonly accounts: boolean;
  readonly role: 'teacher' | 'office';
  readonly remembered: boolean;
  /** How many entries wait; the scenario's own without it. */
  readonly waiting?: number;
}

/** Reads the scenario of a page's address. */
export function readScenario(search: string): Scenario {
  const query = new URLSearchParams(search);
  return {
    name: (query.get('scenario') ?? 'calm') as Scenario['name'],
    session: (query.get('session') ?? 'open') as Scenario['session'],
    accounts: query.get('accounts') !== 'none',
    role: (query.get('role') ?? 'teacher') as Scenario['role'],
    remembered: query.get('remembered') !== 'no',
    ...(query.has('waiting') ? { waiting: Number(query.get('waiting')) } : {}),
  };
}
