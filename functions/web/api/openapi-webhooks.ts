import { z } from 'zod';
import { ActionItem, Call, Incident, Postmortem, time } from '../../../shared/api-schema/index.ts';
import { EVENT_KINDS, type EventKind } from '../../../shared/delivery/index.ts';
import { webhookText } from '../../../shared/webhook/index.ts';

type Json = Record<string, unknown>;

const DATA = { call: Call, incident: Incident, action_item: ActionItem, postmortem: Postmortem } as const;
const dataOf = (kind: EventKind): z.ZodObject => DATA[kind.split('.', 1)[0] as keyof typeof DATA];

const HEADERS = {
  'webhook-id': 'Id of the event; the same with each try.',
  'webhook-timestamp': 'Seconds since 1970 at which this try was made.',
  'webhook-signature':
    '`v1,` and a signature; two of them, parted by a space, while the secret is being changed.',
} as const;

/** What is sent to other systems, as OpenAPI 3.1 describes it. `schemaOf`: a schema as JSON Schema. */
export function describedWebhooks(schemaOf: (schema: z.ZodType) => Json): Json {
  const text = webhookText('en');
  const parameters = Object.entries(HEADERS).map(([name, description]) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  }));
  const described = EVENT_KINDS.map((kind) => {
    const body = z.object({
      type: z.literal(kind),
      timestamp: time,
      version: z.literal('v1'),
      data: dataOf(kind),
    });
    const post = {
      operationId: `on_${kind}`.replace(/[._](\w)/g, (_all, letter: string) => letter.toUpperCase()),
      summary: text.kinds[kind],
      security: [],
      parameters,
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } },
      responses: {
        '2XX': { description: 'Taken' },
        410: { description: 'Gone for good: switches the webhook off' },
      },
    };
    return [kind, { post }] as const;
  });
  return Object.fromEntries(described);
}
