import { expect, it } from 'vitest';
import { commentIn, noteIn, notesIn } from '../../gitlab/notes';

const note = (id: string, body: string) =>
  `<li id="${id}" class="note note-comment"><a class="author-name-link" data-user-id="3">Jonas</a><div class="note-text md">${body}</div></li>`;

it.each([
  ['hard breaks', '<p>Complete: 80%<br>\nConfidence: 90%</p>', 'Complete: 80%\nConfidence: 90%'],
  ['hard breaks without a newline', '<p>Complete: 80%<br>Confidence: 90%</p>', 'Complete: 80%\nConfidence: 90%'],
  ['paragraphs', '<p>one</p><p>two</p>', 'one\ntwo'],
  [
    'references and labels',
    '<p>see <a href="#">!1</a> <span class="gl-label"><span>backend</span></span></p>',
    'see !1 backend',
  ],
  [
    'references as GitLab shows them',
    `<p><a data-original="!1" data-link="false">!1 (merged)</a> <span class="gl-label"><a data-original="~backend"><span>backend</span></a></span>
      <a data-original="#2" data-link="true">the issue</a></p>`,
    '!1 ~backend\n      the issue',
  ],
  [
    'a heading and bold names',
    '<h2>Update</h2>\n<p><strong>Blockers:</strong> none</p>',
    '# Update\n**Blockers:** none',
  ],
  [
    'task items with their menu',
    `<ul class="task-list"><li class="task-list-item"><svg></svg><input type="checkbox" checked> On track
      <div class="gl-disclosure-dropdown task-list-item-actions-wrapper"><button>Task actions</button></div></li>
      <li class="task-list-item"><input type="checkbox"> At risk</li></ul>`,
    '- [x]  On track\n- [ ]  At risk',
  ],
  [
    'a list in a list',
    '<ul>\n<li>\n<p>How sure?</p>\n<ul>\n<li>very</li>\n</ul>\n</li>\n</ul>',
    '- How sure?\n    - very',
  ],
  [
    'a table',
    '<table><thead>\n<tr>\n<th>Issue</th>\n<th>Weight</th>\n</tr>\n</thead><tbody><tr><td>#1</td><td>2</td></tr></tbody></table>',
    '|Issue|Weight|\n|-|-|\n|#1|2|',
  ],
  ['a quote and code', '<blockquote><p>a</p><p>b</p></blockquote><pre><code>c</code></pre>', '> a\n> b\n```\nc\n```'],
])('a comment with %s is read line by line', (_, body, text) => {
  document.body.innerHTML = note('note_7', body);
  expect(noteIn(document.body.firstElementChild ?? document.body)).toEqual({ id: 7, authorId: '3', text });
});

it('a comment that is being edited has no text to read', () => {
  document.body.innerHTML = `${note('note_7', 'a')}<li id="note_9" class="note note-comment"><form></form></li>`;
  expect([...notesIn(document.body).keys()]).toEqual([7]);
});

it('a comment is read with its author and time', () => {
  document.body.innerHTML = `<li id="note_7" class="note note-comment internal-note">
    <a class="author-name-link" data-user-id="3" data-username="jonas"> Jonas Lind </a>
    <a class="note-timestamp" href="#note_7"><time datetime="2026-11-18T09:00:00Z">3 days ago</time></a>
    <div class="note-text md"><p>Complete: 80%</p></div></li>`;
  expect(commentIn(document.body.firstElementChild ?? document.body)).toEqual({
    id: 7,
    href: '#note_7',
    at: '2026-11-18T09:00:00Z',
    author: { id: '3', username: 'jonas', name: 'Jonas Lind' },
    isByBot: false,
    isInternal: true,
    isEdited: false,
    text: 'Complete: 80%',
  });
});
