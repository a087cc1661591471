import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { fraction } from '../../../domain/grades/fraction.ts';
import { grade } from '../../kinds/grade/words.ts';
import { proposal } from '../../kinds/proposal/words.ts';
import { readProposal, toProposed, toStored } from './typed-proposal.ts';

const i18n = createInstance();
await i18n.init({
  lng: 'it',
  resources: { it: { translation: { ...grade.texts.it, ...proposal.texts.it } } },
});
const { t } = i18n;
const read = (text: string, scale: 'tenths' | 'primary' | 'religion' = 'tenths') => {
  const said = readProposal(text, scale, t);
  return said.ok ? said.value : said.failure;
};

describe('a typed proposal', () => {
  test.each([
    ['8', { grade: 8 }],
    [' 10 ', { grade: 10 }],
    ['nc', { notClassified: true }],
    ['N.C.', { notClassified: true }],
    ['non classificato', { notClassified: true }],
    ['', {}],
  ] as const)('%s is read', (text, said) => expect(read(text)).toEqual(said));

  test.each(['7½', '7,5', '0', '11', 'buono', '6+'])(
    'D74: %s is no whole grade, and is refused and not rounded',
    (text) => expect(read(text)).toBe('unread'),
  );

  test('D67: in primary school it is one of the six judgements, by its word or its beginning', () => {
    expect(read('buono', 'primary')).toEqual({ level: 'good' });
    expect(read('DIST', 'primary')).toEqual({ level: 'distinguished' });
    expect(read('dis', 'primary')).toBe('several');
    expect(read('mediocre', 'primary')).toBe('unread');
    expect(read('8', 'primary')).toBe('unread');
    expect(read('mediocre', 'religion')).toEqual({ level: 'mediocre' });
  });
});

describe('what is written of it', () => {
  const row = { average: fraction(76, 10), prefill: 8 };

  test('D73: the average’s where the teacher takes what it comes to, with the exact average', () => {
    expect(toProposed({ grade: 8 }, row)).toEqual({
      grade: 8,
      origin: 'average',
      average: { numerator: 38, denominator: 5 },
    });
  });

  test('D73: the teacher’s own where it is another, with the average all the same', () => {
    expect(toProposed({ grade: 7 }, row)).toMatchObject({ grade: 7, origin: 'own' });
    expect(toProposed({ notClassified: true }, row)).toMatchObject({ notClassified: true, origin: 'own' });
    expect(toProposed({ level: 'good' }, {})).toEqual({ level: 'good', origin: 'own' });
  });

  test('nothing said is nothing proposed', () => {
    expect(toProposed({}, row)).toEqual({});
  });

  test('an average that no record holds exactly is left out, and never rounded (D57)', () => {
    expect(toStored(fraction(3n * 10n ** 40n, 10n ** 40n))).toEqual({ numerator: 3, denominator: 1 });
    expect(toStored(fraction(10n ** 17n + 1n, 10n ** 16n))).toBeUndefined();
  });
});
