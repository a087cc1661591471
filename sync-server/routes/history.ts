import * as endpoints from '../../domain/protocol/endpoints/register/register-endpoints.ts';
import type { Serve } from '../http/serve.ts';
import type { ReadHistory } from '../register/history.ts';

/** The accepted versions of a record, with both times and the links of the hash chain. */
export function historyRoute(serve: Serve, read: ReadHistory): void {
  serve(endpoints.readHistory, ({ who, params, query }) =>
    read(who, params.collection, params.id, query.below === undefined ? undefined : Number(query.below)),
  );
}
