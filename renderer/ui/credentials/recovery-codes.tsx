import { Button, Checkbox, CopyButton, Group, Stack } from '@mantine/core';
import { IconCheck, IconCopy, IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import classes from './credentials.module.css';
import { Notice } from '../notice/notice.tsx';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly username: string;
  /** Saves a text by the system's dialog. */
  readonly onSave: (name: string, text: string) => Promise<'saved' | 'given up' | 'failed'>;
  readonly onDone: () => void;
}

/** The recovery codes, shown once: nobody goes on before saying that they are kept. */
export function RecoveryCodes({ codes, username, onSave, onDone }: RecoveryCodesProps) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  const [failed, setFailed] = useState(false);
  const title = t('credentials.codes.fileTitle', { username });
  const text = [title, '', ...codes, ''].join('\r\n');
  const save = async () => setFailed((await onSave(t('credentials.codes.fileName'), text)) === 'failed');
  const icon = { size: 15, stroke: 1.7 } as const;
  return (
    <Stack gap="sm">
      <p style={{ margin: 0 }}>{t('credentials.codes.text')}</p>
      <ol className={classes['codes']} aria-label={t('credentials.codes.list')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Group gap="xs">
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="xs"
              leftSection={copied ? <IconCheck {...icon} /> : <IconCopy {...icon} />}
              onClick={copy}
            >
              {t(copied ? 'credentials.codes.copied' : 'credentials.codes.copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDeviceFloppy {...icon} />}
          onClick={() => void save()}
        >
          {t('credentials.codes.save')}
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPrinter {...icon} />}
          onClick={() => window.print()}
        >
          {t('credentials.codes.print')}
        </Button>
      </Group>
      {failed && (
        <Notice tone="danger" urgent>
          {t('credentials.codes.saveFailed')}
        </Notice>
      )}
      <Checkbox
        label={t('credentials.codes.kept')}
        checked={kept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Button size="md" disabled={!kept} onClick={onDone}>
        {t('credentials.codes.done')}
      </Button>
      {createPortal(
        <section className={classes['sheet']} data-print>
          <h1>{title}</h1>
          <ol>
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ol>
        </section>,
        document.body,
      )}
    </Stack>
  );
}
