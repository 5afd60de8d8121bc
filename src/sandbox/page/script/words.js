// Formatted text: the messenger's entities as elements.

import { el } from "./elements.js";
import { forum } from "./world.js";

export const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote" };

let openThread = () => {};
/** Says how a link to a topic is followed. */
export const onThread = (how) => { openThread = how; };

/** Formatted text as nodes. Offsets are UTF-16 units, and so are the indices of a JavaScript string. */
export function formatted(text, entities, from = 0, to = text.length) {
  const nodes = [];
  let at = from;
  const inside = entities.filter((entity) => entity.offset >= from && entity.offset + entity.length <= to);
  while (inside.length > 0) {
    const entity = inside.shift();
    if (entity.offset < at) continue;
    const end = entity.offset + entity.length;
    const nested = inside.filter((other) => other.offset + other.length <= end);
    nodes.push(text.slice(at, entity.offset), marked(entity, text, formatted(text, nested, entity.offset, end)));
    at = end;
  }
  nodes.push(text.slice(at, to));
  return nodes;
}

/** The thread of our forum that a link of the messenger's own leads to. */
function linkedThread(address) {
  const [, chat, thread] = address.match(/^https?:\/\/t\.me\/c\/(\d+)\/(\d+)/) ?? [];
  return chat && `-100${chat}` === String(forum()?.id) ? thread : null;
}

function marked(entity, text, children) {
  const address = entity.url ?? text.slice(entity.offset, entity.offset + entity.length);
  const thread = linkedThread(address);
  if (thread) return el("button.to-thread", { type: "button", onclick: () => openThread(thread) }, ...children);
  if (["text_link", "url"].includes(entity.type) && /^https?:\/\//.test(address)) {
    return el("a", { href: address, target: "_blank", rel: "noopener noreferrer", title: address }, ...children);
  }
  if (entity.type === "spoiler") return el("span.spoiler", { tabIndex: 0 }, ...children);
  if (["mention", "text_mention", "hashtag", "bot_command"].includes(entity.type)) return el("span.tag", {}, ...children);
  return el(TAGS[entity.type] ?? "span", {}, ...children);
}
