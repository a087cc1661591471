import { Checkbox, Radio, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ABSENCE_ROUNDINGS, DEFAULT_ROUNDING } from '../../../../domain/kinds/school/record.ts';
import { ATTENDANCE_MODES } from '../../../../domain/kinds/school-year/record.ts';
import { minutesToTime, parseLocalTime } from '../../../../domain/base/local-date.ts';
import type { AttendanceSettings } from '../../../../domain/school/limits/attendance-settings.ts';
import { NumberSetting } from './number-setting.tsx';
import { Rule } from './rule.tsx';
import { without } from './without.ts';

interface AttendanceRulesProps {
  readonly settings: AttendanceSettings;
  readonly onChange: (settings: AttendanceSettings) => void;
}

type Justification = NonNullable<AttendanceSettings['justification']>;

/** Attendance, justifications and permits, as the school decides on them. */
export function AttendanceRules({ settings, onChange }: AttendanceRulesProps) {
  return (
    <>
      <MarksRule settings={settings} onChange={onChange} />
      <HoursRule settings={settings} onChange={onChange} />
      <JustificationRule settings={settings} onChange={onChange} />
      <PermitRule settings={settings} onChange={onChange} />
    </>
  );
}

/** How absences are called, and until when (D8, D102, D107). */
function MarksRule({ settings, onChange }: AttendanceRulesProps) {
  const { t } = useTranslation();
  const { mode, entriesPerDay, exitsPerDay, daysBack } = settings;
  return (
    <Rule title={t('accounts.attendance.title')} text={t('accounts.attendance.text')}>
      <Stack gap="sm">
        <Radio.Group
          label={t('accounts.attendance.mode')}
          description={t('accounts.attendance.modeText')}
          value={mode}
          onChange={(value) => {
            const chosen = ATTENDANCE_MODES.find((each) => each === value);
            if (chosen) onChange({ ...settings, mode: chosen });
          }}
        >
          <Stack gap="xs" mt={6}>
            {ATTENDANCE_MODES.map((each) => (
              <Radio key={each} value={each} label={t(`accounts.attendance.modes.${each}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <NumberSetting
          label={t('accounts.attendance.entriesPerDay')}
          value={entriesPerDay}
          least={1}
          most={5}
          onChange={(value = entriesPerDay) => onChange({ ...settings, entriesPerDay: value })}
        />
        <NumberSetting
          label={t('accounts.attendance.exitsPerDay')}
          value={exitsPerDay}
          least={1}
          most={5}
          onChange={(value = exitsPerDay) => onChange({ ...settings, exitsPerDay: value })}
        />
        <NumberSetting
          label={t('accounts.attendance.daysBack')}
          text={t('accounts.attendance.daysBackText')}
          value={daysBack}
          least={0}
          most={365}
          otherwise={t('accounts.attendance.noLimit')}
          onChange={(value) => onChange(without(settings, 'daysBack', value))}
        />
      </Stack>
    </Rule>
  );
}

/** What counts of late entries and of hours (D9, D10, D94, D103). */
function HoursRule({ settings, onChange }: AttendanceRulesProps) {
  const { t } = useTranslation();
  const { shortLateMinutes, shortLatesPerPeriod, absenceRounding, assistedStudyCounts } = settings;
  return (
    <Rule title={t('accounts.attendance.hours')} text={t('accounts.attendance.hoursText')}>
      <Stack gap="sm">
        <NumberSetting
          label={t('accounts.attendance.shortLateMinutes')}
          text={t('accounts.attendance.shortLateText')}
          value={shortLateMinutes}
          least={0}
          most={60}
          onChange={(value = shortLateMinutes) => onChange({ ...settings, shortLateMinutes: value })}
        />
        <NumberSetting
          label={t('accounts.attendance.shortLatesPerPeriod')}
          text={t('accounts.attendance.shortLatesText')}
          value={shortLatesPerPeriod}
          least={1}
          most={100}
          otherwise={t('accounts.attendance.noLimit')}
          onChange={(value) => onChange(without(settings, 'shortLatesPerPeriod', value))}
        />
        <Select
          label={t('accounts.attendance.rounding')}
          data={ABSENCE_ROUNDINGS.map((each) => ({
            value: each,
            label: t(`accounts.attendance.roundings.${each}`),
          }))}
          value={absenceRounding ?? DEFAULT_ROUNDING}
          allowDeselect={false}
          onChange={(value) => {
            const chosen = ABSENCE_ROUNDINGS.find((each) => each === value);
            if (chosen) onChange({ ...settings, absenceRounding: chosen });
          }}
        />
        <Checkbox
          label={t('accounts.attendance.assistedStudyCounts')}
          checked={assistedStudyCounts === true}
          onChange={({ currentTarget: { checked } }) =>
            onChange({ ...settings, assistedStudyCounts: checked })
          }
        />
      </Stack>
    </Rule>
  );
}

const ITEMS = ['absence', 'late', 'exit'] as const;
const LONGEST = 365;

/** Until when families justify, and what follows where they do not (D86, D87, D88, D105). */
function JustificationRule({ settings, onChange }: AttendanceRulesProps) {
  const { t } = useTranslation();
  const { justification = {} } = settings;
  const { daysAllowed = {}, warnAfterDays, certificateOverDays, parentsOfAdults } = justification;
  const change = (part: Justification) => onChange({ ...settings, justification: part });
  return (
    <Rule title={t('accounts.attendance.justifications')} text={t('accounts.attendance.justificationsText')}>
      <Stack gap="sm">
        {ITEMS.map((item) => (
          <NumberSetting
            key={item}
            label={t(`accounts.attendance.daysAllowed.${item}`)}
            value={daysAllowed[item]}
            least={0}
            most={LONGEST}
            otherwise={t('accounts.attendance.noLimit')}
            onChange={(value) => change({ ...justification, daysAllowed: without(daysAllowed, item, value) })}
          />
        ))}
        <NumberSetting
          label={t('accounts.attendance.warnAfterDays')}
          value={warnAfterDays}
          least={0}
          most={LONGEST}
          otherwise={t('accounts.attendance.never')}
          onChange={(value) => change(without(justification, 'warnAfterDays', value))}
        />
        <NumberSetting
          label={t('accounts.attendance.certificateOverDays')}
          value={certificateOverDays}
          least={0}
          most={LONGEST}
          otherwise={t('accounts.attendance.never')}
          onChange={(value) => change(without(justification, 'certificateOverDays', value))}
        />
        <Checkbox
          label={t('accounts.attendance.parentsOfAdults')}
          checked={parentsOfAdults === true}
          onChange={({ currentTarget: { checked } }) =>
            change({ ...justification, parentsOfAdults: checked })
          }
        />
      </Stack>
    </Rule>
  );
}

const LAST_HOUR = 20;
/** Seven in the morning, in minutes. */
const FIRST_TIME = 420;
/** What holds where the school says nothing (D90). */
const USUAL = { until: minutesToTime(960), entry: '3', exit: '2', permits: '5' };

/** Every half hour in which somebody may ask for something. */
const TIMES = Array.from({ length: 33 }, (_, turn) => minutesToTime(FIRST_TIME + turn * 30));

/** Until when permits are asked for, and for which hours (D90). */
function PermitRule({ settings, onChange }: AttendanceRulesProps) {
  const { t } = useTranslation();
  const { justification = {} } = settings;
  const { permitUntil, entryUntilHour, exitInLastHours, permitsPerPeriod } = justification;
  const change = (part: Justification) => onChange({ ...settings, justification: part });
  const usual = (value: string) => t('accounts.attendance.usual', { value });
  return (
    <Rule title={t('accounts.attendance.permits')} text={t('accounts.attendance.permitsText')}>
      <Stack gap="sm">
        <Select
          searchable
          openOnFocus={false}
          label={t('accounts.attendance.permitUntil')}
          data={[...new Set([...TIMES, permitUntil ?? USUAL.until])].toSorted()}
          value={permitUntil ?? USUAL.until}
          allowDeselect={false}
          onChange={(value) =>
            change(without(justification, 'permitUntil', value === null ? undefined : parseLocalTime(value)))
          }
        />
        <NumberSetting
          label={t('accounts.attendance.entryUntilHour')}
          value={entryUntilHour}
          least={1}
          most={LAST_HOUR}
          otherwise={usual(USUAL.entry)}
          onChange={(value) => change(without(justification, 'entryUntilHour', value))}
        />
        <NumberSetting
          label={t('accounts.attendance.exitInLastHours')}
          value={exitInLastHours}
          least={1}
          most={LAST_HOUR}
          otherwise={usual(USUAL.exit)}
          onChange={(value) => change(without(justification, 'exitInLastHours', value))}
        />
        <NumberSetting
          label={t('accounts.attendance.permitsPerPeriod')}
          value={permitsPerPeriod}
          least={0}
          most={LONGEST}
          otherwise={usual(USUAL.permits)}
          onChange={(value) => change(without(justification, 'permitsPerPeriod', value))}
        />
      </Stack>
    </Rule>
  );
}
