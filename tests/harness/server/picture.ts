import type { KeptPicture } from '../../../renderer/data/kept-picture.ts';
import type { Scenario } from '../scenario.ts';

/** A square with a disc, in place of somebody's face. */
export async function drawPicture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(256, 256);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas');
  context.fillStyle = '#f4bb54';
  context.fillRect(0, 0, 256, 256);
  context.fillStyle = '#31508f';
  context.arc(128, 150, 80, 0, Math.PI * 2);
  context.fill();
  return await canvas.convertToBlob();
}

/** The own picture as the device has it, from an earlier day with a network. */
export function memoryPicture({ picture }: Scenario): KeptPicture {
  return {
    read: async () => (picture ? new Uint8Array(await (await drawPicture()).arrayBuffer()) : undefined),
    keep: async () => await Promise.resolve(true),
    forget: () => undefined,
  };
}
