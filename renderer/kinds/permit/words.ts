import { equalJson } from '../../../domain/base/canonical-json.ts';
import { toPersonId } from '../../../domain/base/ids.ts';
import { parseLocalDate, parseLocalTime } from '../../../domain/base/local-date.ts';
import { PERMIT_ACTS, type Permit } from '../../../domain/kinds/permit/record.ts';
import {
  clockOf,
  objectsOf,
  placedText,
  pupilName,
  somebodysName,
  textOf,
  type KindWords,
  type Words,
} from '../words.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const KEY = /^(\d{4}-\d\d-\d\d)\.(.+)\.(?:entry|exit)\.permit$/;

const words: KindWords<Permit> = {
  name: ({ t }) => t('permit.acts'),
  entry(record, before, words) {
    const { t } = words;
    const known = before?.acts ?? [];
    const brought = record.acts.filter((act) => !known.some((other) => equalJson(act, other)));
    const of = t(`permit.of.${record.move}`, { name: pupilName(words, record.pupil) });
    const said = actsText(brought, words).join(' · ');
    return placedText(words, said === '' ? of : t('permit.entry', { of, said }), record, undefined);
  },
  field: (field, { t }) => (field === 'acts' ? t('permit.acts') : undefined),
  value(field, value, words) {
    if (field !== 'acts') return undefined;
    return actsText(value, words).join(' · ') || words.t('permit.nothing');
  },
  handedOver(record, words) {
    const { t } = words;
    const name = somebodysName(record['pupil'], words);
    const said = actsText(record['acts'], words).join(' · ') || t('permit.nothing');
    const { move } = record;
    const of =
      move === 'entry' || move === 'exit' ? t(`permit.of.${move}`, { name }) : t('permit.dayOf', { name });
    return [t('permit.entry', { of, said })];
  },
  parked(id, words) {
    const [, dayText = '', pupil = ''] = KEY.exec(id) ?? [];
    const day = parseLocalDate(dayText);
    if (day === undefined) return undefined;
    const name = pupilName(words, toPersonId(pupil));
    return { what: words.t('permit.dayOf', { name }), where: words.format.shortDay(day) };
  },
};

/** A permit in words. */
export const permit = { words, texts: { it, en } } as const;

/** Acts of a list that nobody has checked; what is none is left out. */
function actsText(value: unknown, { t, format }: Words): readonly string[] {
  return objectsOf(value).flatMap((each) => {
    const act = PERMIT_ACTS.find((known) => known === each['act']);
    if (act === undefined) return [];
    const time = parseLocalTime(textOf(each['time']) ?? '');
    const said =
      time === undefined ? t(`permit.act.${act}`) : t('permit.askedFor', { time: clockOf(time, format) });
    const text = textOf(each['text']);
    return [text === undefined ? said : t('permit.inWords', { said, words: text })];
  });
}
