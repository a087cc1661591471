import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  instantToMilliseconds,
  toPersonId,
  type Instant,
  type PersonId,
} from '../../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { gradeId } from '../../../../domain/record/grade-key.ts';
import { kinds } from '../../../../domain/kinds/registry.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import { readHistory } from '../../../../domain/protocol/endpoints/register/register-endpoints.ts';
import type { Apis } from '../../../hosts/use-apis.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import type { Words } from '../../../kinds/words.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import type { CourseGrades } from '../view.ts';
import { toldVersions, type KeptVersion } from './history-lines.ts';
import { nextBelow, withPage } from './history-pages.ts';
import classes from '../grade-forms.module.css';

interface HistoryProps {
  readonly apis: Apis;
  readonly shown: CourseGrades;
  readonly column: Assessment;
  /** Whose grade in it; all of the column where nobody is named. */
  readonly pupil?: PersonId;
}

type Kept = Parameters<typeof toldVersions>[0];

/** Signs of a device by which one is told from another. */
const SIGNS_OF_DEVICE = 4;
/** What arrives so soon has arrived at once. */
const AT_ONCE = 60_000;

/**
 * What a cell or a column has said before, who changed it when and on which computer, when that arrived, and why (D78); the school keeps it, and is asked for it.
 */
export function History({ apis, shown, column, pupil }: HistoryProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const attempt = useAttempt();
  const [kept, setKept] = useState<Kept>();
  const columns = new Map(shown.assessments.map((one) => [one.id, one]));
  const words: Words = { t, format, index: shown.facts, column: (id) => columns.get(id) };
  const read = async (id: string, known: readonly KeptVersion[] = []) => {
    const below = nextBelow(known);
    if (known.length > 0 && below === undefined) return known;
    const params = { collection: kinds.grade.collection, id };
    const query = below === undefined ? {} : { below: String(below) };
    const answer = await attempt.run(() => apis.school.ask(readHistory, { params, query }));
    if (!answer.ok) return undefined;
    return below === undefined ? answer.value : withPage(known, below, answer.value);
  };
  const ask = async () => {
    const ofColumn = await read(column.id, kept?.column);
    if (!ofColumn) return;
    if (pupil === undefined) return setKept({ column: ofColumn });
    const ofGrade = await read(gradeId(column.id, pupil), kept?.grade);
    if (ofGrade) setKept({ column: ofColumn, grade: ofGrade });
  };
  const hasEarlier = [kept?.column, kept?.grade].some(
    (versions) => versions && nextBelow(versions) !== undefined,
  );
  const moment = (at: Instant) =>
    t('gradeForms.history.at', { day: format.shortDay(dayOfInstant(at)), time: format.time(at) });
  const byWhom = ({ author, device, recordedAt, receivedAt }: KeptVersion) => {
    const person = shown.facts.person(toPersonId(author));
    const isLate = instantToMilliseconds(receivedAt) - instantToMilliseconds(recordedAt) >= AT_ONCE;
    return t(isLate ? 'gradeForms.history.byLate' : 'gradeForms.history.by', {
      name: person ? listName(person) : t('common.somebody'),
      when: moment(recordedAt),
      device: device.replaceAll('-', '').slice(0, SIGNS_OF_DEVICE).toUpperCase(),
      arrived: moment(receivedAt),
    });
  };
  if (!kept)
    return (
      <>
        <p className={classes['lead']}>{t('gradeForms.history.about')}</p>
        <FailureNotice attempt={attempt} />
        <div>
          <Button variant="default" size="compact-sm" loading={attempt.busy} onClick={() => void ask()}>
            {t('gradeForms.history.read')}
          </Button>
        </div>
      </>
    );
  return (
    <>
      <p className={classes['lead']}>{t('gradeForms.history.aboutDevice')}</p>
      <ol className={classes['history']} aria-label={t('gradeForms.history.name')}>
        {toldVersions(kept, words).map(({ version, lines }) => (
          <li key={version.sequence}>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <small>{byWhom(version)}</small>
          </li>
        ))}
      </ol>
      <FailureNotice attempt={attempt} />
      {hasEarlier && (
        <div>
          <Button variant="default" size="compact-sm" loading={attempt.busy} onClick={() => void ask()}>
            {t('gradeForms.history.earlier')}
          </Button>
        </div>
      )}
    </>
  );
}
