import { expect, it } from 'vitest';
import { newestNotes, noteIn } from '../../gitlab/notes';

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
])('a comment with %s is read line by line', (_, body, text) => {
  document.body.innerHTML = note('note_7', body);
  expect(noteIn(document.body.firstElementChild ?? document.body)).toEqual({ id: 7, authorId: '3', text });
});

it('the newest come first, whichever order GitLab shows them in', () => {
  document.body.innerHTML = note('note_7', 'a') + note('note_9', 'b') + note('note_8', 'c');
  expect([...newestNotes(document.body, 2)].map(({ id }) => id)).toEqual([9, 8]);
});
