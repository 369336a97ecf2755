import type { Profile, Scale, Status } from '../../handbook/profile';
import { shippedProfiles } from '../../handbook/shipped';

/** A shipped profile by its id. */
export function shipped(id: string): Profile {
  const profile = shippedProfiles.find(one => one.id === id);
  if (!profile) throw new Error(`expected a shipped profile ${id}`);
  return profile;
}

export function scaleOf(id: string): Scale {
  const { scale } = shipped(id);
  if (!scale) throw new Error(`expected ${id} to have a scale`);
  return scale;
}

export function statusOf(id: string): Status {
  const { status } = shipped(id);
  if (!status) throw new Error(`expected ${id} to have a status comment`);
  return status;
}
