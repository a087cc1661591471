import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import type { ClassSection } from '../../hosts/page.ts';
import { useProjector } from '../../hosts/projector.tsx';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import { sectionKeys } from '../../ui/actions/keys.ts';
import { useKeyHint } from '../../ui/actions/use-key-text.ts';
import { useViewValue } from '../../ui/use-view.ts';
import classes from './class-page.module.css';
import { classCounts } from './view.ts';

interface SectionRowProps {
  readonly register: Register;
  readonly place: HourPlace;
  readonly current: ClassSection;
  /** With every view of each: the first one stands in the row. */
  readonly sections: readonly ClassSection[];
  /** The days, where their list is folded. */
  readonly days: ReactNode;
  /** The section on the screen was asked for once more. */
  readonly onAgain: () => void;
}

/** The sections of the class, one key each; one alone is no choice and not drawn. */
export function SectionRow(props: SectionRowProps) {
  const { register, place, current, sections: views, days, onAgain } = props;
  const sections = views.filter(({ order }, at) => views.findIndex((each) => each.order === order) === at);
  const { t } = useTranslation();
  const hint = useKeyHint();
  const [, navigate] = useLocation();
  const isChoice = sections.length > 1;
  useDeclareActions(
    isChoice
      ? sections.map((section) => ({
          id: `section-${section.order}`,
          label: section.label(t),
          keywords: `${t('classPage.wordsForSection')} ${section.words?.(t) ?? ''}`,
          keys: sectionKeys(section.order),
          everywhere: true,
          run: () => (section === current ? onAgain() : navigate(section.pathOf(place))),
        }))
      : [],
  );
  if (!isChoice && days === undefined) return null;
  return (
    <div className={classes['row']}>
      {isChoice && (
        <nav className={classes['sections']} aria-label={t('classPage.sections')}>
          <ul>
            {sections.map((section) => (
              <li key={section.order}>
                <Link
                  href={section.pathOf(place)}
                  className={classes['section'] ?? ''}
                  aria-current={currentOf(section, current)}
                  onClick={() => section === current && onAgain()}
                  {...hint(sectionKeys(section.order))}
                >
                  {section.label(t)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className={classes['aside']}>
        {/* The roll has its own, which change with each mark. */}
        {!current.forStandIns && <Counts register={register} place={place} />}
        {days}
      </div>
    </div>
  );
}

/** Another view of the section is on the screen: the section is where one is, and its link leads elsewhere. */
function currentOf(section: ClassSection, current: ClassSection): 'page' | 'true' | undefined {
  if (section === current) return 'page';
  return section.order === current.order ? 'true' : undefined;
}

function Counts({ register, place }: Pick<SectionRowProps, 'register' | 'place'>) {
  const { t } = useTranslation();
  const counts = useViewValue(classCounts, register, place);
  const isProjecting = useProjector();
  if (!counts || counts.pupils === 0) return null;
  return (
    <p className={classes['counts']}>
      {[
        t('classPage.pupils', { count: counts.pupils }),
        ...(counts.absent > 0 && !isProjecting ? [t('today.absent', { count: counts.absent })] : []),
      ].join(', ')}
    </p>
  );
}
