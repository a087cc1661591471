import { Button } from '@mantine/core';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import classes from './grade-forms.module.css';

interface AddMoreProps {
  readonly label: string;
  /** How many there are, and how many a record can have. */
  readonly count: number;
  readonly most: number;
  /** The field that gets the focus where something is wrong with the list. */
  readonly field?: string;
  /** It adds to a part of a list: it is drawn as a lesser one. */
  readonly isLesser?: boolean;
  readonly onAdd: () => void;
}

/** Adds one to a list; once it has as many as a record can, says so in its place. */
export function AddMore({ label, count, most, field, isLesser = false, onAdd }: AddMoreProps) {
  const { t } = useScaleTexts();
  if (count >= most) return <p className={classes['lead']}>{t('gradeForms.most', { number: most })}</p>;
  return (
    <div>
      <Button
        data-field={field}
        variant={isLesser ? 'subtle' : 'default'}
        size={isLesser ? 'compact-xs' : 'compact-sm'}
        onClick={onAdd}
      >
        {label}
      </Button>
    </div>
  );
}
