import { Button, Select } from '@mantine/core';
import { useMemo, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { toClassId, type LocalDate } from '../../../../domain/base/ids.ts';
import { dayOfInstant, parseLocalDate } from '../../../../domain/base/local-date.ts';
import type { RecordOfKind } from '../../../../domain/kinds/registry.ts';
import type { Api } from '../../../data/api/api-request.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { DayField } from '../../../ui/day-field/day-field.tsx';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { TableStates } from '../../../ui/table/table-states.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import classes from '../office-who.module.css';
import type { Words } from '../papers/paper-section.ts';
import { usePaperActs } from '../papers/use-paper-acts.ts';
import { classesNow } from '../sections/people-options.ts';
import { whoIsWho, type WhoIsWho } from '../view.ts';
import { ChoiceTable } from './choice-table.tsx';
import { choiceRows } from './choice-rows.ts';
import type { ChoiceKind, Choices } from './choices.ts';

interface ChoicesViewProps {
  readonly choices: Choices;
  readonly register: Register;
  readonly api: Api;
}

/** What each pupil of a class has one of, chosen for several pupils at once and from a day on. */
export function ChoicesView(props: ChoicesViewProps) {
  const { choices, register } = props;
  const who = useViewValue<[Register, ChoiceKind], WhoIsWho<ChoiceKind>>(whoIsWho, register, choices.kind);
  const groups = useViewValue<[Register, 'group'], WhoIsWho<'group'>>(whoIsWho, register, 'group');
  return (
    <TableStates data={who && groups && { who, groups: groups.papers }} failure={undefined}>
      {(loaded) => <ChoicesOfClass {...props} {...loaded} />}
    </TableStates>
  );
}

interface ChoicesOfClassProps extends ChoicesViewProps {
  readonly who: WhoIsWho<ChoiceKind>;
  readonly groups: readonly RecordOfKind<'group'>[];
}

function ChoicesOfClass({ choices, register, api, who, groups }: ChoicesOfClassProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = dayOfInstant(register.now());
  const { identity: member } = register;
  const words = useMemo<Words>(() => ({ t, format, who, member, today }), [t, format, who, member, today]);
  const ofYear = classesNow(words);
  const divided = new Set<string>(
    groups.filter(({ cancelled }) => cancelled !== true).map((one) => one.class),
  );
  // Only a class that has groups has anybody to put into one.
  const offered =
    choices.kind === 'groupMembership' ? ofYear.filter(({ value }) => divided.has(value)) : ofYear;
  const [picked, setPicked] = useState<string>();
  const shown = picked ?? offered[0]?.value;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const acts = usePaperActs(register, api, who.papers);
  const schoolClass = shown === undefined ? undefined : toClassId(shown);
  const rows = useMemo(
    () => (schoolClass === undefined ? [] : choiceRows(schoolClass, who.papers, words)),
    [schoolClass, who, words],
  );
  const options = schoolClass === undefined ? [] : choices.optionsOf(schoolClass, words, groups);
  if (schoolClass === undefined) return <p className={classes['muted']}>{t('who.noGroups')}</p>;
  return (
    <>
      <div className={classes['toolbar']}>
        <Select
          w={180}
          searchable
          label={t('who.field.class')}
          data={offered}
          value={shown ?? null}
          allowDeselect={false}
          onChange={(value) => {
            setPicked(value ?? undefined);
            setChosen(new Set());
          }}
        />
        <ChooseForm
          key={schoolClass}
          count={chosen.size}
          today={today}
          options={options}
          onChoose={async (value, from) => {
            const pupils = rows.filter(({ id }) => chosen.has(id));
            const papers = pupils.map(({ id }) => choices.paperOf(id, schoolClass, value, from));
            const result = await acts.write(...papers);
            if (result.ok) setChosen(new Set());
            return result;
          }}
        />
      </div>
      {acts.notice && (
        <Notice tone={acts.notice.tone} urgent>
          {acts.notice.text}
        </Notice>
      )}
      <ChoiceTable
        label={t(`who.tabs.${choices.kind}`)}
        rows={rows}
        choices={choices}
        options={options}
        chosen={chosen}
        onChoose={setChosen}
      />
    </>
  );
}

interface ChooseFormProps {
  readonly count: number;
  readonly today: LocalDate;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string, from: LocalDate) => ReturnType<ReturnType<typeof usePaperActs>['write']>;
}

/** For the pupils that are chosen: what, and from which day. */
function ChooseForm({ count, today, options, onChoose }: ChooseFormProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [value, setValue] = useState<string | null>(null);
  const [from, setFrom] = useState<string>(today);
  const day = parseLocalDate(from);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (value === null || day === undefined || count === 0) return;
    await attempt.run(() => onChoose(value, day));
  };
  return (
    <form className={classes['choose']} onSubmit={(event) => void submit(event)} noValidate>
      <Select w={230} label={t('who.field.choice')} data={[...options]} value={value} onChange={setValue} />
      <DayField
        label={t('who.field.from')}
        value={from}
        today={today}
        onChange={(chosen) => {
          attempt.amend();
          setFrom(chosen);
        }}
      />
      <Button
        type="submit"
        loading={attempt.busy}
        disabled={count === 0 || value === null || day === undefined}
      >
        {count === 0 ? t('who.chooseFirst') : t('who.choose', { count })}
      </Button>
      <FailureNotice attempt={attempt} />
    </form>
  );
}
