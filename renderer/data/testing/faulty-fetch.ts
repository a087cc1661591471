type Fetch = typeof globalThis.fetch;

/** What can happen to a request between a device and its server. */
export const LINE_FAULTS = [
  'none',
  'lost',
  'answerLost',
  'twice',
  'late',
  'truncated',
  'unavailable',
] as const;
/** What can happen to a request. */
export type LineFault = (typeof LINE_FAULTS)[number];

/** A line to the server that tests cut and disturb. */
export interface FaultyLine {
  readonly fetch: Fetch;
  online: boolean;
  /** Chooses the fault of each request. */
  fault: () => LineFault;
  requests: number;
}

/** A line over a fetch that works. */
export function createFaultyLine(server: Fetch): FaultyLine {
  const line: FaultyLine = {
    online: true,
    fault: () => 'none',
    requests: 0,
    async fetch(input, init) {
      line.requests += 1;
      if (!line.online) throw new TypeError('offline');
      switch (line.fault()) {
        case 'none':
          return server(input, init);
        case 'lost':
          throw new TypeError('lost');
        case 'answerLost':
          await server(input, init);
          throw new TypeError('answer lost');
        case 'twice':
          await server(input, init);
          return server(input, init);
        case 'late': {
          await new Promise((resolve) => {
            setTimeout(resolve, 30);
          });
          return server(input, init);
        }
        case 'truncated': {
          const answer = await server(input, init);
          const text = await answer.text();
          return new Response(text.slice(0, text.length / 2), { status: answer.status });
        }
        case 'unavailable':
          return new Response('<html>Bad gateway</html>', { status: 502 });
      }
    },
  };
  return line;
}

/** A fetch that goes to a server with a session of its own, as the main process does for the page. */
export function fetchWithSession(origin: string, token: string): Fetch {
  return (_input, init) =>
    fetch(`${origin}/api/sync`, {
      ...init,
      headers: { ...(init?.headers as Readonly<Record<string, string>>), authorization: `Bearer ${token}` },
    });
}
