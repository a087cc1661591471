import { Button, Group, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import type { Printing } from './use-printing.ts';

interface PrintingProps {
  readonly printing: Printing;
  readonly onStop: () => void;
}

/** How far the letters are, and the way to stop. */
export function PrintingProgress({ printing, onStop }: PrintingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { file, files, letters, phase } = printing;
  const text = t(files > 1 ? 'accounts.letters.progressOfFiles' : 'accounts.letters.progress', {
    count: letters,
    number: format.number(letters),
    file: format.number(file),
    files: format.number(files),
  });
  return (
    <>
      <p style={{ margin: 0 }} role="status">
        {phase === 'stopping' ? t('accounts.letters.stopping') : text}
      </p>
      <Progress value={((file - 0.5) / files) * 100} animated aria-label={text} />
      {files > 1 && (
        <Group justify="flex-end">
          <Button variant="default" disabled={phase === 'stopping'} onClick={onStop}>
            {t('accounts.letters.stop')}
          </Button>
        </Group>
      )}
    </>
  );
}

/** What came of it: letters saved, made without being saved, and not made; and what to do about each. */
export function PrintingOutcome({ printing }: Pick<PrintingProps, 'printing'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (printing.phase !== 'ended') return null;
  const { saved, notSaved, left } = printing;
  return (
    <>
      {saved.size > 0 && (
        <Notice tone={left + notSaved > 0 ? 'warn' : 'ok'} urgent>
          {t('accounts.letters.saved', { count: saved.size, number: format.number(saved.size) })}{' '}
          {left > 0 && t('accounts.letters.left', { count: left, number: format.number(left) })}
        </Notice>
      )}
      {notSaved > 0 && (
        <Notice tone="warn" title={t('accounts.letters.notSaved')} urgent>
          {t('accounts.letters.notSavedText')}
        </Notice>
      )}
    </>
  );
}
