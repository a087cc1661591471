import { filter, firstValueFrom, timeout, type Observable } from 'rxjs';
import { toPersonId, toSchoolId } from '../../../domain/base/ids.ts';
import type { Result } from '../../../domain/base/result.ts';
import type { Identity } from '../../../domain/protocol/endpoints/session/session.ts';
import type { SyncAnswer, SyncRequest } from '../../../domain/protocol/endpoints/register/sync.ts';
import { staffIdentity } from '../../../domain/testing/staff-identity.ts';
import { CLASS_A, TODAY } from '../../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../../sync-server/testing/test-server.ts';
import { openRegister, type OpenFailure, type Opening } from '../open-register.ts';
import type { Register } from '../register.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { SyncStatus } from '../status/sync-status.ts';
import { classHour } from '../../features/class-hour/view.ts';
import { readRequest } from './read-request.ts';
import { createTestDevice, type TestDevice } from './test-device.ts';

type Fetch = typeof globalThis.fetch;

const open = new Set<Register>();
const running = new Set<TestServer>();

/** What a line leads to. */
interface Server<Name extends string> {
  readonly clock: { readonly now: number };
  token(name: Name): Promise<string>;
  sync(token: string, request: SyncRequest): Promise<SyncAnswer>;
}

/** The way of one member of staff to a server; the requests that arrived there are kept. */
export interface Line {
  readonly identity: Identity;
  readonly serverTime: () => number;
  readonly fetch: Fetch;
  readonly requests: SyncRequest[];
  online: boolean;
  /** Stands between the server and the device: what it returns is what the device receives. */
  answer: (answer: SyncAnswer, request: SyncRequest) => unknown;
}

/** A line that hides nothing until a test says so. */
export async function lineTo<Name extends string>(server: Server<Name>, name: Name): Promise<Line> {
  // Whoever has a line has signed in already.
  await server.token(name);
  const line: Line = {
    identity: identityOf(name),
    serverTime: () => server.clock.now,
    requests: [],
    online: true,
    answer: (answer) => answer,
    async fetch(_url, init) {
      if (!line.online) throw new TypeError('offline');
      const request = await readRequest(init);
      line.requests.push(request);
      const answer = line.answer(await server.sync(await server.token(name), request), request);
      return answer instanceof Response ? answer : Response.json(answer);
    },
  };
  return line;
}

/** A device that waits next to nothing between attempts and has the server's time. */
export function deviceOf(line: Line): TestDevice {
  return createTestDevice(line.identity, {
    deviceTime: line.serverTime,
    random: () => 0.01,
    fetch: line.fetch,
  });
}

/** Opens the register of a device, or says why it does not open; `closeRegisters` closes what a test left open. */
export async function tryToOpen(
  device: TestDevice,
  opening?: Opening,
): Promise<Result<Register, OpenFailure>> {
  if (device.session.kind !== 'open') throw new Error('locked');
  const opened = await openRegister(device.session.identity, device, opening);
  if (opened.ok) open.add(opened.value);
  return opened;
}

/** Opens the register of a device. */
export async function openOn(device: TestDevice, opening?: Opening): Promise<Register> {
  const opened = await tryToOpen(device, opening);
  if (!opened.ok) throw new Error(opened.failure.kind);
  return opened.value;
}

/** Opens the register and waits until everything has been received once. */
export async function openComplete(device: TestDevice): Promise<Register> {
  const register = await openOn(device);
  await firstSync(register);
  return register;
}

/** Ends when everything has been received once: the pupils of a class are there before all that a mark is judged by. */
export async function firstSync(register: Register): Promise<void> {
  await whenStatus(register, ({ initial, syncing }) => !initial && !syncing);
}

/** Closes a register as the end of the app does. */
export async function close(register: Register): Promise<void> {
  open.delete(register);
  await register.status.close();
}

/** An hour of Anna's in class 1A. */
export const PLACE: HourPlace = { day: TODAY, schoolClass: CLASS_A, hour: 2 };

/** Anna at her device, and the server of the test school that its line leads to. */
export interface AtWork {
  readonly server: TestServer;
  readonly line: Line;
  readonly device: TestDevice;
}

/** A server with its test school and Anna's device, on which nothing is open yet; `endWork` closes all of it. */
export async function beginWork(): Promise<AtWork> {
  const server = await startTestServer();
  running.add(server);
  const line = await lineTo(server, 'anna');
  return { server, line, device: deviceOf(line) };
}

/** Opens Anna's register, and waits until everything has been received and the three pupils of her class are shown. */
export async function openWithClass(device: TestDevice): Promise<Register> {
  const register = await openComplete(device);
  await when(classHour(register, PLACE), (hour) => hour?.pupils.length === 3);
  return register;
}

/** Closes every register and every server that a test left open. */
export async function endWork(): Promise<void> {
  await closeRegisters();
  const servers = [...running];
  running.clear();
  await Promise.all(servers.map((server) => server.close()));
}

/** Closes every register that is still open. */
export async function closeRegisters(): Promise<void> {
  await Promise.all([...open].map(close));
}

/** The first value of a stream that fulfils a condition. */
export function when<T>(stream: Observable<T>, condition: (value: T) => boolean): Promise<T> {
  return firstValueFrom(stream.pipe(filter(condition), timeout(30_000)));
}

/** The first state of synchronisation that fulfils a condition. */
export function whenStatus(
  register: Register,
  condition: (status: SyncStatus) => boolean,
): Promise<SyncStatus> {
  return when(register.status.sync$, condition);
}

/** When nothing waits to be sent. */
export function sent(register: Register): Promise<SyncStatus> {
  return whenStatus(register, ({ waiting }) => waiting.length === 0);
}

/** A teacher of the servers' test school, as a session knows them. */
function identityOf(name: string): Identity {
  const school = toSchoolId('TEST0001');
  const person = toPersonId(`staff-${name}`);
  const username = `${school}.1`;
  return staffIdentity({
    school,
    schoolName: 'Prova',
    person,
    username,
    surname: 'Prova',
    givenName: name,
    roles: ['teacher'],
  });
}
