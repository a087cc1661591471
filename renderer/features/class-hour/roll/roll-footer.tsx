import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KEYS } from '../../../ui/actions/keys.ts';
import { useKeyText } from '../../../ui/actions/use-key-text.ts';
import { KeyCap } from '../../../ui/marks/key-cap.tsx';
import { MARKS } from '../marks/marks.ts';
import classes from './roll-call.module.css';

interface RollFooterProps {
  /** The mark of this hour that an undo takes back, in words. */
  readonly last: string | undefined;
  /** Nothing can be written: there are no keys to tell. */
  readonly readOnly: boolean;
  /** Whether the roll was confirmed. */
  readonly status: ReactNode;
  readonly onUndo: () => void;
}

/** The last mark with its undo, which stays until it is used; before the first one, the keys. */
export function RollFooter(props: RollFooterProps) {
  const { last, readOnly, status, onUndo } = props;
  const { t } = useTranslation();
  const keyText = useKeyText();
  const letters = MARKS.map((mark) => t(`common.mark.${mark}.letter`).slice(0, 1)).join(' ');
  const keys = { letters, confirm: keyText(KEYS.confirm), find: keyText(KEYS.find) };
  const hint = t(readOnly ? 'classHour.roll.readOnlyHint' : 'classHour.roll.hint', keys);
  return (
    <div className={classes['footer']}>
      {last !== undefined && !readOnly ? (
        <>
          <span className={classes['last']} title={last}>
            {last}
          </span>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={15} />}
            rightSection={<KeyCap>{KEYS.undo}</KeyCap>}
            onMouseDown={(event) => event.preventDefault()}
            onClick={onUndo}
          >
            {t('common.undo')}
          </Button>
        </>
      ) : (
        <span className={classes['last']} title={hint}>
          {hint}
        </span>
      )}
      {status}
    </div>
  );
}
