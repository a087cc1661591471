import type { Result } from '../../../../domain/base/result.ts';
import { listHandOvers } from '../../../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { OfficeHandOvers } from '../../../../domain/protocol/endpoints/session/hand-over.ts';
import type { Api, ApiFailure } from '../../../data/api/api-request.ts';

/** What a list on a screen is good for: the rest follows when these are decided. */
const MOST_PAGES = 10;

/** The pages of the list one after the other, as many as somebody looks through. */
export async function allHandOvers(
  api: Api,
  signal?: AbortSignal,
): Promise<Result<OfficeHandOvers, ApiFailure>> {
  const entries: OfficeHandOvers['entries'][number][] = [];
  let query: { readonly after?: string } = {};
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await api.ask(listHandOvers, { query, signal });
    if (!answer.ok) return answer;
    entries.push(...answer.value.entries);
    if (answer.value.next === undefined) break;
    query = { after: answer.value.next };
  }
  return { ok: true, value: { entries } };
}
