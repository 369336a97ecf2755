import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A browser session: whom it was opened for, and the secret that all CSRF tokens of it are masks of. */
export type Session = { id: string; username: string; secret: Buffer };

const cookieName = '_gitlab_session';

export type Sessions = {
  /** The session that the request's cookie names. */
  of(request: IncomingMessage): Session | undefined;
  /**
   * For a page load: keeps the session when it is that user's, else opens one (or, signed out, ends it).
   * Answers the Set-Cookie header, undefined when the cookie stays as it is.
   */
  load(
    request: IncomingMessage,
    username: string | undefined,
  ): { session: Session | undefined; setCookie: string | undefined };
};

export function createSessions(isSecure = true): Sessions {
  const attributes = `path=/; HttpOnly; ${isSecure ? 'Secure; SameSite=None' : 'SameSite=Lax'}`;
  const sessions = new Map<string, Session>();
  const of = (request: IncomingMessage): Session | undefined => sessions.get(cookie(request) ?? '');
  return {
    of,
    load(request, username) {
      const current = of(request);
      if (current && current.username === username) return { session: current, setCookie: undefined };
      if (username === undefined) {
        if (current) sessions.delete(current.id);
        const setCookie = cookie(request) === undefined ? undefined : `${cookieName}=; Max-Age=0; ${attributes}`;
        return { session: undefined, setCookie };
      }
      const session = { id: randomBytes(16).toString('hex'), username, secret: randomBytes(32) };
      sessions.set(session.id, session);
      return { session, setCookie: `${cookieName}=${session.id}; ${attributes}` };
    },
  };
}

/** A new mask of the session's secret: differs on every page, valid as long as the session. */
export function csrfToken(session: Session | undefined): string {
  const secret = session?.secret ?? randomBytes(32);
  const pad = randomBytes(secret.length);
  return Buffer.concat([pad, xor(pad, secret)]).toString('base64url');
}

export function csrfValid(session: Session | undefined, header: string | string[] | undefined): boolean {
  if (!session || typeof header !== 'string') return false;
  const token = Buffer.from(header, 'base64url');
  if (token.length !== 2 * session.secret.length) return false;
  const half = session.secret.length;
  return timingSafeEqual(xor(token.subarray(0, half), token.subarray(half)), session.secret);
}

function cookie(request: IncomingMessage): string | undefined {
  return new RegExp(`(?:^|;\\s*)${cookieName}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1];
}

function xor(a: Buffer, b: Buffer): Buffer {
  return Buffer.from(a.map((byte, at) => byte ^ (b[at] ?? 0)));
}
