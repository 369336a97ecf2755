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

export function send(response: ServerResponse, status: number, body: string, type: string): void {
  const caching = type.startsWith('application/json') ? 'max-age=0, private, must-revalidate' : 'no-store';
  response.writeHead(status, { 'content-type': type, 'cache-control': caching }).end(body);
}

export function sendHtml(response: ServerResponse, status: number, html = errorPage(status)): void {
  send(response, status, html, 'text/html; charset=utf-8');
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, JSON.stringify(body), 'application/json; charset=utf-8');
}
