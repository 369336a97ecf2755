import type { User } from '../store';

/** Everybody here is invented. */
export const people = {
  ana: { id: 2, username: 'ana', name: 'Ana Novak', accessLevel: 'DEVELOPER' },
  jonas: { id: 3, username: 'jonas', name: 'Jonas Lind', accessLevel: 'DEVELOPER' },
  tobi: { id: 4, username: 'tobi', name: 'Tobi Adeyemi', accessLevel: 'DEVELOPER' },
  mara: { id: 5, username: 'mara', name: 'Mara Reyes', accessLevel: 'MAINTAINER' },
  simran: { id: 6, username: 'simran', name: 'Simran Kaur', accessLevel: 'DEVELOPER' },
  hana: { id: 7, username: 'hana', name: 'Hana Wang', accessLevel: 'DEVELOPER' },
  priya: { id: 8, username: 'priya', name: 'Priya Nair', accessLevel: 'DEVELOPER' },
  emil: { id: 9, username: 'emil', name: 'Emil Sandberg', accessLevel: 'MAINTAINER' },
  gil: { id: 10, username: 'gil', name: 'Gil Ferreira', accessLevel: 'GUEST' },
  noor: { id: 11, username: 'noor', name: 'Noor Haddad', accessLevel: null },
  bot: { id: 12, username: 'package-bot', name: 'Package Bot', accessLevel: 'DEVELOPER' },
} satisfies Record<string, User>;

export type Person = keyof typeof people;
