import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toPersonId } from '../../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import { gradeId, type Grade } from '../../../../domain/kinds/grade/record.ts';
import { kinds } from '../../../../domain/kinds/registry.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import { readHistory } from '../../../../domain/protocol/endpoints/register/register-endpoints.ts';
import type { AnswerOf } from '../../../../domain/protocol/endpoint.ts';
import type { Apis } from '../../../hosts/use-apis.ts';
import { useFormat } from '../../../i18n/format.ts';
import type { Words } from '../../../kinds/words.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import type { CourseGrades } from '../view.ts';
import { changesOf } from './history-lines.ts';
import classes from '../grade-forms.module.css';

interface GradeHistoryProps {
  readonly apis: Apis;
  readonly shown: CourseGrades;
  readonly of: Pick<Grade, 'assessment' | 'pupil'>;
}

/** Signs of a device by which one is told from another. */
const SIGNS_OF_DEVICE = 4;
/** What a cell has said before, who changed it when and on which computer, and why (D78); the school keeps it, and is asked for it. */
export function GradeHistory({ apis, shown, of }: GradeHistoryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const [versions, setVersions] = useState<AnswerOf<typeof readHistory>>();
  const words: Words = { t, format, index: shown.facts };
  const ask = async () => {
    const params = { collection: kinds.grade.collection, id: gradeId(of.assessment, of.pupil) };
    const answer = await attempt.run(() => apis.school.ask(readHistory, { params }));
    if (answer.ok) setVersions(answer.value);
  };
  if (!versions)
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
  const told = versions.flatMap((version, at) => {
    const lines = changesOf(versions[at - 1]?.record, version.record, words);
    return lines.length > 0 ? [{ version, lines }] : [];
  });
  return (
    <>
      <p className={classes['lead']}>{t('gradeForms.history.aboutDevice')}</p>
      <ol className={classes['history']} aria-label={t('gradeForms.history.name')}>
        {told.toReversed().map(({ version, lines }) => {
          const person = shown.facts.person(toPersonId(version.author));
          return (
            <li key={version.sequence}>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
              <small>
                {t('gradeForms.history.by', {
                  name: person ? listName(person) : t('common.somebody'),
                  when: t('gradeForms.history.at', {
                    day: format.shortDay(dayOfInstant(version.recordedAt)),
                    time: format.time(version.recordedAt),
                  }),
                  device: version.device.replaceAll('-', '').slice(0, SIGNS_OF_DEVICE).toUpperCase(),
                })}
              </small>
            </li>
          );
        })}
      </ol>
    </>
  );
}
