import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseLocalDate } from '../../../domain/base/local-date.ts';
import { listName } from '../../../domain/kinds/person/record.ts';
import type { StoppedAct } from '../../data/commands/one-act.ts';
import type { Register } from '../../data/register.ts';
import { PupilDialog } from '../../hosts/pupils/pupil-dialog.tsx';
import type { ClassAct } from '../../hosts/class-acts/class-act.ts';
import { CommandNotice } from '../../hosts/command-notice.tsx';
import { useFormat } from '../../i18n/format.ts';
import { namesText } from '../../i18n/names-text.ts';
import { grantAtSchool } from '../../kinds/permit/commands.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { isUsualTime, newPermit, readPermit, type PermitDraft } from './permit-draft.ts';
import { PermitFields } from './permit-fields.tsx';
import { focusField } from '../../ui/focus/focus-field.ts';
import classes from './permits.module.css';
import type { ClassPermits } from './view.ts';

interface PermitDialogProps {
  readonly register: Register;
  readonly asked: ClassAct;
  readonly className: string;
  readonly shown: ClassPermits;
  readonly onClose: () => void;
}

/** Grants a permit to one pupil or several, for a family that has come, written or telephoned (D90). */
export function PermitDialog({ register, asked, className, shown, onClose }: PermitDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { schoolClass, day } = asked.place;
  const [draft, setDraft] = useState<PermitDraft>(() => ({
    ...newPermit(day < shown.today ? shown.today : day),
    pupils: asked.pupils,
  }));
  const [isTried, setTried] = useState(false);
  const [failed, setFailed] = useState<StoppedAct>();
  const [busy, setBusy] = useState(false);
  const read = readPermit(draft, shown);
  const typedDay = parseLocalDate(draft.day);
  const bells = typedDay === undefined ? [] : shown.dayOf(typedDay).bells;
  const faultOf = (name: string) => {
    const fault = 'faults' in read ? read.faults[name] : undefined;
    const [first, last] = [bells[0], bells.at(-1)];
    const [start, end] = [first ? format.clock(first.start) : '', last ? format.clock(last.end) : ''];
    return isTried && fault ? t(`permits.fault.${fault}`, { start, end }) : undefined;
  };
  const change = (changes: Partial<PermitDraft>) => {
    setFailed(undefined);
    setDraft((before) => ({ ...before, ...changes }));
  };
  const submit = async (form: HTMLFormElement) => {
    setTried(true);
    if ('faults' in read) {
      const [first = ''] = Object.keys(read.faults);
      focusField(form, first);
      return;
    }
    setBusy(true);
    const { permit } = read;
    const granted = await grantAtSchool(register, { ...permit, schoolClass });
    setBusy(false);
    setFailed(granted.ok ? undefined : granted.failure);
    if (!granted.ok) return;
    asked.onDone({
      pupils: permit.pupils,
      said: t('permits.done', {
        names: namesText(permit.pupils, shown.pupils, t),
        said: t(`permits.said.${permit.move}`, { time: format.clock(permit.time) }),
        day: format.shortDay(permit.day),
      }),
      undo: granted.value.undo,
    });
    onClose();
  };
  const stopped = shown.pupils.find(({ id }) => id === failed?.pupil);
  const over = shown.pupils.filter(({ id }) => draft.pupils.includes(id) && shown.overUsual.has(id));
  return (
    <FormDialog
      frame={PupilDialog}
      title={t('permits.ofClass', { name: className })}
      size="lg"
      confirm={t('permits.grant', { count: draft.pupils.length })}
      about={typedDay && format.shortDay(typedDay)}
      lacking={draft.pupils.length === 0 ? t('permits.fault.noPupil') : undefined}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className={classes['lead']}>{t('permits.text')}</p>
      <CommandNotice
        of={stopped ? listName(stopped) : className}
        failure={failed?.failure}
        onClose={() => setFailed(undefined)}
      />
      <PermitFields draft={draft} shown={shown} faultOf={faultOf} onChange={change} />
      <div role="status" className={classes['warnings']}>
        {over.map((person) => (
          <Notice key={person.id} tone="warn">
            {t('permits.overUsual', {
              name: listName(person),
              count: shown.granted.get(person.id) ?? 0,
            })}
          </Notice>
        ))}
        {!isUsualTime(draft, shown) && <Notice tone="warn">{t('permits.unusualTime')}</Notice>}
      </div>
    </FormDialog>
  );
}
