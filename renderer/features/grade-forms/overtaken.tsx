import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { Notice } from '../../ui/notice/notice.tsx';

interface OvertakenProps {
  /** What was not saved: of whom, in which test. */
  readonly of: string;
  /** What is otherwise now than when the form was opened, a line for each. */
  readonly lines: readonly string[];
  readonly onClose: () => void;
}

/** A colleague has written since the form was opened: it stands, and what was typed here waits in its fields until it is saved knowing that. */
export function Overtaken({ of, lines, onClose }: OvertakenProps) {
  const { t } = useScaleTexts();
  return (
    <Notice
      tone="danger"
      title={t('common.failure.titleOf', { of })}
      urgent
      onClose={onClose}
      closeLabel={t('common.close')}
    >
      {t('common.refusal.changedSince')}
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {t('gradeForms.stillHere')}
    </Notice>
  );
}
