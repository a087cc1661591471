import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseLocalDate } from '../../../domain/base/local-date.ts';
import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import type { CommandFailure } from '../../data/commands/outcome.ts';
import type { Register } from '../../data/register.ts';
import { PupilDialog } from '../../hosts/pupils/pupil-dialog.tsx';
import { pupilsOf, type AskedClass } from '../../hosts/class-acts/asked-classes.ts';
import type { ClassAct } from '../../hosts/class-acts/class-act.ts';
import { CommandNotice } from '../../hosts/command-notice.tsx';
import { joinedName } from '../../i18n/class-label.ts';
import { useFormat } from '../../i18n/format.ts';
import { namesText } from '../../i18n/names-text.ts';
import { elsewhereText } from '../../kinds/presence-elsewhere/elsewhere-text.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { daysText } from './days-text.ts';
import { draftOf, newDraft, type ElsewhereDraft } from './draft.ts';
import { OutOfClassFields } from './out-of-class-fields.tsx';
import { readOfClasses } from './read-of-classes.ts';
import { sendAsking } from './send-asking.ts';
import { focusField } from '../../ui/focus/focus-field.ts';
import styles from './out-of-class.module.css';
import type { OutOfClass } from './view.ts';

interface OutOfClassDialogProps {
  readonly register: Register;
  readonly asked: ClassAct;
  /** The class of the hour first. */
  readonly classes: readonly AskedClass<OutOfClass>[];
  readonly onClose: () => void;
}

/** What the marks say against it: asked back before anything is written. */
interface Against {
  readonly kind: 'absent' | 'moves';
  readonly of: readonly AttendanceDay[];
}

/** Writes down who is out of class in the school's own name: which type, which part of which days, and where (D98). */
export function OutOfClassDialog({ register, asked, classes, onClose }: OutOfClassDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { place, known } = asked;
  const [draft, setDraft] = useState<ElsewhereDraft>(() =>
    known ? draftOf(known, place.hour) : newDraft(asked.pupils, place),
  );
  const [isTried, setTried] = useState(false);
  const [against, setAgainst] = useState<Against>();
  const [failed, setFailed] = useState<{ readonly failure: CommandFailure; readonly of: string }>();
  const [busy, setBusy] = useState(false);
  const pupils = pupilsOf(classes);
  const change = (changes: Partial<ElsewhereDraft>) => {
    setAgainst(undefined);
    setFailed(undefined);
    setDraft((before) => ({ ...before, ...changes }));
  };
  const [day, lastDay] = [parseLocalDate(draft.day), parseLocalDate(draft.lastDay)];
  const read = readOfClasses(draft, classes, known);
  const faultOf = (name: string) => {
    const fault = 'faults' in read ? read.faults[name] : undefined;
    return isTried && fault ? t(`outOfClass.fault.${fault}`) : undefined;
  };
  const named = (ids: ElsewhereDraft['pupils']) => namesText(ids, pupils, t);
  const submit = async (form: HTMLFormElement) => {
    setTried(true);
    if ('faults' in read) {
      const [first = ''] = Object.keys(read.faults);
      focusField(form, first);
      return;
    }
    setBusy(true);
    const takesMoves = against?.kind === 'moves';
    const sent = await sendAsking(register, { classes: read.asked, known, takesMoves });
    setBusy(false);
    setFailed(
      sent.kind === 'failed'
        ? { failure: sent.failure, of: named(sent.pupil ? [sent.pupil] : []) }
        : undefined,
    );
    if (sent.kind === 'absent' || sent.kind === 'moves') setAgainst(sent);
    if (sent.kind !== 'done') return;
    const [first] = read.asked;
    const words = { names: named(draft.pupils), said: first ? elsewhereText(first.said, t, format) : '' };
    asked.onDone({
      pupils: draft.pupils,
      said: t(known ? 'outOfClass.changed' : 'outOfClass.done', words),
      undo: sent.undo,
    });
    onClose();
  };
  return (
    <FormDialog
      frame={PupilDialog}
      title={t('outOfClass.ofClass', { name: joinedName(classes.map(({ schoolClass }) => schoolClass)) })}
      size="lg"
      confirm={
        against?.kind === 'moves'
          ? t('outOfClass.takeMoves')
          : t('outOfClass.saveFor', { count: draft.pupils.length })
      }
      about={
        day && daysText({ day, ...(lastDay === undefined || lastDay <= day ? {} : { lastDay }) }, t, format)
      }
      lacking={draft.pupils.length === 0 ? t('outOfClass.fault.noPupil') : undefined}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className={styles['lead']}>{t('outOfClass.text')}</p>
      {failed && (
        <CommandNotice of={failed.of} failure={failed.failure} onClose={() => setFailed(undefined)} />
      )}
      <OutOfClassFields draft={draft} classes={classes} isNew={!known} faultOf={faultOf} onChange={change} />
      {against && (
        <Notice tone={against.kind === 'absent' ? 'danger' : 'warn'} urgent>
          {t(`outOfClass.${against.kind}`, { names: daysNamed(against.of) })}
        </Notice>
      )}
    </FormDialog>
  );

  function daysNamed(of: Against['of']): string {
    const days = new Map(of.map((one) => [one.pupil, one.day]));
    return namesText([...days.keys()], pupils, t, (name, id) => {
      const day = days.get(id);
      return day === undefined || day === place.day
        ? name
        : t('outOfClass.onDay', { name, day: format.shortDay(day) });
    });
  }
}
