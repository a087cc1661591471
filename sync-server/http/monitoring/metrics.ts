import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { PushOutcome } from '../../../domain/protocol/endpoints/register/sync.ts';
import { isCollectionName } from '../../../domain/kinds/collections.ts';

/** The figures of one server process, in the text format of Prometheus. */
export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  countOutcome(collection: string, outcome: PushOutcome['outcome'], rows: number): void;
}

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * Counts and times the requests of an app. Every value of a label is kept for ever, so each comes from a closed list: patterns of routes,
 * statuses, collections, outcomes. What a client has written is never one; what no list knows is counted as `unknown`.
 */
export function registerMetrics(app: FastifyInstance, connections: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'campanella_requests_total',
    help: 'Requests by route and status',
    labelNames: ['route', 'status'] as const,
    registers,
  });
  const latency = new Histogram({
    name: 'campanella_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['route'] as const,
    buckets: SECONDS,
    registers,
  });
  const rows = new Counter({
    name: 'campanella_sync_rows_total',
    help: 'Pushed rows by outcome',
    labelNames: ['collection', 'outcome'] as const,
    registers,
  });
  const live = new Gauge({
    name: 'campanella_live_connections',
    help: 'Open streams of changes',
    registers,
    collect() {
      live.set(connections());
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    requests.inc({ route, status: String(reply.statusCode) });
    latency.observe({ route }, reply.elapsedTime / 1000);
  });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    countOutcome: (collection, outcome, count) => {
      rows.inc({ collection: isCollectionName(collection) ? collection : 'unknown', outcome }, count);
    },
  };
}
