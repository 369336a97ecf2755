import type { IncomingMessage, ServerResponse } from 'node:http';

export type FailRule = {
  /** A GraphQL operation's name, or the beginning of a path (with `/` in front). */
  match: string;
  /** Fails that many requests and then no more; without it every one until taken back. */
  times?: number;
  with:
    | 401
    | 403
    | 404
    | 409
    | 422
    | 429
    | 500
    | 502
    | 'slow'
    | 'cut'
    | 'malformed'
    | 'graphql-errors'
    /** The usual answer, and an error of one of its fields beside the data. */
    | 'graphql-errors-with-data'
    | 'sign-in-redirect';
  /** Seconds in the Retry-After header of a 429. */
  retryAfter?: number;
  /** Milliseconds that `slow` waits before it answers as usual; default 30,000. */
  delay?: number;
};

type Answer = { status: number; headers: Record<string, string>; body: string };

/** The rules in force. A rule's `times` counts down in place. */
export type Faults = {
  add(rule: FailRule): () => void;
  /** The first rule in force for the request, counted as used. */
  take(path: string, operations: string[]): FailRule | undefined;
  clear(): void;
};

export function createFaults(): Faults {
  let rules: { rule: FailRule; left: number }[] = [];
  return {
    add(rule) {
      const entry = { rule, left: rule.times ?? Number.POSITIVE_INFINITY };
      rules.push(entry);
      return () => {
        rules = rules.filter(one => one !== entry);
      };
    },
    take(path, operations) {
      const entry = rules.find(
        ({ rule, left }) =>
          left > 0 && (rule.match.startsWith('/') ? path.startsWith(rule.match) : operations.includes(rule.match)),
      );
      if (entry) entry.left -= 1;
      return entry?.rule;
    },
    clear() {
      rules = [];
    },
  };
}

/** Fails the request as GitLab, its proxy or the network would. True when it was answered (or cut) here. */
export async function fail(rule: FailRule, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (rule.with === 'malformed') {
    changeBody(response, firstHalf);
    return false;
  }
  if (rule.with === 'graphql-errors-with-data') {
    changeBody(response, addError);
    return false;
  }
  if (rule.with === 'slow') {
    await pause(rule.delay ?? 30_000, response);
    return response.destroyed;
  }
  if (rule.with === 'cut') {
    request.socket.destroy();
    return true;
  }
  const { status, headers, body } = answerOf(rule, new URL(request.url ?? '/', 'https://gitlab.com').pathname);
  response.writeHead(status, headers).end(body);
  return true;
}

function answerOf(rule: FailRule, path: string): Answer {
  const { with: kind, retryAfter } = rule;
  if (kind === 'sign-in-redirect') {
    return {
      status: 302,
      headers: { location: '/users/sign_in', 'content-type': 'text/html; charset=utf-8' },
      body: '',
    };
  }
  if (kind === 'graphql-errors') {
    return json(200, { errors: [{ message: 'Internal server error' }], data: null });
  }
  if (kind === 429) {
    return {
      status: 429,
      headers: {
        'content-type': 'text/plain',
        'ratelimit-name': 'throttle_authenticated_web',
        'ratelimit-limit': '1000',
        'ratelimit-observed': '1001',
        'ratelimit-remaining': '0',
        ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
      },
      body: 'Retry later\n',
    };
  }
  if (typeof kind !== 'number') throw new Error(`expected a fault that is an answer, found ${kind}`);
  if (kind === 502 || !path.startsWith('/api/')) return { status: kind, headers: html, body: errorPage(kind) };
  if (path === '/api/graphql') return json(kind, { errors: [{ message: graphqlMessages[kind] ?? reasons[kind] }] });
  return json(kind, { message: `${kind} ${reasons[kind]}` });
}

const html = { 'content-type': 'text/html; charset=utf-8' };

const reasons: Record<number, string> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Unprocessable Entity',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
};

const graphqlMessages: Record<number, string> = {
  401: 'Invalid token',
  403: 'API not accessible for user',
  422: "Can't verify CSRF token authenticity.",
  500: 'Internal server error',
};

/** The page that the web server in front of GitLab shows when GitLab itself does not answer. */
export function errorPage(status: number): string {
  const reason = reasons[status] ?? 'Error';
  return `<!DOCTYPE html>\n<html>\n<head><title>${reason} (${status})</title></head>\n<body>\n<h1>${status}</h1>\n<h3>${reason}.</h3>\n</body>\n</html>\n`;
}

function json(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}

/** Lets the usual answer come, but with another text. */
function changeBody(response: ServerResponse, change: (body: string) => string): void {
  const end = response.end.bind(response) as (body?: unknown) => ServerResponse;
  response.end = ((body?: unknown) => end(typeof body === 'string' ? change(body) : body)) as typeof response.end;
}

function firstHalf(body: string): string {
  return body.slice(0, Math.ceil(body.length / 2));
}

/** GitLab answers so when one field's resolver fails: the field is null, the others are there. */
function addError(body: string): string {
  const answer = JSON.parse(body) as { data: Record<string, unknown> };
  return JSON.stringify({ ...answer, errors: [{ message: 'Internal server error', path: Object.keys(answer.data) }] });
}

/** Ends early when the client has gone or the server closes. */
function pause(milliseconds: number, response: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
