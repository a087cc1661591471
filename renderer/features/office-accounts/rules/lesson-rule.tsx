import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SchoolRules } from '../../../../domain/protocol/endpoints/office-accounts/school-rules.ts';
import { BEFORE_HOUR, SIGNING_WINDOWS } from '../../../../domain/kinds/school/record.ts';
import { Rule } from './rule.tsx';

interface LessonRuleProps {
  readonly rules: SchoolRules;
  readonly onChange: (part: Partial<SchoolRules>) => void;
}

/** When a lesson may be signed and its roll called (D19): until when, and whether before it begins. */
export function LessonRule({ rules, onChange }: LessonRuleProps) {
  const { t } = useTranslation();
  const { signingWindow, beforeHour } = rules;
  return (
    <Rule title={t('accounts.lessons.title')} text={t('accounts.lessons.text')}>
      <Radio.Group
        label={t('accounts.lessons.window')}
        value={signingWindow ?? null}
        onChange={(value) => {
          const chosen = SIGNING_WINDOWS.find((each) => each === value);
          if (chosen) onChange({ signingWindow: chosen });
        }}
      >
        <Stack gap="xs" mt={6} mb="md">
          {SIGNING_WINDOWS.map((each) => (
            <Radio key={each} value={each} label={t(`accounts.lessons.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t('accounts.lessons.before')}
        value={beforeHour ?? null}
        onChange={(value) => {
          const chosen = BEFORE_HOUR.find((each) => each === value);
          if (chosen) onChange({ beforeHour: chosen });
        }}
      >
        <Stack gap="xs" mt={6}>
          {BEFORE_HOUR.map((each) => (
            <Radio key={each} value={each} label={t(`accounts.lessons.early.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </Rule>
  );
}
