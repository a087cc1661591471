import { Button } from '@mantine/core';
import { IconFileText, IconUserPlus } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compareByName } from '../../../../domain/kinds/person/record.ts';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import type { Api } from '../../../data/api/api-request.ts';
import type { Register } from '../../../data/register.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { TableStates } from '../../../ui/table/table-states.tsx';
import { AccountFilters } from './account-filters.tsx';
import { EVERYBODY, filterAccounts, NEVER_ACTIVATED } from '../people/account-filter.ts';
import { AccountTable } from './account-table.tsx';
import { ActDialog } from '../acts/act-dialog.tsx';
import { IssueDialog } from '../letters/issue-dialog.tsx';
import { LettersStep } from '../letters/letters-step.tsx';
import { NeverActivated } from './never-activated.tsx';
import { RecordChanges } from '../record-changes/record-changes.tsx';
import type { SaveFile } from '../../../hosts/save-file.ts';
import classes from '../office-accounts.module.css';
import type { OfficeAct } from '../acts/office-act.ts';
import { OfficeFailure } from '../asked/office-failure.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useAccounts } from '../asked/use-accounts.ts';
import { useSchoolClasses } from '../asked/use-school-classes.ts';

interface AccountsViewProps {
  readonly register: Register;
  readonly api: Api;
  readonly onSaveFile: SaveFile;
  /** Whether it begins with the report of accounts that were never activated. */
  readonly report: boolean;
  /** Whom it begins with, by the name; empty for everybody. */
  readonly find: string;
  readonly onEvents: (username: string) => void;
}

/** Every account of the school: searched, filtered, and acted on, one or many at once. */
export function AccountsView({ register, api, onSaveFile, report, find, onEvents }: AccountsViewProps) {
  const { t } = useTranslation();
  const { data, failure, reload } = useAccounts(register, api);
  const classesOfSchool = useSchoolClasses(register);
  const [filter, setFilter] = useState(report ? NEVER_ACTIVATED : { ...EVERYBODY, text: find });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [act, setAct] = useState<OfficeAct>();
  const [said, setSaid] = useState<string>();
  const [issuedClass, setIssuedClass] = useState<string>();
  const [dialog, setDialog] = useState<'issue' | 'classLetters' | 'chosenLetters'>();
  // Once: two thousand accounts are not ordered anew because a second has passed.
  const [now] = useState(() => register.now());
  // Accounts that are alike in the order asked for are by name among themselves.
  const byName = useMemo(() => (data?.accounts ?? []).toSorted(compareByName), [data]);
  const shown = useMemo(() => filterAccounts(byName, filter, now), [byName, filter, now]);
  const chosen = useMemo(
    () => (data?.accounts ?? []).filter(({ username }) => selected.has(username)),
    [data, selected],
  );
  const hidden = useMemo(() => {
    const inSight = new Set(shown);
    return chosen.filter((account) => !inSight.has(account)).length;
  }, [chosen, shown]);
  const begin = useCallback((next: OfficeAct) => {
    setSaid(undefined);
    setAct(next);
  }, []);
  const close = () => {
    setDialog(undefined);
    void reload();
  };

  return (
    <TableStates
      data={data}
      failure={
        failure && (
          <OfficeFailure failure={failure} hasData={data !== undefined} onRetry={() => void reload()} />
        )
      }
      loading={t('accounts.loading')}
    >
      {(loaded) => (
        <>
          {said !== undefined && (
            <Notice tone="ok" urgent closeLabel={t('common.close')} onClose={() => setSaid(undefined)}>
              {said}
            </Notice>
          )}
          <NeverActivated
            register={register}
            accounts={loaded.accounts}
            api={api}
            onSaveFile={onSaveFile}
            onShow={() => setFilter(NEVER_ACTIVATED)}
            onRemind={(accounts) => begin({ kind: 'remind', accounts })}
          />
          <RecordChanges accounts={loaded.accounts} api={api} onChanged={() => void reload()} />
          <div className={classes['toolbar']}>
            <AccountFilters filter={filter} classes={classesOfSchool} onFilter={setFilter} />
          </div>
          <SelectionBar
            chosen={chosen}
            total={loaded.accounts.length}
            shown={shown.length}
            hidden={hidden}
            leavers={loaded.accounts.filter(isLeaver)}
            onAct={begin}
            onLetters={() => setDialog('chosenLetters')}
            onClear={() => setSelected(new Set())}
          >
            <div className={classes['actions']}>
              <Button
                variant="default"
                leftSection={<IconFileText size={17} stroke={1.7} />}
                onClick={() => {
                  setIssuedClass(undefined);
                  setDialog('classLetters');
                }}
              >
                {t('accounts.letters.classLetters')}
              </Button>
              <Button
                leftSection={<IconUserPlus size={17} stroke={1.7} />}
                onClick={() => setDialog('issue')}
              >
                {t('accounts.issue.button')}
              </Button>
            </div>
          </SelectionBar>
          <AccountTable
            accounts={shown}
            isEmptySchool={loaded.accounts.length === 0}
            now={now}
            selected={selected}
            onSelect={setSelected}
            onAct={begin}
            onEvents={onEvents}
          />
          <IssueDialog
            opened={dialog === 'issue'}
            missing={loaded.missing}
            isEmptySchool={loaded.accounts.length === 0}
            classes={classesOfSchool}
            api={api}
            onLetters={(classId) => {
              setIssuedClass(classId);
              setDialog('classLetters');
              void reload();
            }}
            onClose={close}
          />
          <LettersStep
            register={register}
            opened={dialog === 'classLetters' || dialog === 'chosenLetters'}
            accounts={loaded.accounts}
            chosen={dialog === 'chosenLetters' ? chosen : undefined}
            firstClass={issuedClass}
            classes={classesOfSchool}
            now={now}
            api={api}
            onSaveFile={onSaveFile}
            onClose={close}
          />
          <ActDialog
            act={act}
            accounts={loaded.accounts}
            canMail={loaded.canMail}
            api={api}
            onDone={(text) => {
              setSaid(text);
              setSelected(new Set());
              void reload();
            }}
            onClose={() => setAct(undefined)}
          />
        </>
      )}
    </TableStates>
  );
}

function isLeaver({ hasLeft, state }: OfficeAccount): boolean {
  return hasLeft && state !== 'blocked';
}
