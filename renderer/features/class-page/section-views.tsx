import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { ClassSection } from '../../hosts/page.ts';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import classes from './class-page.module.css';

interface SectionViewsProps {
  readonly place: HourPlace;
  readonly current: ClassSection;
  /** Every view of every section. */
  readonly sections: readonly ClassSection[];
}

/** The views of the section that is looked at; one alone is no choice and not drawn. */
export function SectionViews({ place, current, sections }: SectionViewsProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const views = sections.filter(({ order }) => order === current.order);
  const isChoice = views.length > 1;
  useDeclareActions(
    isChoice
      ? views.map((each) => ({
          id: `view-${each.pathOf(place)}`,
          label: t('classPage.view', { section: current.label(t), view: nameOf(each) }),
          keywords: t('classPage.wordsForSection'),
          run: () => navigate(each.pathOf(place)),
        }))
      : [],
  );
  function nameOf({ view, label }: ClassSection): string {
    return (view?.label ?? label)(t);
  }
  if (!isChoice) return null;
  return (
    <nav className={classes['views']} aria-label={t('classPage.views', { section: current.label(t) })}>
      <ul>
        {views.map((each) => (
          <li key={each.pathOf(place)}>
            <Link
              href={each.pathOf(place)}
              className={classes['view'] ?? ''}
              aria-current={each === current ? 'page' : undefined}
            >
              {nameOf(each)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
