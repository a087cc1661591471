import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './credentials.module.css';
import { QrCode } from './qr-code.tsx';

interface EnrolmentKeyProps {
  /** The shared secret in base 32. */
  readonly secret: string;
  /** The same as an `otpauth://` address. */
  readonly uri: string;
}

/** The key of a second factor, to scan or to type. */
export function EnrolmentKey({ secret, uri }: EnrolmentKeyProps) {
  const { t } = useTranslation();
  return (
    <div className={classes['enrolment']}>
      <QrCode text={uri} label={t('credentials.enrol.qr')} />
      <div>
        <p>{t('credentials.enrol.scan')}</p>
        <p>{t('credentials.enrol.manual')}</p>
        <code className={classes['key']}>{inGroups(secret)}</code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="xs"
              leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
              onClick={copy}
            >
              {t(copied ? 'credentials.enrol.keyCopied' : 'credentials.enrol.copyKey')}
            </Button>
          )}
        </CopyButton>
      </div>
    </div>
  );
}

/** Four characters at a time: what has to be typed is found again after a look at the telephone. */
function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}
