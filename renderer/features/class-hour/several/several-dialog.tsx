import { Button, Checkbox, Group, Radio, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  JUSTIFICATION_REASONS,
  type JustificationReason,
} from '../../../../domain/kinds/justification/record.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { StoppedAct } from '../../../data/commands/one-act.ts';
import type { Register } from '../../../data/register.ts';
import { PupilDialog } from '../../../hosts/pupils/pupil-dialog.tsx';
import type { DoneAct } from '../../../hosts/class-acts/class-act.ts';
import { CommandNotice } from '../../../hosts/command-notice.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { homonyms } from '../pupil/pupil-texts.ts';
import type { TimeLimits } from '../time/typed-time.ts';
import type { PupilHour } from '../view/class-hour.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { markSeveral } from './mark-several.ts';
import { candidates, firstChosen, readTime, type SeveralDraft } from './several-draft.ts';
import classes from './several.module.css';
import { FieldRow } from '../../../ui/form/field-row.tsx';

/** A roll of whose pupils several may be marked. */
export interface SeveralRoll {
  readonly place: HourPlace;
  readonly pupils: readonly PupilHour[];
}

interface SeveralDialogProps {
  readonly register: Register;
  /** The rolls that are called together: one, or one for each of joined classes. */
  readonly rolls: readonly SeveralRoll[];
  readonly limits: TimeLimits;
  /** Whether the reason justifies, too: else it is for whoever decides on that. */
  readonly justifies: boolean;
  readonly onDone: (done: DoneAct) => void;
  readonly onClose: () => void;
}

const LONGEST = 255;

/** Marks several pupils late, or leaving, in one act: at one time, for one reason, after saying how many they are (D106). */
export function SeveralDialog(props: SeveralDialogProps) {
  const { register, rolls, limits, justifies, onDone, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const pupils = useMemo(() => rolls.flatMap((roll) => roll.pupils), [rolls]);
  const day = rolls[0]?.place.day;
  const [draft, setDraft] = useState<SeveralDraft>(() => ({
    move: 'late',
    time: limits.now !== undefined && limits.now < limits.span.end ? limits.now : '',
    chosen: firstChosen(pupils, 'late'),
  }));
  const [reason, setReason] = useState<JustificationReason | ''>('');
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [failed, setFailed] = useState<StoppedAct>();
  const [busy, setBusy] = useState(false);
  const offered = candidates(pupils, draft.move);
  const same = homonyms(pupils);
  const chosen = offered.filter(({ person }) => draft.chosen.has(person.id));
  const count = chosen.length;
  const read = readTime(draft, limits);
  const isJustified = justifies && reason !== '';
  const lacksWords = justifies && reason === 'other' && words.trim() === '';
  const change = (changes: Partial<SeveralDraft>) => {
    setAsked(false);
    setFailed(undefined);
    setDraft((before) => ({ ...before, ...changes }));
  };
  const choose = (of: readonly PupilHour[]) => change({ chosen: new Set(of.map(({ person }) => person.id)) });
  const timeFault =
    isTried && 'fault' in read
      ? t(`several.fault.${read.fault}`, {
          start: format.clock(limits.span.start),
          end: format.clock(limits.span.end),
        })
      : undefined;
  const submit = async (form: HTMLFormElement) => {
    setTried(true);
    if ('fault' in read || lacksWords) {
      const wanted = 'fault' in read ? '[name=time]' : '[name=words]';
      form.querySelector<HTMLElement>(wanted)?.focus();
      return;
    }
    if (!isAsked) return setAsked(true);
    setBusy(true);
    const typed = words.trim();
    const marked = await markSeveral(
      register,
      rolls.flatMap((roll) =>
        roll.pupils.flatMap((one) =>
          chosen.includes(one) ? [{ pupil: one.person.id, place: roll.place, seen: one.seen }] : [],
        ),
      ),
      { kind: draft.move, time: read.time },
      isJustified ? { reason, origin: 'inPerson', ...(typed === '' ? {} : { text: typed }) } : undefined,
    );
    setBusy(false);
    setAsked(false);
    setFailed(marked.ok ? undefined : marked.failure);
    if (!marked.ok) return;
    onDone({
      pupils: chosen.map(({ person }) => person.id),
      said: t(`several.done.${draft.move}`, { count, time: format.clock(read.time) }),
      undo: marked.value.undo,
    });
    onClose();
  };
  const stopped = pupils.find(({ person }) => person.id === failed?.pupil);
  return (
    <FormDialog
      frame={PupilDialog}
      title={t('several.title')}
      size="lg"
      confirm={t(isAsked ? 'several.confirm' : 'several.mark', { count })}
      about={day && format.shortDay(day)}
      lacking={count === 0 ? t('several.fault.nobody') : undefined}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className={classes['text']}>{t('several.text')}</p>
      <CommandNotice
        of={stopped ? listName(stopped.person) : ''}
        failure={failed?.failure}
        onClose={() => setFailed(undefined)}
      />
      <Group align="flex-start" gap="xl">
        <Radio.Group
          label={t('several.move')}
          value={draft.move}
          onChange={(value) => {
            const move = value === 'exit' ? 'exit' : 'late';
            change({ move, chosen: firstChosen(pupils, move) });
          }}
        >
          <Group gap="md" mt={4}>
            <Radio value="late" label={t('several.late')} />
            <Radio value="exit" label={t('several.exit')} />
          </Group>
        </Radio.Group>
        <TextInput
          data-autofocus
          name="time"
          inputMode="numeric"
          autoComplete="off"
          label={t('several.time')}
          placeholder={t('classHour.away.example')}
          error={timeFault}
          value={draft.time}
          onChange={(event) => change({ time: event.currentTarget.value })}
        />
      </Group>
      <Checkbox.Group
        label={t('several.who', { count, of: offered.length })}
        value={chosen.map(({ person }) => person.id)}
        onChange={(ids) => choose(offered.filter(({ person }) => ids.includes(person.id)))}
      >
        <div className={classes['pupils']}>
          {offered.map(({ person, mark }) => (
            <Checkbox
              key={person.id}
              name="pupil"
              value={person.id}
              size="sm"
              label={[
                listName(person),
                ...(same.has(person.id) && person.birthDate !== undefined
                  ? [format.briefDay(person.birthDate)]
                  : []),
                ...(mark === 'present' ? [] : [t(`classHour.roll.state.${mark}`)]),
              ].join(' · ')}
            />
          ))}
        </div>
      </Checkbox.Group>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => choose(offered)}>
          {t('several.all')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => choose([])}>
          {t('several.none')}
        </Button>
      </Group>
      {justifies ? (
        <FieldRow>
          <Select
            label={t('several.reason')}
            description={t('several.reasonText')}
            data={[
              { value: '', label: t('several.noReason') },
              ...JUSTIFICATION_REASONS.map((each) => ({
                value: each,
                label: t(`justification.reason.${each}`),
              })),
            ]}
            allowDeselect={false}
            value={reason}
            onChange={(value) => setReason(JUSTIFICATION_REASONS.find((each) => each === value) ?? '')}
          />
          <TextInput
            name="words"
            label={t('several.inWords')}
            description={t('several.wordsText')}
            error={isTried && lacksWords ? t('several.fault.noWords') : undefined}
            maxLength={LONGEST}
            disabled={reason === ''}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </FieldRow>
      ) : (
        <p className={classes['text']}>{t('several.notJustified')}</p>
      )}
      {isAsked && !('fault' in read) && (
        <Notice tone="warn" urgent>
          {t(`several.ask.${draft.move}`, { count, time: format.clock(read.time) })}
        </Notice>
      )}
    </FormDialog>
  );
}
