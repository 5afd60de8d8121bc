// The desk on the right: topics, the thread that is open, and the manager who writes in it.

import { byId, el, fill, icon } from "./elements.js";
import { makeComposer } from "./composer.js";
import { drawLog } from "./log.js";
import { flash, summary } from "./messages.js";
import { drawPeople } from "./phone.js";
import { formatted, onThread, TAGS } from "./words.js";
import { act, askAnonymity, deskPlace, forum, humans, messagesIn, newest, owner, time, topic, view } from "./world.js";

askAnonymity(() => byId("anonymous").checked);

export const deskComposer = makeComposer(byId("desk-composer"), deskPlace,
  () => forum()?.commands ?? [], () => messagesIn(view.thread));

const narrow = matchMedia("(max-width: 860px)");
const isThreadShown = () => byId("desk").offsetParent !== null
  && (!narrow.matches || byId("desk").classList.contains("in-thread"));

let redraw = () => {};
export const onDesk = (how) => { redraw = how; };

function topicIcon(one) {
  if (one.icon) return el("span.sign.emoji", { "aria-hidden": "true" }, one.icon);
  const sign = el("span.sign", { "aria-hidden": "true" }, one.name.match(/\p{L}/u)?.[0].toUpperCase() ?? "#");
  sign.style.background = `color-mix(in srgb, #${one.color.toString(16).padStart(6, "0")} 70%, #456)`;
  return sign;
}

function rows() {
  const last = (key) => messagesIn(key).findLast((message) => !message.service) ?? messagesIn(key).at(-1);
  const row = (key, name, closed) => {
    const seen = view.seen.get(key) ?? 0;
    const unread = messagesIn(key).filter((message) => !message.service && message.id > seen && message.author_id !== view.manager);
    const message = last(key);
    return { key, name, closed, line: summary(message), at: message ? time(message.date) : "", unread: unread.length };
  };
  const open = forum().topics.filter((one) => !one.deleted);
  const newestFirst = open.sort((a, b) => newest(messagesIn(String(b.thread))) - newest(messagesIn(String(a.thread))));
  return [row("general", "General", false), ...newestFirst.map((one) => ({ ...row(String(one.thread), one.name, one.closed), one }))];
}

function drawTopics() {
  byId("forum-title").textContent = forum().title;
  byId("forum-note").textContent = `${humans().length} people and the bot`;
  if (view.thread !== "general" && !topic()) view.thread = "general";
  if (isThreadShown()) view.seen.set(view.thread, newest(messagesIn(view.thread)));
  const shown = rows();
  fill(byId("topics"), [shown, view.thread], () => shown.map(({ key, name, closed, line, at, unread, one }) =>
    el("li", {}, el("button.topic", { type: "button", "data-key": key, "aria-current": String(key === view.thread),
      onclick: () => openThread(key) },
      one ? topicIcon(one) : el("span.sign.general", { "aria-hidden": "true" }, "#"),
      el("span.name", {}, el("b", {}, closed && el("span", { role: "img", "aria-label": "closed: " }, "🔒 "), name), el("small", {}, line)),
      el("span.side", {}, el("small", {}, at), unread > 0 && el("span.count", { role: "img", "aria-label": `${unread} unread` }, String(unread)))))));
}

export function openThread(key, follows = false) {
  view.thread = String(key);
  deskComposer.clear();
  byId("desk").classList.add("in-thread");
  redraw();
  if (!follows) byId("topics").querySelector(`[data-key="${view.thread}"]`)?.focus();
}
onThread((thread) => openThread(thread));

export function chooseManager(id) {
  view.manager = id;
  redraw();
}

/** As much of the pinned message as fits: without its empty lines, and without links inside the button that it is. */
function drawPinned(messages) {
  const pinned = messages.findLast((message) => message.pinned);
  byId("pinned").hidden = !pinned;
  if (!pinned) return;
  fill(byId("pinned"), [view.thread, pinned], () => {
    const entities = pinned.entities.filter((entity) => entity.type in TAGS);
    const nodes = formatted(pinned.text || "a file", entities);
    return [icon("pin"), el("span", {}, el("b", {}, "Pinned message"), el("span.gist", {},
      ...nodes.map((node) => typeof node === "string" ? node.replaceAll(/\n+/g, "\n") : node)))];
  });
  byId("pinned").onclick = () => flash(forum().id, pinned.id);
}

export function drawDesk() {
  if (!forum()) return;
  // Who left the group can't act in it any more.
  if (!humans().some((member) => member.id === view.manager)) {
    view.manager = humans().find((member) => member.role === "member")?.id ?? owner()?.id ?? null;
  }
  drawTopics();
  drawPeople(byId("managers"), humans().map((member) => ({
    id: member.id, name: member.name, note: member.role === "creator" ? "admin" : "",
    title: member.username ? `@${member.username}` : `${member.name} has no username`,
  })), view.manager, chooseManager);
  const current = topic();
  byId("thread-name").textContent = current ? `${current.icon ?? ""} ${current.name}` : "General";
  byId("thread-note").textContent = current?.closed ? "closed topic" : current ? "topic of one case" : "the desk's own room, with the board";
  byId("toggle-topic").hidden = !current;
  byId("toggle-topic").textContent = current?.closed ? "Reopen topic" : "Close topic";
  const messages = messagesIn(view.thread);
  drawPinned(messages);
  drawLog(byId("desk-messages"), `thread ${view.thread} ${view.manager}`, messages, deskPlace, deskComposer, "Nothing here yet.");
}

byId("back").addEventListener("click", () => {
  const key = view.thread;
  byId("desk").classList.remove("in-thread");
  redraw();
  byId("topics").querySelector(`[data-key="${key}"]`)?.focus();
});
byId("toggle-topic").addEventListener("click", () => act({
  verb: topic().closed ? "reopen_topic" : "close_topic",
  person: view.manager, chat: forum().id, thread: topic().thread,
}));
