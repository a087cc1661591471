import { useLocalStorage } from '@mantine/hooks';
import type { Observable } from 'rxjs';
import { useLocation } from 'wouter';
import { can } from '../../../domain/access/capabilities.ts';
import { readRestored } from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { Api } from '../../data/api/api-request.ts';
import { syncStatus } from '../../views/sync-status.ts';
import { useFrameValue } from '../../ui/use-view.ts';
import { noNews, putBackNews, type PutBackNews } from './put-back-news.ts';
import type { Register } from '../../data/register.ts';
import { HAND_OVERS_PATH } from '../../ui/routes.ts';

/** The news, and the way to see it no more; none while entries are missing, since they do not go away by being read about. */
export interface ShownPutBackNews extends PutBackNews {
  readonly dismiss: (() => void) | undefined;
}

/** What those who answer for the whole school are told of a register taken from an earlier copy; undefined when there is nothing to tell. */
export function usePutBackNews(register: Register, api: Api): ShownPutBackNews | undefined {
  const [location] = useLocation();
  // The list says it itself; whoever leaves it may have set some aside, and so it is asked anew.
  const wanted = can(register.identity, 'runSchool') && location !== HAND_OVERS_PATH;
  // Of the office at this computer, not of one clerk: the next one has heard of it.
  const [read, setRead] = useLocalStorage({
    key: `campanella.put-back-read.${register.identity.school}`,
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  const news = useFrameValue(wanted ? askedNews : noNews, register, api);
  if (!wanted || !news) return undefined;
  if (news.missing > 0) return { ...news, dismiss: undefined };
  return read >= news.noticedAt ? undefined : { ...news, dismiss: () => setRead(news.noticedAt) };
}

function askedNews(register: Register, api: Api): Observable<PutBackNews | undefined> {
  return putBackNews({ ask: () => api.ask(readRestored), status: syncStatus(register) });
}
