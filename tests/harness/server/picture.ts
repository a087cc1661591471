/** A square with a disc, in place of somebody's face. */
export async function drawPicture(): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(256, 256);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas');
  context.fillStyle = '#f4bb54';
  context.fillRect(0, 0, 256, 256);
  context.fillStyle = '#31508f';
  context.arc(128, 150, 80, 0, Math.PI * 2);
  context.fill();
  return new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
}
