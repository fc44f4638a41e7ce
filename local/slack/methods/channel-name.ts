import { refuse } from '../errors.ts';
import type { Sim } from '../sim.ts';

const LONGEST = 80;

/** A name that Slack takes for a channel: small letters of any script, digits, `-` and `_`, free, at most 80. */
export function channelName({ workspace }: Sim, name: string): string {
  if (name.trim() === '') refuse('invalid_name_required');
  if (Array.from(name).length > LONGEST) refuse('invalid_name_maxlength');
  if (/^[-_]+$/.test(name)) refuse('invalid_name_punctuation');
  if (!/^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_-]+$/u.test(name)) refuse('invalid_name_specials');
  // An archived channel keeps its name.
  if (workspace.state.channels.some((one) => one.name === name)) refuse('name_taken');
  return name;
}
