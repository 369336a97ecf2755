import { parts } from '../../gitlab/anchors';
import { noteIn } from '../../gitlab/notes';
import type { Stage } from '../feature';
import { holds } from './holds';

type Inserted = {
  /** The Markdown that was put into the comment box. */
  readonly markdown: string;
  /** The newest comment's number at that time: older comments are not it. */
  readonly after: number;
  /** GitLab's number of the person who is to post it. */
  readonly userId: string;
  /** GitLab's comment form of the item. */
  readonly form: Element;
};

/** Calls back when the comment with the inserted update appears among the item's comments. */
export function whenPosted(
  stage: Stage,
  { markdown, after, userId, form }: Inserted,
  onPosted: () => void,
  signal: AbortSignal,
): void {
  const notes = form.closest(parts.notes);
  if (!notes) return;
  stage.watch(
    [parts.note],
    element => {
      if (!notes.contains(element)) return;
      const { id, authorId, text } = noteIn(element);
      if (id > after && authorId === userId && holds(text, markdown, false, stage.profile)) onPosted();
    },
    signal,
  );
}
