import type { PageManifest, PageProps } from '../../hosts/page.ts';
import { railPathOf } from './offered-pages.ts';

interface PageKeysProps extends Pick<PageProps, 'register'> {
  readonly pages: readonly PageManifest[];
  /** The page on the screen, which has its own keys; undefined where it is none of them. */
  readonly shown?: PageManifest | undefined;
}

/** The keys of pages that work while another page is on the screen. */
export function PageKeys({ register, pages, shown }: PageKeysProps) {
  return pages.map(
    ({ id, path, elsewhere: Keys }) =>
      Keys && (!shown || path !== railPathOf(shown)) && <Keys key={id} register={register} />,
  );
}
