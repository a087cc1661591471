import { Button, Group } from '@mantine/core';
import { useEffect, useRef, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import type { Api } from '../../../data/api/api-request.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import classes from '../people/whole-texts.module.css';
import { ChangeFacts } from './change-facts.tsx';
import { DecideDialog, type Decision } from './decide-dialog.tsx';
import { peopleWithChanges } from './people-with-changes.ts';
import { useOutcome } from './use-outcome.ts';

interface RecordChangesProps {
  readonly accounts: readonly OfficeAccount[];
  readonly api: Api;
  readonly onChanged: () => void;
}

/** So many are listed: after an import there may be hundreds. */
const SHOWN = 20;

/** Fiscal codes and addresses that were changed of people who use an account: a second person confirms or refuses them. */
export function RecordChanges({ accounts, api, onChanged }: RecordChangesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [decision, setDecision] = useState<Decision>();
  const { outcome, tell, forget } = useOutcome();
  const opener = useRef<HTMLElement>(null);
  const place = useRef<HTMLDivElement>(null);
  // The buttons of what was decided are gone: the keyboard goes on where the result stands.
  useEffect(() => {
    if (outcome) place.current?.focus();
  }, [outcome]);
  const people = peopleWithChanges(accounts);
  if (people.length === 0 && !outcome) return null;

  const shown = people.slice(0, SHOWN);
  // Nobody confirms what they have not seen: those beyond the list come when these are done.
  const ofOthers = shown.filter(({ change }) => !change.own);
  const ask = (next: Decision) => (event: MouseEvent<HTMLElement>) => {
    opener.current = event.currentTarget;
    forget();
    setDecision(next);
  };
  return (
    <div data-changes="" ref={place} tabIndex={-1} className={classes['place']}>
      {outcome && (
        <Notice tone={outcome.tone} urgent closeLabel={t('common.close')} onClose={forget}>
          {outcome.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      {people.length > 0 && (
        <Notice
          tone="warn"
          action={
            ofOthers.length > 1 && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={ask({ verb: 'confirm', people: ofOthers })}
              >
                {t('accounts.record.confirmAll', {
                  count: ofOthers.length,
                  number: format.number(ofOthers.length),
                })}
              </Button>
            )
          }
          title={t('accounts.record.title', { count: people.length, number: format.number(people.length) })}
        >
          <p>{t('accounts.record.text')}</p>
          <ul className={classes['changes']}>
            {shown.map((person) => (
              <li key={person.username}>
                <ChangeFacts person={person} />
                {person.change.own ? (
                  <div>{t('accounts.record.own')}</div>
                ) : (
                  <Group gap={6} mt={4}>
                    {(['confirm', 'refuse'] as const).map((verb) => (
                      <Button
                        key={verb}
                        size="compact-sm"
                        variant="default"
                        aria-label={t(`accounts.record.${verb}Name`, { name: person.name })}
                        onClick={ask({ verb, people: [person] })}
                      >
                        {t(`accounts.record.${verb}`)}
                      </Button>
                    ))}
                  </Group>
                )}
              </li>
            ))}
          </ul>
          {people.length > SHOWN && (
            <p>
              {t('accounts.record.more', {
                count: people.length - SHOWN,
                number: format.number(people.length - SHOWN),
              })}
            </p>
          )}
        </Notice>
      )}
      <DecideDialog
        decision={decision}
        api={api}
        onDone={(done, report) => {
          setDecision(undefined);
          tell(done, report);
          onChanged();
        }}
        onClose={() => {
          setDecision(undefined);
          opener.current?.focus();
        }}
      />
    </div>
  );
}
