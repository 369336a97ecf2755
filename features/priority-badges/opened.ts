/** An open reason. One that was clicked stays until it is closed. */
export type Opened = { readonly stays: boolean; readonly controller: AbortController };
