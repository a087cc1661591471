import { useTranslation } from 'react-i18next';
import type { Meeting } from '../desk/meeting.ts';
import { whyText } from '../desk/news-text.ts';
import { Why } from './why.tsx';

interface CellWhyProps {
  readonly id: string;
  readonly isActive: boolean;
  readonly reason: string | undefined;
  readonly meeting: Meeting | undefined;
}

/** Why a text waits at its cell, and what came into the cell meanwhile: for those who listen always, and to look at where the focus is. */
export function CellWhy({ id, isActive, reason, meeting }: CellWhyProps) {
  const { t } = useTranslation();
  const why = whyText({ reason, meeting }, t);
  return (
    <>
      <span hidden id={id}>
        {why}
      </span>
      {isActive && <Why reason={why} />}
    </>
  );
}
