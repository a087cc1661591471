/** Keeps the end of a program's log, which is what explains a failure; a whole day of it is not kept. */
export function keepLast(log: string[], chunk: Buffer): void {
  log.push(chunk.toString('utf8'));
  if (log.length > 50) log.shift();
}
