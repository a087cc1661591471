import type { ReactNode } from 'react';
import classes from './chip.module.css';

/** What a chip says at a glance; the words say it too. */
export type ChipTone = 'neutral' | 'ok' | 'now' | 'warn' | 'danger' | 'info' | 'brand';

interface ChipProps {
  readonly tone?: ChipTone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A small state with words: never colour alone. */
export function Chip({ tone = 'neutral', icon, children }: ChipProps) {
  return (
    <span className={classes['chip']} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
