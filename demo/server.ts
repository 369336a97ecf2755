import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { makeCertificate } from './certificate';
import { createFaults, type FailRule, fail } from './faults';
import { frontAssets } from './front/bundle';
import { answerCall, readCall } from './graphql/endpoint';
import { operationOf } from './graphql/execute';
import { caching, fieldsOf, readBody, send, sendHtml, sendJson } from './http';
import { addLargeProject } from './large';
import { renderMarkdown } from './markdown';
import { pageFor } from './pages';
import { rest } from './rest';
import { seed } from './seed';
import { createSessions, csrfToken, csrfValid } from './session';
import { findNamespace, findUser, type Role, type Store, type Viewer } from './store';
import { writeNote } from './write-note';

export type DemoOptions = {
  /** Default: any free one. */
  port?: number;
  /** Milliseconds added to every answer but pages and assets, default 60. */
  latency?: number;
  /** The moment that the content's ages are counted from; default the current time. */
  now?: Date;
  /** With `large` also the project gitlab-org/large; a page lists up to 2,000 issues, a list of a board 100 cards. */
  size?: 'usual' | 'large';
  /** The relative URL root, `/gitlab`: everything is under it, and beside it a page that is none of GitLab's. */
  root?: string;
  /** Default https. */
  scheme?: 'http' | 'https';
  /**
   * The page's panels have no round corners. Without a graphics card Chromium (156) cuts what scrolls in them anew in
   * every frame, which takes 20 times as long as drawing it.
   */
  squarePanels?: boolean;
};

export type Demo = {
  port: number;
  /** Base64 SHA-256 of the certificate's public key, for --ignore-certificate-errors-spki-list. */
  spki: string;
  /** Live: change it and the next answer shows it. */
  store: Store;
  latency: number;
  /** Who the next page load is signed in as; undefined = signed out. */
  user: string | undefined;
  /** A guest has no edit buttons and may not set a weight. */
  role: Role;
  /** Every request except assets, oldest first. */
  requests: RecordedRequest[];
  /** Makes matching requests fail until the returned function is called. */
  fail(rule: FailRule): () => void;
  /** Puts back content, faults, requests, user, role and latency; sessions stay. */
  reset(): void;
  close(): Promise<void>;
};

export type RecordedRequest = {
  method: string;
  /** With query. */
  path: string;
  /** Name of the GraphQL operation. */
  operation: string | undefined;
  variables: Record<string, unknown> | undefined;
  headers: IncomingMessage['headers'];
  body: string;
  /** 0 until answered, and for ever when the connection was cut. */
  readonly status: number;
};

export type { FailRule } from './faults';
export type { Store } from './store';

/** GitLab.com's policy without its vendors. */
const contentSecurityPolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: http: https:; font-src 'self'; connect-src 'self'; worker-src 'self' blob: data:; object-src 'none'";

/** What stands beside a GitLab that has a root of its own. */
const neighbour = '<!doctype html><html lang="en"><title>Wiki</title><h1>Wiki</h1></html>';

/** Starts the demo GitLab on 127.0.0.1, over HTTPS with a certificate made now for gitlab.com. */
export async function startDemo({
  port = 0,
  latency = 60,
  now,
  size,
  root = '',
  scheme = 'https',
  squarePanels = false,
}: DemoOptions = {}): Promise<Demo> {
  const [{ key, cert, spki }, assets] = await Promise.all([makeCertificate(), frontAssets()]);
  const css = squarePanels ? `${assets.css}\n.paneled-view { border-radius: 0; }` : assets.css;
  const faults = createFaults();
  const sessions = createSessions(scheme === 'https');
  const content = (): Store => {
    const store = seed(now);
    if (size !== 'large') return store;
    addLargeProject(store);
    return Object.assign(store, { largestPage: 2000, boardPageSize: 100 });
  };
  const demo: Demo = {
    port: 0,
    spki,
    store: content(),
    latency,
    user: 'ana',
    role: 'developer',
    requests: [],
    fail: faults.add,
    reset() {
      faults.clear();
      demo.requests.length = 0;
      Object.assign(demo.store, content());
      Object.assign(demo, { latency, user: 'ana', role: 'developer' });
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  const listener = (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch((error: unknown) => {
      if (response.destroyed) return;
      console.error(error);
      if (!response.headersSent) sendHtml(response, 500);
    });
  };
  const server = scheme === 'https' ? createHttpsServer({ key, cert }, listener) : createHttpServer(listener);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = request;
    const url = new URL(request.url ?? '/', `${scheme}://${headers.host ?? 'gitlab.com'}`);
    if (!url.pathname.startsWith(`${root}/`)) return sendHtml(response, 200, neighbour);
    url.pathname = url.pathname.slice(root.length);
    const path = url.pathname;
    if (path === '/assets/demo.js')
      return send(response, 200, assets.js, 'text/javascript; charset=utf-8', caching.asset);
    if (path === '/assets/demo.css') return send(response, 200, css, 'text/css; charset=utf-8', caching.asset);
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const body = await readBody(request);
    const call = path === '/api/graphql' ? readCall(method, url.searchParams, body) : undefined;
    const operations = call?.documents.map(one => operationOf(one)?.name?.value ?? '') ?? [];
    demo.requests.push({
      method,
      path: path + url.search,
      operation: operations[0] || undefined,
      variables: call?.documents[0]?.variables ?? undefined,
      headers,
      body,
      get status() {
        return response.headersSent ? response.statusCode : 0;
      },
    });
    const rule = faults.take(path + url.search, operations);
    if (rule && (await fail(rule, request, response))) return;

    const isPage = method !== 'POST' && !path.startsWith('/api/');
    if (!isPage) await pause(demo.latency);
    if (path === '/api/graphql') {
      const context = {
        store: demo.store,
        viewer: viewerOf(request),
        origin: url.origin + root,
        askedForRelated: new Set<number>(),
      };
      const answer = await answerCall(context, call, tokenIsValid(request));
      sendJson(response, answer.status, underRoot(answer.body));
    } else if (path.startsWith('/api/v4/')) restApi(request, response, url, body);
    else if (method === 'POST' && path.endsWith('/-/preview_markdown')) previewMarkdown(request, response, url, body);
    else if (method === 'POST' && path.endsWith('/notes')) createNote(request, response, url, body);
    else page(request, response, url);
  }

  function tokenIsValid(request: IncomingMessage): boolean {
    return csrfValid(sessions.of(request), request.headers['x-csrf-token']);
  }

  function viewerOf(request: IncomingMessage): Viewer {
    const session = sessions.of(request);
    return { user: session && findUser(demo.store, session.username), role: demo.role };
  }

  /** A write without a valid token counts as nobody's. */
  function restApi(request: IncomingMessage, response: ServerResponse, url: URL, body: string): void {
    const { method = 'GET' } = request;
    const trusted = method === 'GET' || method === 'HEAD' || tokenIsValid(request);
    const { status, headers, text, entity } = rest({
      method,
      path: url.pathname.slice('/api/v4'.length),
      query: url.searchParams,
      body: fieldsOf(body),
      viewer: trusted ? viewerOf(request) : { user: undefined, role: demo.role },
      store: demo.store,
      origin: url.origin + root,
    });
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
    if (text === undefined) sendJson(response, status, entity);
    else send(response, status, text, 'text/plain; charset=utf-8');
  }

  /** What GitLab's rich-text editor asks for; a page's route, not an API, so it always wants the token. */
  function previewMarkdown(request: IncomingMessage, response: ServerResponse, url: URL, body: string): void {
    const fullPath = url.pathname.slice(1).replace(/^groups\/|\/-\/preview_markdown$/g, '');
    if (!tokenIsValid(request)) sendHtml(response, 422);
    else if (!findNamespace(demo.store, fullPath)) sendHtml(response, 404);
    else {
      const html = renderMarkdown(demo.store, fullPath, String(fieldsOf(body).text ?? ''));
      sendJson(response, 200, { body: html, references: { users: [], commands: '' } });
    }
  }

  /** What the comment form of a merge request, or of an old issue page, sends (`note.note`); a page's route, so it wants the token. */
  function createNote(request: IncomingMessage, response: ServerResponse, url: URL, body: string): void {
    const all = url.searchParams.get('target_type') === 'issue' ? demo.store.workItems : demo.store.mergeRequests;
    const item = all.find(one => String(one.id) === url.searchParams.get('target_id'));
    const viewer = viewerOf(request);
    const { note } = fieldsOf(body);
    const text = typeof note === 'object' && note !== null && 'note' in note ? String(note.note) : '';
    if (!tokenIsValid(request)) sendHtml(response, 422);
    else if (!item || !viewer.user) sendHtml(response, 404);
    else {
      const { errors } = writeNote(demo.store, item, viewer, { body: text });
      sendJson(response, errors.length > 0 ? 422 : 200, { valid: errors.length === 0, errors: errors.join(', ') });
    }
  }

  function page(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const { session, setCookie } = sessions.load(request, demo.user);
    const { store, role } = demo;
    const user = session && findUser(store, session.username);
    const origin = url.origin + root;
    const found = pageFor(url, { store, user, role, csrfToken: csrfToken(session), theme: store.theme, origin, root });
    if (setCookie) response.setHeader('set-cookie', setCookie);
    response.setHeader('content-security-policy', contentSecurityPolicy);
    // The pages are written as without a root: every absolute path in an attribute moves under it.
    const html = found?.html.replaceAll(/(\s[\w-]+=")\/(?!\/)/g, `$1${root}/`);
    sendHtml(response, found?.status ?? 404, html, user ? caching.signedIn : caching.anyone);
  }

  /** Paths in an answer, as GitLab gives them. */
  function underRoot(body: unknown): unknown {
    if (root === '') return body;
    const moved = (key: string, value: unknown) => (/^webPath$/.test(key) ? root + String(value) : value);
    return JSON.parse(JSON.stringify(body, moved));
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`expected a port, found ${address}`);
  demo.port = address.port;
  return demo;
}
