import type { Context } from 'hono';
import { clientAddress } from '../http/address.ts';
import type { WebParts } from './parts.ts';

/** The address that asks for a page; null where no proxy says so. */
export const addressOf = ({ balancer }: Pick<WebParts, 'balancer'>, c: Context): string | null =>
  clientAddress(c.req.header('x-forwarded-for'), balancer);
