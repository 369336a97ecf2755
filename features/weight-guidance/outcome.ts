/** What becomes of a weight that was to be set. A weight of `undefined` is "not set". */
export type Outcome =
  | { readonly kind: 'setting'; readonly weight: number | undefined }
  | {
      readonly kind: 'set';
      readonly weight: number | undefined;
      readonly before: number | undefined;
      readonly isUndone: boolean;
    }
  /** The server holds another weight than the person saw: `weight`. Nothing was written. */
  | { readonly kind: 'changed-meanwhile'; readonly weight: number | undefined }
  | { readonly kind: 'failed'; readonly reason: string };
