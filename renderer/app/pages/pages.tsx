import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { useClock } from '../../data/use-clock.ts';
import type { PageProps } from '../../hosts/page.ts';
import { HiddenOnProjector } from '../../hosts/projector.tsx';
import { useFormat } from '../../i18n/format.ts';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';
import { NotFound } from './not-found.tsx';
import { classFrame as ClassFrame, pageAt, pagesOf, railPathOf, sectionsOf } from './offered-pages.ts';
import { PageErrorBoundary } from './page-error-boundary.tsx';
import { usePageFocus } from './use-page-focus.ts';

/** Which page an address shows. One fault boundary, renewed with the address; addresses of one page follow one another within it, so that the focus can stay. */
export function Pages(props: PageProps) {
  const { register } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const today = dayOfInstant(useClock(register));
  const [address] = useLocation();
  const page = pageAt(address, register);
  const path = page?.path ?? `/${address.split('/')[1] ?? ''}`;
  usePageTitle(page?.windowTitle?.(t, { address, today, format }) ?? page?.title(t));
  usePageFocus(path);
  const sections = useMemo(() => sectionsOf(register), [register]);
  const section = page?.classSection;
  const View = page?.view ?? NotFound;
  const view = <View key={page?.id} {...props} />;
  return (
    <PageErrorBoundary address={address}>
      {pagesOf(register).map(
        ({ id, path: of, elsewhere: Keys }) =>
          Keys && (!page || of !== railPathOf(page)) && <Keys key={id} register={register} />,
      )}
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
}
