import { Button, Checkbox, Loader, Stack } from '@mantine/core';
import { useCallback, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  SchoolRules,
  SchoolRulesAnswer,
} from '../../../../domain/protocol/endpoints/office-accounts/school-rules.ts';
import { STAFF_ROLES } from '../../../../domain/access/staff-role.ts';
import { ACCOUNT_KINDS } from '../../../../domain/people/username.ts';
import {
  changeRules,
  readRules,
} from '../../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import { areGradingSettings } from '../../../../domain/school/grading/grading-settings.ts';
import type { Api } from '../../../data/api/api-request.ts';
import type { Register } from '../../../data/register.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import classes from '../office-accounts.module.css';
import { OfficeFailure } from '../asked/office-failure.tsx';
import { AttendanceRules } from './attendance-rules.tsx';
import { GradingRules } from './grading-rules.tsx';
import { LessonRule } from './lesson-rule.tsx';
import { Rule } from './rule.tsx';
import ofRules from './rules.module.css';
import { StudentRule } from './student-rule.tsx';
import { SubjectsSection } from '../subjects/subjects-section.tsx';
import { useOfficeData } from '../asked/use-office-data.ts';

interface RulesViewProps {
  readonly register: Register;
  readonly api: Api;
}

/** What the school decides on access: the second factor, pupils’ accounts, whom the provider alone lets in. */
export function RulesView({ register, api }: RulesViewProps) {
  const { data, failure, reload } = useOfficeData<SchoolRulesAnswer>(
    useCallback((signal) => api.ask(readRules, { signal }), [api]),
  );
  return (
    <>
      {failure && (
        <OfficeFailure failure={failure} hasData={data !== undefined} onRetry={() => void reload()} />
      )}
      {!data && !failure && <Loader size="sm" />}
      {data && <RulesForm answer={data} api={api} />}
      <SubjectsSection register={register} api={api} />
    </>
  );
}

function RulesForm({ answer, api }: { readonly answer: SchoolRulesAnswer; readonly api: Api }) {
  const { provider, ...rules } = answer;
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [chosen, setChosen] = useState(rules);
  const [saved, setSaved] = useState(false);
  const [faults, setFaults] = useState(false);

  const change = (part: Partial<SchoolRules>) => {
    setSaved(false);
    setFaults(false);
    setChosen({ ...chosen, ...part });
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const hasFaults = !areGradingSettings(chosen.gradingRules ?? {});
    setFaults(hasFaults);
    if (hasFaults) return form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    const result = await attempt.run(() => api.ask(changeRules, { body: chosen }));
    setSaved(result.ok);
  };

  return (
    <form className={ofRules['rules']} onSubmit={(event) => void submit(event)} noValidate>
      <Rule title={t('accounts.rules.secondFactor')} text={t('accounts.rules.secondFactorText')}>
        <Checkbox.Group
          label={t('accounts.rules.secondFactor')}
          labelProps={{ className: classes['hidden'] }}
          value={[...chosen.secondFactorRoles]}
          onChange={(roles) =>
            change({ secondFactorRoles: STAFF_ROLES.filter((role) => roles.includes(role)) })
          }
        >
          <Stack gap="xs">
            {STAFF_ROLES.map((role) => (
              <Checkbox key={role} value={role} label={t(`common.roles.${role}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Rule>
      <StudentRule rules={chosen} onChange={change} />
      <LessonRule rules={chosen} onChange={change} />
      {chosen.attendanceRules && (
        <AttendanceRules
          settings={chosen.attendanceRules}
          onChange={(attendanceRules) => change({ attendanceRules })}
        />
      )}
      {chosen.gradingRules && (
        <GradingRules settings={chosen.gradingRules} onChange={(gradingRules) => change({ gradingRules })} />
      )}
      <PasswordsOff
        provider={provider?.name}
        kinds={chosen.localPasswordOff}
        onChange={(localPasswordOff) => change({ localPasswordOff })}
      />
      <div className={ofRules['rulesFoot']}>
        <FailureNotice attempt={attempt} />
        {faults && (
          <Notice tone="warn" urgent>
            {t('accounts.rules.faults')}
          </Notice>
        )}
        {saved && (
          <Notice tone="ok" urgent>
            {t('accounts.rules.saved')}
          </Notice>
        )}
        <Button type="submit" loading={attempt.busy} w="fit-content">
          {t('accounts.rules.save')}
        </Button>
      </div>
    </form>
  );
}

interface PasswordsOffProps {
  /** Who lets people in instead; undefined where there is nobody. */
  readonly provider: string | undefined;
  readonly kinds: NonNullable<SchoolRules['localPasswordOff']>;
  readonly onChange: (kinds: NonNullable<SchoolRules['localPasswordOff']>) => void;
}

/** Whose password opens nothing: only where somebody else says who they are. */
function PasswordsOff({ provider, kinds, onChange }: PasswordsOffProps) {
  const { t } = useTranslation();
  return (
    <Rule
      title={t('accounts.rules.passwords')}
      text={
        provider === undefined
          ? t('accounts.rules.passwordsNone')
          : t('accounts.rules.passwordsText', { name: provider })
      }
    >
      <Checkbox.Group
        label={t('accounts.rules.passwords')}
        labelProps={{ className: classes['hidden'] }}
        value={[...kinds]}
        onChange={(chosen) => onChange(ACCOUNT_KINDS.filter((kind) => chosen.includes(kind)))}
      >
        <Stack gap="xs">
          {ACCOUNT_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              value={kind}
              label={t(`accounts.kind.${kind}`)}
              // What rests without a provider can still be taken back.
              disabled={provider === undefined && !kinds.includes(kind)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {provider !== undefined && kinds.length > 0 && (
        <div className={ofRules['ruleNotice']}>
          <Notice tone="warn" title={t('accounts.rules.passwordsWarning')}>
            {t('accounts.rules.passwordsWarningText')}
          </Notice>
        </div>
      )}
    </Rule>
  );
}
