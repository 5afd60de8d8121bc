// A chat log: draws only what changed, keeps its place, and stays at its end when it stood there.

import { el } from "./elements.js";
import { messageNode } from "./messages.js";
import { day } from "./world.js";

/** A log that stood at its end stays there when it becomes smaller. */
const keepAtEnd = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    target.dataset.height = target.clientHeight;
    if (target.dataset.atEnd !== "false") target.scrollTop = target.scrollHeight;
  }
});
for (const log of document.querySelectorAll(".messages")) {
  keepAtEnd.observe(log);
  // A picture that came in makes it longer.
  log.addEventListener("load", () => { if (log.dataset.atEnd !== "false") log.scrollTop = log.scrollHeight; }, true);
  const isAtEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  log.addEventListener("scroll", () => {
    const wasResized = Number(log.dataset.height) !== log.clientHeight;
    if (!wasResized) log.dataset.atEnd = String(isAtEnd());
  });
}

/** Messages as they stand: albums together, with a line for each day. */
function rows(messages) {
  const rows = [];
  for (const message of messages) {
    const last = rows.at(-1);
    if (message.album && last?.message?.album === message.album) {
      last.album.push(message);
      continue;
    }
    const today = day(message.date);
    if (rows.at(-1)?.day !== today) rows.push({ key: `day ${today}`, day: today });
    const before = rows.at(-1).message;
    const follows = Boolean(before && !before.service && !message.service && before.author_id === message.author_id
      && message.date - before.date < 300 && before.only_for === message.only_for);
    rows.push({ key: `m${message.id}`, day: today, message, album: [], follows });
  }
  return rows;
}

/** Draws a log; a message that is as it was keeps its element, and with it focus and loaded pictures. */
export function drawLog(log, key, messages, place, composer, emptyText) {
  const isOther = log.dataset.key !== key;
  const atEnd = isOther || log.dataset.atEnd !== "false";
  const known = new Map(isOther ? [] : [...log.children].map((node) => [node.dataset.row, node]));
  const nodes = rows(messages).map((row) => {
    const answered = row.message && messages.find((one) => one.id === row.message.reply_to);
    const content = JSON.stringify([row, answered?.text]);
    const old = known.get(row.key);
    if (old?.dataset.content === content) return old;
    const node = row.message
      ? messageNode(row.message, row.album, messages, place, composer, row.follows)
      : el("p.service.day", {}, row.day);
    node.dataset.row = row.key;
    node.dataset.content = content;
    if (!isOther && !old && known.size > 0) node.classList.add("new");
    return node;
  });
  const wanted = nodes.length > 0 ? nodes : [el("p.empty", {}, emptyText)];
  const isSame = wanted.length === log.children.length && wanted.every((node, nth) => node === log.children[nth]);
  log.dataset.key = key;
  if (isSame) return;
  const focused = log.contains(document.activeElement) ? document.activeElement : null;
  const top = log.scrollTop;
  patch(log, wanted);
  if (focused && !focused.isConnected) log.focus({ preventScroll: true });
  log.scrollTop = atEnd ? log.scrollHeight : top;
  if (atEnd) log.dataset.atEnd = "true";
}

/** Puts these children in, and moves none that stands right: a moved element loses its focus. */
function patch(holder, wanted) {
  const keep = new Set(wanted);
  for (const child of [...holder.children]) if (!keep.has(child)) child.remove();
  wanted.forEach((node, nth) => {
    if (holder.children[nth] !== node) holder.insertBefore(node, holder.children[nth] ?? null);
  });
}
