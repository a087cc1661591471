import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import type {
  Checkpoint,
  PullPage,
  PushOutcome,
  PushRow,
  SyncAnswer,
} from '../../domain/protocol/endpoints/register/sync.ts';
import type { CollectionName } from '../../domain/record/collection-names.ts';

/** Asks the server for one page of one collection, as plainly as it can be done. */
export async function pullOnce(
  collection: CollectionName,
  checkpoint: Checkpoint,
  limit: number,
): Promise<PullPage> {
  const { pull } = await exchange({ push: {}, pull: { [collection]: { checkpoint, limit } } });
  const page = pull[collection];
  if (!page) throw new Error(`No page of ${collection}`);
  return page;
}

/** Pushes rows of one collection; throws unless the server stored all of them. */
export async function pushOnce(
  collection: CollectionName,
  rows: readonly PushRow[],
): Promise<readonly PushOutcome[]> {
  const { push } = await exchange({ push: { [collection]: rows }, pull: {} });
  const outcomes = push[collection] ?? [];
  const other = outcomes.find(({ outcome }) => outcome !== 'stored');
  if (other || outcomes.length !== rows.length) throw new Error(`Not stored: ${JSON.stringify(other)}`);
  return outcomes;
}

async function exchange(content: object): Promise<SyncAnswer> {
  const response = await fetch('/api/sync', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ protocol: PROTOCOL_VERSION, client: 'bench', ...content }),
  });
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  // The cast: our own server answered with success.
  return (await response.json()) as SyncAnswer;
}
