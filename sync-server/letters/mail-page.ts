import { drawHead, type LetterHead } from './letter.ts';
import { INK, PAGE, TEXT_WIDTH, type Pages } from './page.ts';

/** A message that could not be mailed, for printing. */
export interface PrintedMail {
  readonly name: string;
  readonly subject: string;
  readonly text: string;
}

const QR_SIZE = 110;
const LINK = /^https?:\/\/\S+$/;

/** Writes a message on a page of its own; its link becomes a QR code too, since nobody types it. */
export function drawMail(pages: Pages, head: LetterHead, { name, subject, text }: PrintedMail): void {
  pages.add();
  drawHead(pages, head);
  let y = pages.text('P', name, {
    x: 320,
    y: 136,
    width: PAGE.width - PAGE.margin - 320,
    size: 12.5,
    font: 'medium',
  });
  y = pages.text('H1', subject, { y: 250, size: 15, font: 'medium' }) + 10;
  for (const paragraph of text.trim().split('\n\n')) {
    if (LINK.test(paragraph)) {
      pages.qrCode(paragraph, { x: PAGE.margin, y, size: QR_SIZE });
      const width = TEXT_WIDTH - QR_SIZE - 20;
      pages.text('P', paragraph, {
        x: PAGE.margin + QR_SIZE + 20,
        y,
        width,
        size: 10,
        font: 'mono',
        color: INK.text,
      });
      y += QR_SIZE + 14;
    } else y = pages.text('P', paragraph, { y, size: 11 }) + 8;
  }
}
