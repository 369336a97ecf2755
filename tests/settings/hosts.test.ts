import { describe, expect, it } from 'vitest';
import { addressOf, patternOf, sitesIn } from '../../settings/hosts';

describe('the permission for a site', () => {
  it.each([
    ['https://git.example.org/group/project/-/issues/1', 'https://git.example.org/*', 'https://git.example.org/*'],
    ['http://git.example.org:8929/gitlab', 'http://git.example.org:8929/*', 'http://git.example.org/*'],
    ['https://git.example.org:443/', 'https://git.example.org/*', 'https://git.example.org/*'],
    ['http://[::1]:3000/', 'http://[::1]:3000/*', 'http://[::1]/*'],
    ['http://192.168.1.7', 'http://192.168.1.7/*', 'http://192.168.1.7/*'],
  ])('of %s is for it alone', (address, withPort, withoutPort) => {
    expect(patternOf(new URL(address), true)).toBe(withPort);
    expect(patternOf(new URL(address), false)).toBe(withoutPort);
  });
});

describe('the sites among permissions', () => {
  it('are those of one host, without gitlab.com', () => {
    const given = [
      'https://gitlab.com/*',
      'https://b.example/*',
      'http://a.example:81/*',
      '*://*/*',
      'https://*.b.example/*',
    ];
    expect(sitesIn(given)).toEqual(['http://a.example:81/*', 'https://b.example/*']);
  });
});

describe('an address that somebody types', () => {
  it.each([
    ['git.example.org', 'https://git.example.org/'],
    [' http://git.example.org:81/gitlab ', 'http://git.example.org:81/gitlab'],
    ['localhost:3000', 'https://localhost:3000/'],
  ])('%s is %s', (typed, address) => {
    expect(addressOf(typed)?.href).toBe(address);
  });

  it.each(['', 'our gitlab', 'ftp://git.example.org', 'https://', 'https://*/', 'javascript:alert(1)'])(
    '%s is none',
    typed => {
      expect(addressOf(typed)).toBeUndefined();
    },
  );
});
