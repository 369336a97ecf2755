// @vitest-environment node
import { expect, test } from 'vitest';
import { seed } from '../../demo/seed';
import { closingMergeRequests, discussionsOf, findWorkItem, webPath } from '../../demo/store';

const now = new Date('2026-03-04T10:00:00Z');
const store = seed(now);
const project = store.workItems.filter(item => item.namespace === 'gitlab-org/gitlab');

test('is the same every time', () => {
  expect(seed(now)).toEqual(store);
});

test('has weights of every kind, closed, hidden and security items, tasks and odd labels', () => {
  expect(project.length).toBeGreaterThanOrEqual(45);
  const weights = new Set(project.map(item => item.weight));
  expect([null, 0, 1, 2, 3, 5, 8, 13].filter(weight => !weights.has(weight))).toEqual([]);
  expect(project.some(item => item.state === 'CLOSED')).toBe(true);
  expect(project.some(item => item.confidential)).toBe(true);
  const titles = new Set(project.flatMap(item => item.labels.map(label => label.title)));
  for (const title of ['security', 'Package:P1', 'package::p1', '<img src=x onerror=alert(1)>', 'docs, API']) {
    expect(titles).toContain(title);
  }
});

test('numbers are given once', () => {
  const notes = [...store.workItems, ...store.mergeRequests].flatMap(item => item.notes.map(note => note.id));
  const ids = (all: { id: number }[]) => all.map(one => String(one.id));
  for (const given of [ids(store.workItems), ids(store.mergeRequests), ids(store.labels), notes]) {
    expect(new Set(given).size).toBe(given.length);
  }
});

test('nothing is younger than now, nothing was changed before it was made', () => {
  for (const item of [...store.workItems, ...store.mergeRequests]) {
    const times = [item.createdAt, ...item.notes.map(note => note.createdAt)];
    expect([webPath(item), times.every(time => time <= now.toISOString())]).toEqual([webPath(item), true]);
    expect([webPath(item), item.updatedAt >= item.createdAt]).toEqual([webPath(item), true]);
  }
});

test('issue 1 is the rich one, issue 4 the bare one', () => {
  const rich = findWorkItem(store, 'gitlab-org/gitlab', '1');
  const bare = findWorkItem(store, 'gitlab-org/gitlab', '4');
  if (!rich || !bare) throw new Error('expected issues 1 and 4');
  expect(rich).toMatchObject({ weight: 2, milestone: { title: '18.9' }, children: [1014, 1023, 1031] });
  expect(rich.notes.filter(note => !note.system).length).toBeGreaterThanOrEqual(30);
  expect(discussionsOf(rich).length).toBeGreaterThan(20);
  expect(closingMergeRequests(store, rich).map(request => request.iid)).toContain('21212');
  expect([bare.weight, bare.labels.length]).toEqual([null, 2]);
});

test('the board has three full lists', () => {
  const [board] = store.boards;
  const counts = board?.lists.map(
    list => project.filter(item => item.state === 'OPEN' && list.label && item.labels.includes(list.label)).length,
  );
  expect(counts?.every(count => count >= 9)).toBe(true);
});

test('has what splitting and contradictions need', () => {
  const withTasks = project.filter(item => /^\s*(?:[-*+]|\d+\.) \[ \] \S/m.test(item.description));
  expect(withTasks.filter(item => item.weight === 5 || item.weight === 8).length).toBeGreaterThanOrEqual(4);
  expect(withTasks.some(item => /```\w*\n- \[ \]/.test(item.description))).toBe(true);
  const doubtful = findWorkItem(store, 'gitlab-org/gitlab', '29');
  expect([doubtful?.weight, doubtful?.notes.filter(note => !note.system).at(-1)?.body]).toEqual([
    1,
    expect.stringContaining('Confidence: 60%'),
  ]);
});
