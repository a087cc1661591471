/** Whether a value from the page is plain data (as JSON could hold it) and within bounds of size and depth. */
export function isPlainWithin(value: unknown, limit: number): boolean {
  let left = limit;

  function walk(item: unknown, depth: number): boolean {
    left -= 8;
    if (left < 0 || depth > 24) return false;
    switch (typeof item) {
      case 'string':
        left -= item.length * 2;
        return left >= 0;
      case 'boolean':
      case 'undefined':
        return true;
      case 'number':
        return Number.isFinite(item);
      case 'object': {
        if (item === null) return true;
        if (Array.isArray(item)) return item.every((child) => walk(child, depth + 1));
        // Dates, maps, buffers and the like pass the boundary, but no verb takes them.
        const prototype: unknown = Object.getPrototypeOf(item);
        if (prototype !== Object.prototype && prototype !== null) return false;
        return Object.entries(item).every(([name, child]) => walk(name, depth + 1) && walk(child, depth + 1));
      }
      default:
        return false;
    }
  }

  return walk(value, 0);
}
