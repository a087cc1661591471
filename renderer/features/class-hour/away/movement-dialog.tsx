import { TextInput } from '@mantine/core';
import { useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { movesOutsideBells } from '../../../../domain/kinds/class-movement/class-away.ts';
import type { ClassMovement } from '../../../../domain/kinds/class-movement/record.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { CommandFailure } from '../../../data/commands/outcome.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { expectClass } from '../../../kinds/class-movement/commands.ts';
import { CommandNotice } from '../../../hosts/command-notice.tsx';
import { typedClock } from '../../../ui/typed-clock.ts';
import type { ClassAway } from '../view/class-away.ts';
import { focusField } from '../../../ui/focus/focus-field.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { FieldRow } from '../../../ui/form/field-row.tsx';

interface MovementDialogProps {
  readonly register: Register;
  readonly place: HourPlace;
  readonly name: string;
  readonly known: ClassMovement | undefined;
  readonly bells: ClassAway['bells'];
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

const LONGEST = 200;

/** The school calls a class late, or sends it home early: from when to when it is expected, and why (D106). */
export function MovementDialog(props: MovementDialogProps) {
  const { register, place, name, known, bells, onDone, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [from, setFrom] = useState<string>(known?.expected.from ?? '');
  const [to, setTo] = useState<string>(known?.expected.to ?? '');
  const [reason, setReason] = useState(known?.movementReason ?? '');
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<CommandFailure>();
  const [busy, setBusy] = useState(false);
  const times = { from: typedClock(from), to: typedClock(to) };
  const faults = faultsOf({ from, to, reason }, bells);
  const save = async (form: HTMLFormElement) => {
    setTried(true);
    const [faulty] = Object.keys(faults);
    if (faulty !== undefined) {
      focusField(form, faulty);
      return;
    }
    setBusy(true);
    const result = await expectClass(register, place, {
      ...(times.from === undefined ? {} : { from: times.from }),
      ...(times.to === undefined ? {} : { to: times.to }),
      reason: reason.trim(),
    });
    setBusy(false);
    setFailure(result.ok ? undefined : result.failure);
    if (!result.ok) return;
    onDone(t('classHour.away.saved', { name }));
    onClose();
  };
  const typed = (set: (text: string) => void) => (event: ChangeEvent<HTMLInputElement>) => {
    // What was said of the last try is about what stood there before.
    setFailure(undefined);
    set(event.currentTarget.value);
  };
  const faultOf = (field: keyof typeof faults) =>
    isTried && faults[field] !== undefined ? t(`classHour.away.fault.${faults[field]}`) : undefined;
  return (
    <FormDialog
      title={t('classHour.away.title', { name, day: format.shortDay(place.day) })}
      confirm={t('classHour.away.save')}
      busy={busy}
      onSubmit={save}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('classHour.away.text')}</p>
      <CommandNotice of={name} failure={failure} onClose={() => setFailure(undefined)} />
      <FieldRow>
        <TextInput
          data-autofocus
          name="from"
          inputMode="numeric"
          placeholder={t('classHour.away.example')}
          label={t('classHour.away.from')}
          error={faultOf('from')}
          value={from}
          onChange={typed(setFrom)}
        />
        <TextInput
          name="to"
          inputMode="numeric"
          placeholder={t('classHour.away.example')}
          label={t('classHour.away.to')}
          error={faultOf('to')}
          value={to}
          onChange={typed(setTo)}
        />
      </FieldRow>
      <TextInput
        name="reason"
        label={t('classHour.away.reason')}
        error={faultOf('reason')}
        maxLength={LONGEST}
        required
        value={reason}
        onChange={typed(setReason)}
      />
    </FormDialog>
  );
}

/** What is wrong with what was typed, field by field, in their order. */
function faultsOf(
  { from, to, reason }: Readonly<Record<'from' | 'to' | 'reason', string>>,
  bells: ClassAway['bells'],
) {
  const isNone = from.trim() === '' && to.trim() === '';
  const [first, last] = [typedClock(from), typedClock(to)];
  const isOrdered = first === undefined || last === undefined || first < last;
  const isOutside = (expected: ClassMovement['expected']) => movesOutsideBells({ expected }, bells);
  return {
    ...(isNone ? { from: 'noTime' as const } : {}),
    ...(from.trim() !== '' && first === undefined ? { from: 'notATime' as const } : {}),
    ...(to.trim() !== '' && last === undefined ? { to: 'notATime' as const } : {}),
    ...(first !== undefined && isOutside({ from: first }) ? { from: 'outsideBells' as const } : {}),
    ...(last !== undefined && isOutside({ to: last }) ? { to: 'outsideBells' as const } : {}),
    ...(isOrdered ? {} : { to: 'order' as const }),
    ...(reason.trim() === '' ? { reason: 'noReason' as const } : {}),
  };
}
