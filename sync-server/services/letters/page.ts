import { readFileSync } from 'node:fs';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import createQrCode from 'qrcode-generator';

/** A4 in points, with margins of two centimetres. */
export const PAGE = { width: 595.28, height: 841.89, margin: 56 } as const;
/** Width between the margins. */
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

/** Colours of print: black, and two greys that a photocopier keeps. */
export const INK = { text: '#1a1a1a', soft: '#4d4d4d', line: '#9a9a9a' } as const;

const FONTS = {
  regular: 'roboto-regular.ttf',
  medium: 'roboto-medium.ttf',
  mono: 'dejavu-sans-mono-bold.ttf',
} as const;
/** Typefaces of printed pages. */
export type FontName = keyof typeof FONTS;

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
  for (const [name, file] of Object.entries(FONTS)) pdf.registerFont(name, font(file));
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

  return {
    add() {
      part?.end();
      pdf.addPage();
      part = pdf.struct('Part');
      root.add(part);
    },
    text(tag, content, place, language) {
      const draw = () => {
        style(place).text(content, place.x ?? PAGE.margin, place.y, options(place));
      };
      into().add(pdf.struct(tag, language === undefined ? {} : { lang: language }, draw));
      return pdf.y;
    },
    height(content, place) {
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

const read = new Map<string, Buffer>();

function font(file: string): Buffer {
  const known = read.get(file) ?? readFileSync(path.join(import.meta.dirname, 'fonts', file));
  read.set(file, known);
  return known;
}
