import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../base/canonical-json.ts';
import { collections } from '../kinds/collections.ts';
import { FAILURE_REASONS } from './failure-reasons.ts';
import { failureSchema } from './failure.ts';
import { endpoints } from './registry.ts';
import { changeTickSchema } from './endpoints/register/sync.ts';
import { OLDEST_RECEIVING_VERSION, PROTOCOL_VERSION } from './version.ts';

/**
 * Hash of everything that crosses the wire, per protocol version: a shape that changes after a release needs a new version and a line of history. Lines up to
 * {@link RELEASED} are frozen: devices out there speak them.
 */
const WIRE_HASH: Readonly<Record<number, string>> = {
  1: '6684070e5e0724a9',
  2: '1c67a76fe299b1f5',
  3: '84fe3d75a83fb1f3',
};

/** The newest version that has left the house, and a digest of the lines up to it. Both change together, and only upwards: a guard asks the history. */
const RELEASED = { version: 2, digest: '6b6b1ae37c17e0a8' };

describe('protocol version', () => {
  it('keeps the hashes of released versions as they are', () => {
    const lines = Object.entries(WIRE_HASH).filter(([version]) => Number(version) <= RELEASED.version);
    const digest = createHash('sha256').update(canonicalJson(lines)).digest('hex').slice(0, 16);
    expect(digest).toBe(RELEASED.digest);
    expect(lines.map(([version]) => Number(version))).toEqual(
      Array.from({ length: RELEASED.version }, (_, index) => index + 1),
    );
  });

  it('goes up one at a time: one that is not out, at the most, after those that are', () => {
    const versions = Object.keys(WIRE_HASH).map(Number);
    expect(versions).toEqual(Array.from({ length: PROTOCOL_VERSION }, (_, index) => index + 1));
    expect([RELEASED.version, RELEASED.version + 1]).toContain(PROTOCOL_VERSION);
  });

  it('is raised when the shape of anything on the wire changes', () => {
    const kinds = Object.fromEntries(
      Object.entries(collections).map(([name, collection]) => [name, collection.kinds]),
    );
    const messages = Object.values(endpoints).map(({ method, path, params, query, body, answer }) => ({
      method,
      path,
      params,
      query,
      body,
      answer,
    }));
    const wire = { kinds, messages, failureSchema, changeTickSchema, reasons: FAILURE_REASONS };
    const hash = createHash('sha256').update(canonicalJson(wire)).digest('hex').slice(0, 16);
    expect(hash).toBe(WIRE_HASH[PROTOCOL_VERSION]);
  });

  it('has every message under one method and path', () => {
    const all = Object.values(endpoints).map(({ method, path }) => `${method} ${path}`);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(40);
  });

  it('still serves the oldest version it promises to', () => {
    expect(OLDEST_RECEIVING_VERSION).toBeLessThanOrEqual(PROTOCOL_VERSION);
  });
});
