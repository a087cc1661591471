import PDFDocument from 'pdfkit';
import createQrCode from 'qrcode-generator';
import { mixedLines, type MixedLine } from './mixed-text.ts';
import {
  isPlain,
  ownTypefaces,
  typefaceBytes,
  typefaceExtent,
  type FontName,
  type TypefaceRun,
} from './typefaces.ts';

/** A4 in points, with margins of two centimetres. */
export const PAGE = { width: 595.28, height: 841.89, margin: 56 } as const;
/** Width between the margins. */
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

/** Colours of print: black, and two greys that a photocopier keeps. */
export const INK = { text: '#1a1a1a', soft: '#4d4d4d', line: '#9a9a9a' } as const;

/** Where and how a piece of text stands. */
export interface TextPlace {
  readonly x?: number;
  readonly y: number;
  readonly width?: number;
  readonly size?: number;
  readonly font?: FontName;
  readonly color?: string;
  readonly spacing?: number;
  readonly lineGap?: number;
  readonly align?: 'left' | 'right';
}

/** A document in which every piece of text has its place in the structure that a screen reader follows. */
export interface Pages {
  /** Begins a page and a part of the structure for it. */
  add(): void;
  /** Writes a piece of text under a structure tag such as `P` or `H1`; answers where the next one may begin. */
  text(tag: string, content: string, place: TextPlace, language?: string): number;
  /** How high a text will be. */
  height(content: string, place: Omit<TextPlace, 'y'>): number;
  /** Puts what is drawn meanwhile into an element of the structure: lists and their items. */
  group(tag: string, draw: () => void): void;
  /** Draws lines and boxes, which a screen reader passes over. */
  decorate(draw: (pdf: PDFKit.PDFDocument) => void): void;
  /** Draws a QR code of an address, which is read out. */
  qrCode(address: string, at: { readonly x: number; readonly y: number; readonly size: number }): void;
  /** Ends the document. */
  bytes(): Promise<Uint8Array>;
}

/** A tagged PDF in Italian, made of its own typefaces alone. */
export function createPages(title: string, author: string, at: number): Pages {
  const pdf = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'it-IT',
    displayTitle: true,
    info: {
      Title: title,
      Author: author,
      CreationDate: new Date(at),
      Creator: 'Campanella',
      Producer: 'Campanella',
    },
  });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', () => resolve());
    pdf.on('error', reject);
  });
  for (const [name, typeface] of Object.entries(ownTypefaces()))
    pdf.registerFont(name, typefaceBytes(typeface));
  const registered = new Set<string>();
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  let part: PDFKit.PDFStructureElement | undefined;
  const into = () => part ?? root;

  const style = ({ font: name = 'regular', size = 10.5, color = INK.text }: Omit<TextPlace, 'y'>) =>
    pdf.font(name).fontSize(size).fillColor(color);
  const options = ({
    width = TEXT_WIDTH,
    spacing = 0,
    lineGap = 2,
    align = 'left',
  }: Omit<TextPlace, 'y'>) => ({
    width,
    characterSpacing: spacing,
    lineGap,
    align,
  });

  /** Sets the typeface of a run: one for another script is embedded when a page needs it. */
  const inTypeface = (typeface: string, size: number) => {
    if (!registered.has(typeface)) pdf.registerFont(typeface, typefaceBytes(typeface));
    registered.add(typeface);
    return pdf.font(typeface).fontSize(size);
  };
  const linesOf = (
    content: string,
    { font = 'regular', size = 10.5, width = TEXT_WIDTH }: Omit<TextPlace, 'y'>,
  ) => {
    const widthOf = ({ typeface, text }: TypefaceRun) => inTypeface(typeface, size).widthOfString(text);
    return mixedLines(content, font, width, widthOf).map((line) => ({
      ...line,
      ...extentOf(line, size),
      width: line.runs.reduce((sum, run) => sum + widthOf(run), 0),
    }));
  };
  /** Draws text of several scripts, a line after the other. */
  const drawMixed = (content: string, place: TextPlace) => {
    const { x: left = PAGE.margin, width = TEXT_WIDTH, size = 10.5, lineGap = 2, align = 'left' } = place;
    let y = place.y;
    for (const line of linesOf(content, place)) {
      let x = align === 'right' ? left + width - line.width : left;
      for (const { typeface, text } of line.runs) {
        inTypeface(typeface, size).fillColor(place.color ?? INK.text);
        pdf.text(text, x, y + line.ascent, { lineBreak: false, baseline: 'alphabetic' });
        x += pdf.widthOfString(text);
      }
      y += line.ascent + line.descent + lineGap;
    }
    return y;
  };

  return {
    add() {
      part?.end();
      pdf.addPage();
      part = pdf.struct('Part');
      root.add(part);
    },
    text(tag, content, place, language) {
      let below = place.y;
      const draw = () => {
        if (isPlain(content, place.font ?? 'regular')) {
          style(place).text(content, place.x ?? PAGE.margin, place.y, options(place));
          below = pdf.y;
        } else below = drawMixed(content, place);
      };
      // Letters of other scripts stand in the order in which they are seen: a screen reader is told the words as they are read.
      const actual = isPlain(content, place.font ?? 'regular') ? {} : { actual: content };
      into().add(pdf.struct(tag, { ...actual, ...(language === undefined ? {} : { lang: language }) }, draw));
      return below;
    },
    height(content, place) {
      if (!isPlain(content, place.font ?? 'regular')) {
        const { lineGap = 2 } = place;
        return linesOf(content, place).reduce(
          (sum, { ascent, descent }) => sum + ascent + descent + lineGap,
          0,
        );
      }
      style(place);
      return pdf.heightOfString(content, options(place));
    },
    group(tag, draw) {
      const outer = part;
      const inner = pdf.struct(tag);
      into().add(inner);
      part = inner;
      draw();
      inner.end();
      part = outer;
    },
    decorate(draw) {
      pdf.markContent('Artifact', { type: 'Layout' });
      pdf.save();
      draw(pdf);
      pdf.restore();
      pdf.endMarkedContent();
    },
    qrCode(address, { x, y, size }) {
      const code = createQrCode(0, 'M');
      code.addData(address);
      code.make();
      const modules = code.getModuleCount();
      const module = size / modules;
      const draw = () => {
        for (let row = 0; row < modules; row += 1)
          for (let column = 0; column < modules; column += 1)
            if (code.isDark(row, column)) pdf.rect(x + column * module, y + row * module, module, module);
        pdf.fill('#000000');
      };
      into().add(pdf.struct('Figure', { alt: `Codice QR: ${address}` }, draw));
    },
    async bytes() {
      part?.end();
      root.end();
      pdf.end();
      await ended;
      return Buffer.concat(chunks);
    },
  };
}

/** How far the letters of a line reach above and below its base, in points: those of some scripts further than others. */
function extentOf({ runs }: MixedLine, size: number): { readonly ascent: number; readonly descent: number } {
  const extents = runs.map(({ typeface }) => typefaceExtent(typeface));
  return {
    ascent: size * Math.max(1, ...extents.map(({ ascent }) => ascent)),
    descent: size * Math.max(0.2, ...extents.map(({ descent }) => descent)),
  };
}
