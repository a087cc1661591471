import { Button, Group, Modal, Progress, Radio, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  NOT_ISSUED_REASONS,
  type OfficeAccounts,
} from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import type { Api } from '../../../data/api/api-request.ts';
import { classOptions } from '../../../i18n/class-options.ts';
import { useFormat } from '../../../i18n/format.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import classes from '../office-accounts.module.css';
import { useIssuing, type Issuing, type IssuePart } from './use-issuing.ts';
import type { NamedClass } from '../asked/use-school-classes.ts';

interface IssueDialogProps {
  readonly opened: boolean;
  readonly missing: OfficeAccounts['missing'];
  /** Whether there is no account at all: with nobody missing either, nobody is known. */
  readonly isEmptySchool: boolean;
  readonly classes: readonly NamedClass[];
  readonly api: Api;
  /** Goes on to the letters, of the class that was just issued where it was one. */
  readonly onLetters: (classId: string | undefined) => void;
  readonly onClose: () => void;
}

const SCOPES = ['class', 'staff', 'all'] as const;

/** Creates accounts for those who have none: all new ones, the staff, or a class. */
export function IssueDialog(props: IssueDialogProps) {
  const { opened, missing, isEmptySchool, classes: ofSchool, api, onLetters, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { issuing, start, stop, reset } = useIssuing(api);
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('class');
  const [classId, setClassId] = useState<string | null>(null);
  const guardians = missing.firstGuardian + missing.secondGuardian;
  const everybody = missing.staff + guardians + missing.student;
  const nobody = everybody === 0;
  const countOf = (id: string | null) => missing.classes.find((each) => each.classId === id)?.count ?? 0;
  const wanted = scope === 'all' ? everybody : scope === 'staff' ? missing.staff : countOf(classId);
  const chosen = ofSchool.find(({ id }) => id === classId);

  const parts = (): readonly IssuePart[] => {
    const staff: IssuePart = { request: { staff: true }, name: t('accounts.issue.staff') };
    const partOf = ({ id, name }: NamedClass): IssuePart => ({ request: { classId: id }, name });
    if (scope === 'all') return [staff, ...ofSchool.map(partOf)];
    if (scope === 'staff') return [staff];
    return chosen ? [partOf(chosen)] : [];
  };
  const close = () => {
    stop();
    reset();
    onClose();
  };

  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('accounts.issue.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      closeOnClickOutside={issuing.phase !== 'running'}
    >
      <Stack gap="sm">
        {issuing.phase === 'idle' && (
          <>
            <p style={{ margin: 0 }}>{t('accounts.issue.text')}</p>
            <Notice tone="info">
              {nobody
                ? t(isEmptySchool ? 'accounts.issue.noPeople' : 'accounts.issue.nobody')
                : t('accounts.issue.missing', {
                    staff: format.number(missing.staff),
                    guardians: format.number(guardians),
                    students: format.number(missing.student),
                  })}
            </Notice>
            <Radio.Group
              label={t('accounts.issue.whom')}
              value={scope}
              onChange={(value) => setScope(SCOPES.find((each) => each === value) ?? 'all')}
            >
              <Stack gap={8} mt={6}>
                {SCOPES.map((each) => (
                  <Radio
                    key={each}
                    value={each}
                    label={t(`accounts.issue.${each}`)}
                    data-autofocus={each === scope || undefined}
                  />
                ))}
              </Stack>
            </Radio.Group>
            {scope === 'class' && (
              <Select
                label={t('accounts.issue.classLabel')}
                searchable
                value={classId}
                onChange={setClassId}
                data={classOptions(
                  ofSchool,
                  ({ id, name }) => ({
                    value: id,
                    label: t('accounts.issue.classCount', { name, number: format.number(countOf(id)) }),
                  }),
                  t,
                )}
              />
            )}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={close}>
                {t('common.cancel')}
              </Button>
              <Button disabled={wanted === 0} onClick={() => void start(parts())}>
                {wanted === 0
                  ? t('accounts.issue.start')
                  : t('accounts.issue.startCount', { count: wanted, number: format.number(wanted) })}
              </Button>
            </Group>
          </>
        )}
        {issuing.phase === 'running' && <Running issuing={issuing} onStop={stop} />}
        {(issuing.phase === 'done' || issuing.phase === 'stopped') && (
          <>
            <Outcome issuing={issuing} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={close}>
                {t('common.close')}
              </Button>
              {issuing.issued > 0 && (
                <Button
                  onClick={() => {
                    reset();
                    onLetters(scope === 'class' ? chosen?.id : undefined);
                  }}
                >
                  {t('accounts.issue.lettersNext')}
                </Button>
              )}
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}

function Running({ issuing, onStop }: { readonly issuing: Issuing; readonly onStop: () => void }) {
  const { t } = useTranslation();
  const { current, done, total } = issuing;
  const text = t('accounts.issue.progress', { what: current, done, total });
  return (
    <>
      <p style={{ margin: 0 }} role="status">
        {text}
      </p>
      <Progress value={(done / Math.max(1, total)) * 100} animated aria-label={text} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onStop}>
          {t('accounts.issue.stop')}
        </Button>
      </Group>
    </>
  );
}

/** Reasons with how many they hold for: a primary class alone would fill the screen with names. */
function Outcome({ issuing }: { readonly issuing: Issuing }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { issued, refused, failure, phase } = issuing;
  const reasons = NOT_ISSUED_REASONS.map(
    (reason) => [reason, refused.filter((each) => each.reason === reason)] as const,
  ).filter(([, people]) => people.length > 0);
  return (
    <>
      {failure && <FailureNotice attempt={{ failure, waitSeconds: failure.waitSeconds ?? 0 }} />}
      <Notice tone={phase === 'done' ? 'ok' : 'warn'} urgent>
        {t('accounts.issue.issued', { count: issued, number: format.number(issued) })}{' '}
        {phase === 'stopped' && t('accounts.issue.stopped')}
      </Notice>
      {refused.length > 0 && (
        <div>
          <strong>
            {t('accounts.issue.refused', { count: refused.length, number: format.number(refused.length) })}
          </strong>
          <ul className={classes['reasons']}>
            {reasons.map(([reason, people]) => (
              <li key={reason} title={people.map(({ name }) => name).join(', ')}>
                {format.number(people.length)}: {t(`accounts.issue.reason.${reason}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
