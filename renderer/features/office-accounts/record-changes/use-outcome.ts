import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActReport } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { useFormat } from '../../../i18n/format.ts';
import type { Decision } from './decide-dialog.tsx';

/** What came of a decision, in lines. */
export interface Outcome {
  readonly tone: 'ok' | 'warn';
  readonly lines: readonly string[];
}

/** Keeps what the last decision brought about, until the next one. */
export function useOutcome(): {
  readonly outcome: Outcome | undefined;
  readonly tell: (decision: Decision, report: ActReport) => void;
  readonly forget: () => void;
} {
  const { t } = useTranslation();
  const format = useFormat();
  const [outcome, setOutcome] = useState<Outcome>();
  const tell = useCallback(
    ({ verb, people }: Decision, { done, skipped }: ActReport) => {
      const left = new Set(skipped.map(({ username }) => username));
      const first = people.find(({ username }) => !left.has(username));
      const values = (code: string | undefined, emails: readonly string[] = []) => {
        const said = [...(code === undefined ? [] : [code]), ...emails].join(', ');
        return said === '' ? t('accounts.record.nothing') : said;
      };
      const { change } = first ?? {};
      const lines = [
        ...(done > 0
          ? [
              t(`accounts.record.${verb === 'confirm' ? 'confirmed' : 'refused'}`, {
                count: done,
                number: format.number(done),
                name: first?.name ?? '',
                before: values(change?.before?.fiscalCode, change?.before?.emails),
                after: values(change?.fiscalCode, change?.emails),
              }),
            ]
          : []),
        ...(skipped.some(({ reason }) => reason === 'changed') ? [t('accounts.record.changed')] : []),
        ...skipped
          .filter(({ reason }) => reason !== 'changed')
          .map(({ username, reason }) =>
            t('accounts.record.skipped', {
              name: people.find((person) => person.username === username)?.name ?? username,
              reason: t(`accounts.act.skip.${reason}`),
            }),
          ),
      ];
      setOutcome({ tone: skipped.length > 0 ? 'warn' : 'ok', lines });
    },
    [format, t],
  );
  const forget = useCallback(() => setOutcome(undefined), []);
  return { outcome, tell, forget };
}
