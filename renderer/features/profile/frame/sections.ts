import type { PageSection } from '../../../hosts/page.ts';

/** The profile, by the name under which its page is announced. */
export const PROFILE = 'profile';

const NAMES = ['email', 'portfolio', 'language', 'password', 'secondFactor', 'pin', 'devices'] as const;

/** A part of the profile. */
export type ProfileSection = (typeof NAMES)[number];

/** The parts of the profile, as the palette finds them. */
export const PROFILE_SECTIONS: readonly PageSection[] = NAMES.map((id) => ({
  id,
  title: (t) => t(`profile.${id}.title`),
  ...(id === 'portfolio' && { needs: 'joinAccounts' }),
}));
