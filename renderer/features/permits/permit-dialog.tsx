import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseLocalDate } from '../../../domain/base/local-date.ts';
import { listName } from '../../../domain/kinds/person/record.ts';
import { oneAct, type StoppedAct } from '../../data/commands/one-act.ts';
import type { Register } from '../../data/register.ts';
import { PupilDialog } from '../../hosts/pupils/pupil-dialog.tsx';
import { classesOfChosen, pupilsOf, type AskedClass } from '../../hosts/class-acts/asked-classes.ts';
import type { ClassAct } from '../../hosts/class-acts/class-act.ts';
import { CommandNotice } from '../../hosts/command-notice.tsx';
import { joinedName } from '../../i18n/class-label.ts';
import { useFormat } from '../../i18n/format.ts';
import { namesText } from '../../i18n/names-text.ts';
import { grantAtSchool } from '../../kinds/permit/commands.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { isUsualTime, newPermit, readPermit, type PermitDraft } from './permit-draft.ts';
import { PermitFields } from './permit-fields.tsx';
import { focusField } from '../../ui/focus/focus-field.ts';
import styles from './permits.module.css';
import type { ClassPermits } from './view.ts';

interface PermitDialogProps {
  readonly register: Pick<Register, 'run'>;
  readonly asked: ClassAct;
  /** The class of the hour first. */
  readonly classes: readonly AskedClass<ClassPermits>[];
  readonly onClose: () => void;
}

/** Grants a permit to one pupil or several, for a family that has come, written or telephoned (D90). */
export function PermitDialog({ register, asked, classes, onClose }: PermitDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { day } = asked.place;
  const pupils = pupilsOf(classes);
  const name = joinedName(classes.map(({ schoolClass }) => schoolClass));
  const today = classes[0]?.shown.today ?? day;
  const [draft, setDraft] = useState<PermitDraft>(() => ({
    ...newPermit(day < today ? today : day),
    pupils: asked.pupils,
  }));
  const [isTried, setTried] = useState(false);
  const [failed, setFailed] = useState<StoppedAct>();
  const [busy, setBusy] = useState(false);
  const ofChosen = classesOfChosen(classes, draft.pupils);
  const reads = ofChosen.map(({ shown }) => readPermit(draft, shown));
  const faulty = reads.findIndex((one) => 'faults' in one);
  const read = reads[Math.max(0, faulty)] ?? { faults: {} };
  const typedDay = parseLocalDate(draft.day);
  // Of joined classes the bells of the one that finds the fault.
  const bells =
    typedDay === undefined ? [] : (ofChosen[Math.max(0, faulty)]?.shown.dayOf(typedDay).bells ?? []);
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
    const granted = await oneAct(
      ofChosen.map(({ schoolClass, chosen }) => ({
        run: () => grantAtSchool(register, { ...permit, pupils: chosen, schoolClass: schoolClass.id }),
      })),
    );
    setBusy(false);
    setFailed(granted.ok ? undefined : granted.failure);
    if (!granted.ok) return;
    asked.onDone({
      pupils: permit.pupils,
      said: t('permits.done', {
        names: namesText(permit.pupils, pupils, t),
        said: t(`permits.said.${permit.move}`, { time: format.clock(permit.time) }),
        day: format.shortDay(permit.day),
      }),
      undo: granted.value.undo,
    });
    onClose();
  };
  const stopped = pupils.find(({ id }) => id === failed?.pupil);
  const over = classes.flatMap(({ shown }) =>
    shown.pupils.flatMap((person) =>
      draft.pupils.includes(person.id) && shown.overUsual.has(person.id)
        ? [{ person, count: shown.granted.get(person.id) ?? 0 }]
        : [],
    ),
  );
  return (
    <FormDialog
      frame={PupilDialog}
      title={t('permits.ofClass', { name })}
      size="lg"
      confirm={t('permits.grant', { count: draft.pupils.length })}
      about={typedDay && format.shortDay(typedDay)}
      lacking={draft.pupils.length === 0 ? t('permits.fault.noPupil') : undefined}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className={styles['lead']}>{t('permits.text')}</p>
      <CommandNotice
        of={stopped ? listName(stopped) : name}
        failure={failed?.failure}
        onClose={() => setFailed(undefined)}
      />
      <PermitFields draft={draft} classes={classes} faultOf={faultOf} onChange={change} />
      <div role="status" className={styles['warnings']}>
        {over.map(({ person, count }) => (
          <Notice key={person.id} tone="warn">
            {t('permits.overUsual', { name: listName(person), count })}
          </Notice>
        ))}
        {!ofChosen.every(({ shown }) => isUsualTime(draft, shown)) && (
          <Notice tone="warn">{t('permits.unusualTime')}</Notice>
        )}
      </div>
    </FormDialog>
  );
}
