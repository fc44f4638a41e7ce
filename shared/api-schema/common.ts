import { z } from 'zod';

/** Where what is told leads back to, and in which zone its days are. */
export interface Place {
  /** The address of the pages, without a slash at its end. */
  readonly baseUrl: string;
  readonly zone: string;
  /** The address of a message's thread in Slack. */
  readonly threadUrl: (team: string, channel: string, threadTs: string) => string;
}

/** An instant in an answer: UTC. */
export const time = z.iso.datetime();
export const iso = (at: number): string => new Date(at).toISOString();
export const isoOrNull = (at: number | null | undefined): string | null => (at == null ? null : iso(at));

export const Person = z
  .object({
    id: z.string().nullable().describe('Slack ID; null for somebody without an account.'),
    name: z.string(),
  })
  .meta({ id: 'Person' });
export const personOut = ({ user, name }: { readonly user: string; readonly name: string }) => ({
  id: user,
  name,
});
