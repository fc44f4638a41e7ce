type Json = Readonly<Record<string, unknown>>;

export interface FoundElement {
  readonly blockId: string;
  readonly actionId: string;
  readonly type: string;
  readonly element: Json;
  readonly optional: boolean;
  /** Of an input block: it must be filled in before a modal is sent. */
  readonly input: boolean;
}

/** Everything in blocks that a person can act on. */
export function elementsIn(blocks: readonly unknown[]): FoundElement[] {
  return (blocks as Json[]).flatMap((block) => {
    const inner = [
      ...((block.elements as Json[] | undefined) ?? []),
      block.element,
      block.accessory,
    ] as Json[];
    return inner
      .filter((element) => typeof element?.action_id === 'string')
      .map((element) => ({
        blockId: String(block.block_id ?? ''),
        actionId: String(element.action_id),
        type: String(element.type),
        element,
        optional: block.optional === true,
        input: block.type === 'input',
      }));
  });
}

/**
 * What was entered, as Slack says it for this type of element. `value`: the option's value, an id, a date, a text, or
 * a list of those; undefined for what the element began with.
 */
export function entered({ element, type }: FoundElement, value: unknown): Json {
  const option = (wanted: unknown) =>
    allOptions(element).find((one) => one.value === wanted) ?? {
      text: { type: 'plain_text', text: String(wanted) },
      value: wanted,
    };
  const given = (initial: string) => (value === undefined ? (element[initial] ?? null) : value);
  const many = (initial: string) => (Array.isArray(given(initial)) ? (given(initial) as unknown[]) : []);
  const options = (initial: string) =>
    many(initial).map((one) => (typeof one === 'string' ? option(one) : one));
  const one = (initial: string) => {
    const chosen = given(initial);
    return typeof chosen === 'string' ? option(chosen) : chosen;
  };
  switch (type) {
    case 'button':
      return { value: element.value ?? '', text: element.text };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
    case 'overflow':
      return { selected_option: one('initial_option') };
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return { selected_options: options('initial_options') };
    case 'users_select':
      return { selected_user: given('initial_user') };
    case 'multi_users_select':
      return { selected_users: many('initial_users') };
    case 'channels_select':
      return { selected_channel: given('initial_channel') };
    case 'multi_channels_select':
      return { selected_channels: many('initial_channels') };
    case 'conversations_select':
      return { selected_conversation: given('initial_conversation') };
    case 'multi_conversations_select':
      return { selected_conversations: many('initial_conversations') };
    case 'datepicker':
      return { selected_date: given('initial_date') };
    case 'timepicker':
      return { selected_time: given('initial_time') };
    case 'datetimepicker':
      return { selected_date_time: given('initial_date_time') };
    default:
      return { value: given('initial_value') };
  }
}

function allOptions(element: Json): Json[] {
  const groups = (element.option_groups as { options: Json[] }[] | undefined) ?? [];
  return [...((element.options as Json[] | undefined) ?? []), ...groups.flatMap((group) => group.options)];
}

/** True when nothing was entered. */
export function isEmpty(state: Json): boolean {
  const { type: _type, ...values } = state;
  return Object.values(values).every(
    (value) => value === null || value === '' || (Array.isArray(value) && value.length === 0),
  );
}
