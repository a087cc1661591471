import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSectionHeading } from '../../../ui/focus/wanted/wanted-section.ts';
import classes from './profile.module.css';
import { PROFILE, type ProfileSection } from './sections.ts';

interface SectionProps {
  readonly name: ProfileSection;
  /** The state at a glance, beside the title. */
  readonly state?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the profile. */
export function Section({ name, state, children }: SectionProps) {
  const { t } = useTranslation();
  const id = useId();
  const heading = useSectionHeading(PROFILE, name);
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <header>
        <h2 ref={heading} id={id} tabIndex={-1}>
          {t(`profile.${name}.title`)}
        </h2>
        {state}
      </header>
      {children}
    </section>
  );
}
