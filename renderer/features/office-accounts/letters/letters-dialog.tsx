import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import type { Api } from '../../../data/api/api-request.ts';
import { useFormat } from '../../../i18n/format.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { accountName } from '../people/account-name.ts';
import { hasLetter } from '../people/account-filter.ts';
import { ClassTiles } from './class-tiles.tsx';
import { LeftOutLetters } from './left-out-letters.tsx';
import { PrintingOutcome, PrintingProgress } from './printing-progress.tsx';
import type { SaveFile } from '../../../hosts/save-file.ts';
import { usePrinting } from './use-printing.ts';
import type { NamedClass } from '../asked/use-school-classes.ts';

interface LettersDialogProps {
  readonly opened: boolean;
  readonly accounts: readonly OfficeAccount[];
  /** The accounts chosen in the table, whose letters are wanted; those of a class without. */
  readonly chosen: readonly OfficeAccount[] | undefined;
  /** The class that is chosen when it opens: the one just issued. */
  readonly firstClass: string | undefined;
  readonly classes: readonly NamedClass[];
  readonly now: Instant;
  readonly api: Api;
  readonly onSaveFile: SaveFile;
  readonly onClose: () => void;
}

/** Letters of a class in three presses: open, class, save; or of those chosen in the table. */
export function LettersDialog(props: LettersDialogProps) {
  const { opened, accounts, chosen, firstClass, classes: ofSchool, now, api, onSaveFile, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const [picked, setPicked] = useState<string>();
  const classId = picked ?? firstClass;
  const [english, setEnglish] = useState(false);
  const { printing, print, stop, reset } = usePrinting({ api, onSaveFile });
  const byChoice = chosen !== undefined;
  const isPartly = printing.left + printing.notSaved > 0;
  const wanted = chosen ?? accounts.filter((account) => account.classId === classId);
  // What is saved already is not printed again by the same press: after a fault it goes on with the rest.
  const letters = wanted.filter(
    (account) => hasLetter(account, now) && !(isPartly && printing.saved.has(account.username)),
  );
  const byClass = useMemo(() => countLetters(accounts, now), [accounts, now]);
  const lettersOf = (id: string) => byClass.get(id) ?? 0;
  const notPrintable = letters.filter((account) => account.notPrintable !== undefined);
  const name = byChoice
    ? t('accounts.letters.chosen')
    : (ofSchool.find(({ id }) => id === classId)?.name ?? '');

  const isBusy = printing.phase === 'running' || printing.phase === 'stopping';

  const save = async () => {
    await attempt.run(() =>
      print({
        letters,
        english,
        fileName: (number) =>
          t('accounts.letters.fileName', { name: number === undefined ? name : `${name}-${number}` }),
      }),
    );
  };
  const choose = (id: string) => {
    setPicked(id);
    reset();
    attempt.reset();
  };
  const close = () => {
    stop();
    reset();
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
      closeOnClickOutside={!isBusy}
    >
      <Stack gap="sm">
        <p style={{ margin: 0 }}>{t('accounts.letters.text')}</p>
        <FailureNotice attempt={attempt} />
        {!byChoice && !isBusy && (
          <ClassTiles
            classes={ofSchool}
            chosen={classId}
            label={t('accounts.letters.class')}
            noteOf={(id) =>
              t('accounts.letters.count', { count: lettersOf(id), number: format.number(lettersOf(id)) })
            }
            onChoose={choose}
          />
        )}
        {(byChoice || classId !== undefined) && letters.length === 0 && (
          <Notice tone="warn">{t(byChoice ? 'accounts.letters.noneChosen' : 'accounts.letters.none')}</Notice>
        )}
        {chosen && !isBusy && <LeftOutLetters chosen={chosen} now={now} />}
        {notPrintable.length > 0 && (
          <Notice tone="warn">
            {t('accounts.letters.notPrintable', {
              names: notPrintable
                .map((account) => `${accountName(account, t)} (${account.username})`)
                .join(', '),
            })}
          </Notice>
        )}
        <PrintingOutcome printing={printing} />
        {isBusy && <PrintingProgress printing={printing} onStop={stop} />}
        <Checkbox
          label={t('accounts.letters.second')}
          checked={english}
          disabled={isBusy}
          onChange={(event) => setEnglish(event.currentTarget.checked)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('common.close')}
          </Button>
          <Button disabled={letters.length === 0} loading={isBusy} onClick={() => void save()}>
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
