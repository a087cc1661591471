import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Register } from '../../data/register.ts';
import {
  tookNote,
  useUnwritten,
  wantUnwritten,
  type UnwrittenMark,
} from '../../hosts/grade-forms/unwritten.ts';
import { useProjector } from '../../hosts/projector.tsx';
import { usePupilNames } from '../../hosts/pupils/use-pupil-names.ts';
import { useFormat } from '../../i18n/format.ts';
import { inScale } from '../../i18n/scale-texts.ts';
import { assessmentName } from '../../kinds/assessed/column-texts.ts';
import { sectionPath } from '../../ui/routes.ts';
import { useFrameValue } from '../../ui/use-view.ts';
import { NoticeStrip } from './notice-strip.tsx';
import classes from './shell-notices.module.css';
import { unwrittenPlace } from './unwritten-place.ts';

interface UnwrittenStripProps {
  readonly register: Register;
}

/** Marks and proposals that were typed on a page that is not on the screen, and are not written: the last one in full, with the way back to its cell. */
export function UnwrittenStrip({ register }: UnwrittenStripProps) {
  const marks = useUnwritten(register.identity);
  const last = marks.at(-1);
  return (
    <div aria-live="polite">{last && <LastUnwritten register={register} mark={last} marks={marks} />}</div>
  );
}

interface LastUnwrittenProps extends UnwrittenStripProps {
  readonly mark: UnwrittenMark;
  readonly marks: readonly UnwrittenMark[];
}

function LastUnwritten({ register, mark, marks }: LastUnwrittenProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const text = useText(register, mark, marks.length);
  if (text === undefined) return null;
  const show = () => {
    wantUnwritten(mark);
    navigate(sectionPath(mark.grid.section, mark.grid.place));
  };
  return (
    <NoticeStrip tone="warn" text={text} icon={<IconAlertTriangle size={16} stroke={1.8} />}>
      <button type="button" className={classes['action']} onClick={show}>
        {t('shell.unwritten.show')}
      </button>
      <button type="button" className={classes['action']} onClick={() => tookNote(marks)}>
        {t('shell.unwritten.dismiss')}
      </button>
    </NoticeStrip>
  );
}

/** What is said of marks that are not written; undefined until it is known of whom. The class reads nobody’s name from the wall. */
function useText(register: Register, mark: UnwrittenMark, count: number): string | undefined {
  const { t } = useTranslation();
  const format = useFormat();
  const isProjecting = useProjector();
  const nameOf = usePupilNames(register, mark.grid.place.schoolClass);
  const place = useFrameValue(unwrittenPlace, register, mark);
  if (isProjecting) return t('shell.unwritten.projected', { count });
  if (!place) return undefined;
  const { pupil, assessment, ...course } = place;
  const { waits } = mark;
  const words = { t: inScale(t, assessment?.scale), format };
  const of = {
    name: pupil ? nameOf(pupil) : '–',
    test: assessment
      ? t('shell.unwritten.test', { ...course, test: assessmentName(assessment, words) })
      : t(mark.grid.section === 'grades' ? 'shell.unwritten.testGone' : 'shell.unwritten.proposal', course),
  };
  const more = count > 1 ? ` ${t('shell.unwritten.more', { count: count - 1 })}` : '';
  if (!waits) return `${t('shell.unwritten.closed', of)}${more}`;
  const { text, reason } = waits;
  const said = { ...of, text, reason: reason === '' ? t('shell.unwritten.there') : reason };
  return `${t(`shell.unwritten.${text === '' ? 'emptied' : 'waits'}`, said)}${more}`;
}
