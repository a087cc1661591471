import { Select } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saySubject } from '../../../../domain/protocol/endpoints/office/office-endpoints.ts';
import { SPECIAL_SUBJECTS, type SpecialSubject } from '../../../../domain/grades/special-subjects.ts';
import { specialOf, type Subject } from '../../../../domain/kinds/subject/record.ts';
import type { Api } from '../../../data/api/api-request.ts';
import type { Register } from '../../../data/register.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { columnsOf } from '../../../ui/table/features.ts';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import { allSubjects } from '../view/subjects.ts';
import { ActedTable } from '../years/acted-table.tsx';

interface SubjectsSectionProps {
  readonly register: Register;
  readonly api: Api;
}

const make = columnsOf<Subject>();

/** What rules know each subject as: an import proposes it by the name, and the office has the last word (D27, D62, D70). */
export function SubjectsSection({ register, api }: SubjectsSectionProps) {
  const { t } = useTranslation();
  const rows = useViewValue(allSubjects, register);
  const attempt = useAttempt();
  const { run, busy } = attempt;
  const [said, setSaid] = useState<string>();
  const say = useCallback(
    async ({ id, entry, name }: Subject, special: SpecialSubject) => {
      setSaid(undefined);
      const done = await run(() => api.ask(saySubject, { body: { subject: id, seen: entry, special } }));
      if (!done.ok) return;
      setSaid(t('accounts.subjects.said', { name, what: t(`accounts.subjects.special.${special}`) }));
      register.status.syncNow();
    },
    [run, api, register, t],
  );
  const columns = useColumns(busy, say);
  return (
    <div>
      <ActedTable
        heading={t('accounts.subjects.heading')}
        lead={t('accounts.subjects.lead')}
        said={said}
        label={t('accounts.subjects.heading')}
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        empty={t('accounts.subjects.none')}
      >
        <FailureNotice attempt={attempt} />
      </ActedTable>
    </div>
  );
}

/** A subject, and what rules know it as, to be chosen. */
function useColumns(busy: boolean, say: (subject: Subject, special: SpecialSubject) => Promise<void>) {
  const { t } = useTranslation();
  return useMemo(
    () =>
      make.columns([
        make.accessor('name', {
          header: t('accounts.subjects.subject'),
          sortFn: 'text',
          meta: { isRowHeader: true },
        }),
        make.display({
          id: 'special',
          header: t('accounts.subjects.what'),
          meta: { hasControls: true },
          cell: ({ row: { original } }) => (
            <Select
              size="xs"
              w={360}
              aria-label={t('accounts.subjects.whatOf', { name: original.name })}
              allowDeselect={false}
              readOnly={busy}
              value={specialOf(original)}
              data={SPECIAL_SUBJECTS.map((each) => ({
                value: each,
                label: t(`accounts.subjects.special.${each}`),
              }))}
              onChange={(value) => {
                const special = SPECIAL_SUBJECTS.find((each) => each === value);
                if (special && special !== original.special) void say(original, special);
              }}
            />
          ),
        }),
      ]),
    [t, busy, say],
  );
}
