import type { TFunction } from 'i18next';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { PupilHour } from '../view/class-hour.ts';
import type { Format } from '../../../i18n/format.ts';
import { spokenState } from '../time/spoken-state.ts';
import type { Step } from './use-undo-steps.ts';

/** A mark that can be taken back, in words: whose, what, and in which hour. */
export function stepText(step: Step, pupils: readonly PupilHour[], t: TFunction, format: Format): string {
  if (step.said !== undefined || step.shown === undefined) return step.said ?? '';
  const pupil = pupils.find(({ person }) => person.id === step.pupil);
  return t('classHour.roll.step', {
    name: pupil ? listName(pupil.person) : t('common.somebody'),
    state: spokenState(step.shown, t, format),
    hour: format.hour(step.hour),
  });
}
