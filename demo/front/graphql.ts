import { gon } from './session';

/** The answer of a GraphQL request that is not data: HTTP status and GitLab's messages. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    readonly messages: string[],
  ) {
    super(`Expected data, found ${status}: ${messages.join('; ') || 'no message'}`);
  }
}

/** Sends one document to /api/graphql; throws RequestError when the answer has no data. */
export async function request<Data>(document: string, variables: Record<string, unknown>): Promise<Data> {
  const operationName = /(?:query|mutation)\s+(\w+)/.exec(document)?.[1];
  const answer = await post('/api/graphql', { operationName, query: document, variables });
  const body: { data?: Data | null; errors?: { message: string }[] } = await answer.json().catch(() => ({}));
  const messages = (body.errors ?? []).map(error => error.message);
  if (!answer.ok || !body.data || messages.length > 0) throw new RequestError(answer.status, messages);
  return body.data;
}

/** POST of JSON with the document's CSRF token, as GitLab's front end sends all its requests. */
export function post(path: string, body: unknown): Promise<Response> {
  return fetch(gon.relative_url_root + path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken() },
    body: JSON.stringify(body),
  });
}

/** Markdown as HTML, rendered by the server against the project. */
export async function previewMarkdown(fullPath: string, text: string): Promise<string> {
  const answer = await post(`/${fullPath}/-/preview_markdown?target_type=WorkItem`, { text });
  if (!answer.ok) throw new RequestError(answer.status, ['preview_markdown']);
  const { body }: { body: string } = await answer.json();
  return body;
}

function csrfToken(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? '';
}
