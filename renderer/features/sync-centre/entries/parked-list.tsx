import { useTranslation } from 'react-i18next';
import { describeParked } from '../../../kinds/telling.ts';
import type { EntryText, Words } from '../../../kinds/words.ts';
import { OpenHour } from './open-hour.tsx';
import classes from './sync-centre.module.css';

interface ParkedListProps {
  readonly parked: readonly string[];
  /** How many more there are than have a name here. */
  readonly unnamed: number;
  readonly words: Words;
}

/** Lines drawn; of more, their number is enough. */
const MOST = 10;

/** Whose and of which hour the documents are that cannot be read: what they say is to be asked for where it matters. */
export function ParkedList({ parked, unnamed, words }: ParkedListProps) {
  const { t } = useTranslation();
  const told = parked.map((key) => ({ key, ...describeParked(key, words) })).filter(isTold);
  if (told.length === 0) return null;
  const more = Math.max(0, told.length - MOST) + unnamed;
  return (
    <ul className={classes['parked']}>
      {told.slice(0, MOST).map(({ key, what, where, place }) => (
        <li key={key}>
          {what} · {where} {place && <OpenHour place={place} />}
        </li>
      ))}
      {more > 0 && <li>{t('sync.notice.parkedMore', { count: more })}</li>}
    </ul>
  );
}

function isTold({ where }: EntryText): boolean {
  return where !== '';
}
