// The scene: asks for the state once a second and draws what changed. Text is only ever set as text.
const $ = (id) => document.getElementById(id);
let state = null;
let thread = null;
let drawn = '';

const el = (tag, className, text) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
};
const nameOf = (id) => state.users.find((user) => user.id === id)?.realName ?? id;
const act = async (command) => {
  await fetch('/control', { method: 'POST', body: JSON.stringify(command) });
  await refresh();
};

const UNESCAPE = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const plain = (text) => text.replace(/&(?:lt|gt|amp);/g, (entity) => UNESCAPE[entity]);

/** mrkdwn as nodes: mentions, links, bold; the rest is plain text. */
function inline(into, text) {
  for (const part of text.split(/(<[^<>]+>|\*[^*\n]+\*)/)) {
    const entity = /^<([^|<>]+)(?:\|([^<>]*))?>$/.exec(part);
    if (entity?.[1].startsWith('@')) into.append(el('span', 'mention', `@${nameOf(entity[1].slice(1))}`));
    else if (entity?.[1].startsWith('#'))
      into.append(
        `#${state.channels.find((one) => one.id === entity[1].slice(1))?.name ?? entity[1].slice(1)}`,
      );
    else if (entity && /^https?:/.test(entity[1])) {
      const link = el('a', '', plain(entity[2] ?? entity[1]));
      link.href = plain(entity[1]);
      link.rel = 'noreferrer';
      into.append(link);
    } else if (/^\*.+\*$/.test(part)) into.append(el('strong', '', plain(part.slice(1, -1))));
    else into.append(plain(part));
  }
}

function blockNodes(message) {
  if (message.blocks.length === 0) return [textBlock(message.text)];
  return message.blocks.flatMap((block) => {
    if (block.type === 'section') return block.text.text.split('\n').map(textBlock);
    if (block.type === 'context') {
      const node = el('div', 'context');
      for (const part of block.elements) inline(node, part.text);
      return [node];
    }
    return [];
  });
}

function textBlock(text) {
  const quoted = text.startsWith('> ');
  const node = el('div', quoted ? 'quote block' : 'block');
  inline(node, quoted ? text.slice(2) : text);
  return node;
}

function messageNode(message, viewer) {
  const node = el('article', `message${message.threadTs ? ' reply' : ''}${message.onlyFor ? ' only' : ''}`);
  node.append(
    el('span', 'by', nameOf(message.user)),
    el(
      'span',
      'time',
      new Date(Number(message.ts) * 1000).toLocaleTimeString('ja-JP', { timeZone: 'Asia/Tokyo' }),
    ),
  );
  if (message.onlyFor) node.append(el('span', 'time', ' あなただけに表示'));
  node.append(...blockNodes(message));
  if (message.buttons.length > 0) {
    const row = el('div', 'actions');
    for (const { actionId, label, primary } of message.buttons) {
      const button = el('button', primary ? 'primary' : '', label);
      button.onclick = () =>
        act({ do: 'press', user: viewer(), channel: message.channel, ts: message.ts, actionId });
      row.append(button);
    }
    node.append(row);
  }
  const marks = message.reactions
    .map(({ name }) => ({ eyes: '👀', white_check_mark: '✅' })[name] ?? `:${name}:`)
    .join(' ');
  const row = el('div', 'time', marks);
  const check = el('button', 'quiet', '✅ を付ける');
  check.onclick = () =>
    act({ do: 'react', user: viewer(), channel: message.channel, ts: message.ts, name: 'white_check_mark' });
  row.append(check);
  if (!message.threadTs && !message.channel.startsWith('D')) {
    const reply = el('button', 'quiet', '返信');
    reply.onclick = () => {
      thread = message.ts;
      $('replying').hidden = false;
      $('text').value = '';
      $('text').focus();
    };
    row.append(reply);
  }
  node.append(row);
  return node;
}

function draw() {
  const who = () => $('who').value;
  const phone = () => $('phone').value;
  const seen = (viewer) => (message) => !message.onlyFor || message.onlyFor === viewer();
  const inChannel = state.messages.filter((message) => message.channel === 'C0CSHELP').filter(seen(who));
  const roots = inChannel.filter((message) => !message.threadTs);
  const ordered = roots.flatMap((root) => [
    root,
    ...inChannel.filter((message) => message.threadTs === root.ts),
  ]);
  fill(
    $('channel'),
    ordered.map((message) => messageNode(message, who)),
  );
  const dm = `D${phone().slice(1)}`;
  fill(
    $('dm'),
    state.messages.filter((message) => message.channel === dm).map((message) => messageNode(message, phone)),
  );
  fill(
    $('events'),
    state.events.map(({ type, status, retry }) =>
      el('li', '', `${type} → ${status}${retry ? `（再送 ${retry}）` : ''}`),
    ),
  );
}

function fill(box, nodes) {
  box.replaceChildren(...(nodes.length > 0 ? nodes : [el('p', 'time', 'まだ何もありません。')]));
  box.scrollTop = box.scrollHeight;
}

async function refresh() {
  state = await (await fetch('/state')).json();
  $('clock').textContent = new Date(state.now).toLocaleString('ja-JP', { timeZone: 'Asia/Tokyo' });
  if ($('who').options.length === 0) setUp();
  const key = JSON.stringify([state.revision, state.events.length, $('who').value, $('phone').value]);
  if (key !== drawn) draw();
  drawn = key;
}

function setUp() {
  for (const user of state.users.filter((one) => one.kind !== 'bot' && !one.deactivated)) {
    $('who').append(new Option(user.realName, user.id));
    $('phone').append(new Option(`${user.realName}${user.kind === 'guest' ? '（ゲスト）' : ''}`, user.id));
  }
  $('phone').value = 'U0ARAI';
  if (state.sheetsUrl) {
    $('sheet').src = `${state.sheetsUrl}/?embed=1`;
    $('sheet').hidden = false;
  }
}

$('composer').onsubmit = async (event) => {
  event.preventDefault();
  const text = $('text').value.replaceAll('@Toban', '<@U0TOBAN>');
  if (text.trim() === '') return;
  $('text').value = '';
  await act({ do: 'say', user: $('who').value, channel: 'C0CSHELP', text, threadTs: thread });
};
$('leave').onclick = () => {
  thread = null;
  $('replying').hidden = true;
};
for (const button of document.querySelectorAll('[data-advance]')) {
  button.onclick = () => act({ do: 'advance', duration: button.dataset.advance });
}
setInterval(refresh, 1000);
await refresh();
