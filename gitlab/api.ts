import type { Instance } from './instance';

/** Why GitLab did not answer as hoped. */
export type GitLabErrorKind =
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  /** The document names what this version or edition of GitLab does not have. */
  | 'unsupported'
  | 'rate-limited'
  | 'server'
  | 'offline'
  | 'timed-out'
  | 'malformed';

/** Every failure of a request. The message is for people. */
export class GitLabError extends Error {
  override readonly name = 'GitLabError';
  constructor(
    readonly kind: GitLabErrorKind,
    message: string,
    /** With `rate-limited`: the seconds to wait, when GitLab says so. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** Makes of an answer what it is to be, or throws: a schema of zod, or a reader by hand where a script does without zod. */
export type Shape<Answer> = { parse(answer: unknown): Answer };

/** Milliseconds after which a request of ours ends. */
const limit = 10_000;

/**
 * Sends a GraphQL document with the page's own session and checks the answer.
 *
 * A mutation carries the CSRF token of the page's head; a query does without, because the token would count it
 * against the smaller limit of page visits (contract 4.4).
 *
 * @throws GitLabError in every case of failure, an aborted signal excepted, which rejects with its own reason.
 */
export async function graphql<Answer>(
  instance: Instance,
  document: string,
  variables: Readonly<Record<string, unknown>>,
  shape: Shape<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (/^\s*mutation\b/.test(document)) headers['X-CSRF-Token'] = csrfToken();
  const { body: answer } = await send(
    `${instance.origin}${instance.root}/api/graphql`,
    { method: 'POST', headers, body: JSON.stringify({ query: document, variables }) },
    signal,
  );
  if (!isRecord(answer)) throw malformed();
  const { data, errors } = answer;
  const isAnswered = errors === undefined || (Array.isArray(errors) && errors.length === 0);
  if (!isAnswered) {
    const [message] = messagesOf(errors);
    throw message === undefined ? malformed() : errorOfMessage(message);
  }
  return checked(shape, data);
}

/**
 * Sends a REST request with the page's own session and checks the answer. The CSRF token goes with writes only.
 *
 * @param path Below `/api/v4`, its parts encoded: `/projects/gitlab-org%2Fgitlab/issues/1`.
 * @throws GitLabError as `graphql` does.
 */
export async function rest<Answer>(
  instance: Instance,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body: Readonly<Record<string, unknown>> | undefined,
  shape: Shape<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  return checked(shape, (await sendRest(instance, method, path, body, signal)).body);
}

/**
 * Reads a page of a list.
 *
 * @param path As of `rest`.
 * @returns With the number of the next page, when there is one. Only GitLab's header says so: what the person may not see
 *   is taken away after the pages were cut, so a full one may hold fewer (contract 5.10).
 * @throws GitLabError as `graphql` does.
 */
export async function restPage<Answer>(
  instance: Instance,
  path: string,
  shape: Shape<Answer>,
  signal: AbortSignal,
): Promise<{ readonly answer: Answer; readonly next: number | undefined }> {
  const { body, headers } = await sendRest(instance, 'GET', path, undefined, signal);
  return { answer: checked(shape, body), next: Number(headers.get('X-Next-Page')) || undefined };
}

function sendRest(
  instance: Instance,
  method: string,
  path: string,
  body: Readonly<Record<string, unknown>> | undefined,
  signal: AbortSignal,
): Promise<Answered> {
  const init: RequestInit = { method };
  if (method !== 'GET') init.headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken() };
  if (body) init.body = JSON.stringify(body);
  return send(`${instance.origin}${instance.root}/api/v4${path}`, init, signal);
}

function checked<Answer>(shape: Shape<Answer>, data: unknown): Answer {
  try {
    return shape.parse(data);
  } catch {
    throw malformed();
  }
}

function isRecord(one: unknown): one is Readonly<Record<string, unknown>> {
  return typeof one === 'object' && one !== null;
}

/** The sentences of GitLab's list of errors. */
function messagesOf(errors: unknown): string[] {
  if (!Array.isArray(errors)) return [];
  return errors.map(error => (isRecord(error) ? error.message : undefined)).filter(one => typeof one === 'string');
}

type Answered = { readonly body: unknown; readonly headers: Headers };

async function send(address: string, init: RequestInit, signal: AbortSignal): Promise<Answered> {
  let response: Response;
  let body: string;
  const timeout = AbortSignal.timeout(limit);
  try {
    response = await fetch(address, {
      ...init,
      credentials: 'same-origin',
      signal: AbortSignal.any([signal, timeout]),
    });
    body = await response.text();
  } catch {
    signal.throwIfAborted();
    if (timeout.aborted) throw new GitLabError('timed-out', 'GitLab did not answer within 10 seconds.');
    throw new GitLabError('offline', 'GitLab could not be reached.');
  }
  // Signed out in another tab, GitLab may answer with its sign-in page, which other methods than GET do not find.
  if (response.redirected && /\/users\/sign_in/.test(response.url)) throw signedOut();
  if (!response.ok) throw errorOfStatus(response, body);
  try {
    return { body: JSON.parse(body), headers: response.headers };
  } catch {
    throw malformed();
  }
}

function errorOfStatus({ status, headers }: Response, body: string): GitLabError {
  switch (status) {
    case 401:
      return signedOut();
    case 403:
      return new GitLabError('forbidden', 'You may not do this.');
    case 404:
      return new GitLabError('not-found', 'GitLab does not find this item.');
    case 409:
      return new GitLabError('conflict', 'Somebody else changed this at the same time.');
    case 429: {
      const seconds = Number(headers.get('Retry-After') ?? Number.NaN);
      return rateLimited(Number.isFinite(seconds) ? seconds : undefined);
    }
    case 400:
    case 422:
      return new GitLabError('invalid', `GitLab did not accept this${detail(body)}.`);
    default:
      return new GitLabError('server', `GitLab has a problem (status ${status}).`);
  }
}

/** The words of GitLab's GraphQL library for a field, type, argument or enum value that a server does not have. */
const unknownName =
  /doesn't exist on type|^No such type|doesn't accept argument|isn't a defined input type|^Argument '.*has an invalid value/;

/** GraphQL reports some refusals with status 200 and a sentence only (contract 4.3, 4.4). */
function errorOfMessage(message: string): GitLabError {
  if (/requested too many times/i.test(message)) return rateLimited(undefined);
  if (/does not exist or you don't have permission/i.test(message)) {
    return new GitLabError('not-found', 'GitLab does not find this item, or you may not see it.');
  }
  if (/^internal server error$/i.test(message)) return new GitLabError('server', 'GitLab has a problem.');
  if (unknownName.test(message)) return new GitLabError('unsupported', 'This version of GitLab does not offer that.');
  return new GitLabError('invalid', `GitLab did not accept this: ${message.slice(0, 200)}`);
}

function detail(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    const [message] = messagesOf(isRecord(parsed) ? parsed.errors : undefined);
    return message === undefined ? '' : `: ${message.slice(0, 200).replace(/\.$/, '')}`;
  } catch {
    return '';
  }
}

function signedOut(): GitLabError {
  return new GitLabError('signed-out', 'You are signed out.');
}

function malformed(): GitLabError {
  return new GitLabError('malformed', 'GitLab gave an answer that Handrail does not understand.');
}

function rateLimited(seconds: number | undefined): GitLabError {
  const wait =
    seconds === undefined ? 'It can be tried again in a minute.' : `It can be tried again in ${seconds} seconds.`;
  return new GitLabError('rate-limited', `GitLab is limiting requests. ${wait}`, seconds);
}

function csrfToken(): string {
  return document.querySelector('meta[name="csrf-token"]')?.getAttribute('content') ?? '';
}
