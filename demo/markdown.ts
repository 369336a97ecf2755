import MarkdownIt from 'markdown-it';
import type { Label, MergeRequest, Store, User, WorkItem } from './store';
import {
  findMergeRequest,
  findNamespace,
  findUser,
  findWorkItem,
  labelsOf,
  milestonePath,
  textColor,
  webPath,
} from './store';

/** What a reference is read against: names without a path are those of this group or project. */
type Place = { store: Store; fullPath: string };

/**
 * Markdown as GitLab's notes and descriptions show it: HTML is text, a newline in a paragraph stays a newline,
 * `#1`, `!2`, `&3`, `@user`, `%milestone` and `~label` become links when they exist, blocks tell their place in the source.
 */
export function renderMarkdown(store: Store, fullPath: string, text: string): string {
  return markdown.render(text, { store, fullPath } satisfies Place);
}

const markdown = new MarkdownIt({ html: false, linkify: true });
markdown.validateLink = url => /^(https?:|mailto:|[/#?.])/i.test(url) || !/^[\w+.-]*:/.test(url);

/** path#1, path!1, group&1 (with + for the title), @user, %milestone, ~label; names with spaces stand in double quotes. */
const references = new RegExp(
  [
    String.raw`(?<path>[\w.-]+(?:/[\w.-]+)+)?(?<sigil>[#!])(?<iid>\d+)(?<title>\+s?)?`,
    String.raw`(?<group>[\w.-]+(?:/[\w.-]+)*)?&(?<epic>\d+)`,
    String.raw`@(?<user>[\w.-]*\w)`,
    String.raw`%(?:"(?<quotedMilestone>[^"]+)"|(?<milestone>[\w.-]*\w))`,
    String.raw`~(?:"(?<quotedLabel>[^"]+)"|(?<label>[\w?.&-]+(?:::[\w?.&-]+)*))`,
  ]
    .map(pattern => `(?:${pattern})`)
    .join('|'),
  'gu',
);

markdown.core.ruler.push('gitlab_references', state => {
  for (const block of state.tokens) {
    let inLink = 0;
    block.children =
      block.children?.flatMap(token => {
        if (token.type === 'link_open') inLink += 1;
        if (token.type === 'link_close') inLink -= 1;
        if (token.type !== 'text' || inLink > 0) return [token];
        const html = new state.Token('html_inline', '', 0);
        html.content = linkReferences(token.content, state.env as Place);
        return [html];
      }) ?? null;
  }
});

/** `- [ ] text` and `- [x] text` begin with a check box. */
markdown.core.ruler.push('gitlab_tasks', state => {
  state.tokens.forEach((token, at) => {
    const [, mark = ''] = /^\[([ xX])\] /.exec(token.content) ?? [];
    const item = state.tokens[at - 2];
    if (token.type !== 'inline' || mark === '' || item?.type !== 'list_item_open') return;
    item.attrJoin('class', 'task-list-item');
    const box = new state.Token('html_inline', '', 0);
    box.content = `<input type="checkbox" class="task-list-item-checkbox" disabled${mark === ' ' ? '' : ' checked'}>`;
    const [first] = token.children ?? [];
    if (first) first.content = first.content.slice('[ ]'.length);
    token.children?.unshift(box);
  });
});

markdown.core.ruler.push('gitlab_source_position', state => {
  const lines = state.src.split('\n');
  for (const token of state.tokens) {
    if (!token.map || token.nesting < 0 || token.type === 'inline') continue;
    const [start, end] = token.map;
    token.attrSet('data-sourcepos', `${start + 1}:1-${end}:${lines[end - 1]?.length ?? 0}`);
    if (token.nesting === 1 && token.tag !== 'blockquote') token.attrSet('dir', 'auto');
  }
});

markdown.renderer.rules.fence = (tokens, at) => {
  const token = tokens[at];
  const language = escapeHtml(/^[\w+#-]+/.exec(token?.info ?? '')?.[0] ?? 'plaintext');
  const lines = (token?.content ?? '').replace(/\n$/, '').split('\n');
  const code = lines.map(
    (line, i) => `<span id="LC${i + 1}" class="line" lang="${language}">${escapeHtml(line)}</span>`,
  );
  const classes = `code highlight js-syntax-highlight language-${language}`;
  const pre = `<pre data-sourcepos="${token?.attrGet('data-sourcepos') ?? ''}" data-canonical-lang="${language}" class="${classes}" v-pre="true">`;
  return `<div class="gl-relative markdown-code-block js-markdown-code">\n${pre}<code>${code.join('\n')}</code></pre>\n<copy-code></copy-code>\n</div>\n`;
};

function linkReferences(text: string, place: Place): string {
  let html = '';
  let last = 0;
  for (const match of text.matchAll(references)) {
    // A reference begins at a word's edge: `a#1` and `me@host` are none.
    const link = /[\w/]/.test(text[match.index - 1] ?? '') ? undefined : linkOf(match, place);
    if (link === undefined) continue;
    html += escapeHtml(text.slice(last, match.index)) + link;
    last = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(last));
}

function linkOf(match: RegExpExecArray, { store, fullPath }: Place): string | undefined {
  const { path = fullPath, sigil, iid = '', title, ...name } = match.groups ?? {};
  const original = match[0];
  if (sigil === '#') {
    const item = findWorkItem(store, path, iid);
    return item && itemLink(store, item, original, title !== undefined);
  }
  if (sigil === '!') {
    const request = findMergeRequest(store, path, iid);
    return request && itemLink(store, request, original, title !== undefined);
  }
  if (name.epic !== undefined) {
    const nearest = findNamespace(store, fullPath)?.kind === 'group' ? fullPath : fullPath.replace(/\/[^/]*$/, '');
    const epic = findWorkItem(store, name.group ?? nearest, name.epic);
    return epic && itemLink(store, epic, original, false);
  }
  if (name.user !== undefined) {
    const user = findUser(store, name.user);
    return user && userLink(user);
  }
  const milestoneTitle = name.quotedMilestone ?? name.milestone;
  const milestone = store.milestones.find(one => one.title === milestoneTitle);
  if (milestone) {
    const attributes = `data-reference-type="milestone" data-original="${escapeHtml(original)}" title="" class="gfm gfm-milestone has-tooltip"`;
    return `<a href="${milestonePath(milestone)}" ${attributes}>%${escapeHtml(milestone.title)}</a>`;
  }
  const labelTitle = name.quotedLabel ?? name.label;
  const label = labelsOf(store, fullPath).find(one => one.title === labelTitle);
  return label && labelLink(store, label, fullPath, original);
}

function itemLink(store: Store, item: WorkItem | MergeRequest, original: string, withTitle: boolean): string {
  const isItem = 'workItemType' in item;
  const type = isItem ? 'work_item' : 'merge_request';
  const project = findNamespace(store, item.namespace)?.id ?? '';
  const id = isItem ? `data-issue="${item.id}"` : `data-merge-request="${item.id}"`;
  const short = original.replace(/\+s?$/, '');
  const closed = isItem ? item.state === 'CLOSED' : item.state !== 'opened';
  const text = withTitle ? `${item.title} (${short}${closed ? ` - ${item.state.toLowerCase()}` : ''})` : short;
  return (
    `<a href="${webPath(item)}" data-original="${escapeHtml(original)}" data-link="false" data-link-reference="false" ${id} ` +
    `data-project="${project}" data-iid="${item.iid}" data-reference-type="${type}" data-container="body" ` +
    `data-placement="top" title="${escapeHtml(item.title)}" class="gfm gfm-${type} has-tooltip">${escapeHtml(text)}</a>`
  );
}

function userLink(user: User): string {
  const attributes = `data-reference-type="user" data-user="${user.id}" data-container="body" data-placement="top"`;
  return `<a href="/${user.username}" ${attributes} class="gfm gfm-project_member js-user-link" title="${escapeHtml(user.name)}">@${user.username}</a>`;
}

function labelLink(store: Store, label: Label, fullPath: string, original: string): string {
  const at = store.plan === 'free' ? -1 : label.title.lastIndexOf('::');
  const tone = textColor(label.color) === '#FFFFFF' ? 'gl-label-text-light' : 'gl-label-text-dark';
  const style = `--label-background-color: ${label.color}; --label-inset-border: inset 0 0 0 1px ${label.color}`;
  const texts =
    at > 0
      ? `<span class="gl-label-text ${tone}">${escapeHtml(label.title.slice(0, at))}</span><span class="gl-label-text-scoped">${escapeHtml(label.title.slice(at + 2))}</span>`
      : `<span class="gl-label-text ${tone}">${escapeHtml(label.title)}</span>`;
  const link = `class="gl-label-link gl-label-link-underline has-tooltip" href="/${fullPath}/-/issues?label_name=${encodeURIComponent(label.title)}"`;
  return (
    `<span class="gl-label${at > 0 ? ' gl-label-scoped' : ''} gl-label-sm" style="${style}" data-container="body">` +
    `<a ${link} data-original="${escapeHtml(original)}" data-label="${label.id}" data-reference-type="label">${texts}</a></span>`
  );
}

function escapeHtml(text: string): string {
  return markdown.utils.escapeHtml(text);
}
