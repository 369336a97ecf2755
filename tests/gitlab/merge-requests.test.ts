import { describe, expect, it } from 'vitest';
import { mergeRequestsIn } from '../../gitlab/merge-requests';

/** A Development section of 18.9 with one merge request. */
function section(title: string, badge = 'success'): Element {
  const element = document.createElement('section');
  element.innerHTML = `<ul><li>
    <div class="item-title"><a></a></div> <span class="gl-badge badge-${badge}"></span>
    <span data-testid="mr-reference" title="group/project!7">!7</span>
  </li></ul>`;
  const link = element.querySelector('a');
  if (link) link.textContent = ` ${title} `;
  return element;
}

describe('a merge request of the Development section', () => {
  it('is what the section says of it', () => {
    const one = { path: 'group/project', iid: '7', title: 'Add a table', isDraft: false };
    expect(mergeRequestsIn(section('Add a table'))).toEqual([{ ...one, state: 'opened' }]);
    expect(mergeRequestsIn(section('Add a table', 'info'))).toEqual([{ ...one, state: 'merged' }]);
    expect(mergeRequestsIn(section('Add a table', 'danger'))).toEqual([{ ...one, state: 'closed' }]);
  });

  it.each([
    ['Draft: Add a table', true],
    ['draft:Add a table', true],
    ['[Draft] Add a table', true],
    ['(DRAFT) Add a table', true],
    ['Draft - Add a table', false],
    ['Drafts: add a table', false],
    ['Add a table [Draft]', false],
    ['Draft Add a table', false],
  ])('%s: draft %s', (title, isDraft) => {
    expect(mergeRequestsIn(section(title))[0]?.isDraft).toBe(isDraft);
  });
});
