import type { Profile, StatusField } from '../../profile';
import type { Line } from './lines';

/** What a field of a status comment says. `progress` tells in words what was done, `item` names the issue itself. */
export type Kind = keyof typeof usualNames;

const usualNames = {
  complete: 'complete|completed|completion|% complete|% done',
  confidence: 'confidence|how confident|shipping',
  notes: 'notes|note',
  progress: 'progress|progress & status|current status|achievements',
  concern: 'concern|concerns',
  summary: 'issue status|status|update',
  mrs: 'mrs|mr status|mr statuses|merge requests',
  blockers: 'blockers',
  health: 'health|health status',
  item: 'issue',
};

/** Tells a field by its name: those of the profile with their aliases, and the usual English ones. */
export function fieldKinds(profile: Profile | undefined): (name: string) => Kind | undefined {
  const kinds = new Map<string, Kind>();
  for (const [kind, names] of Object.entries(usualNames) as [Kind, string][])
    for (const name of names.split('|')) kinds.set(name, kind);
  for (const field of profile?.status?.fields ?? []) {
    const kind = kindOf(field);
    if (kind) for (const name of [field.label, ...(field.aliases ?? [])]) kinds.set(name.toLowerCase(), kind);
  }
  return name => {
    const bare = name.slice(0, 101).replace(/[*_`]/g, '').trim().toLowerCase();
    return kinds.get(bare) ?? kinds.get(bare.replace(qualifier, ''));
  };
}

function kindOf({ kind, id }: StatusField): Kind | undefined {
  if (kind === 'labels') return 'concern';
  if (kind === 'merge-requests') return 'mrs';
  return Object.hasOwn(usualNames, id) ? (id as Kind) : undefined;
}

/** `Progress this week`, `Confidence for current milestone`, `Confidence level`, `How confident are you …?`. */
const qualifier = / (?:#|level|today|are you .*|(?:for |in )?(?:the |this )?(?:current )?(?:week|milestone|sprint))$/;

/** A field's name with what stands behind it. */
export type Named = {
  readonly name: string;
  readonly value: string;
  /** How the name is written. Fields of one comment look alike, which tells an unknown field from notes. */
  readonly style: string;
};

/** Splits `name: value`; a heading, a bold line and a question are names without a value. */
export function namedIn({ body, mark }: Line): Named | undefined {
  const bold = /^(?:\*\*|__)/.exec(body)?.[0] ?? '';
  // The two marks around the name, of which one may stand behind the colon.
  const plain = body.replace(bold, '').replace(bold, '');
  const colon = plain.slice(0, 101).search(/[:：](?!\/\/)/);
  if (colon < 0 && mark !== '#' && !(bold && body.endsWith(bold)) && !body.endsWith('?')) return undefined;
  const value = colon < 0 ? '' : plain.slice(colon + 1).trim();
  const name = plain.slice(0, colon < 0 ? 101 : colon).trim();
  return { name, value, style: mark + bold + (value && '=') };
}

/** Whether a name that is no field's looks like one: a few words, and a capital where nothing else sets it off. */
export function looksLikeField({ name, style }: Named): boolean {
  return name.length <= 60 && name.split(' ').length <= 5 && (style.length > 1 || /^\p{Lu}/u.test(name));
}
