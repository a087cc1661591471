import { html, type Html } from './html.ts';
import { WORDS, type WebLanguage } from './words.ts';

/** A whole page: what stands around the content is the same on all; its window may be called more than its heading. */
export function frame(
  language: WebLanguage,
  schoolName: string | undefined,
  title: string,
  content: readonly Html[],
  windowTitle = title,
): string {
  const words = WORDS[language];
  const other = language === 'it' ? 'en' : 'it';
  const page = html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>${windowTitle} · ${schoolName ?? 'Campanella'}</title>
      <link rel="stylesheet" href="/web/link.css" />
      <script src="/web/link.js" defer></script>
    </head>
    <body>
      <header>
        <span>${schoolName ?? words.product}</span>
        <a href="?language=${other}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>
      </header>
      <main>
        <h1>${title}</h1>
        ${content}
      </main>
      <footer>${words.product}</footer>
    </body>
  </html>`;
  return `<!doctype html>\n${page.markup}`;
}
