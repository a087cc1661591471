import type { TFunction } from 'i18next';
import type { Instant, PersonId } from '../../../../domain/base/ids.ts';
import type { JustificationAct } from '../../../../domain/kinds/justification/record.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { SchoolIndex } from '../../../data/school/school-index.ts';
import type { Format } from '../../../i18n/format.ts';
import type { JustifyingLine } from '../../../views/class-justifications.ts';

/** What texts are made with. */
export interface LineWords {
  readonly t: TFunction;
  readonly format: Format;
  readonly people: Pick<SchoolIndex, 'person'> | undefined;
  readonly now: Instant;
}

/** What a line is about: the absence of some days, the late entry or the exit of one. */
export function whatText({ item, from, to, items }: JustifyingLine, { t, format }: LineWords): string {
  const time = items[0]?.time;
  if (item !== 'absence' && time !== undefined) {
    const at = { time: format.clock(time), day: format.shortDay(from) };
    return item === 'late' ? t('classAbsences.justify.lateOn', at) : t('classAbsences.justify.exitOn', at);
  }
  return from === to
    ? t('classAbsences.justify.absenceOn', { day: format.shortDay(from) })
    : t('classAbsences.justify.absenceFrom', { from: format.shortDay(from), to: format.shortDay(to) });
}

/** How many days it is: lesson days always, calendar days where a certificate is asked for (D84), and which of them are open where not all are. */
export function daysText(line: JustifyingLine, { t }: LineWords): string | undefined {
  if (line.item !== 'absence') return undefined;
  const parts: string[] = [t('classAbsences.justify.lessonDays', { count: line.lessonDays })];
  if (line.needsCertificate)
    parts.push(t('classAbsences.justify.calendarDays', { count: line.calendarDays }));
  if (line.open.length > 0 && line.open.length < line.items.length)
    parts.push(t('classAbsences.justify.openDays', { count: line.open.length }));
  return parts.join(' · ');
}

/** What was said about a line, and by whom; a line of several days tells each thing once. */
export function reasonTexts(line: JustifyingLine, words: LineWords): readonly string[] {
  const { t } = words;
  const shown = line.open.length > 0 ? line.open : line.items;
  // A reason for several days is an act in each of them: it is read once, as it was said last.
  const last = [...new Map(shown.map((each) => [saidOf(each), each])).values()];
  const said = last.flatMap(({ text, decision, draft, endedBy }) => [
    ...(!text && endedBy?.act === 'revoke' ? [decisionText(endedBy, words)] : []),
    ...(text ? [textOf(text, words)] : []),
    ...(decision && decision !== text ? [decisionText(decision, words)] : []),
    ...(!text && draft ? [t('classAbsences.justify.earlier', { reason: causeOf(draft, words) })] : []),
  ]);
  return [...new Set(said)];
}

function saidOf({ text, decision, endedBy, state }: JustifyingLine['items'][number]): string {
  const of = (act: JustificationAct | undefined) => [act?.act, act?.by, act?.reason, act?.text].join(' ');
  return [state, of(text), of(decision), of(endedBy)].join(' ');
}

function textOf(act: JustificationAct, words: LineWords): string {
  const { t, format, now } = words;
  const reason = causeOf(act, words);
  const when = format.when(act.at, now);
  if (act.origin === undefined) return t('classAbsences.justify.fromFamily', { reason, when });
  const origin = t(`classAbsences.justify.origin.${act.origin}`);
  return t('classAbsences.justify.fromSchool', { reason, origin, name: nameOf(act.by, words), when });
}

function decisionText(act: JustificationAct, words: LineWords): string {
  const said = {
    name: nameOf(act.by, words),
    when: words.format.when(act.at, words.now),
    text: act.text ?? '',
  };
  if (act.act === 'revoke') return words.t('classAbsences.justify.revokedBy', said);
  return act.act === 'reject'
    ? words.t('classAbsences.justify.rejectedBy', said)
    : words.t('classAbsences.justify.validatedBy', said);
}

/** The cause and the words beside it. */
function causeOf({ reason, text = '' }: JustificationAct, { t }: LineWords): string {
  const named = reason === undefined ? '' : t(`justification.reason.${reason}`);
  const cause = capital(named);
  return text === '' ? cause : t('classAbsences.justify.reasonText', { reason: cause, text });
}

function nameOf(person: PersonId, { t, people }: LineWords): string {
  const known = people?.person(person);
  return known ? listName(known) : t('common.somebody');
}

/** With a great letter, where a word stands alone. */
export function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}
