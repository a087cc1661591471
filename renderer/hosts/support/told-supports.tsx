import { useTranslation } from 'react-i18next';
import { listName } from '../../../domain/kinds/person/record.ts';
import { useFormat } from '../../i18n/format.ts';
import type { ToldSupport } from '../../views/support-topics.ts';
import classes from './told-supports.module.css';

interface ToldSupportsProps {
  readonly label: string;
  readonly told: readonly ToldSupport[];
  /** The day and the hour are said of each; of one hour they are known. */
  readonly withDay?: true;
  /** The card of one pupil has the name already. */
  readonly withoutName?: true;
}

/** What was done with pupils who have support, to be read. */
export function ToldSupports({ label, told, withDay, withoutName }: ToldSupportsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes['told']} aria-label={label}>
      {told.map(({ id, pupil, topic, teacher, day, hour }) => {
        const by = teacher ? listName(teacher) : t('common.somebody');
        const said = [
          ...(withDay ? [format.shortDay(day), format.hour(hour)] : []),
          t('support.by', { name: by }),
        ];
        return (
          <li key={id}>
            {!withoutName && <b>{listName(pupil)}: </b>}
            {topic} <small>{said.join(' · ')}</small>
          </li>
        );
      })}
    </ul>
  );
}
