import { describe, expect, test } from 'vitest';
import { heldBytes } from '../../bench/held';

/** A snapshot with nodes of a type and a size. */
function snapshot(...nodes: [type: string, size: number][]): string {
  const types = ['hidden', 'array', 'string', 'object', 'code', 'closure', 'native', 'synthetic', 'object shape'];
  return JSON.stringify({
    snapshot: {
      meta: {
        node_fields: ['type', 'name', 'id', 'self_size', 'edge_count'],
        node_types: [types, 'string', 'number', 'number', 'number'],
      },
    },
    nodes: nodes.flatMap(([type, size], index) => [types.indexOf(type), 0, index, size, 3]),
  });
}

describe('heldBytes', () => {
  test('sums what scripts hold', () => {
    expect(heldBytes(snapshot(['object', 10], ['array', 20], ['string', 40], ['closure', 80]))).toBe(150);
    expect(heldBytes(snapshot(['object shape', 8], ['object', 1]))).toBe(9);
  });

  test("leaves out compiled code and the browser's own", () => {
    expect(heldBytes(snapshot(['code', 1], ['object', 10], ['native', 2], ['synthetic', 4], ['hidden', 8]))).toBe(10);
  });

  test('says so when nothing was measured', () => {
    expect(() => heldBytes(snapshot(['code', 1]))).toThrow('expected objects in the snapshot, found none');
    const strange = { snapshot: { meta: { node_fields: ['name'], node_types: ['string'] } }, nodes: [] };
    expect(() => heldBytes(JSON.stringify(strange))).toThrow('expected types and sizes in the snapshot, found none');
  });
});
