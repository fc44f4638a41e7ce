/** One kind of query: from where, what must hold, in which order. */
export interface QueryShape {
  readonly collection: string;
  /** `group`: all collections of that name, at any depth. */
  readonly scope: 'collection' | 'group';
  readonly where: readonly {
    readonly field: string;
    /** `array-contains`: one of the field's values is this one. */
    readonly op: '==' | 'array-contains' | '<=' | '>=' | '<' | '>';
  }[];
  readonly orderBy: readonly { readonly field: string; readonly direction: 'asc' | 'desc' }[];
}

/** Documents beneath one record in order of time, with some fields that must be equal. */
export const beneath = (collection: string, direction: 'asc' | 'desc', ...equal: string[]): QueryShape => ({
  collection,
  scope: 'collection',
  where: equal.map((field) => ({ field, op: '==' as const })),
  orderBy: [{ field: 'at', direction }],
});

/** Documents of a collection, the latest first by a field, with some fields that must be equal. */
export const latest = (collection: string, field: string, ...equal: string[]): QueryShape => ({
  collection,
  scope: 'collection',
  where: equal.map((name) => ({ field: name, op: '==' as const })),
  orderBy: [{ field, direction: 'desc' }],
});
