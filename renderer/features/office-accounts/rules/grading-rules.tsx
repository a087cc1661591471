import { Checkbox, Radio, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ASSESSMENT_TYPES } from '../../../../domain/grades/assessment-types.ts';
import { AVERAGE_WAYS, YEAR_BASES } from '../../../../domain/grades/averages.ts';
import {
  GRADE_STEPS,
  HIGHEST_GRADE,
  isGiven,
  LOWEST_GRADE,
  writeGrade,
  type Quarters,
} from '../../../../domain/grades/notation.ts';
import { PROPOSAL_ROUNDINGS } from '../../../../domain/grades/proposals.ts';
import { GRADE_PALETTES } from '../../../../domain/grades/standing.ts';
import { gradingOf } from '../../../../domain/kinds/school/grading-policies.ts';
import { gradingFaults, type GradingSettings } from '../../../../domain/school/grading/grading-settings.ts';
import { NumberSetting } from './number-setting.tsx';
import { Rule } from './rule.tsx';
import { without } from './without.ts';

interface GradingRulesProps {
  readonly settings: GradingSettings;
  readonly onChange: (settings: GradingSettings) => void;
}

/** How the school assesses: which grades it gives, what is reckoned of them, how many it wants. */
export function GradingRules(props: GradingRulesProps) {
  return (
    <>
      <GradesRule {...props} />
      <AveragesRule {...props} />
      <NeededRule {...props} />
      <EventsRule {...props} />
    </>
  );
}

/** Which grades are given, and how they look (D50, D51, D64). */
function GradesRule({ settings, onChange }: GradingRulesProps) {
  const { t } = useTranslation();
  const { step, lowest, rounds, palette } = gradingOf(settings);
  return (
    <Rule title={t('accounts.grading.title')} text={t('accounts.grading.text')}>
      <Stack gap="sm">
        <Choice
          label={t('accounts.grading.step')}
          names={GRADE_STEPS}
          value={step}
          nameOf={(each) => t(`accounts.grading.steps.${each}`)}
          onChange={(chosen) => onChange({ ...settings, step: chosen })}
        />
        <GradeSelect
          label={t('accounts.grading.lowest')}
          value={lowest}
          grades={gradesFrom({ step, lowest: LOWEST_GRADE })}
          error={gradingFaults(settings).includes('lowest')}
          onChange={(chosen) => onChange(without(settings, 'lowest', chosen))}
        />
        <Checkbox
          label={t('accounts.grading.rounds')}
          description={t('accounts.grading.roundsText')}
          checked={rounds}
          onChange={({ currentTarget: { checked } }) => onChange({ ...settings, rounds: checked })}
        />
        <Choice
          label={t('accounts.grading.palette')}
          names={GRADE_PALETTES}
          value={palette}
          nameOf={(each) => t(`accounts.grading.palettes.${each}`)}
          onChange={(chosen) => onChange({ ...settings, palette: chosen })}
        />
      </Stack>
    </Rule>
  );
}

const DECIMALS = [1, 2] as const;

/** What is reckoned of grades, and what a proposal stands on (D57, D59, D60, D62, D73). */
function AveragesRule({ settings, onChange }: GradingRulesProps) {
  const { t } = useTranslation();
  const { average, decimals, overallAverage, yearBasis, proposalRounding } = gradingOf(settings);
  return (
    <Rule title={t('accounts.grading.averages')} text={t('accounts.grading.averagesText')}>
      <Stack gap="sm">
        <Choice
          label={t('accounts.grading.average')}
          names={AVERAGE_WAYS}
          value={average}
          nameOf={(each) => t(`accounts.grading.ways.${each}`)}
          onChange={(chosen) => onChange({ ...settings, average: chosen })}
        />
        <Select
          label={t('accounts.grading.decimals')}
          data={DECIMALS.map((each) => ({
            value: String(each),
            label: t('accounts.grading.decimalsOf', { count: each }),
          }))}
          value={String(decimals)}
          allowDeselect={false}
          onChange={(value) => {
            const chosen = DECIMALS.find((each) => String(each) === value);
            if (chosen) onChange({ ...settings, decimals: chosen });
          }}
        />
        <Checkbox
          label={t('accounts.grading.overallAverage')}
          checked={overallAverage}
          onChange={({ currentTarget: { checked } }) => onChange({ ...settings, overallAverage: checked })}
        />
        <Choice
          label={t('accounts.grading.yearBasis')}
          names={YEAR_BASES}
          value={yearBasis}
          nameOf={(each) => t(`accounts.grading.bases.${each}`)}
          onChange={(chosen) => onChange({ ...settings, yearBasis: chosen })}
        />
        <Choice
          label={t('accounts.grading.proposalRounding')}
          names={PROPOSAL_ROUNDINGS}
          value={proposalRounding}
          nameOf={(each) => t(`accounts.grading.roundings.${each}`)}
          onChange={(chosen) => onChange({ ...settings, proposalRounding: chosen })}
        />
      </Stack>
    </Rule>
  );
}

const MOST = 20;

/** How many grades the collegio wants in a period (D65). */
function NeededRule({ settings, onChange }: GradingRulesProps) {
  const { t } = useTranslation();
  const { needed } = gradingOf(settings);
  return (
    <Rule title={t('accounts.grading.needed')} text={t('accounts.grading.neededText')}>
      <Stack gap="sm">
        {ASSESSMENT_TYPES.map((type) => (
          <NumberSetting
            key={type}
            label={t(`accounts.grading.types.${type}`)}
            value={needed[type]}
            least={0}
            most={MOST}
            otherwise={t('accounts.grading.noneNeeded')}
            onChange={(value) => {
              const changed = without(needed, type, value);
              onChange(without(settings, 'needed', Object.keys(changed).length === 0 ? undefined : changed));
            }}
          />
        ))}
      </Stack>
    </Rule>
  );
}

/** What is written instead of a grade (D52), and who reads the grades of a class (F.5). */
function EventsRule({ settings, onChange }: GradingRulesProps) {
  const { t } = useTranslation();
  const { excuses, unpreparedCounts, councilReads, ...rules } = gradingOf(settings);
  return (
    <Rule title={t('accounts.grading.events')} text={t('accounts.grading.eventsText')}>
      <Stack gap="sm">
        <NumberSetting
          label={t('accounts.grading.excuses')}
          value={excuses}
          least={0}
          most={MOST}
          otherwise={t('accounts.grading.noExcuses')}
          onChange={(value) => onChange(without(settings, 'excuses', value))}
        />
        <GradeSelect
          label={t('accounts.grading.unprepared')}
          value={unpreparedCounts}
          none={t('accounts.grading.unpreparedNever')}
          grades={gradesFrom(rules)}
          error={gradingFaults(settings).includes('unpreparedCounts')}
          onChange={(chosen) => onChange(without(settings, 'unpreparedCounts', chosen))}
        />
        <Checkbox
          label={t('accounts.grading.councilReads')}
          description={t('accounts.grading.councilReadsText')}
          checked={councilReads}
          onChange={({ currentTarget: { checked } }) => onChange({ ...settings, councilReads: checked })}
        />
      </Stack>
    </Rule>
  );
}

interface ChoiceProps<Name extends string> {
  readonly label: string;
  readonly names: readonly Name[];
  readonly value: Name;
  readonly nameOf: (name: Name) => string;
  readonly onChange: (chosen: Name) => void;
}

/** One of several ways, all in sight. */
function Choice<Name extends string>({ label, names, value, nameOf, onChange }: ChoiceProps<Name>) {
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(text) => {
        const chosen = names.find((each) => each === text);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      <Stack gap="xs" mt={6}>
        {names.map((each) => (
          <Radio key={each} value={each} label={nameOf(each)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

interface GradeSelectProps {
  readonly label: string;
  readonly value: Quarters | undefined;
  /** Those that the school gives, as the other settings stand. */
  readonly grades: readonly Quarters[];
  /** What choosing none of them means; without it one has to be chosen. */
  readonly none?: string;
  readonly error: boolean;
  readonly onChange: (chosen: Quarters | undefined) => void;
}

/** The choice of no grade. */
const NONE = 'none';

/** One of the grades of the school; what was chosen before and is none of them any more stays in sight, with the reason. */
function GradeSelect({ label, value, grades, none, error, onChange }: GradeSelectProps) {
  const { t } = useTranslation();
  const shown = value === undefined || grades.includes(value) ? grades : [value, ...grades];
  return (
    <Select
      label={label}
      data={[
        ...(none === undefined ? [] : [{ value: NONE, label: none }]),
        ...shown.map((each) => ({ value: String(each), label: writeGrade(each) })),
      ]}
      value={value === undefined ? NONE : String(value)}
      error={error && value !== undefined && t('accounts.grading.notGiven', { grade: writeGrade(value) })}
      allowDeselect={false}
      onChange={(text) => onChange(text === null || text === NONE ? undefined : Number(text))}
    />
  );
}

function gradesFrom(rules: Parameters<typeof isGiven>[1]): readonly Quarters[] {
  const all = Array.from({ length: HIGHEST_GRADE - LOWEST_GRADE + 1 }, (_, at) => LOWEST_GRADE + at);
  return all.filter((each) => isGiven(each, rules));
}
