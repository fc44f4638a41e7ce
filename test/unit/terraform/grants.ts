import { type Block, blocks, resources } from './hcl.ts';

/** One grant as people read it. */
export interface Grant {
  readonly who: string;
  readonly role: string;
  readonly what: string;
  readonly why: string;
}

const locals = blocks.filter(({ kind }) => kind === 'locals').map(({ body }) => body);
const SERVICES = ['ingress', 'calls', 'work', 'web'] as const;

/** `"ingress to calls" = { topic = "calls", member = module.ingress.member }` of a table in `locals`. */
function table(name: string): { readonly key: string; readonly entry: string }[] {
  const body = locals.map(
    (text) => new RegExp(`^ {2}${name} += \\{\\n([\\s\\S]*?)^ {2}\\}`, 'm').exec(text)?.[1],
  );
  const found = body.find((text) => text !== undefined);
  if (found === undefined) throw new Error(`no table ${name} in locals`);
  return [...found.matchAll(/^ +"?([\w ]+?)"? += (.+)$/gm)].map(([, key = '', entry = '']) => ({
    key,
    entry,
  }));
}

/** Whom an expression of a member means. */
export function whoIs(expression: string): string {
  const worker = /module\.worker\["(\w+)"\]/.exec(expression)?.[1];
  const service = worker ?? /module\.(ingress|web)\.member/.exec(expression)?.[1];
  if (service) return `toban-${service}`;
  if (/pubsub_agent/.test(expression)) return "Pub/Sub's agent";
  if (/gcp-sa-monitoring-notification/.test(expression)) return "Cloud Monitoring's agent";
  if (/service_account\.caller/.test(expression)) return 'toban-caller';
  throw new Error(`nobody is known by ${expression}`);
}

const lanes = ['calls', 'work'] as const;
const isLane = (service: string): boolean => lanes.some((lane) => lane === service);
const secrets = table('secret_readers').map(({ key, entry }) => ({
  service: key,
  names: [...entry.matchAll(/"([A-Z_]+)"/g)].map(([, name = '']) => name),
}));

const doctors = ['toban-work', 'toban-web'] as const;

/** Each resource that grants, turned into its rows; one without an entry here is found by the test. */
const READ: Readonly<Record<string, (block: Block) => readonly Omit<Grant, 'role' | 'why'>[]>> = {
  'google_pubsub_topic_iam_member.publisher': () =>
    table('publishers').map(({ entry }) => ({
      who: whoIs(entry),
      what: `topic \`${/topic = "(\w+)"/.exec(entry)?.[1]}\``,
    })),
  'google_kms_crypto_key_iam_member.user': () =>
    table('key_users').map(({ entry }) => ({ who: whoIs(entry), what: 'the key of tokens' })),
  'google_project_iam_member.datastore_user': () =>
    [...lanes, 'web'].map((service) => ({ who: `toban-${service}`, what: 'the database, by a condition' })),
  'google_project_iam_member.ai': ({ body }) => [
    { who: whoIs(body), what: 'the project, only where `ai = true`' },
  ],
  'google_service_account_iam_member.pubsub_signs_as_caller': () => [
    { who: "Pub/Sub's agent", what: 'the account `toban-caller`' },
  ],
  'google_pubsub_subscription_iam_member.agent_takes': () =>
    lanes.map((lane) => ({ who: "Pub/Sub's agent", what: `subscription \`${lane}-push\`` })),
  'google_pubsub_topic_iam_member.agent_puts': () =>
    lanes.map((lane) => ({ who: "Pub/Sub's agent", what: `topic \`${lane}-dead\`` })),
  'google_pubsub_topic_iam_member.doctor': () =>
    doctors.map((who) => ({ who, what: 'topics `calls` and `work`, and their dead letters' })),
  'google_pubsub_subscription_iam_member.doctor': () =>
    doctors.map((who) => ({ who, what: 'the subscriptions of those topics' })),
  'google_pubsub_topic_iam_member.monitoring': ({ body }) => [{ who: whoIs(body), what: 'topic `alerts`' }],
  'google_pubsub_subscription_iam_member.agent_takes_alerts': ({ body }) => [
    { who: whoIs(body), what: 'subscription `alerts-push`' },
  ],
  'google_secret_manager_secret_iam_member.reader': () =>
    secrets.flatMap(({ service, names }) =>
      [...names, ...(service === 'ingress' ? [] : ['toban.yaml'])]
        .map((name) => ({
          who: `toban-${service}`,
          what: name === 'toban.yaml' ? 'secret of `toban.yaml`' : `secret \`${name}\``,
        }))
        .concat(
          isLane(service)
            ? [
                {
                  who: `toban-${service}`,
                  what: `secrets of \`webhook_secrets\` whose \`lane\` is \`${service}\``,
                },
              ]
            : [],
        ),
    ),
  'google_cloud_run_v2_service_iam_member.invoker': () => [
    ...lanes.map((lane) => ({ who: 'toban-caller', what: `service \`${lane}\`` })),
    ...['ingress', 'web'].map((service) => ({
      who: 'everybody',
      what: `service \`${service}\`, unless \`invoker_iam_disabled\``,
    })),
  ],
};

/** What a service does with a secret, where that is not said by its role. */
const USES: readonly (readonly [who: RegExp, what: RegExp, why: string])[] = [
  [/./, /SIGNING_SECRET/, "checks Slack's signature, during a rotation by two secrets"],
  [/ingress/, /BOT_TOKEN/, 'opens modals, whose triggers live 3 s'],
  [/web/, /BOT_TOKEN/, 'asks Slack who somebody is'],
  [/./, /BOT_TOKEN/, 'speaks in Slack'],
  [/./, /ADMIN_TOKEN/, 'repeats what Slack refuses the bot: rooms and guests'],
  [/./, /CLIENT_SECRET/, 'signs people in by Slack'],
  [/./, /SESSION_KEY/, 'seals sessions'],
  [/./, /SHEET_SECRET/, "checks the spreadsheets' script"],
  [/./, /ALERT_TOKEN/, 'checks who sends alerts'],
  [/./, /toban\.yaml/, 'the configuration, mounted'],
  [/./, /webhook_secrets/, 'signs requests to other systems'],
  [/caller/, /^service/, 'pushes of the bus, and the tick'],
  [/everybody/, /ingress/, 'Slack proves itself by its signature, not by an account of Google'],
  [/everybody/, /web/, 'people sign in by Slack'],
];
const useOf = ({ who, what }: Pick<Grant, 'who' | 'what'>): string | null =>
  USES.find(([by, of]) => by.test(who) && of.test(what))?.[2] ?? null;

const isGrant = ({ labels: [type = ''] }: Block) => /_iam_/.test(type);

/** Every grant of the folder, by who gets it. `reasons`: role → why. Throws where a resource cannot be read here. */
export function grantsOf(reasons: Readonly<Record<string, string>>): readonly Grant[] {
  const rows = resources.filter(isGrant).flatMap((block) => {
    const name = block.labels.join('.');
    const read = READ[name];
    if (!read)
      throw new Error(`${name} is a grant that test/unit/terraform/grants.ts cannot read: tell it how`);
    const keyRoles = name.includes('kms') ? table('key_users').map(({ entry }) => roleIn(entry)) : null;
    return read(block).map((row, i) => {
      const role = keyRoles?.[i] ?? roleIn(block.body);
      return { ...row, role, why: useOf(row) ?? reasons[role] ?? '' };
    });
  });
  const order = [...SERVICES.map((service) => `toban-${service}`), 'toban-caller'];
  const rank = ({ who }: Grant) => (order.includes(who) ? order.indexOf(who) : order.length);
  return rows.sort((a, b) => rank(a) - rank(b) || a.who.localeCompare(b.who) || a.role.localeCompare(b.role));
}

const roleIn = (text: string): string => /"(roles\/[\w.]+)"/.exec(text)?.[1] ?? '';
