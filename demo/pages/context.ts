import type { Role, Store, User } from '../store';

/** Who asks for a page, and what of the session stands in it. */
export type PageContext = {
  store: Store;
  user: User | undefined;
  role: Role;
  csrfToken: string;
  theme: 'light' | 'dark' | 'system';
  /** How the browser addresses this GitLab, its root included: `https://gitlab.com`. */
  origin: string;
  root: string;
};
