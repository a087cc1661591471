import type { FastifyInstance } from 'fastify';
import { staffIdentity } from '../../../domain/testing/staff-identity.ts';
import { SCHOOL, STAFF, type StaffName } from '../../../sync-server/testing/test-school.ts';
import type { TestServer } from '../../../sync-server/testing/test-server.ts';
import { createTestDevice, type TestDevice } from './test-device.ts';

/** The identity of a teacher of the test school. */
export function teacherIdentity(name: StaffName) {
  return staffIdentity({
    school: SCHOOL,
    schoolName: 'Prova',
    person: STAFF[name],
    username: `${SCHOOL}.1`,
    surname: 'Prova',
    givenName: name,
    roles: ['teacher'],
  });
}

/** Requests to a server without a network, with the token of a session; `app` is asked each time: a server may have been started anew. */
export function injectedFetch(app: () => Pick<FastifyInstance, 'inject'>, token: string): typeof fetch {
  return async (_url, init) => {
    const body = init?.body;
    const payload = typeof body === 'string' ? body : Buffer.from(body as ArrayBuffer);
    const headers = { ...(init?.headers as Record<string, string>), authorization: `Bearer ${token}` };
    const answer = await app().inject({ method: 'POST', url: '/api/sync', headers, payload });
    return new Response(answer.body, { status: answer.statusCode });
  };
}

/** A device of a teacher, joined to a test server without a network, on the server's clock. */
export async function injectedDevice(server: TestServer, name: StaffName): Promise<TestDevice> {
  const token = await server.token(name);
  return createTestDevice(teacherIdentity(name), {
    deviceTime: () => server.clock.now,
    fetch: injectedFetch(() => server.app, token),
  });
}
