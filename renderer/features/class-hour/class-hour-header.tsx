import { Button } from '@mantine/core';
import { IconLock, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { WHOLE_CLASS } from '../../../domain/school/hour-place.ts';
import { InClassHeader } from '../../hosts/class-place.tsx';
import { useDeclareActions, type Action } from '../../ui/actions/actions.ts';
import { Chip } from '../../ui/marks/chip.tsx';
import { sayWhyNot } from '../../ui/notice/why-not.ts';
import classes from './class-hour.module.css';
import type { whyNoPrint } from './print/print-moment.ts';
import { DensitySwitch, type Density } from './row/density-switch.tsx';
import type { ClassHour } from './view/class-hour.ts';
import { partText } from '../../kinds/lesson/part-text.ts';

interface ClassHourHeaderProps {
  readonly hour: ClassHour;
  readonly density: Density;
  readonly onDensity: (density: Density) => void;
  /** Why there is nothing to print, where there is not. */
  readonly noPrint: ReturnType<typeof whyNoPrint> | 'projected';
  readonly onPrint: () => void;
}

/** What the lesson adds to the header of its class: whether it can be written, the size of its rows, and printing. */
export function ClassHourHeader(props: ClassHourHeaderProps) {
  const { hour, density, onDensity, noPrint, onPrint } = props;
  const { t } = useTranslation();
  const whyNot = noPrint && t(`classHour.reason.print.${noPrint}`);
  const print: Action = {
    id: 'print',
    label: t('classHour.print'),
    keywords: t('classHour.wordsForPrint'),
    ...(whyNot === undefined ? {} : { isReason: true }),
    run: () => (whyNot === undefined ? onPrint() : sayWhyNot(whyNot)),
  };
  useDeclareActions(hour.pupils.length > 0 ? [print] : []);
  return (
    <>
      {hour.closed !== undefined && (
        <InClassHeader part="chips">
          <Chip tone="info" icon={<IconLock />}>
            {t('classHour.closedTitle')}
          </Chip>
        </InClassHeader>
      )}
      {hour.part.group !== WHOLE_CLASS && (
        <InClassHeader part="chips">
          <Chip tone="now">{partText(hour.part, t)}</Chip>
        </InClassHeader>
      )}
      <InClassHeader part="tools">
        <DensitySwitch density={density} onDensity={onDensity} />
        <Button
          className={classes['print'] ?? ''}
          title={whyNot ?? t('classHour.print')}
          variant="default"
          size="xs"
          leftSection={<IconPrinter size={16} stroke={1.7} />}
          onClick={onPrint}
          disabled={hour.pupils.length === 0 || whyNot !== undefined}
        >
          {t('classHour.print')}
        </Button>
      </InClassHeader>
    </>
  );
}
