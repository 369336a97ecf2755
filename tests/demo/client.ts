import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import type { Demo } from '../../demo/server';

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

type Sent = { method?: string; headers?: Record<string, string>; body?: unknown };

/** One browser: keeps the cookie, knows the token of the page it loaded last. */
export class Browser {
  cookie = '';
  token = '';

  constructor(private readonly demo: Demo) {}

  async load(path = '/gitlab-org/gitlab/-/issues/1'): Promise<Answer> {
    const answer = await this.send(path);
    this.token = /<meta name="csrf-token" content="([^"]*)"/.exec(answer.text)?.[1] ?? '';
    return answer;
  }

  /** GraphQL; with the page's token unless told otherwise. */
  async graphql(query: string, variables: object = {}, token = this.token) {
    const answer = await this.send('/api/graphql', {
      method: 'POST',
      headers: token ? { 'x-csrf-token': token } : {},
      body: { query, variables },
    });
    return { status: answer.status, ...JSON.parse(answer.text) };
  }

  /** A JSON answer of REST; writes carry the page's token. */
  async rest(path: string, { method = 'GET', ...sent }: Sent = {}) {
    const headers = method === 'GET' ? {} : { 'x-csrf-token': this.token };
    const answer = await this.send(`/api/v4${path}`, { method, ...sent, headers: { ...headers, ...sent.headers } });
    return { ...answer, json: JSON.parse(answer.text) };
  }

  send(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: this.demo.port,
          path,
          method,
          rejectUnauthorized: false,
          headers: {
            host: 'gitlab.com',
            ...(this.cookie ? { cookie: this.cookie } : {}),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
        },
        incoming => {
          this.remember(incoming.headers['set-cookie']);
          let text = '';
          incoming.setEncoding('utf8');
          incoming.on('data', (chunk: string) => {
            text += chunk;
          });
          incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }));
          incoming.on('error', reject);
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  private remember(setCookie: string[] | undefined): void {
    for (const line of setCookie ?? []) this.cookie = line.includes('Max-Age=0') ? '' : (line.split(';')[0] ?? '');
  }
}
