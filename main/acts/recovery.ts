import { toSchoolId, type SchoolId } from '../../domain/base/ids.ts';
import { fail, type Result } from '../../domain/base/result.ts';
import type { RecoveryAnswer, RecoveryRequest } from '../../domain/protocol/endpoints/account/account.ts';
import type { ActFailure } from '../../domain/protocol/bridge/act-failures.ts';
import type { KnownServers } from '../directory/known-servers.ts';
import { toActFailure } from '../network/server-failures.ts';
import type { SessionTransport } from '../network/transport.ts';

/** Asks the server of a school for a new password (S16, S18). */
export type Recovery = (
  request: RecoveryRequest & { readonly school?: string },
) => Promise<Result<RecoveryAnswer, ActFailure>>;

/** Creates the recovery; without a school it is that of the installer. */
export function createRecovery(
  transport: SessionTransport,
  servers: KnownServers,
  installed: SchoolId,
): Recovery {
  return async ({ school, ...request }) => {
    const server = servers.of({ school: toSchoolId(school ?? installed) });
    if (server === undefined) return fail({ kind: 'internal' });
    const answer = await transport.recover(server, request);
    return answer.ok ? answer : fail(toActFailure(answer.failure));
  };
}
