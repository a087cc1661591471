import type { TFunction } from 'i18next';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { listName } from '../../../domain/kinds/person/record.ts';
import { useFormat, type Format } from '../../i18n/format.ts';
import type { Register } from '../../data/register.ts';
import classes from './evacuation.module.css';
import { countText, GROUPS, groupTitle, nameOf, pupilsIn, stateOf } from './groups.ts';
import type { EvacuationClass } from './view/class-list.ts';

interface ClassSectionProps {
  readonly register: Register;
  readonly of: EvacuationClass;
  readonly name: string;
}

/** One class on the screen: how many are in class, then who is where, by name. */
export function ClassSection({ register, of, name }: ClassSectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const { bell, teachers } = of;
  const told = [
    ...(bell
      ? [
          t('evacuation.hour', {
            hour: format.hour(bell.hour),
            start: format.clock(bell.start),
            end: format.clock(bell.end),
          }),
        ]
      : []),
    ...teachers.map(listName),
  ];
  return (
    <section className={classes['class']} aria-labelledby={id}>
      <h2 id={id}>{t('evacuation.classOf', { name })}</h2>
      <p className={classes['told']}>{told.join(' · ')}</p>
      <p>
        <strong>{countText(of, name, t, format)}</strong>
      </p>
      <p className={classes['told']}>{rollText(of, register, t, format)}</p>
      {GROUPS.map((group) => {
        const listed = pupilsIn(of, group);
        // Nobody is expected of a class that is here.
        if (listed.length === 0 && group === 'expected') return null;
        return (
          <div key={group} className={classes['group']} data-group={group}>
            <h3>
              {groupTitle(of, group, t)} ({listed.length})
            </h3>
            {listed.length === 0 ? (
              <p className={classes['told']}>{t('evacuation.empty')}</p>
            ) : (
              <ul>
                {listed.map((pupil) => (
                  <li key={pupil.person.id}>
                    {[nameOf(pupil, of, format), stateOf(pupil, t, format)]
                      .filter((text) => text !== undefined)
                      .join(' · ')}
                  </li>
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </section>
  );
}

/** On which roll the list rests, in words. */
export function rollText(
  { lastRoll }: Pick<EvacuationClass, 'lastRoll'>,
  register: Pick<Register, 'now'>,
  t: TFunction,
  format: Format,
): string {
  if (!lastRoll) return t('evacuation.noRoll');
  return t('evacuation.lastRoll', {
    hour: format.hour(lastRoll.hour),
    name: lastRoll.by ? listName(lastRoll.by) : t('common.somebody'),
    when: format.when(lastRoll.at, register.now()),
  });
}
