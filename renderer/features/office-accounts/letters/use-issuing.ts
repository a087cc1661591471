import { useCallback, useRef, useState } from 'react';
import type {
  IssueAnswer,
  IssueRequest,
} from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { issueAccounts } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import type { Api, ApiFailure } from '../../../data/api/api-request.ts';

/** One part of issuing, with the name under which its progress is told. */
export interface IssuePart {
  readonly request: IssueRequest;
  readonly name: string;
}

/** State of issuing, part by part. */
export interface Issuing {
  readonly phase: 'idle' | 'running' | 'done' | 'stopped';
  readonly done: number;
  readonly total: number;
  readonly current: string;
  readonly issued: number;
  readonly refused: IssueAnswer['refused'];
  readonly failure: ApiFailure | undefined;
}

const IDLE: Issuing = {
  phase: 'idle',
  done: 0,
  total: 0,
  current: '',
  issued: 0,
  refused: [],
  failure: undefined,
};

/** Issues part by part: each is one request, so that there is progress to show and what is done stays done. */
export function useIssuing(api: Api): {
  readonly issuing: Issuing;
  start(parts: readonly IssuePart[]): Promise<void>;
  stop(): void;
  reset(): void;
} {
  const [issuing, setIssuing] = useState(IDLE);
  const stopped = useRef(false);

  const start = useCallback(
    async (parts: readonly IssuePart[]) => {
      stopped.current = false;
      let state: Issuing = { ...IDLE, phase: 'running', total: parts.length };
      const show = (next: Partial<Issuing>) => {
        state = { ...state, ...next };
        setIssuing(state);
      };
      for (const { request, name } of parts) {
        if (stopped.current) return show({ phase: 'stopped' });
        show({ current: name });
        const answer = await api.ask(issueAccounts, { body: request });
        if (!answer.ok) return show({ phase: 'stopped', failure: answer.failure });
        show({
          done: state.done + 1,
          issued: state.issued + answer.value.issued.length,
          refused: [...state.refused, ...answer.value.refused],
        });
      }
      show({ phase: 'done' });
    },
    [api],
  );
  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  const reset = useCallback(() => setIssuing(IDLE), []);
  return { issuing, start, stop, reset };
}
