import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { useClock } from '../../data/use-clock.ts';
import type { PageProps } from '../../hosts/page.ts';
import { HiddenOnProjector } from '../../hosts/projector.tsx';
import { useFormat } from '../../i18n/format.ts';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';
import { NotFound } from './not-found.tsx';
import {
  classFrame as ClassFrame,
  otherYearAt,
  pageAt,
  pagesOf,
  titleOf,
  viewsOfSections,
} from './offered-pages.ts';
import { PageKeys } from './page-keys.tsx';
import { OtherYear } from '../past-year/other-year.tsx';
import { PageErrorBoundary } from './page-error-boundary.tsx';
import { usePageFocus } from './use-page-focus.ts';

/**
 * Which page an address shows. One fault boundary, renewed with the address; addresses of one page follow one another within it, so that the focus can stay. What goes on around
 * it, as the entries that wait, draws nothing here.
 */
export const Pages = memo(function Pages(props: PageProps) {
  const { register } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const today = dayOfInstant(useClock(register));
  const [address] = useLocation();
  const page = pageAt(address, register);
  const path = page?.path ?? `/${address.split('/')[1] ?? ''}`;
  const isPast = register.pastYear !== undefined;
  usePageTitle(
    page && (page.windowTitle?.(t, { address, today, format, isPast }) ?? titleOf(page, register)(t)),
  );
  usePageFocus(path);
  const sections = useMemo(() => viewsOfSections(register), [register]);
  const otherYear = otherYearAt(address, register, today);
  if (otherYear !== undefined)
    return (
      <PageErrorBoundary address={address}>
        <PageKeys register={register} pages={pagesOf(register)} />
        <OtherYear register={register} startYear={otherYear} />
      </PageErrorBoundary>
    );
  const section = page?.classSection;
  const View = page?.view ?? NotFound;
  const view = <View key={page?.id} {...props} />;
  return (
    <PageErrorBoundary address={address}>
      <PageKeys register={register} pages={pagesOf(register)} shown={page} />
      {section ? (
        <ClassFrame key="class" {...props} section={section} sections={sections}>
          {view}
        </ClassFrame>
      ) : !page || page.onProjector === 'shown' ? (
        view
      ) : (
        <HiddenOnProjector title={page.title(t)}>{view}</HiddenOnProjector>
      )}
    </PageErrorBoundary>
  );
});
