import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorPage } from './faults';

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Fields of a JSON object or a form; anything else has none. */
export function fieldsOf(body: string): Record<string, unknown> {
  if (body === '') return {};
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return Object.fromEntries(new URLSearchParams(body));
  }
}

/**
 * GitLab's, for everybody; what a signed-in person sees is not kept by the browser, not for the way back either. Scripts
 * and styles are kept, here not for long: their names do not change with what is in them.
 */
export const caching = {
  anyone: 'max-age=0, private, must-revalidate',
  signedIn: 'no-store',
  asset: 'public, max-age=600',
};

export function send(response: ServerResponse, status: number, body: string, type: string, cache?: string): void {
  const usual = type.startsWith('application/json') ? caching.anyone : caching.signedIn;
  response.writeHead(status, { 'content-type': type, 'cache-control': cache ?? usual }).end(body);
}

export function sendHtml(response: ServerResponse, status: number, html = errorPage(status), cache?: string): void {
  send(response, status, html, 'text/html; charset=utf-8', cache);
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, JSON.stringify(body), 'application/json; charset=utf-8');
}
