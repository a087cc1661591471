import { drawLetter, type Letter, type LetterHead } from './letter.ts';
import { drawMail, type PrintedMail } from './mail-page.ts';
import { createPages } from './page.ts';

/** What is to be printed; plain data, since it travels to a thread of its own. */
export type PrintJob = { readonly head: LetterHead; readonly at: number } & (
  | { readonly kind: 'letters'; readonly letters: readonly Letter[]; readonly second?: 'en' }
  | { readonly kind: 'mails'; readonly mails: readonly PrintedMail[] }
);

/** Draws all pages of a job. */
export async function drawPages(job: PrintJob): Promise<Uint8Array> {
  const { head, at } = job;
  const title = job.kind === 'letters' ? 'Credenziali per il registro elettronico' : 'Messaggi da consegnare';
  const pages = createPages(title, head.schoolName, at);
  if (job.kind === 'letters') for (const letter of job.letters) drawLetter(pages, head, letter, job.second);
  else for (const mail of job.mails) drawMail(pages, head, mail);
  return await pages.bytes();
}
