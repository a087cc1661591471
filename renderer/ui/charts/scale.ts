/** A span of values or of places in a drawing. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where a value of one span stands in another, which may run the other way. */
export function placeOf(value: number, values: Span, places: Span): number {
  const width = values.to - values.from;
  const part = width === 0 ? 0.5 : (value - values.from) / width;
  return places.from + part * (places.to - places.from);
}

/** Whole numbers at which a count from 0 has its lines: so few that their texts stand apart. */
export function countTicks(most: number, lines = 5): readonly number[] {
  const step = Math.max(1, Math.ceil(most / lines));
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
