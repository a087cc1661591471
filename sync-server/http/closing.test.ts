import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createChangeHub } from '../register/changes/change-hub.ts';
import { createSchoolSnapshots } from '../school/school-snapshots.ts';
import { openStream } from '../testing/live-stream.ts';
import { SCHOOL, STAFF } from '../testing/test-school.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let sockets: Socket[];
beforeEach(async () => {
  server = await startTestServer();
  sockets = [];
  await server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
});

async function open(text: string): Promise<Socket> {
  const { port } = server.app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

/** The end of a connection, whether it was closed or cut. */
async function closed(socket: Socket): Promise<void> {
  await new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
  });
}

test('the server stops within seconds though connections are held open in every way', async () => {
  const stream = await openStream(server, 'carla');
  // Answered, and kept by the client for later; and a body that never comes.
  const kept = await open('GET /health HTTP/1.1\r\nhost: here\r\n\r\n');
  await once(kept, 'data');
  const silent = await open(
    'POST /session/sign-in HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
  );
  const cut = [closed(kept), closed(silent), stream.ended];
  const start = performance.now();
  await server.close();
  await Promise.all(cut);
  // Without a bound: two minutes for the body, more than one for the connection that is kept.
  expect(performance.now() - start).toBeLessThan(40_000);
});

test('whoever subscribes while the server stops is cut at once', async () => {
  const hub = createChangeHub({
    storage: server.storage,
    snapshots: createSchoolSnapshots(),
    now: () => server.clock.now,
    onError: (error) => {
      throw error;
    },
  });
  await hub.close();
  let isCut = false;
  hub.subscribe({
    school: SCHOOL,
    person: STAFF.carla,
    kind: 'staff',
    session: 'late',
    send: () => undefined,
    end() {
      isCut = true;
    },
  });
  expect(isCut).toBe(true);
  expect(hub.connections()).toBe(0);
  await server.close();
});
