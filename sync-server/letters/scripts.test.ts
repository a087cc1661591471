import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { drawPages } from './draw-pages.ts';
import type { Letter } from './letter.ts';
import { mixedLines } from './mixed-text.ts';
import { isPlain, lettersWithoutGlyph, typefaceRuns } from './typefaces.ts';

/** Names of families at Italian schools, in the letters in which they write them. */
const NAMES: Readonly<Record<string, string>> = {
  Vietnamese: 'Nguyễn Đức',
  'African Latin': 'Ɛkua Ŋɔ',
  Greek: 'Παπαδόπουλος',
  Ukrainian: 'Іваненко Оксана',
  Georgian: 'გიორგაძე',
  Arabic: 'محمد علي',
  Urdu: 'گلاب ڈاکٹر',
  Hebrew: 'דוד בן־גוריון',
  Chinese: '王小明',
  'Chinese, long signs': '陳怡君',
  Japanese: 'やまだ花子',
  Korean: '김민준',
  Thai: 'สมชาย ใจดี',
  Lao: 'ສົມສັກ',
  Khmer: 'សុខ',
  Hindi: 'शर्मा कृष्णा',
  Bengali: 'মোহাম্মদ রহমান',
  Punjabi: 'ਸਿੰਘ ਗੁਰਪ੍ਰੀਤ',
  Gujarati: 'પટેલ',
  Tamil: 'முத்துக்குமார்',
  Telugu: 'శ్రీనివాస్',
  Kannada: 'ಕೃಷ್ಣ',
  Malayalam: 'കൃഷ്ണൻ',
  Odia: 'କୃଷ୍ଣ',
  Sinhala: 'ශ්‍රී නිමල්',
  Amharic: 'ሰላም ተስፋዬ',
  Armenian: 'Արամ Խաչատրյան',
  Berber: 'ⵎⵓⵃⵎⵎⴷ',
  Dhivehi: 'މުހައްމަދު',
};

const BURMESE = 'အောင်';

async function print(name: string, more: Partial<Letter> = {}): Promise<string> {
  const bytes = await drawPages({
    kind: 'letters',
    at: Date.parse('2026-11-23T10:00:00Z'),
    head: {
      schoolName: 'Istituto «Łódź»',
      city: 'Modena',
      address: 'via Emilia 1',
      contacts: [],
      url: 'https://registro.example.it',
      day: '23 novembre 2026',
    },
    letters: [
      {
        kind: 'firstGuardian',
        name,
        child: 'Anna Rossi',
        className: '1A',
        username: 'G123456A',
        password: 'abcd-efgh',
        schoolPass: '12345678',
        validUntil: 'domani',
        ...more,
      },
    ],
  });
  const text = tool('pdftotext', bytes, '-layout', '-', '-');
  // Marks of the direction, by which the tool says how it read a line.
  return text.normalize('NFC').replaceAll(/[\u202A-\u202E]/g, '');
}

function tool(name: string, input: Uint8Array, ...options: string[]): string {
  return execFileSync(name, options, { input, encoding: 'utf8' });
}

const seen = (text: string) =>
  mixedLines(text, 'regular', 1000, ({ text: run }) => run.length)
    .flatMap(({ runs }) => runs.map((run) => run.text))
    .join('|');

describe('S10 letters in every script', () => {
  it.each(Object.entries(NAMES))('have the letters of %s', (_script, name) => {
    expect(lettersWithoutGlyph(name)).toEqual([]);
  });

  it('print names of one script, and of several side by side', async () => {
    const page = await print(`${NAMES['Chinese']} ${NAMES['Amharic']} Rossi`, { child: 'محمد علي' });
    for (const part of ['王小明 ሰላም ተስፋዬ Rossi', 'محمد علي']) expect(page).toContain(part);
    const other = await print(NAMES['Bengali'] ?? '', { child: NAMES['Ukrainian'] ?? '', className: '2Д' });
    // Of a vowel that stands on both sides the page has the parts in the order in which they are seen.
    for (const part of ['রহমান', 'per Іваненко Оксана', 'classe 2Д']) expect(other).toContain(part);
  });

  it('begin words from right to left at the right, numbers and Latin letters as they are', () => {
    expect(seen('محمد علي')).toBe('علي| |محمد');
    expect(seen('Rossi محمد علي 12')).toBe('Rossi |12| |علي| |محمد');
    expect(seen('דוד (בן) Rossi')).toBe('(|בן|)| |דוד| Rossi');
    expect(seen('Rossi 12')).toBe('Rossi 12');
  });

  it('keep marks and joiners with the letter that they belong to, in its typeface', () => {
    expect(typefaceRuns('ශ්‍රී Anna', 'regular').map(({ text }) => text)).toEqual(['ශ්‍රී ', 'Anna']);
    expect(typefaceRuns('ﻣﺤﻤﺪ', 'regular')).toHaveLength(1);
  });

  it('break long names where their script allows it', () => {
    const lines = mixedLines('王小明陳怡君', 'regular', 4, ({ text }) => text.length);
    expect(lines.map(({ text }) => text)).toEqual(['王小明陳', '怡君']);
  });

  it('have a question mark and the username where a letter cannot be printed, and never a box', async () => {
    expect(lettersWithoutGlyph(`${BURMESE} Rossi`).length).toBeGreaterThan(0);
    const page = await print(`${BURMESE} Rossi`);
    expect(page).toMatch(/\?+ Rossi/);
    expect(page).toContain('nome utente G123456A');
    expect(await print('Mario Rossi')).not.toContain('nome utente G123456A');
  });

  it('cost nothing where names are plain: no other typeface is opened', () => {
    for (const text of ['Niccolò D’Angelo', 'Ștefănescu', 'Łukasz', 'due\nrighe', 'Іван']) {
      expect(isPlain(text, 'regular')).toBe(true);
      expect(typefaceRuns(text, 'regular')).toHaveLength(1);
    }
  });
});
