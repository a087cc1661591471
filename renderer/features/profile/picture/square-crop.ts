/** Width and height of the picture that is kept, in pixels. */
export const PICTURE_SIDE = 256;

/** How a picture is cut: magnified, and moved within what then sticks out; -1 to 1 from edge to edge. */
export interface Crop {
  readonly zoom: number;
  readonly across: number;
  readonly down: number;
}

/** The square in the source that fills the kept picture: never outside the source, whatever the crop. */
export function sourceSquare(
  width: number,
  height: number,
  { zoom, across, down }: Crop,
): { readonly x: number; readonly y: number; readonly side: number } {
  const side = Math.min(width, height) / Math.max(1, zoom);
  const place = (length: number, shift: number) =>
    ((length - side) / 2) * (1 + Math.min(1, Math.max(-1, shift)));
  return { x: place(width, across), y: place(height, down), side };
}
