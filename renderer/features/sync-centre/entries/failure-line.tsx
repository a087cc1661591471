import { useTranslation } from 'react-i18next';
import type { CommandFailure } from '../../../data/commands/outcome.ts';
import { failureText } from '../../../views/failure-text.ts';
import classes from './sync-centre.module.css';

/** Why a button of a notice has done nothing; the notice stays. */
export function FailureLine({ failure }: { readonly failure: CommandFailure | undefined }) {
  const { t } = useTranslation();
  if (!failure) return null;
  return (
    <span className={classes['reason']} role="alert">
      {failureText(failure, t)}
    </span>
  );
}
