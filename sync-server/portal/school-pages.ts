import { whereOf, type SchoolContacts } from '../../domain/protocol/endpoints/office/school-contacts.ts';
import type { PublicSchool } from '../school/public-schools.ts';
import { schoolPath } from '../school/school-path.ts';
import { frame } from './frame.ts';
import { html, type Html } from './html.ts';
import { SCHOOL_WORDS } from './school-words.ts';
import type { WebLanguage } from './words.ts';

/** What the register of a school is, how to get in, whom to call. */
export function schoolPage(language: WebLanguage, { name, contacts }: PublicSchool): string {
  const words = SCHOOL_WORDS[language];
  const steps = words.enter.map((step) => html`<li>${step}</li>`);
  return frame(language, name, words.title, [
    html`<p>${words.what(name)}</p>`,
    ...section(words.enterTitle, [
      html`<ol>
        ${steps}
      </ol>`,
    ]),
    ...section(words.phoneTitle, [html`<p>${words.phone}</p>`]),
    ...section(words.lostTitle, [html`<p>${words.lost}</p>`]),
    ...section(words.officeTitle, officeLines(language, contacts)),
    ...section(words.privacyTitle, [html`<p>${words.privacy}</p>`]),
  ]);
}

/** Where one server keeps several schools: each leads to its own page. `isUnknown` where an address named none of them. */
export function schoolsPage(
  language: WebLanguage,
  schools: readonly PublicSchool[] | 'tooMany',
  isUnknown = false,
): string {
  const words = SCHOOL_WORDS[language];
  const said = isUnknown ? [html`<p role="alert">${words.unknownSchool}</p>`] : [];
  if (schools === 'tooMany')
    return frame(language, undefined, words.chooseTitle, [...said, html`<p>${words.tooMany}</p>`]);
  if (schools.length === 0)
    return frame(language, undefined, words.title, [...said, html`<p>${words.noSchool}</p>`]);
  const [only, ...others] = schools;
  const isAlone = only !== undefined && others.length === 0;
  const items = schools.map(
    ({ code, name, contacts: { city } }) =>
      html`<li>
        <a href="${schoolPath(code)}?language=${language}">${name}${city === '' ? '' : `, ${city}`}</a>
      </li>`,
  );
  return frame(language, undefined, isAlone ? words.title : words.chooseTitle, [
    ...said,
    html`<p>${isAlone ? words.onlyOne : words.choose}</p>`,
    html`<ul>
      ${items}
    </ul>`,
  ]);
}

/** What a browser reads at an address that is none of ours. */
export function nothingPage(language: WebLanguage): string {
  const words = SCHOOL_WORDS[language];
  return frame(language, undefined, words.nothingTitle, [
    html`<p>${words.nothing}</p>`,
    html`<p><a href="/?language=${language}">${words.toStart}</a></p>`,
  ]);
}

/** What a browser reads while the register cannot answer. */
export function unavailablePage(language: WebLanguage): string {
  const words = SCHOOL_WORDS[language];
  return frame(language, undefined, words.unavailableTitle, [html`<p role="alert">${words.unavailable}</p>`]);
}

function section(title: string, content: readonly Html[]): readonly Html[] {
  return [html`<h2>${title}</h2>`, ...content];
}

function officeLines(
  language: WebLanguage,
  { phone, email, address, city }: SchoolContacts,
): readonly Html[] {
  const words = SCHOOL_WORDS[language];
  const where = whereOf({ address, city });
  const lines = [
    ...(phone === ''
      ? []
      : [html`<p>${words.call}: <a href="tel:${phone.replaceAll(/[^+\d]/g, '')}">${phone}</a></p>`]),
    ...(email === '' ? [] : [html`<p>${words.write}: <a href="mailto:${encodeURI(email)}">${email}</a></p>`]),
    ...(where === '' ? [] : [html`<p>${where}</p>`]),
  ];
  return lines.length === 0 ? [html`<p>${words.noContacts}</p>`] : lines;
}
