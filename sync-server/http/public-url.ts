import type { FastifyInstance } from 'fastify';

/**
 * Where browsers reach the server: as configured, or what it listens on. Never taken from a request, whose `Host` is whatever its sender
 * likes.
 */
export function publicUrlOf(app: FastifyInstance, configured: string | undefined): () => string {
  return () => {
    if (configured !== undefined) return configured;
    const address = app.server.address();
    if (address === null || typeof address === 'string') return 'http://127.0.0.1';
    const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
    return `http://${host}:${address.port}`;
  };
}
