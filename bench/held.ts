/** What a snapshot of V8's heap says that scripts hold. Pure: text in, bytes out. */

/** As far as it is read here. Every node is a row of numbers in `nodes`, one for each of `node_fields`. */
type Snapshot = {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      /** Of the field `type` a list of names, of the others the name of what they hold. */
      readonly node_types: readonly (string | readonly string[])[];
    };
  };
  readonly nodes: readonly number[];
};

/**
 * V8's own: compiled code and what it knows of running it grow for hundreds of visits, with no extension as well, and by
 * other amounts each time. What the browser holds of a page is not in V8's heap.
 */
const notHeld = new Set(['code', 'native', 'synthetic', 'hidden']);

/**
 * Bytes of objects with their shapes, arrays, functions and texts.
 *
 * @param text What `HeapProfiler.takeHeapSnapshot` sent.
 * @throws Error when there is nothing: then nothing was measured.
 */
export function heldBytes(text: string): number {
  const { snapshot, nodes } = JSON.parse(text) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const type = fields.indexOf('type');
  const size = fields.indexOf('self_size');
  const names = types[type];
  if (size === -1 || !Array.isArray(names)) throw new Error('expected types and sizes in the snapshot, found none');
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    if (!notHeld.has(names[nodes[node + type] ?? -1])) bytes += nodes[node + size] ?? 0;
  }
  if (bytes === 0) throw new Error('expected objects in the snapshot, found none');
  return bytes;
}
