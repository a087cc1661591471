import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { can } from '../../../domain/access/capabilities.ts';
import type { PastYear, Register } from '../../data/register.ts';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import { dayPath } from '../../ui/routes.ts';
import { useFrameValue } from '../../ui/use-view.ts';
import { chosenYear, offeredYears, type OfferedYear } from './view.ts';

/** The school years that may be gone to, and which one is on the screen. */
export interface YearChoice {
  /** Those that are over. */
  readonly offered: readonly OfferedYear[];
  /** The one that was chosen; undefined while the year under way is on the screen. */
  readonly chosen: PastYear | undefined;
  /** The register that is on the screen. */
  readonly shown: Register;
  open(startYear: number): void;
  /** Back to the year under way. */
  leave(): void;
  /** Begins anew with the year that was chosen, where its reading has ended without it. */
  retry(): void;
  /** Something else was chosen: whoever does not wait for a year that is being read goes on in the one under way. */
  goElsewhere(): void;
}

const NONE: readonly OfferedYear[] = [];

/**
 * The choice of the school year, in the header and in the palette; each change begins with the day of the year that is gone to.
 *
 * @param leavesYear whether an address is that of a page which the year on the screen does not have: whoever goes there leaves it
 */
export function usePastYear(
  register: Register,
  leavesYear: (address: string, shown: Register) => boolean,
): YearChoice {
  const { t } = useTranslation();
  const [address, navigate] = useLocation();
  const mayChoose = can(register.identity, 'seeSchool');
  const all = useFrameValue(offeredYears, register) ?? NONE;
  const offered = mayChoose ? all : NONE;
  const chosen = useFrameValue(chosenYear, register);
  const { past } = register.status;
  const isLeft = chosen?.kind === 'open' && leavesYear(address, chosen.register);
  /** Where the reading of a year began. */
  const begun = useRef<{ readonly startYear: number; readonly address: string }>(undefined);
  useEffect(() => {
    if (isLeft) past.leave();
    if (chosen?.kind !== 'reading') begun.current = undefined;
    else if (begun.current?.startYear !== chosen.startYear)
      begun.current = { startYear: chosen.startYear, address };
    else if (begun.current.address !== address) past.leave();
  }, [past, isLeft, chosen, address]);
  const choice: YearChoice = {
    offered,
    chosen,
    shown: chosen?.kind === 'open' && !isLeft ? chosen.register : register,
    open(startYear) {
      navigate(dayPath());
      past.open(startYear);
    },
    leave() {
      navigate(dayPath());
      past.leave();
    },
    retry() {
      if (chosen) past.open(chosen.startYear);
    },
    goElsewhere() {
      if (chosen?.kind === 'reading') past.leave();
    },
  };
  useDeclareActions([
    ...offered
      .filter(({ startYear }) => startYear !== chosen?.startYear)
      .map(({ startYear, name }) => ({
        id: `past-year-${startYear}`,
        label: t('shell.pastYear.open', { name }),
        keywords: t('shell.pastYear.words'),
        run: () => choice.open(startYear),
      })),
    ...(chosen
      ? [
          {
            id: 'leave-past-year',
            label: t('shell.pastYear.leave'),
            keywords: t('shell.pastYear.words'),
            run: () => choice.leave(),
          },
        ]
      : []),
  ]);
  return choice;
}
