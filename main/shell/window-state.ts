import { readFileSync } from 'node:fs';
import type { JsonSchema } from '../../domain/base/schema.ts';
import { parseChecked, writeAtomically } from '../files/atomic-write.ts';

/** A rectangle on the screens, in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window stood. */
export interface WindowState {
  readonly bounds: Bounds;
  readonly maximized: boolean;
}

/** Smallest useful window. */
export const SMALLEST = { width: 1024, height: 700 } as const;
const FIRST = { width: 1280, height: 800 } as const;

const size = { type: 'integer', minimum: 1, maximum: 100_000 } as const;
const place = { type: 'integer', minimum: -100_000, maximum: 100_000 } as const;
const windowStateSchema = {
  type: 'object',
  properties: {
    bounds: {
      type: 'object',
      properties: { x: place, y: place, width: size, height: size },
      required: ['x', 'y', 'width', 'height'],
      additionalProperties: false,
    },
    maximized: { type: 'boolean' },
  },
  required: ['bounds', 'maximized'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Reads where the window stood; undefined when that is not known. */
export function readWindowState(path: string): WindowState | undefined {
  try {
    return parseChecked(readFileSync(path, 'utf8'), windowStateSchema);
  } catch {
    return undefined;
  }
}

/** Keeps where the window stands; a full disk is no matter here. */
export async function writeWindowState(path: string, state: WindowState): Promise<void> {
  await writeAtomically(path, JSON.stringify(state)).catch(() => undefined);
}

/**
 * Where to open the window: where it stood, if a screen is still there, cut to that screen.
 *
 * @param screens work areas of the screens, the main one first
 */
export function placeWindow(
  kept: Bounds | undefined,
  screens: readonly Bounds[],
): Partial<Bounds> & Pick<Bounds, 'width' | 'height'> {
  const screen =
    kept === undefined
      ? undefined
      : screens.find((area) => overlap(area, kept) >= (kept.width * kept.height) / 4);
  if (kept === undefined || screen === undefined) {
    const [main] = screens;
    return {
      width: Math.min(FIRST.width, main?.width ?? FIRST.width),
      height: Math.min(FIRST.height, main?.height ?? FIRST.height),
    };
  }
  const width = clamp(kept.width, SMALLEST.width, screen.width);
  const height = clamp(kept.height, SMALLEST.height, screen.height);
  return {
    width,
    height,
    x: clamp(kept.x, screen.x, screen.x + screen.width - width),
    y: clamp(kept.y, screen.y, screen.y + screen.height - height),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(most, least));
}

function overlap(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
