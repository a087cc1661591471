import type { TFunction } from 'i18next';
import type { Member } from '../../../../domain/access/capabilities.ts';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import type { RecordOfKind } from '../../../../domain/kinds/registry.ts';
import type { PaperKind, PaperOf } from '../../../../domain/school/who/paper.ts';
import type { Format } from '../../../i18n/format.ts';
import type { WhoIsWho } from '../view.ts';

/** What a form holds before it is a paper: a text for each of its fields, empty where nothing is said. */
export type Draft = Readonly<Record<string, string>>;

/** Something to choose from. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One field of a form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: 'choice' | 'day' | 'text' | 'number' | 'weekdays';
  /** Of a choice: what there is. */
  readonly options?: readonly Option[];
  readonly isOptional?: boolean;
  readonly description?: string;
  /** Stands beside the next one. */
  readonly isHalf?: true;
  /** Of a number: 1, 2000 and whole ones, where nothing else is said. */
  readonly least?: number;
  readonly most?: number;
  readonly step?: number;
}

/** What sections are written with. */
export interface Words<K extends PaperKind = PaperKind> {
  readonly t: TFunction;
  readonly format: Format;
  readonly who: Pick<WhoIsWho<K>, 'facts' | 'staff' | 'guardiansOf'>;
  readonly member: Member;
  readonly today: LocalDate;
}

/** How a paper stands in its list. */
export interface PaperTexts {
  /** Whom it is about. */
  readonly who: string;
  readonly what: string;
  /** The class, the site. */
  readonly where: string;
  readonly note?: string;
}

/** A kind of papers, as its page shows and writes them. */
export interface PaperSection<K extends PaperKind> {
  readonly kind: K;
  readonly textsOf: (paper: RecordOfKind<K>, words: Words) => PaperTexts;
  /** Whether whoever looks may change it; all of the section without it. */
  readonly isTheirs?: (paper: RecordOfKind<K>, words: Words) => boolean;
  /** The fields of the form, as far as what is typed asks for them. */
  readonly fieldsOf: (draft: Draft, words: Words) => readonly Field[];
  /** What the form begins with: an empty one, or that of a paper. */
  readonly draftOf: (paper: RecordOfKind<K> | undefined, words: Words) => Draft;
  /** The paper that a form says; every field that has to be filled is. */
  readonly paperOf: (draft: Draft) => PaperOf<K>;
}
