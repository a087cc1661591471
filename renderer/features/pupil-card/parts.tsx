import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../domain/access/capabilities.ts';
import { listName } from '../../../domain/kinds/person/record.ts';
import type { PupilCardPart, PupilCardProps } from '../../hosts/page.ts';
import { useFormat } from '../../i18n/format.ts';
import { CardFacts, CardPart } from '../../ui/card-part.tsx';
import { useViewValue } from '../../ui/use-view.ts';
import { pupilContacts, pupilEvents, pupilFacts, type ToldEvent } from './view.ts';

/** Who it is, what was marked today, and how to reach the family. */
export const pupilCardParts: readonly PupilCardPart[] = [
  { id: 'who', order: 10, view: Who },
  { id: 'today', order: 20, view: Today },
  { id: 'contacts', order: 90, view: Contacts },
];

function Who({ register, pupil, place }: PupilCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { day, schoolClass } = place;
  const asked = useMemo(() => ({ day, schoolClass }), [day, schoolClass]);
  const facts = useViewValue(pupilFacts, register, pupil, asked);
  if (!facts) return null;
  const { birthDate, group, religion, derogations } = facts;
  const told = [
    [
      t('pupilCard.birthDate'),
      birthDate === undefined ? t('common.unknown') : format.numericDay(birthDate),
    ] as const,
    ...(group === undefined ? [] : [[t('pupilCard.groups'), group] as const]),
    ...(religion === undefined
      ? []
      : [[t('pupilCard.religion'), t(`pupilCard.choice.${religion}`)] as const]),
    ...(derogations.length > 0
      ? [
          [
            t('pupilCard.derogations'),
            derogations.map(({ category }) => t(`pupilCard.category.${category}`)).join(', '),
          ] as const,
        ]
      : []),
  ];
  return (
    <CardPart title={t('pupilCard.who')}>
      <CardFacts facts={told} />
    </CardPart>
  );
}

function Today({ register, pupil, place: { day } }: PupilCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const events = useViewValue(pupilEvents, register, pupil, day);
  const told = ({ event, by, isMine, at }: ToldEvent) => {
    const hour = format.hour(event.hour);
    const time = event.time === undefined ? '' : format.clock(event.time);
    const what = t(`attendanceDay.${event.kind}Value`, { time, hour });
    return {
      what: event.kind === 'outOfClass' ? what : t('attendanceDay.inHour', { said: what, hour }),
      marked: t(isMine ? 'pupilCard.markedByMe' : 'pupilCard.marked', {
        name: by ? listName(by) : t('common.somebody'),
        when: format.when(at, register.now()),
      }),
    };
  };
  return (
    <CardPart title={t('pupilCard.day', { day: format.longDay(day) })}>
      {events?.length === 0 && <p>{t('pupilCard.nothingMarked')}</p>}
      <ul>
        {events?.map((each) => {
          const { what, marked } = told(each);
          return (
            <li key={`${each.event.kind}.${each.event.hour}.${each.event.time ?? ''}`}>
              {what}
              <p>{marked}</p>
            </li>
          );
        })}
      </ul>
    </CardPart>
  );
}

function Contacts({ register, pupil }: PupilCardProps) {
  const { t } = useTranslation();
  const contacts = useViewValue(pupilContacts, register, pupil);
  if (!contacts) return null;
  return (
    <CardPart title={t('pupilCard.contacts')}>
      {contacts.length === 0 && (
        <p>{t(can(register.identity, 'keepAccounts') ? 'pupilCard.noContacts' : 'pupilCard.notHere')}</p>
      )}
      <ul>
        {contacts.map(({ person, guardian, phones, emails }) => (
          <li key={person.id}>
            {listName(person)} · {t(`pupilCard.guardian.${guardian}`)}
            <p>{[...phones, ...emails].join(' · ') || t('pupilCard.noWay')}</p>
          </li>
        ))}
      </ul>
    </CardPart>
  );
}
