/** Windows, in CSS pixels, from a large screen to the smallest window magnified twice. */
export const WINDOWS = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 1024, height: 700, what: 'the smallest window' },
  { width: 1093, height: 560, what: 'a laptop of 1366×768 at 125 %, without its bars' },
  { width: 800, height: 600 },
  { width: 640, height: 360, what: '1280×720 at 200 %' },
  { width: 512, height: 350, what: 'the smallest window at 200 %' },
] as const;
