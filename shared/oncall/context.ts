import type { CoverContext } from '../cover/index.ts';
import type { Rooms } from '../ports/rooms.ts';

/** What `/oncall` works with: covers, and who is in the channels from which a rota's people are called. */
export interface OncallContext extends CoverContext {
  readonly rooms: Pick<Rooms, 'members'>;
  /** Channels of the routes that use a rota. */
  readonly channelsOf: (rota: string) => readonly string[];
}
