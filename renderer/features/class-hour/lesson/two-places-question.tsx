import { Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { TFunction } from 'i18next';
import type { Format } from '../../../i18n/format.ts';
import type { ClassHour } from '../view/class-hour.ts';
import { classNames } from '../words/class-names.ts';

interface Answers {
  readonly onHere: () => void;
  /** The classes have one lesson: absent where their hours are not the same. */
  readonly onTogether?: () => void;
}

/** Asks of a signature at a time at which other classes were signed (D17): whether they are together, or this one is signed too. */
export function askOfTwoPlaces(
  elsewhere: ClassHour['signedElsewhere'],
  { t, format }: { readonly t: TFunction; readonly format: Format },
  { onHere, onTogether }: Answers,
): void {
  const [first] = elsewhere;
  if (!first) return;
  const answer = (act?: () => void) => () => {
    modals.close(id);
    act?.();
  };
  const id = modals.open({
    title: t('classHour.lesson.elsewhereTitle'),
    closeButtonProps: { 'aria-label': t('common.close') },
    children: (
      <Stack gap="md">
        <Text size="sm">
          {t('classHour.lesson.elsewhereText', {
            time: format.clock(first.start),
            name: classNames(
              elsewhere.map(({ schoolClass }) => schoolClass),
              format,
            ),
          })}
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={answer()} {...(onTogether ? {} : { 'data-autofocus': true })}>
            {t('common.cancel')}
          </Button>
          <Button variant={onTogether ? 'default' : 'filled'} onClick={answer(onHere)}>
            {t('classHour.lesson.elsewhereConfirm')}
          </Button>
          {onTogether && (
            <Button data-autofocus onClick={answer(onTogether)}>
              {t('joined.together')}
            </Button>
          )}
        </Group>
      </Stack>
    ),
  });
}
