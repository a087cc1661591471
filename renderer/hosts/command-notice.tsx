import type { CommandFailure } from '../data/commands/outcome.ts';
import { useScaleTexts } from '../i18n/scale-texts.ts';
import { Notice } from '../ui/notice/notice.tsx';
import { failureText } from '../views/failure-text.ts';

interface CommandNoticeProps {
  /** What was not saved: of whom, in which hour of which class. */
  readonly of: string;
  readonly failure: CommandFailure | undefined;
  readonly onClose: () => void;
}

/** Why the last command was not carried out: nothing was written, and the user must know at once. */
export function CommandNotice({ of, failure, onClose }: CommandNoticeProps) {
  const { t } = useScaleTexts();
  if (!failure) return null;
  return (
    <Notice
      tone="danger"
      title={t('common.failure.titleOf', { of })}
      urgent
      onClose={onClose}
      closeLabel={t('common.close')}
    >
      {failureText(failure, t)}
    </Notice>
  );
}
