import {
  IconAlertCircle,
  IconCheck,
  IconClipboardText,
  IconClockPause,
  IconPencil,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listName } from '../../../../domain/kinds/person/record.ts';
import { joinedName } from '../../../i18n/class-label.ts';
import { hourPath } from '../../../ui/routes.ts';
import type { Spot } from './spots.ts';
import type { WeekHour } from '../view/taught-days.ts';
import classes from './grid.module.css';

interface HourTileProps {
  readonly told: WeekHour;
  /** Of a month there is little room: the topic in one line. */
  readonly isSmall: boolean;
  readonly spot: Spot;
  readonly isTabStop: boolean;
  readonly onFocus: (spot: Spot) => void;
}

/** How much of a topic a tile says; all of it is in its title, and in the hour. */
const LONG = 90;
const SHORT = 36;

/** One hour of mine: class, subject, what was done or is planned, and what is missing. */
export function HourTile({ told, isSmall, spot, isTabStop, onFocus }: HourTileProps) {
  const { t } = useTranslation();
  const { day, hour, schoolClass, joined = [], subject, state, topic, activity, plannedBy, isStandIn } = told;
  const text = topic || activity;
  const said = [
    ...(isStandIn && state !== 'stoodIn' ? [t('week.standIn')] : []),
    t(`week.state.${state}`),
    ...(plannedBy ? [t('week.plannedBy', { name: listName(plannedBy) })] : []),
  ];
  const name = joinedName([schoolClass, ...joined]);
  // What is cut short in the tile is whole here.
  const whole = [name, ...(subject ? [subject.name] : []), ...(text === '' ? [] : [text]), ...said];
  const Icon = ICONS[state];
  return (
    <Link
      href={hourPath(day, schoolClass.id, hour)}
      className={classes['tile'] ?? ''}
      data-state={state}
      data-small={isSmall ? '' : undefined}
      data-spot={`${spot.row}.${spot.column}.${spot.index}`}
      tabIndex={isTabStop ? 0 : -1}
      title={whole.join(' · ')}
      onFocus={() => onFocus(spot)}
    >
      <span>
        <b>{name}</b> {subject && (isSmall ? subject.shortName : subject.name)}
      </span>
      {text !== '' && <span>{brief(text, isSmall ? SHORT : LONG)}</span>}
      <span className={classes['state']}>
        <Icon size={13} stroke={1.8} aria-hidden="true" /> {said.join(' · ')}
      </span>
    </Link>
  );
}

const ICONS = {
  done: IconCheck,
  stoodIn: IconCheck,
  planned: IconClipboardText,
  toPlan: IconPencil,
  unexpected: IconClockPause,
  lacksTopic: IconAlertCircle,
  lacksSignature: IconAlertCircle,
  pastSigning: IconAlertCircle,
} as const;

/** The beginning of a text, whole words of it where it has any. */
function brief(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = cut.lastIndexOf(' ');
  return `${(end > most / 2 ? cut.slice(0, end) : cut).trimEnd()}…`;
}
