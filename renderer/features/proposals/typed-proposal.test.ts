import * as fc from 'fast-check';
import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { checkSchema } from '../../../domain/base/check-schema.ts';
import { averageOfYear, shownAverage } from '../../../domain/grades/averages.ts';
import { compareFractions, fraction, over, plus, type Fraction } from '../../../domain/grades/fraction.ts';
import { FINAL_SCALES, PROPOSAL_ROUNDINGS, proposedGrade } from '../../../domain/grades/proposals.ts';
import { kinds } from '../../../domain/kinds/registry.ts';
import { grade } from '../../kinds/grade/words.ts';
import { proposal } from '../../kinds/proposal/words.ts';
import { isSameAverage, readProposal, toProposed, toStored } from './typed-proposal.ts';

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
    expect(read('ds', 'primary')).toEqual({ level: 'distinguished' });
    expect(read('non', 'primary')).toBe('several');
    expect(read('mediocre', 'primary')).toBe('unread');
    expect(read('8', 'primary')).toBe('unread');
    expect(read('mediocre', 'religion')).toEqual({ level: 'mediocre' });
  });
});

describe('what is written of it', () => {
  const row = { average: fraction(76, 10), prefill: { grade: 8 } };

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

  test('D71: a judgement that the numbers come to is the average’s, and keeps it', () => {
    const ofNumbers = { average: fraction(13, 2), prefill: { level: 'fair' } } as const;
    expect(toProposed({ level: 'fair' }, ofNumbers)).toEqual({
      level: 'fair',
      origin: 'average',
      average: { numerator: 13, denominator: 2 },
    });
    expect(toProposed({ level: 'good' }, ofNumbers).origin).toBe('own');
  });

  test('nothing said is nothing proposed', () => {
    expect(toProposed({}, row)).toEqual({});
  });

  test('D57, D73: an average is held in its lowest terms', () => {
    expect(toStored(fraction(3n * 10n ** 40n, 10n ** 40n))).toEqual({ numerator: 3, denominator: 1 });
  });

  test('D73: what three types of many weights come to over two periods is taken as the average’s all the same', () => {
    // How many tests of each weight there were: their sums have few factors in common.
    const times = [
      { written: [1, 2, 5, 3], oral: [1, 3, 1, 5], practical: [1, 3, 3, 3] },
      { written: [1, 3, 3, 5], oral: [1, 3, 4, 4], practical: [1, 5, 1, 1] },
    ];
    const periods = times.map((ofPeriod) =>
      (['written', 'oral', 'practical'] as const).flatMap((type) =>
        ofPeriod[type].flatMap((count, at) =>
          Array.from({ length: count }, (_, which) => ({
            id: `${type}.${at}.${which}`,
            type,
            quarters: 22 + ((at * 5 + which * 3) % 9),
            weight: [85, 68, 33, 45][at] ?? 0,
          })),
        ),
      ),
    );
    const exact = must(averageOfYear(periods, 'meanOfPeriods', 'ofTypes'), 'an average');
    const prefill = proposedGrade(exact, FINAL_SCALES.subject);
    const proposed = toProposed({ grade: prefill }, { average: exact, prefill: { grade: prefill } });
    const { average } = proposed;
    if (!average) throw new Error('it has an average');
    // No whole numbers that a record holds are the average itself.
    expect(compareFractions(fraction(average.numerator, average.denominator), exact)).not.toBe(0);
    expect(isSameAverage(average, exact)).toBe(true);
    const [sample] = kinds.proposal.samples;
    const record = { ...sample, proposed };
    expect(checkSchema(kinds.proposal.schema, record)).toBe(true);
    expect(kinds.proposal.contradiction(record)).toBeUndefined();
  });

  test('D57, D73: what is held comes to the same as the average, however it is rounded', () => {
    const part = fc.bigInt({ min: 1n, max: 10n ** 20n });
    fc.assert(
      fc.property(part, part, fc.integer({ min: 0, max: 39 }), (a, b, quarters) => {
        const [small, large] = a < b ? [a, b] : [b, a];
        const exact = plus(fraction(quarters, 4), over(fraction(small), fraction(4n * large)));
        const { numerator, denominator } = toStored(exact);
        expect([numerator, denominator].every(Number.isSafeInteger)).toBe(true);
        const held = fraction(numerator, denominator);
        const said = (of: Fraction) => [
          ...PROPOSAL_ROUNDINGS.map((way) => proposedGrade(of, FINAL_SCALES.subject, way)),
          shownAverage(of, 1),
          shownAverage(of, 2),
          compareFractions(of, fraction(10)) <= 0,
        ];
        expect(said(held)).toEqual(said(exact));
      }),
    );
  });
});
