import { refuseShape } from './errors.ts';

type Json = Readonly<Record<string, unknown>>;
export type Surface = 'message' | 'modal' | 'home';

const MOST_BLOCKS: Record<Surface, number> = { message: 50, modal: 100, home: 100 };
/** Undocumented: 9,597 characters were seen to pass and 11,341 to fail (assumed between). */
const MOST_TEXT = 10_000;

const BUTTON = { text: 75, value: 2_000, url: 3_000 };
/** Longest texts of each block and element by field; a type that is not here does not exist. */
const BLOCKS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  section: { text: 3_000, fields: 10, field: 2_000 },
  header: { text: 150 },
  divider: {},
  context: { elements: 10 },
  actions: { elements: 25 },
  input: { label: 2_000, hint: 2_000 },
  image: { alt_text: 2_000, image_url: 3_000, title: 2_000 },
  rich_text: {},
  markdown: { text: 12_000 },
  video: {},
  table: {},
};
const SELECT = { placeholder: 150, options: 100 };
const ELEMENTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  button: BUTTON,
  image: { alt_text: 2_000, image_url: 3_000 },
  overflow: { options: 5 },
  static_select: SELECT,
  multi_static_select: SELECT,
  external_select: SELECT,
  multi_external_select: SELECT,
  users_select: SELECT,
  multi_users_select: SELECT,
  conversations_select: SELECT,
  multi_conversations_select: SELECT,
  channels_select: SELECT,
  multi_channels_select: SELECT,
  datepicker: SELECT,
  timepicker: SELECT,
  datetimepicker: {},
  checkboxes: { options: 10 },
  radio_buttons: { options: 10 },
  plain_text_input: { placeholder: 150, initial_value: 3_000 },
  number_input: { placeholder: 150 },
  email_text_input: { placeholder: 150 },
  url_text_input: { placeholder: 150 },
  rich_text_input: { placeholder: 150 },
  plain_text: { text: 2_000 },
  mrkdwn: { text: 2_000 },
};

/** Refuses blocks that Slack would refuse, saying where. `code`: views answer `invalid_arguments`. */
export function checkBlocks(value: unknown, surface: Surface): readonly Json[] {
  const code = surface === 'message' ? 'invalid_blocks' : 'invalid_arguments';
  const wrong = (why: string, at: string): never => refuseShape(code, `${why} [json-pointer:${at}]`);
  if (!Array.isArray(value)) return wrong('must be an array', '/blocks');
  if (value.length > MOST_BLOCKS[surface]) wrong(`no more than ${MOST_BLOCKS[surface]} items`, '/blocks');
  const ids = new Set<unknown>();
  for (const [index, block] of (value as Json[]).entries()) {
    const at = `/blocks/${index}`;
    const id = block.block_id;
    if (id !== undefined && (typeof id !== 'string' || id === '' || id.length > 255 || ids.has(id)))
      wrong('block_id must be unique, 1 to 255 characters', at);
    if (id !== undefined) ids.add(id);
    if (block.type === 'input' && surface === 'message') wrong('input blocks stand in views only', at);
    checkBlock(block, at, wrong);
  }
  const characters = charactersIn(value);
  if (surface === 'message' && characters > MOST_TEXT)
    refuseShape('msg_blocks_too_long', `${characters} characters of text in blocks`);
  return value as Json[];
}

type Wrong = (why: string, at: string) => never;

function checkBlock(block: Json, at: string, wrong: Wrong): void {
  const limits = BLOCKS[String(block.type)] ?? wrong(`unsupported type: ${String(block.type)}`, at);
  checkFields(block, limits, at, wrong);
  const { fields, elements, element, accessory } = block;
  if (block.type === 'section' && !block.text && !fields) wrong('a section needs text or fields', at);
  if (block.type === 'header' && (block.text as Json | undefined)?.type !== 'plain_text')
    wrong('a header is plain_text', at);
  if (block.type === 'image' && (!block.alt_text || !block.image_url === !block.slack_file))
    wrong('an image needs alt_text, and image_url or slack_file', at);
  if (Array.isArray(fields)) {
    for (const field of fields as Json[]) checkText(field, limits.field ?? 0, `${at}/fields`, wrong);
  }
  if (block.type === 'rich_text' || block.type === 'table' || block.type === 'video') return;
  if (
    ['actions', 'context'].includes(String(block.type)) &&
    !(Array.isArray(elements) && elements.length > 0)
  )
    wrong('must hold elements', at);
  if (block.type === 'input' && (!element || !block.label)) wrong('an input needs label and element', at);
  const inner = [...((elements as Json[] | undefined) ?? []), element, accessory].filter(Boolean) as Json[];
  const actions = inner.map((one) => one.action_id).filter((id) => id !== undefined);
  if (new Set(actions).size < actions.length) wrong('action_id must be unique in its block', at);
  for (const [index, one] of inner.entries()) checkElement(one, `${at}/elements/${index}`, wrong);
}

function checkElement(element: Json, at: string, wrong: Wrong): void {
  const limits = ELEMENTS[String(element.type)] ?? wrong(`unsupported type: ${String(element.type)}`, at);
  checkFields(element, limits, at, wrong);
  const id = element.action_id;
  if (id !== undefined && (typeof id !== 'string' || id.length > 255)) wrong('action_id too long', at);
  const options = (element.options ?? []) as Json[];
  if (limits.options && Array.isArray(element.options) && options.length === 0)
    wrong('options are empty', at);
  for (const option of options) {
    checkText(option.text as Json, 75, `${at}/options`, wrong);
    if (typeof option.value !== 'string' || option.value.length > 150) wrong('option value', `${at}/options`);
  }
}

/** Every field with a limit is short enough: texts by characters, lists by items. */
function checkFields(node: Json, limits: Readonly<Record<string, number>>, at: string, wrong: Wrong): void {
  for (const [field, limit] of Object.entries(limits)) {
    const value = node[field];
    if (value === undefined || value === null) continue;
    const where = `${at}/${field}`;
    if (Array.isArray(value) && value.length > limit) wrong(`no more than ${limit} items`, where);
    else if (typeof value === 'string' && value.length > limit)
      wrong(`must be at most ${limit} characters`, where);
    else if (typeof value === 'object' && !Array.isArray(value))
      checkText(value as Json, limit, where, wrong);
  }
}

function checkText(value: Json | undefined, limit: number, at: string, wrong: Wrong): void {
  if (value?.type !== 'plain_text' && value?.type !== 'mrkdwn') wrong('must be a text object', at);
  const words = value?.text;
  if (typeof words !== 'string' || words.length === 0) wrong('must be more than 0 characters', at);
  else if (words.length > limit) wrong(`must be at most ${limit} characters`, at);
}

/** All text that people read in blocks, in characters. */
function charactersIn(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum: number, one) => sum + charactersIn(one), 0);
  if (typeof node !== 'object' || node === null) return 0;
  return Object.entries(node).reduce(
    (sum, [key, value]) =>
      sum + (key === 'text' && typeof value === 'string' ? value.length : charactersIn(value)),
    0,
  );
}
