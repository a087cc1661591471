import { IconCornerDownRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { KEYS } from '../../../ui/actions/keys.ts';
import { useKeyText } from '../../../ui/actions/use-key-text.ts';
import classes from './text-foot.module.css';

/** What one key writes into an empty field, and from where it is. */
export interface OfferedText {
  /** What pressing it does. */
  readonly title: string;
  /** From where it is: the last lesson, a plan. */
  readonly from: string;
  readonly text: string;
  readonly use: () => void;
}

interface TextFootProps {
  readonly offered: OfferedText | undefined;
  /** What stands there while nothing is offered. */
  readonly instead?: ReactNode;
  /** Where the words are. */
  readonly children: ReactNode;
}

/** The line below the texts of an hour: what can be taken over from last time, and where the words are. */
export function TextFoot({ offered, instead, children }: TextFootProps) {
  const keyText = useKeyText();
  return (
    <div className={classes['below']}>
      {offered ? (
        <button
          type="button"
          className={classes['offered']}
          title={`${offered.title} (${keyText(KEYS.previousTopic)})`}
          onClick={offered.use}
        >
          <IconCornerDownRight size={14} aria-hidden="true" />
          <span>{offered.from}</span>
          <span>{offered.text}</span>
        </button>
      ) : (
        instead
      )}
      {children}
    </div>
  );
}
