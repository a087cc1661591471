import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { Capability } from '../../../domain/access/capabilities.ts';
import type { Register } from '../../data/register.ts';
import type { SwitchTarget } from '../account/use-account-switch.tsx';
import type { Apis } from '../../hosts/use-apis.ts';

/** A text of a manifest, in the language of now. */
type Text = (t: TFunction) => string;

/** What every page is given. */
export interface PageProps {
  readonly register: Register;
  readonly apis: Apis;
  readonly picture: string | undefined;
  readonly onPicture: () => void;
  readonly onSwitch: (target: SwitchTarget) => void;
  readonly onSignInAgain: () => void;
}

/** How a page stands at the left edge: a short label, and the whole name for whoever points at it. */
export interface RailEntry {
  readonly label: Text;
  readonly icon: (props: { readonly size: number; readonly stroke: number }) => ReactNode;
  /** Shown to whom, where that is not everybody who may open the page. */
  readonly needs?: Capability;
  /** Whether a number stands beside it: what waits for a decision. */
  readonly counts?: 'attention';
}

/**
 * A page, announced once: address, title, place at the edge and in the palette, and what somebody must be able to do to see it, are
 * derived from it.
 */
export interface PageManifest {
  readonly id: string;
  /** Address; addresses below it are the page's own. */
  readonly path: string;
  readonly hasAddressesBelow?: boolean;
  readonly title: Text;
  readonly needs: Capability;
  readonly rail?: RailEntry;
  /** The line of the palette where it is not the title, and words by which it is found as well. */
  readonly command: { readonly label?: Text; readonly words?: Text };
  readonly view: (props: PageProps) => ReactNode;
}
