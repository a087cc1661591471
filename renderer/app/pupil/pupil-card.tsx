import { ActionIcon, Drawer } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { className } from '../../../domain/kinds/class/record.ts';
import { listName } from '../../../domain/kinds/person/record.ts';
import type { Register } from '../../data/register.ts';
import { closePupilCard, stepPupilCard, usePupilCard, type OpenCard } from '../../hosts/pupil-card.ts';
import { HiddenOnProjector } from '../../hosts/projector.tsx';
import { useFormat } from '../../i18n/format.ts';
import { wantPupil } from '../../ui/focus/wanted/wanted-focus.ts';
import { hourPath } from '../../ui/routes.ts';
import { KEYS } from '../../ui/actions/keys.ts';
import { useKeyText } from '../../ui/actions/use-key-text.ts';
import { Initials } from '../../ui/marks/initials.tsx';
import { useViewValue } from '../../ui/use-view.ts';
import { schoolIndex } from '../../views/school.ts';
import { cardPartsOf } from '../pages/offered-pages.ts';
import classes from './pupil-card.module.css';

const ARROWS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
/** Where arrows have a meaning of their own. */
const OWN_ARROWS = 'input, textarea, select, [role=grid], [role=menu], [contenteditable=true]';

/** The card of a pupil, at the side of whatever section is on the screen; it closes with the page behind it. */
export function PupilCard({ register }: { readonly register: Register }) {
  const { t } = useTranslation();
  const card = usePupilCard((state) => state.card);
  useEffect(() => () => usePupilCard.setState({ card: undefined }), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = ARROWS[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target instanceof Element && event.target.closest(OWN_ARROWS)) return;
    stepPupilCard(by);
    event.preventDefault();
  };
  return (
    <Drawer
      opened={card !== undefined}
      onClose={closePupilCard}
      position="right"
      size={420}
      padding={0}
      withCloseButton={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.2 }}
      onKeyDown={onKeyDown}
      attributes={{ content: { 'aria-label': t('shell.pupil.card') } }}
    >
      {card && <Card register={register} card={card} />}
    </Drawer>
  );
}

function Card({ register, card }: { readonly register: Register; readonly card: OpenCard }) {
  const { t } = useTranslation();
  const { pupil, among, place } = card;
  const keyText = useKeyText();
  const index = useViewValue(schoolIndex, register);
  const parts = useMemo(() => cardPartsOf(register), [register]);
  const person = index?.person(pupil);
  const schoolClass = index?.schoolClass(place.schoolClass);
  const at = among.indexOf(pupil);
  return (
    <div className={classes['sheet']}>
      <div className={classes['head']}>
        {person && <Initials surname={person.surname} givenName={person.givenName} size={40} />}
        <div className={classes['name']}>
          {person && <Name key={pupil} name={listName(person)} />}
          <p>
            {[
              ...(schoolClass ? [t('classHour.classTitle', { name: className(schoolClass) })] : []),
              t('shell.pupil.place', { number: at + 1, of: among.length }),
            ].join(' · ')}
          </p>
          <ToRoll pupil={pupil} place={place} />
        </div>
        <Step label={t('shell.pupil.previous')} isEnd={at <= 0} by={-1}>
          <IconChevronUp size={18} />
        </Step>
        <Step label={t('shell.pupil.next')} isEnd={at < 0 || at === among.length - 1} by={1}>
          <IconChevronDown size={18} />
        </Step>
        <Drawer.CloseButton aria-label={t('common.close')} title={keyText(KEYS.leave)} />
      </div>
      <HiddenOnProjector>
        {parts.map(({ id, view: View }) => (
          <View key={`${pupil}.${id}`} register={register} pupil={pupil} place={place} />
        ))}
      </HiddenOnProjector>
    </div>
  );
}

/** Leads to the pupil in the roll of the hour, from wherever else the card was opened. */
function ToRoll({ pupil, place }: Pick<OpenCard, 'pupil' | 'place'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const [address] = useLocation();
  const roll = hourPath(place.day, place.schoolClass, place.hour, place.group);
  if (address === roll) return null;
  return (
    <Link
      href={roll}
      className={classes['roll'] ?? ''}
      onClick={() => {
        closePupilCard();
        wantPupil(pupil);
      }}
    >
      {t('shell.pupil.inRoll', { hour: format.hour(place.hour) })}
    </Link>
  );
}

/** Takes the focus with each pupil: whoever does not see the sheet is told the name. */
function Name({ name }: { readonly name: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1} data-autofocus>
      {name}
    </h2>
  );
}

interface StepProps {
  readonly label: string;
  readonly isEnd: boolean;
  readonly by: number;
  readonly children: ReactNode;
}

function Step({ label, isEnd, by, children }: StepProps) {
  return (
    <ActionIcon
      variant="default"
      size={30}
      aria-label={label}
      title={`${label} (${by > 0 ? '↓' : '↑'})`}
      disabled={isEnd}
      onClick={() => stepPupilCard(by)}
    >
      {children}
    </ActionIcon>
  );
}
