/** Whether those of a group of a class were taught in a lesson (D204): in that of the whole class, and in their own. */
export function concernsGroup(
  { group: of }: { readonly group?: string | undefined },
  group: string,
): boolean {
  return of === undefined || of === group;
}
