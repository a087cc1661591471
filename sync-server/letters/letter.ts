import { must } from '../../domain/base/assert.ts';
import { whereOf } from '../../domain/protocol/endpoints/office/school-contacts.ts';
import type { AccountKind } from '../../domain/people/username.ts';
import { englishTexts, italianTexts, type LetterTexts } from './letter-texts.ts';
import { INK, PAGE, TEXT_WIDTH, type Pages } from './page.ts';
import { lettersWithoutGlyph } from './typefaces.ts';

/** The school on the head of a printed page. */
export interface LetterHead {
  readonly schoolName: string;
  readonly city: string;
  readonly address: string;
  readonly contacts: readonly string[];
  /** Where browsers reach the server. */
  readonly url: string;
  /** The day of printing, in words. */
  readonly day: string;
}

/** What one letter tells one person. */
export interface Letter {
  readonly kind: AccountKind;
  readonly name: string;
  /** The child of a guardian. */
  readonly child?: string;
  readonly className?: string;
  readonly username: string;
  readonly password: string;
  readonly schoolPass: string;
  /** The last day on which the password works, in words. */
  readonly validUntil: string;
}

const QR_SIZE = 92;
const LABEL_WIDTH = 16;
/** Sizes of the advice in the first and the second language, from the best to the smallest that can still be read. */
const SIZES = [
  [10.5, 9.5],
  [10, 9],
  [9.5, 8.5],
  [9, 8],
  [8.5, 7.5],
  [8, 7],
] as const;
/** Nothing is printed below. */
const LOWEST = PAGE.height - 34;
const BOX_PADDING = 16;
/** The name must fall into the window of an envelope: right half, between 4.5 and 8.5 centimetres from the top. */
const ADDRESSEE = { x: 320, y: 136, width: PAGE.width - PAGE.margin - 320 } as const;

/** Writes the letter to one person on a page of its own. */
export function drawLetter(pages: Pages, head: LetterHead, letter: Letter, second?: 'en'): void {
  pages.add();
  drawHead(pages, head);
  const below = drawAddressee(pages, head, letter);
  const italian = italianTexts(letter.kind);
  const english = second === 'en' ? englishTexts(letter.kind) : undefined;
  let y = Math.max(english ? 226 : 250, below + 12);
  y = pages.text('H1', italian.title, { y, size: 17, font: 'medium' });
  if (english) y = pages.text('P', english.title, { y, size: 11, color: INK.soft }, english.language);
  y = pages.text('P', italian.intro, { y: y + 6 });
  if (english) {
    const place = { y: y + 1, size: 9.5, color: INK.soft };
    y = pages.text('P', english.intro, place, english.language);
  }
  y = drawCredentials(pages, head, letter, { top: y + 10, isEnglish: english !== undefined }) + 14;
  const advice = [italian, ...(english ? [english] : [])].map((texts) => adviceOf(texts, head));
  const sizes = SIZES.find((one) => y + heightOf(pages, advice, one) <= LOWEST) ?? SIZES.at(-1);
  for (const [index, blocks] of advice.entries()) {
    if (index > 0) {
      const above = y;
      pages.decorate((pdf) => line(pdf, above - 4));
      y += 4;
    }
    y = drawAdvice(pages, blocks, y, must(sizes, 'there is a smallest size')[index] ?? 8);
  }
}

/** The school's name, address and contacts over a line. */
export function drawHead(pages: Pages, { schoolName, address, city, contacts }: LetterHead): void {
  let y = pages.text('P', schoolName, { y: 48, size: 15, font: 'medium' });
  const where = whereOf({ address, city }, ' · ');
  const lines = [where, contacts.join(' · ')].filter((text) => text !== '');
  for (const text of lines) y = pages.text('P', text, { y, size: 9, color: INK.soft, lineGap: 1 });
  pages.decorate((pdf) => line(pdf, y + 5));
}

function drawAddressee(pages: Pages, { city, day }: LetterHead, letter: Letter): number {
  const { x, width } = ADDRESSEE;
  pages.text('P', [city, day].filter((part) => part !== '').join(', '), {
    y: ADDRESSEE.y,
    size: 10,
    width: 230,
  });
  let y = pages.text('P', letter.name, { ...ADDRESSEE, size: 12.5, font: 'medium' });
  // What cannot be printed of a name is a question mark: whose letter it is, the office then knows by this.
  const isNamed = lettersWithoutGlyph(`${letter.name}${letter.child ?? ''}`).length === 0;
  const known = isNamed ? [] : [`nome utente ${letter.username}`];
  for (const text of [...relation(letter), ...known])
    y = pages.text('P', text, { x, y: y + 1, width, size: 10.5 });
  return y;
}

function relation({ kind, child, className }: Letter): readonly string[] {
  const ofClass = className === undefined ? [] : [`classe ${className}`];
  switch (kind) {
    case 'staff':
      return ['personale della scuola'];
    case 'student':
      return ofClass;
    case 'firstGuardian':
    case 'secondGuardian':
      return [...(child === undefined ? [] : [`per ${child}`]), ...ofClass];
  }
}

function drawCredentials(
  pages: Pages,
  { url }: LetterHead,
  letter: Letter,
  { top, isEnglish }: { readonly top: number; readonly isEnglish: boolean },
): number {
  const left = PAGE.margin + BOX_PADDING;
  const width = TEXT_WIDTH - 3 * BOX_PADDING - QR_SIZE;
  const rows = [
    ['Nome utente', ' · Username', letter.username, 17],
    ['Password temporanea', ' · Temporary password', letter.password, 19],
    ['School pass', '', letter.schoolPass, 12],
  ] as const;
  let y = top + BOX_PADDING - 4;
  for (const [italian, english, value, size] of rows) {
    const label = isEnglish ? `${italian}${english}` : italian;
    y = pages.text('P', label, { x: left, y, width, size: 9, color: INK.soft, lineGap: 0 });
    y =
      pages.text('P', value, { x: left, y: y + 1, width, size, font: 'mono', spacing: 0.6, lineGap: 0 }) + 7;
  }
  const note = `La password temporanea vale fino a ${letter.validUntil}. Lo School pass non serve per accedere, ma per recuperare la password.`;
  y = pages.text('P', note, { x: left, y, width, size: 9, color: INK.soft, lineGap: 1 });
  const qr = { x: PAGE.width - PAGE.margin - BOX_PADDING - QR_SIZE, y: top + BOX_PADDING };
  pages.qrCode(url, { ...qr, size: QR_SIZE });
  const caption = {
    x: qr.x - 8,
    y: qr.y + QR_SIZE + 5,
    width: QR_SIZE + 16,
    size: 7.5,
    color: INK.soft,
    lineGap: 0,
  };
  const below = pages.text('P', url, caption);
  const bottom = Math.max(y, below) + BOX_PADDING - 4;
  pages.decorate((pdf) => {
    pdf
      .lineWidth(1)
      .roundedRect(PAGE.margin, top, TEXT_WIDTH, bottom - top, 6)
      .stroke(INK.text);
  });
  return bottom;
}

interface Block {
  readonly tag: 'H2' | 'Step' | 'P';
  readonly text: string;
  readonly language: string;
}

function adviceOf(texts: LetterTexts, { contacts }: LetterHead): readonly Block[] {
  const { language } = texts;
  const reach = contacts.length === 0 ? '' : ` (${contacts.join(', ')})`;
  return [
    { tag: 'H2', text: texts.stepsTitle, language },
    ...texts.steps.map((text) => ({ tag: 'Step' as const, text, language })),
    { tag: 'H2', text: texts.lostTitle, language },
    { tag: 'P', text: texts.lost(reach), language },
  ];
}

/** Where a block stands, and how it is set. */
function placeOf({ tag }: Block, size: number) {
  const indent = tag === 'Step' ? LABEL_WIDTH : 0;
  return {
    x: PAGE.margin + indent,
    width: TEXT_WIDTH - indent,
    size: tag === 'H2' ? size + 1 : size,
    font: tag === 'H2' ? 'medium' : 'regular',
    lineGap: 1,
  } as const;
}

function gapAfter({ tag }: Block, size: number): number {
  return tag === 'P' ? size : size * 0.3;
}

function heightOf(pages: Pages, advice: readonly (readonly Block[])[], sizes: readonly number[]): number {
  const heights = advice.flatMap((blocks, index) =>
    blocks.map((block) => {
      const size = sizes[index] ?? 8;
      return (
        pages.height(block.text, placeOf(block, size)) + gapAfter(block, size) + (block.tag === 'H2' ? 4 : 0)
      );
    }),
  );
  return heights.reduce((sum, height) => sum + height, 0);
}

function drawAdvice(pages: Pages, blocks: readonly Block[], top: number, size: number): number {
  let y = top;
  const draw = (block: Block) => {
    const { tag, text, language } = block;
    if (tag === 'H2') y += 4;
    const label = { y, width: LABEL_WIDTH, size, font: 'medium', lineGap: 1 } as const;
    if (tag === 'Step') pages.text('Lbl', `${blocks.indexOf(block)}.`, label, language);
    y = pages.text(tag === 'Step' ? 'LBody' : tag, text, { ...placeOf(block, size), y }, language);
    y += gapAfter(block, size);
  };
  const [title, ...rest] = blocks;
  const steps = rest.filter(({ tag }) => tag === 'Step');
  if (title) draw(title);
  pages.group('L', () => {
    for (const step of steps) pages.group('LI', () => draw(step));
  });
  for (const block of rest.slice(steps.length)) draw(block);
  return y;
}

function line(pdf: PDFKit.PDFDocument, y: number): void {
  pdf
    .lineWidth(0.5)
    .moveTo(PAGE.margin, y)
    .lineTo(PAGE.width - PAGE.margin, y)
    .stroke(INK.line);
}
