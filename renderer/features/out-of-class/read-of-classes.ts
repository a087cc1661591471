import { parseLocalDate } from '../../../domain/base/local-date.ts';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import { classesOfChosen, type AskedClass } from '../../hosts/class-acts/asked-classes.ts';
import { hourThere, readDraft, type DraftFault, type ElsewhereDraft } from './draft.ts';
import type { AskedOfClass } from './send-asking.ts';
import type { OutOfClass } from './view.ts';

/**
 * What a draft says of the chosen pupils of each class, by its own days and bells; or the faults by field, of the first class that finds
 * one. The hour of the draft is one of the first class.
 */
export function readOfClasses(
  draft: ElsewhereDraft,
  classes: readonly AskedClass<Pick<OutOfClass, 'pupils' | 'dayOf' | 'isClosedDay'>>[],
  known?: Pick<PresenceElsewhere, 'day'>,
):
  | { readonly asked: readonly AskedOfClass[] }
  | { readonly faults: Readonly<Partial<Record<string, DraftFault>>> } {
  const day = parseLocalDate(draft.day);
  const here = day && classes[0]?.shown.dayOf(day);
  const asked: AskedOfClass[] = [];
  for (const { schoolClass, shown, chosen } of classesOfChosen(classes, draft.pupils)) {
    const fromHour = day && here ? hourThere(draft.fromHour, here, shown.dayOf(day)) : draft.fromHour;
    const read = readDraft({ ...draft, fromHour }, shown.dayOf);
    if ('faults' in read) return read;
    // Of what has begun the last day may still change (D104).
    if (day && day !== known?.day && shown.isClosedDay(day)) return { faults: { day: 'periodClosed' } };
    asked.push({ schoolClass: schoolClass.id, pupils: chosen, said: read.said });
  }
  return { asked };
}
