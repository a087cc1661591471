import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { BRIDGE_VERBS } from '../../domain/protocol/bridge/surface.ts';
import { verbs, type BridgeVerb } from '../../domain/protocol/bridge/verbs/verbs.ts';
import { createUnfinished } from '../files/unfinished.ts';
import { sampleEntry } from '../testing/samples.ts';
import { registerBridge, type RegistrarParts, type VerbHandlers } from './registrar.ts';
import { areArgumentsOf } from './verb-arguments.ts';

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

// The casts: a test needs neither a real event nor real verbs.
const ours = { ours: true } as unknown as IpcMainInvokeEvent;
const foreign = { ours: false } as unknown as IpcMainInvokeEvent;

function setUp(verb: (...args: readonly unknown[]) => unknown) {
  const handlers = new Map<string, Handler>();
  const listeners = new Map<string, (event: IpcMainEvent, ...args: unknown[]) => void>();
  const lines: string[] = [];
  const heard: string[] = [];
  const calls: unknown[][] = [];
  const record = (...args: unknown[]): unknown => {
    calls.push(args);
    return verb(...args);
  };
  const ipc = {
    handle: (channel: string, handler: Handler) => handlers.set(channel, handler),
    on: (channel: string, listener: (event: IpcMainEvent, ...args: unknown[]) => void) =>
      listeners.set(channel, listener),
  } as unknown as RegistrarParts['ipc'];
  registerBridge({
    ipc,
    handlers: Object.fromEntries(BRIDGE_VERBS.map((name) => [name, record])) as unknown as VerbHandlers,
    isTrusted: (event) => (event as unknown as { ours: boolean }).ours,
    unfinished: createUnfinished(() => undefined),
    onHeard: (event) => heard.push(event),
    log: {
      info: (event) => lines.push(event),
      warn: (event) => lines.push(event),
      error: (event, _error, fields) => lines.push(`${event} ${String(fields?.['incident'])}`),
    },
  });
  const call = async (name: BridgeVerb, event: IpcMainInvokeEvent, ...args: unknown[]): Promise<unknown> =>
    await handlers.get(`campanella:${name}`)?.(event, ...args);
  return { handlers, listeners, lines, heard, calls, call };
}

const OPENING = '0198c0de-0000-7000-a000-000000000001';
const account = { school: 'MORE0001', username: 'MORE0001.1' };
const GOOD: Readonly<Record<BridgeVerb, readonly unknown[]>> = {
  installedSchool: [],
  sessionState: [],
  deviceAccounts: [],
  signIn: [{ username: 'MORE0001.1', password: 'x' }],
  answerStep: [{ kind: 'code', code: '123456' }],
  cancelStep: [],
  signInWays: [{ school: 'MORE0001' }],
  startProvider: [{ school: 'MORE0001', only: account, purpose: 'handOver' }],
  reopenProvider: [],
  finishProvider: [{ code: 'abcd-2345' }],
  unlock: [{ ...account, password: 'x' }],
  unlockWithPin: [{ pin: '2739' }],
  setPin: [{ pin: '2739', password: 'x' }],
  hasPin: [],
  switchAccount: [account],
  accountAct: [{ kind: 'changePassword', current: 'x', next: 'y' }],
  recover: [{ kind: 'byEmail', address: 'a@example.it', school: 'MORE0001' }],
  handOver: [{ ...account, password: 'x', code: 'abcd-2345', opens: 'y' }],
  reachableSchools: [],
  lock: [],
  unsentEntries: [account],
  signOut: [{ confirmed: 0 }],
  removeAccount: [{ ...account, confirmed: 0 }],
  lostEntries: [],
  forgetLost: [{ folder: 'MORE0001-10001', confirmed: 8 }],
  localStoreKey: [],
  journalAppend: [[sampleEntry(1)], OPENING],
  journalSettle: [[sampleEntry(1).entry], OPENING],
  journalRefuse: [
    [
      {
        entry: sampleEntry(1).entry,
        refusal: { reason: 'invalid', path: 'x', refusedAt: '2026-11-23T08:00:00.000Z' },
      },
    ],
    OPENING,
  ],
  journalRead: [OPENING],
  reportUnsent: [3, OPENING],
  saveFile: [{ suggestedName: 'a.json', mediaType: 'application/json', content: '{}' }],
  setLanguage: ['it'],
  confirmClose: [{ confirmed: 1 }],
};

/** For each verb, arguments that a hostile page might send. */
const BAD: readonly (readonly [BridgeVerb, readonly unknown[]])[] = [
  ...BRIDGE_VERBS.map((verb) => [verb, [...GOOD[verb], 'one too many']] as const),
  ...BRIDGE_VERBS.flatMap((verb) =>
    GOOD[verb].length === 0 ? [] : [[verb, []] as const, [verb, [null]] as const, [verb, [{}]] as const],
  ),
  ['signIn', [{ username: 'a', password: 'b', admin: true }]],
  ['signIn', [{ username: 'a', password: 'x'.repeat(2_000) }]],
  ['signIn', [{ username: ['a'], password: 'b' }]],
  ['signIn', [{ username: 'a', password: 'b', school: 'https://evil.example' }]],
  ['signIn', [{ username: 'a', password: 'b', server: 'https://evil.example' }]],
  ['unlock', [{ username: '', school: 'MORE0001', password: 'y' }]],
  ['unlock', [{ username: 'x', school: '../..', password: 'y' }]],
  ['answerStep', [{ kind: 'newPassword', code: '1' }]],
  ['answerStep', [{ kind: 'code', code: '1', ticket: 'forged' }]],
  ['answerStep', [{ kind: 'newLocalPassword', password: 'x', tokens: {} }]],
  ['startProvider', [{ school: 'MORE0001', url: 'https://evil.example' }]],
  ['startProvider', [{ school: 'MORE0001', only: { ...account, server: 'https://evil.example' } }]],
  ['startProvider', [{ school: 'MORE0001', purpose: 'anything' }]],
  ['handOver', [{ ...account, password: 'x', flow: 'forged' }]],
  ['finishProvider', [{ code: 'x'.repeat(51) }]],
  ['finishProvider', [{ code: 'abcd2345', flow: 'forged' }]],
  ['setPin', [{ pin: 1234, password: 'x' }]],
  ['setPin', [{ pin: '2739' }]],
  ['unlockWithPin', [{ pin: '1'.repeat(21) }]],
  ['switchAccount', [{ ...account, refreshToken: 'x' }]],
  ['accountAct', [{ kind: 'changePassword', current: 'x' }]],
  ['accountAct', [{ kind: 'becomePrincipal', password: 'x' }]],
  ['recover', [{ kind: 'byName', name: 'x' }]],
  ['recover', [{ kind: 'byEmail', address: 'a@example.it', school: 'evil.example' }]],
  ['removeAccount', [{ ...account, evenUnsent: 1 }]],
  ...(['journalAppend', 'journalSettle', 'journalRefuse', 'journalRead', 'reportUnsent'] as const).flatMap(
    (verb) => [
      [verb, GOOD[verb].slice(0, -1)] as const,
      [verb, [...GOOD[verb].slice(0, -1), 'any']] as const,
    ],
  ),
  ['journalAppend', [[{ ...sampleEntry(1), entry: '../../etc/passwd' }], OPENING]],
  ['journalAppend', [[{ ...sampleEntry(1), collection: '__proto__' }], OPENING]],
  ['journalAppend', [[{ ...sampleEntry(1), record: new Map() }], OPENING]],
  [
    'journalAppend',
    [[{ ...sampleEntry(1), record: { id: 'x', kind: 'y', big: 'x'.repeat(9_000_000) } }], OPENING],
  ],
  ['journalAppend', [Array.from({ length: 2_001 }, () => sampleEntry(1)), OPENING]],
  ['journalSettle', [[1], OPENING]],
  ['journalRefuse', [[{ entry: sampleEntry(1).entry, refusal: { reason: 'because' } }], OPENING]],
  ['reportUnsent', [-1, OPENING]],
  ['reportUnsent', [Number.NaN, OPENING]],
  ['saveFile', [{ suggestedName: 'a', mediaType: 'text/html', content: '' }]],
  ['saveFile', [{ suggestedName: 'a', mediaType: 'text/csv', content: new Date() }]],
  ['saveFile', [{ suggestedName: 'a', mediaType: 'application/x-msdownload', content: '' }]],
  ['setLanguage', ['fr']],
];

describe('bridge', () => {
  it('registers exactly the approved verbs', () => {
    const { handlers, listeners } = setUp(() => null);
    expect([...handlers.keys()]).toEqual(BRIDGE_VERBS.map((verb) => `campanella:${verb}`));
    expect([...listeners.keys()]).toEqual(['campanella:heard']);
  });

  it.each(BRIDGE_VERBS)('calls %s with good arguments and hands its answer on', async (verb) => {
    const { call, calls } = setUp(() => 'answer');
    expect(await call(verb, ours, ...GOOD[verb])).toBe('answer');
    expect(calls).toEqual([[...GOOD[verb]]]);
  });

  it.each(BRIDGE_VERBS)('refuses %s to a stranger', async (verb) => {
    const { call, calls } = setUp(() => 'answer');
    await expect(call(verb, foreign, ...GOOD[verb])).rejects.toThrow('Refused');
    expect(calls).toEqual([]);
  });

  it.each(BAD.map(([verb, args]) => [verb, args] as const))(
    'never calls %s with wrong arguments %#',
    async (verb, args) => {
      expect(areArgumentsOf(verbs[verb], args)).toBe(false);
      const { call, calls } = setUp(() => 'answer');
      const answer = await call(verb, ours, ...args).catch((error: unknown) => String(error));
      expect(JSON.stringify(answer)).toMatch(/internal/i);
      expect(calls).toEqual([]);
    },
  );

  it('turns an unexpected error into a failure with an incident in the log, and tells the page nothing of it', async () => {
    const { call, lines } = setUp(() => {
      throw new Error('the name of a pupil');
    });
    expect(await call('signIn', ours, ...GOOD.signIn)).toEqual({ ok: false, failure: { kind: 'internal' } });
    const answer = await call('installedSchool', ours).catch((error: unknown) => String(error));
    expect(answer).toMatch(/^Error: Internal failure [0-9a-f]{8}$/);
    expect(lines[0]).toMatch(/^bridgeFailure [0-9a-f]{8}$/);
  });

  it('hears of known events only, and from our page only', () => {
    const { listeners, heard } = setUp(() => null);
    const hear = listeners.get('campanella:heard');
    hear?.(ours as unknown as IpcMainEvent, 'closeRequested');
    hear?.(ours as unknown as IpcMainEvent, 'somethingElse');
    hear?.(foreign as unknown as IpcMainEvent, 'closeRequested');
    expect(heard).toEqual(['closeRequested']);
  });
});
