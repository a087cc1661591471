import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { useFormat } from '../../../i18n/format.ts';
import type { ActKind, OfficeAct } from '../acts/office-act.ts';
import classes from '../office-accounts.module.css';

interface SelectionBarProps {
  readonly chosen: readonly OfficeAccount[];
  readonly total: number;
  readonly shown: number;
  /** How many of the chosen ones the filters hide: what is done is done to them as well. */
  readonly hidden: number;
  /** Accounts that are open though their people are no longer at the school. */
  readonly leavers: readonly OfficeAccount[];
  readonly onAct: (act: OfficeAct) => void;
  readonly onLetters: () => void;
  readonly onClear: () => void;
  /** What can always be done. */
  readonly children: ReactNode;
}

/** How many accounts are shown; with some chosen, what can be done with them. */
export function SelectionBar(props: SelectionBarProps) {
  const { chosen, total, shown, hidden, leavers, onAct, onLetters, onClear, children } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const counted = (count: number) => ({ count, number: format.number(count) });
  const act = (kind: ActKind) => () => onAct({ kind, accounts: chosen });
  return (
    <div className={classes['selection']} data-active={chosen.length > 0 || undefined}>
      <span role="status">
        {chosen.length > 0
          ? [
              t('accounts.selected', counted(chosen.length)),
              ...(hidden > 0 ? [t('accounts.selectedHidden', counted(hidden))] : []),
            ].join(', ')
          : shown === total
            ? t('accounts.count', counted(total))
            : t('accounts.shown', { shown: format.number(shown), total: format.number(total) })}
      </span>
      {chosen.length > 0 ? (
        <>
          <Button size="compact-sm" variant="default" onClick={onLetters}>
            {t('accounts.letters.button')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={act('mail')}>
            {t('accounts.act.mail')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={act('reissue')}>
            {t('accounts.act.reissue')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={act('unblock')}>
            {t('accounts.act.unblock')}
          </Button>
          <Button size="compact-sm" variant="default" color="red" onClick={act('block')}>
            {t('accounts.act.block')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={onClear}>
            {t('accounts.clearSelection')}
          </Button>
        </>
      ) : (
        leavers.length > 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => onAct({ kind: 'blockLeavers', accounts: leavers })}
          >
            {t('accounts.act.blockLeavers')} ({format.number(leavers.length)})
          </Button>
        )
      )}
      {children}
    </div>
  );
}
