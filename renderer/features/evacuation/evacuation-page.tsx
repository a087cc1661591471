import { Button, Select } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Register } from '../../data/register.ts';
import { classLabel } from '../../i18n/class-label.ts';
import { useFormat } from '../../i18n/format.ts';
import { noLessonText } from '../../i18n/no-lesson-text.ts';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { useView } from '../../ui/use-view.ts';
import { ClassSection } from './class-section.tsx';
import { EvacuationPrint } from './evacuation-print.tsx';
import classes from './evacuation.module.css';
import { evacuationNow, type Evacuation } from './view.ts';
import type { EvacuationClass } from './view/class-list.ts';

const EVERY_CLASS = 'all';

/** Who is where at this minute, for an evacuation: read and printed without a network (D108). */
export function EvacuationPage({ register }: { readonly register: Register }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<string>(EVERY_CLASS);
  const live = useView(evacuationNow, register);
  const evacuation = live.ready ? live.value : undefined;
  const hasLists = evacuation !== undefined && evacuation.classes.length > 0;
  useDeclareActions(
    hasLists
      ? [
          {
            id: 'print-evacuation',
            label: `${t('evacuation.print')}: ${t('evacuation.name')}`,
            keywords: t('evacuation.words'),
            run: () => globalThis.print(),
          },
        ]
      : [],
  );
  if (!evacuation)
    return <div className={classes['page']} aria-busy="true" aria-label={t('evacuation.name')} />;
  const every = evacuation.classes.map(({ schoolClass }) => schoolClass);
  const nameOfClass = ({ schoolClass }: EvacuationClass) => classLabel(schoolClass, every, t);
  const one = evacuation.classes.find(({ schoolClass }) => schoolClass.id === chosen);
  const shown = one ? [one] : evacuation.classes;
  const isOn = shown.length === 0 || shown.some(({ at }) => at.kind === 'atSchool');
  const free = freeOf(evacuation);
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <div>
          <h1>{t('evacuation.name')}</h1>
          <p className={classes['told']}>
            {t(isOn ? 'evacuation.lead' : 'evacuation.leadOut', { time: format.clock(evacuation.time) })}
          </p>
        </div>
        {hasLists && (
          <Button leftSection={<IconPrinter size={18} stroke={1.7} />} onClick={() => globalThis.print()}>
            {t('evacuation.print')}
          </Button>
        )}
      </header>
      {evacuation.classes.length > 1 && (
        <Select
          className={classes['which'] ?? ''}
          label={t('evacuation.which')}
          searchable
          allowDeselect={false}
          data={[
            { value: EVERY_CLASS, label: t('evacuation.all') },
            ...evacuation.classes.map((of) => ({
              value: of.schoolClass.id,
              label: nameOfClass(of),
            })),
          ]}
          value={one ? one.schoolClass.id : EVERY_CLASS}
          onChange={(value) => setChosen(value ?? EVERY_CLASS)}
        />
      )}
      {!hasLists && (
        <Notice tone="info">
          {evacuation.noLesson
            ? noLessonText(evacuation.noLesson, t)
            : t(evacuation.reach === 'hour' ? 'evacuation.nobodyMine' : 'evacuation.nobody')}
        </Notice>
      )}
      {free && (
        <Notice tone="info">
          {t(`evacuation.free.${free.kind}`, {
            names: evacuation.classes.map(nameOfClass).join(', '),
            time: format.clock(free.time),
          })}
        </Notice>
      )}
      {shown.map((of) => (
        <ClassSection key={of.schoolClass.id} register={register} of={of} name={nameOfClass(of)} />
      ))}
      {hasLists && (
        <EvacuationPrint
          register={register}
          evacuation={evacuation}
          shown={shown}
          nameOfClass={nameOfClass}
        />
      )}
    </div>
  );
}

/** That a teacher has no hour now; not where the classes say the same of themselves. */
function freeOf({ free, classes: listed }: Evacuation): Evacuation['free'] {
  return free && listed.every(({ at }) => at.kind === free.kind && at.time === free.time) ? undefined : free;
}
