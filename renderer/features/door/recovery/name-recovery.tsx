import { Button, Radio, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoveryAnswer } from '../../../../domain/protocol/endpoints/account/account.ts';
import type { InstalledSchool } from '../../../../domain/school-config.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { OfficeContacts } from '../../../ui/office-contacts.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { useInitialFocus } from '../../../ui/focus/use-initial-focus.ts';
import classes from '../frame/door.module.css';
import type { Recover } from '../verbs/door-verbs.ts';
import { areLate, sameChoice } from './late-choices.ts';
import { toldApart } from './told-apart.ts';
import { RecoveryFailure, RecoverySent } from './recovery-answers.tsx';

interface NameRecoveryProps {
  readonly school: InstalledSchool;
  readonly typed: string;
  readonly onRecover: Recover;
}

/** Mode 2: username or school pass, then one of the addresses in the school's record, all masked (S18, S19). */
export function NameRecovery({ school, typed, onRecover }: NameRecoveryProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [name, setName] = useState(typed);
  const [missing, setMissing] = useState(false);
  const [choices, setChoices] = useState<RecoveryAnswer['choices']>();
  const [choice, setChoice] = useState('');
  const [cameAt, setCameAt] = useState(0);
  const [late, setLate] = useState(false);
  const [sent, setSent] = useState(false);
  const input = useInitialFocus<HTMLInputElement>();

  const ask = async () => {
    setMissing(name.trim() === '');
    if (name.trim() !== '') await askAgain();
  };
  const askAgain = async () => {
    const result = await attempt.run(() => onRecover({ kind: 'addresses', name: name.trim() }));
    if (!result.ok) return undefined;
    const { choices: came } = result.value;
    setChoices(came);
    setChoice(came[0]?.choice ?? '');
    setCameAt(Date.now());
    return came;
  };
  /** The choice to send: one that the server takes no more is asked for anew, and chosen again where nothing else has changed. */
  const fresh = async (earlier: RecoveryAnswer['choices']) => {
    if (!areLate(cameAt, Date.now())) return choice;
    const came = await askAgain();
    return came && sameChoice(earlier, choice, came);
  };
  const send = async (earlier: RecoveryAnswer['choices']) => {
    const chosen = await fresh(earlier);
    setLate(chosen === undefined);
    if (chosen === undefined) return;
    const result = await attempt.run(() => onRecover({ kind: 'byName', name: name.trim(), choice: chosen }));
    setSent(result.ok);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void (choices && choices.length > 0 ? send(choices) : ask());
  };
  const restart = () => {
    setChoices(undefined);
    setSent(false);
    setLate(false);
    attempt.reset();
  };

  if (sent)
    return <RecoverySent text={t('door.recovery.sentName', { name: name.trim() })} onAgain={restart} />;
  if (choices?.length === 0)
    return (
      <Stack gap="md">
        <Notice tone="warn" title={t('door.recovery.none')} urgent>
          <p style={{ margin: '0 0 8px' }}>{t('door.recovery.noneText')}</p>
          <OfficeContacts contacts={school} />
        </Notice>
        <Button variant="default" onClick={restart}>
          {t('common.back')}
        </Button>
      </Stack>
    );
  return (
    <form className={classes['form']} onSubmit={submit} noValidate>
      {!choices && <p className={classes['intro']}>{t('door.recovery.byNameText')}</p>}
      <RecoveryFailure attempt={attempt} school={school} />
      {late && !attempt.failure && <Notice tone="warn">{t('door.recovery.late')}</Notice>}
      {choices ? (
        <Radio.Group
          label={t('door.recovery.choose')}
          description={t('door.recovery.chooseText')}
          value={choice}
          onChange={setChoice}
        >
          <Choices choices={choices} />
        </Radio.Group>
      ) : (
        <TextInput
          ref={input}
          label={t('door.recovery.name')}
          size="md"
          autoComplete="username"
          autoCapitalize="characters"
          spellCheck={false}
          value={name}
          error={missing ? t('door.recovery.nameMissing') : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <Button type="submit" size="md" loading={attempt.busy} disabled={attempt.waitSeconds > 0} fullWidth>
        {t(choices ? 'door.recovery.send' : 'door.recovery.next')}
      </Button>
      {choices && (
        <Button variant="subtle" size="compact-sm" onClick={restart}>
          {t('common.back')}
        </Button>
      )}
    </form>
  );
}

/** The masked addresses; the first one has the focus as soon as they are there. Those that look alike under their mask are counted. */
function Choices({ choices }: RecoveryAnswer) {
  const { t } = useTranslation();
  const labels = toldApart(choices);
  const first = useInitialFocus<HTMLInputElement>();
  return (
    <Stack gap={8} mt="sm">
      {choices.map(({ choice }, index) => {
        const { masked, position, alike } = labels[index] ?? { masked: '', position: 1, alike: 1 };
        const label =
          alike === 1 ? masked : t('door.recovery.alike', { address: masked, position, total: alike });
        return <Radio key={choice} ref={index === 0 ? first : undefined} value={choice} label={label} />;
      })}
      {labels.some(({ alike }) => alike > 1) && (
        <p className={classes['small']}>{t('door.recovery.alikeText')}</p>
      )}
      <p className={classes['small']}>{t('door.recovery.onlyRecorded')}</p>
    </Stack>
  );
}
