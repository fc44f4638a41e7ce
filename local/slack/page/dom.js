/** An element; strings become text, never markup. `props` are properties, but for `class`, `data`, `aria` and `on`. */
export function el(tag, props = {}, ...kids) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'class') node.className = value;
    else if (name === 'data') Object.assign(node.dataset, value);
    else if (name === 'on') for (const [type, run] of Object.entries(value)) node.addEventListener(type, run);
    else if (name === 'aria') for (const [key, said] of Object.entries(value)) setAria(node, key, said);
    else if (name in node) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...kids.flat(3).filter((kid) => kid !== null && kid !== undefined && kid !== false));
  return node;
}

const setAria = (node, key, said) => {
  if (said === null || said === undefined) return;
  node.setAttribute(key === 'role' ? 'role' : `aria-${key}`, said);
};

/** A button that never sends a form by accident. */
export const button = (label, run, props = {}) =>
  el('button', { type: 'button', ...props, on: { click: run } }, label);

/**
 * Makes the children of a box those of `items` ({key, version, make, update?}), touching only what changed: an item
 * of the same version keeps its node, and with it focus, typing and scroll. `update(node)` runs on every kept node.
 */
export function sync(box, items) {
  const had = new Map([...box.children].map((node) => [node.dataset.key, node]));
  let at = box.firstElementChild;
  for (const item of items) {
    const version = String(item.version ?? '');
    let node = had.get(item.key);
    had.delete(item.key);
    if (!node) node = stamped(item, version);
    else if (node.dataset.version !== version && node.dataset.busy !== 'true') {
      const next = stamped(item, version);
      const focus = focusPath(node);
      if (at === node) at = next;
      node.replaceWith(next);
      if (focus) next.querySelector(focus)?.focus({ preventScroll: true });
      node = next;
    }
    item.update?.(node);
    if (node === at) at = at.nextElementSibling;
    else box.insertBefore(node, at);
  }
  for (const gone of had.values()) gone.remove();
}

function stamped({ key, make }, version) {
  const node = make();
  node.dataset.key = key;
  node.dataset.version = version;
  return node;
}

/** Where the focus was, so that an edited card does not take it away from the keyboard. */
function focusPath(node) {
  const focused = node.contains(document.activeElement) ? document.activeElement : null;
  const name = focused?.dataset.focus;
  return name ? `[data-focus="${CSS.escape(name)}"]` : null;
}

let used = 0;
export const newId = (prefix) => `${prefix}-${++used}`;
