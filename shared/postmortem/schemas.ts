import { z } from 'zod';
import { Hours } from '../escalation/index.ts';
import { duration } from '../platform/duration.ts';
import { SEVERITIES } from '../severity/index.ts';

const template = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be the id of a template, such as sre or light');
const severities = z.array(z.enum(SEVERITIES)).default([...SEVERITIES]);
const services = z.array(z.string().min(1)).default([]);

const Rule = z.strictObject({
  severities,
  /** Ids of services; none: all. */
  services,
  /** `none`: no postmortem is asked for. */
  template: z.union([z.literal('none'), template]),
  /** From resolved until it should be ready. */
  due: duration.default(7 * 86_400_000),
});

const Supplement = z.strictObject({
  template,
  severities,
  services,
  /** Ids of legal duties, any one of which suffices; none: whatever the duties. */
  duties: z.array(z.string().min(1)).default([]),
});

/** A folder of Drive by its id or as its address is copied from the browser; kept as the id. */
const folder = z.string().transform((value, ctx) => {
  const id = /^(?:https:\/\/drive\.google\.com\/drive\/(?:u\/\d+\/)?folders\/)?([\w-]{10,})(?:[?#].*)?$/.exec(
    value.trim(),
  )?.[1];
  if (id) return id;
  ctx.addIssue({ code: 'custom', message: 'must be the id or the address of a folder in Google Drive' });
  return z.NEVER;
});

/** `postmortem:` in toban.yaml. */
export const PostmortemConfig = z.strictObject({
  /** The first that fits decides. */
  rules: z
    .array(Rule)
    .min(1)
    .prefault([
      { severities: ['SEV1', 'SEV2'], template: 'sre', due: '5d' },
      { severities: ['SEV3'], template: 'light', due: '10d' },
      { template: 'none' },
    ]),
  /** All that fit are added. */
  supplements: z.array(Supplement).prefault([{ template: 'privacy', duties: ['personal-data'] }]),
  /** When reminders are sent. */
  hours: z
    .union([Hours, z.array(Hours).min(1)])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .prefault({ from: '10:00', to: '18:00' }),
  /** How long the meeting is, in minutes, where nobody says otherwise. */
  meeting: z.int().min(5).max(480).default(45),
  /** Where postmortems go as Google Docs; without it they do not. */
  docs: z.strictObject({ folder }).optional(),
});
export type PostmortemConfig = z.infer<typeof PostmortemConfig>;

/** `ai:` in toban.yaml: Gemini on Vertex AI, for the prose of postmortems. Without it no language model is asked. */
export const AiConfig = z.strictObject({
  model: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{2,62}$/, 'must be the id of a model, such as gemini-3.8-flash'),
  /** Where it is run, and what is sent is processed: no default, for somebody has to decide it. */
  location: z
    .string()
    .regex(
      /^(global|[a-z]+-[a-z]+\d+|us|eu)$/,
      'must be a location of Vertex AI, such as asia-northeast1 or global',
    ),
  /** Whether what is known of private incidents may be sent too. */
  privateIncidents: z.boolean().default(false),
});
export type AiConfig = z.infer<typeof AiConfig>;
