import { Checkbox, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SchoolRules } from '../../../../domain/protocol/endpoints/office-accounts/school-rules.ts';
import { STUDENT_LEVELS } from '../../../../domain/kinds/school/record.ts';
import classes from '../office-accounts.module.css';
import { Rule } from './rule.tsx';

interface StudentRuleProps {
  readonly rules: SchoolRules;
  readonly onChange: (part: Partial<SchoolRules>) => void;
}

/** Which pupils have accounts of their own: none, or those of some levels of secondary school (S4). */
export function StudentRule({ rules, onChange }: StudentRuleProps) {
  const { t } = useTranslation();
  const { studentAccess, studentLevelsOff = [] } = rules;
  const levels = STUDENT_LEVELS.filter((level) => !studentLevelsOff.includes(level));
  return (
    <Rule title={t('accounts.rules.students')} text={t('accounts.rules.studentsText')}>
      <Radio.Group
        label={t('accounts.rules.students')}
        labelProps={{ className: classes['hidden'] }}
        value={studentAccess}
        onChange={(value) => onChange({ studentAccess: value === 'off' ? 'off' : 'secondaryOnly' })}
      >
        <Stack gap="xs">
          <Radio value="secondaryOnly" label={t('accounts.rules.secondaryOnly')} />
          <Radio value="off" label={t('accounts.rules.studentsOff')} />
        </Stack>
      </Radio.Group>
      {studentAccess !== 'off' && (
        <Checkbox.Group
          mt="sm"
          pl="xl"
          label={t('accounts.rules.studentLevels')}
          labelProps={{ className: classes['hidden'] }}
          value={[...levels]}
          onChange={(chosen) =>
            onChange({ studentLevelsOff: STUDENT_LEVELS.filter((level) => !chosen.includes(level)) })
          }
        >
          <Stack gap="xs">
            {STUDENT_LEVELS.map((level) => (
              <Checkbox key={level} value={level} label={t(`accounts.rules.${level}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </Rule>
  );
}
