import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { OfficeAccount } from '../../../domain/protocol/office-accounts.ts';
import type { ApiFailure } from '../../data/api/api-request.ts';
import type { OfficeApi } from '../../data/api/office-api.ts';
import { toBase64 } from '../../data/base64.ts';
import { useFormat } from '../../i18n/format.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { accountName } from './account-name.ts';
import { hasLetter } from './account-filter.ts';
import { ClassTiles } from './class-tiles.tsx';
import type { SaveFile } from './save-file.ts';
import type { NamedClass } from './use-school-classes.ts';

interface LettersDialogProps {
  readonly opened: boolean;
  readonly accounts: readonly OfficeAccount[];
  /** The accounts chosen in the table, whose letters are wanted; those of a class without. */
  readonly chosen: readonly OfficeAccount[] | undefined;
  /** The class that is chosen when it opens: the one just issued. */
  readonly firstClass: string | undefined;
  readonly classes: readonly NamedClass[];
  readonly now: Instant;
  readonly api: OfficeApi;
  readonly onSaveFile: SaveFile;
  readonly onClose: () => void;
}

/** The most letters of one file. */
const MOST_LETTERS = 200;

/** Letters of a class in three presses: open, class, save; or of those chosen in the table. */
export function LettersDialog(props: LettersDialogProps) {
  const { opened, accounts, chosen, firstClass, classes: ofSchool, now, api, onSaveFile, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const [picked, setPicked] = useState<string>();
  const classId = picked ?? firstClass;
  const [english, setEnglish] = useState(false);
  const [saved, setSaved] = useState<number>();
  const byChoice = chosen !== undefined;
  const wanted = chosen ?? accounts.filter((account) => account.classId === classId);
  const letters = wanted.filter((account) => hasLetter(account, now));
  const byClass = useMemo(() => countLetters(accounts, now), [accounts, now]);
  const lettersOf = (id: string) => byClass.get(id) ?? 0;
  const notPrintable = letters.filter((account) => account.notPrintable !== undefined);
  const name = byChoice
    ? t('accounts.letters.chosen')
    : (ofSchool.find(({ id }) => id === classId)?.name ?? '');

  const save = async () => {
    setSaved(undefined);
    let count = 0;
    const result = await attempt.run(async (): Promise<Result<null, ApiFailure>> => {
      for (let from = 0; from < letters.length; from += MOST_LETTERS) {
        const part = letters.slice(from, from + MOST_LETTERS);
        const usernames = part.map(({ username }) => username);
        const answer = await api.letters({ usernames, ...(english ? { second: 'en' } : {}) });
        if (!answer.ok) return answer;
        const number = letters.length > MOST_LETTERS ? `-${from / MOST_LETTERS + 1}` : '';
        const outcome = await onSaveFile({
          suggestedName: t('accounts.letters.fileName', { name: `${name}${number}` }),
          mediaType: 'application/pdf',
          content: toBase64(answer.value),
        });
        if (outcome === 'failed') return fail({ kind: 'internal' });
        if (outcome === 'saved') count += part.length;
      }
      return ok(null);
    });
    if (result.ok && count > 0) setSaved(count);
  };
  const close = () => {
    setSaved(undefined);
    setPicked(undefined);
    attempt.reset();
    onClose();
  };

  return (
    <Modal
      opened={opened}
      onClose={close}
      size="lg"
      title={t('accounts.letters.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <p style={{ margin: 0 }}>{t('accounts.letters.text')}</p>
        <FailureNotice attempt={attempt} />
        {!byChoice && (
          <ClassTiles
            classes={ofSchool}
            chosen={classId}
            label={t('accounts.letters.class')}
            noteOf={(id) =>
              t('accounts.letters.count', { count: lettersOf(id), number: format.number(lettersOf(id)) })
            }
            onChoose={setPicked}
          />
        )}
        {(byChoice || classId !== undefined) && letters.length === 0 && (
          <Notice tone="warn">{t('accounts.letters.none')}</Notice>
        )}
        {notPrintable.length > 0 && (
          <Notice tone="warn">
            {t('accounts.letters.notPrintable', {
              names: notPrintable
                .map((account) => `${accountName(account, t)} (${account.username})`)
                .join(', '),
            })}
          </Notice>
        )}
        {saved !== undefined && (
          <Notice tone="ok" urgent>
            {t('accounts.letters.saved', { count: saved, number: format.number(saved) })}
          </Notice>
        )}
        <Checkbox
          label={t('accounts.letters.second')}
          checked={english}
          onChange={(event) => setEnglish(event.currentTarget.checked)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('common.close')}
          </Button>
          <Button disabled={letters.length === 0} loading={attempt.busy} onClick={() => void save()}>
            {t('accounts.letters.save')}
            {letters.length > 0 && ` (${format.number(letters.length)})`}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** How many letters there are to print by class: where nothing is left to do shows before a class is chosen. */
function countLetters(accounts: readonly OfficeAccount[], now: Instant): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const account of accounts) {
    const { classId } = account;
    if (classId !== undefined && hasLetter(account, now)) counts.set(classId, (counts.get(classId) ?? 0) + 1);
  }
  return counts;
}
