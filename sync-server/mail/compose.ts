import { SCHOOL_TIME_ZONE } from '../../domain/base/local-date.ts';
import type { MailLanguage } from '../../domain/protocol/mail-language.ts';
import { escapeHtml } from '../base/escape-html.ts';
import { LINK_LIFETIME_MS } from './links.ts';
import type { MailContent, Message } from './message.ts';
import { englishMessage } from './messages-en.ts';
import { italianMessage } from './messages-it.ts';

/** A message ready to be sent. */
export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const LOCALES = { it: 'it-IT', en: 'en-GB' } as const satisfies Record<MailLanguage, string>;
const MESSAGES = { it: italianMessage, en: englishMessage } as const;

/** Fills in a message in a language, as plain text and as HTML. */
export function composeMail(
  content: MailContent,
  {
    username,
    language,
    now,
  }: { readonly username: string; readonly language: MailLanguage; readonly now: number },
): ComposedMail {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: SCHOOL_TIME_ZONE,
  });
  const message = MESSAGES[language](content, {
    username,
    at: format.format(now),
    until: format.format(now + LINK_LIFETIME_MS),
  });
  // A name with a line break in it must not become a header or a paragraph of its own.
  return { subject: oneLine(message.subject), text: asText(message), html: asHtml(message, language) };
}

function oneLine(value: string): string {
  return value.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
}

function asText({ greeting, before, link, after, closing }: Message): string {
  const parts = [greeting, ...before, ...(link ? [link.url] : []), ...after].map(oneLine);
  return `${parts.join('\n\n')}\n\n${closing.map(oneLine).join('\n')}\n`;
}

function asHtml(
  { subject, greeting, before, link, after, closing }: Message,
  language: MailLanguage,
): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(oneLine(text))}</p>`;
  const button = link
    ? `<p style="margin:0 0 16px"><a href="${escapeHtml(link.url)}" style="display:inline-block;padding:12px 20px;background:#1c5d99;color:#ffffff;text-decoration:none;border-radius:6px">${escapeHtml(link.label)}</a></p>` +
      `<p style="margin:0 0 16px;font-size:14px;word-break:break-all">${escapeHtml(link.url)}</p>`
    : '';
  const body = [greeting, ...before].map(paragraph).join('') + button + after.map(paragraph).join('');
  const foot = closing.map((line) => escapeHtml(oneLine(line))).join('<br>');
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>` +
    `<body style="margin:0;padding:24px;background:#ffffff;color:#1a1a1a;font:16px/1.5 Arial,Helvetica,sans-serif">` +
    `<div style="max-width:560px">${body}<p style="margin:24px 0 0;font-size:14px;color:#595959">${foot}</p></div></body></html>`
  );
}
