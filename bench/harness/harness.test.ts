import { describe, expect, it } from 'vitest';
import { suites } from '../suites/suites.ts';
import { figureOf } from './figure.ts';
import { readOptions } from './options.ts';
import { reportTable } from './report.ts';
import { median, percentile } from './statistics.ts';
import type { FigurePlan } from './suite.ts';

const plan: FigurePlan = {
  name: 'query',
  measure: 'query',
  unit: 'ms',
  better: 'less',
  peer: 'stock',
  peerName: 'stock',
  target: { ratio: 1, absolute: 50, text: '≤ 1.0 × stock, ≤ 50 ms' },
};

describe('figures', () => {
  it('take the median of the ratios of single rounds, not the ratio of medians', () => {
    const rounds = [
      { query: { ours: 2, stock: 4 } },
      { query: { ours: 30, stock: 10 } },
      { query: { ours: 3, stock: 4 } },
    ];
    const figure = figureOf(plan, rounds);
    expect(figure).toMatchObject({ ours: 3, peer: 4, ratio: 0.75, met: true });
    expect(figure.ratioSpread).toEqual({ low: 0.5, high: 3 });
  });

  it('miss a target when either bound is not kept', () => {
    expect(figureOf(plan, [{ query: { ours: 60, stock: 100 } }]).met).toBe(false);
    expect(figureOf(plan, [{ query: { ours: 5, stock: 4 } }]).met).toBe(false);
    expect(figureOf({ ...plan, better: 'more' }, [{ query: { ours: 60, stock: 50 } }]).met).toBe(true);
  });

  it('fail loudly where a contestant gave no number', () => {
    expect(() => figureOf(plan, [{ query: { ours: 1 } }])).toThrow('stock');
    expect(() => figureOf(plan, [{ query: { ours: Number.NaN, stock: 1 } }])).toThrow('ours');
  });

  it('are printed with ratio, target and verdict', () => {
    const table = reportTable([figureOf(plan, [{ query: { ours: 2, stock: 4 } }])]);
    expect(table).toContain('0.5 ×');
    expect(table).toContain('≤ 1.0 × stock, ≤ 50 ms');
    expect(table).toContain('pass');
  });
});

describe('statistics', () => {
  it('give the middle and the nearest rank', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(percentile([5, 1, 4, 2, 3], 0.95)).toBe(5);
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
  });
});

describe('the command line', () => {
  it('runs everything five times unless told otherwise', () => {
    expect(readOptions([])).toEqual({ json: false, quick: false, runs: 5, only: [] });
    expect(readOptions(['--quick', '--json'])).toMatchObject({ json: true, quick: true, runs: 1 });
  });

  it('takes one or more names after --only', () => {
    expect(readOptions(['--only', 'server', 'catch-up', '--runs', '2'])).toMatchObject({
      runs: 2,
      only: ['server', 'catch-up'],
    });
    expect(() => readOptions(['--runs', 'many'])).toThrow('--runs');
  });

  it('finds suites with names of their own, each with figures', () => {
    const names = suites.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const suite of suites) expect(suite.figures.length).toBeGreaterThan(0);
  });
});
