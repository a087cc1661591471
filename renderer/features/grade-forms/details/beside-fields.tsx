import { Autocomplete, Radio, Select, Stack, TextInput } from '@mantine/core';
import type { ClassId, LocalDate } from '../../../../domain/base/ids.ts';
import { RECOVERY_EFFECTS } from '../../../../domain/grades/counted-grades.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { gradeText } from '../../../kinds/grade/grade-text.ts';
import { DayField } from '../../../ui/day-field/day-field.tsx';
import { assessmentName } from '../../../kinds/assessed/column-texts.ts';
import { LIMITS } from '../limits.ts';
import { OVERRIDES, type GradeDraft, type Override } from './grade-draft.ts';
import type { Recoverable } from './recoverable.ts';
import classes from '../grade-forms.module.css';

interface BesideFieldsProps {
  readonly draft: GradeDraft;
  readonly assessment: Assessment;
  readonly onChange: (changes: Partial<GradeDraft>) => void;
}

interface OverrideFieldsProps extends BesideFieldsProps {
  readonly today: LocalDate;
  readonly hasAverages: boolean;
  readonly faultOf: (field: string) => string | undefined;
}

/** Where one grade differs from its test: weight, whether it counts, who sees it from when (D58, D76). */
export function OverrideFields(props: OverrideFieldsProps) {
  const { draft, assessment, today, hasAverages, faultOf, onChange } = props;
  const { t } = useScaleTexts();
  const format = useFormat();
  return (
    <>
      {hasAverages && (
        <div className={classes['pair']}>
          <TextInput
            name="weight"
            label={t('gradeForms.assessment.weight')}
            description={t('gradeForms.grade.aboutWeight', { number: assessment.weight })}
            inputMode="numeric"
            autoComplete="off"
            value={draft.weight}
            error={faultOf('weight')}
            onChange={(event) => onChange({ weight: event.currentTarget.value })}
          />
          <OverrideSelect
            label={t('gradeForms.assessment.counts')}
            value={draft.counts}
            ofAssessment={assessment.counts}
            onChange={(counts) => onChange({ counts })}
          />
        </div>
      )}
      <div className={classes['pair']}>
        <DayField
          name="embargo"
          label={t('gradeForms.assessment.embargo')}
          description={
            assessment.embargo === undefined
              ? t('gradeForms.grade.aboutEmbargo')
              : t('gradeForms.grade.embargoOfTest', { day: format.shortDay(assessment.embargo) })
          }
          value={draft.embargo}
          today={today}
          isClearable
          error={faultOf('embargo')}
          onChange={(embargo) => onChange({ embargo })}
        />
        <OverrideSelect
          label={t('grade.field.visible')}
          value={draft.visible}
          ofAssessment={assessment.visible}
          onChange={(visible) => onChange({ visible })}
        />
      </div>
    </>
  );
}

interface OverrideSelectProps {
  readonly label: string;
  readonly value: Override;
  /** What the test says. */
  readonly ofAssessment: boolean;
  readonly onChange: (value: Override) => void;
}

function OverrideSelect({ label, value, ofAssessment, onChange }: OverrideSelectProps) {
  const { t } = useScaleTexts();
  const said = t(ofAssessment ? 'grade.yes' : 'grade.no');
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={OVERRIDES.map((each) => ({
        value: each,
        label: t(`gradeForms.grade.override.${each}`, { said }),
      }))}
      value={value}
      onChange={(chosen) => onChange(OVERRIDES.find((each) => each === chosen) ?? 'asAssessment')}
    />
  );
}

interface RecoveryFieldsProps extends BesideFieldsProps {
  readonly recoverable: readonly Recoverable[];
  readonly nameOfClass: (schoolClass: ClassId) => string;
}

/** Which earlier grade this one recovers, and what becomes of that (D56). */
export function RecoveryFields({ draft, recoverable, nameOfClass, onChange }: RecoveryFieldsProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  if (recoverable.length === 0 && draft.recovers === '')
    return <p className={classes['lead']}>{t('gradeForms.recovery.none')}</p>;
  return (
    <>
      <Select
        label={t('gradeForms.recovery.which')}
        description={t('gradeForms.recovery.about')}
        clearable
        clearButtonProps={{ 'aria-label': t('gradeForms.recovery.clear') }}
        placeholder={t('gradeForms.recovery.nothing')}
        data={recoverable.map(({ assessment, of, value, maximum, filled, ofClass, isCancelled }) => {
          const said = {
            value: isCancelled
              ? t('gradeForms.recovery.cancelled')
              : gradeText(value, { t, format, filled }, maximum),
            test: assessmentName(of, { t, format }),
          };
          return {
            value: assessment,
            label:
              ofClass === undefined
                ? t('gradeForms.recovery.grade', said)
                : t('gradeForms.recovery.ofClass', { ...said, schoolClass: nameOfClass(ofClass) }),
          };
        })}
        value={draft.recovers === '' ? null : draft.recovers}
        onChange={(chosen) => onChange({ recovers: chosen ?? '' })}
      />
      {draft.recovers !== '' && (
        <Radio.Group
          label={t('gradeForms.recovery.effect')}
          value={draft.effect}
          onChange={(chosen) =>
            onChange({ effect: RECOVERY_EFFECTS.find((each) => each === chosen) ?? 'replaces' })
          }
        >
          <Stack gap={8} mt={4}>
            {RECOVERY_EFFECTS.map((effect) => (
              <Radio
                key={effect}
                value={effect}
                label={t(`gradeForms.recovery.effects.${effect}`)}
                description={t(`gradeForms.recovery.about_${effect}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </>
  );
}

const USUAL_LEVELS = ['first', 'second', 'third', 'fourth'] as const;

/** The level of each objective of the test; none of them is in an average (D55). */
export function ObjectiveLevels({ draft, assessment, onChange }: BesideFieldsProps) {
  const { t } = useScaleTexts();
  return (
    <ul className={classes['lines']}>
      {(assessment.objectives ?? []).map(({ id, name }) => (
        <li key={id}>
          <Autocomplete
            label={name}
            maxLength={LIMITS.levelOfObjective}
            data={USUAL_LEVELS.map((level) => t(`gradeForms.rubric.usual.${level}`))}
            value={draft.objectives[id] ?? ''}
            onChange={(level) => onChange({ objectives: { ...draft.objectives, [id]: level } })}
          />
        </li>
      ))}
    </ul>
  );
}
