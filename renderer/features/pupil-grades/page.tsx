import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import type { PageManifest, PageProps } from '../../hosts/page.ts';
import { PUPIL_GRADES_PATH, pupilGradesAddressOf } from '../../ui/routes.ts';
import { HoursCard } from '../class-absences/hours/hours-card.tsx';
import { GradesCard } from './grades-card.tsx';
import { PupilGradesPage } from './pupil-grades-page.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const texts = { it, en };

/** The marks of one pupil in all subjects: on the card, and on a page. */
export const pupilGradesPage: PageManifest<typeof texts> = {
  id: 'pupil-grades',
  path: PUPIL_GRADES_PATH,
  owns: (address) => pupilGradesAddressOf(address) !== undefined,
  title: (t) => t('pupilGrades.title'),
  needs: 'readGrades',
  ofPastYears: true,
  texts,
  pupilCard: [{ id: 'grades', order: 28, view: GradesCard }],
  view: OfAddress,
};

function OfAddress({ register }: PageProps) {
  const [address] = useLocation();
  const of = useMemo(() => pupilGradesAddressOf(address), [address]);
  if (!of) return null;
  const { schoolClass, pupil } = of;
  const place = { schoolClass, day: dayOfInstant(register.now()), hour: 1 };
  return (
    <PupilGradesPage
      key={`${schoolClass}.${pupil}`}
      register={register}
      of={of}
      attendance={<HoursCard register={register} pupil={pupil} place={place} />}
    />
  );
}
