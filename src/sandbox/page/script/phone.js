// The phone on the left: whose it is, their chat with the bot, the keyboard that the bot gave them.

import { avatar, byId, el, fill } from "./elements.js";
import { makeComposer } from "./composer.js";
import { drawLog } from "./log.js";
import { keyboardRows } from "./messages.js";
import { act, clientPlace, isAdmin, newest, person, phones, view, world } from "./world.js";

const LANGUAGES = { nl: "Dutch", en: "English" };

export const phoneComposer = makeComposer(byId("phone-composer"), clientPlace,
  () => person(view.client)?.commands ?? [], () => person(view.client)?.messages ?? []);

/** A row of people, one tap each; a dot where something is unread. */
export function drawPeople(holder, people, chosen, choose) {
  fill(holder, [people, chosen], () => people.map(({ id, name, note, title, isUnread }) => el("button.person", {
    type: "button", title, "data-key": String(id), "aria-pressed": String(id === chosen), onclick: () => choose(id) },
    avatar(name, id), el("span", {}, name, note && el("small", {}, note)),
    isUnread && el("span.dot", { role: "img", "aria-label": "unread" }))));
}

let redraw = () => {};
export const onPhone = (how) => { redraw = how; };

export function choosePhone(id) {
  if (view.client === id) return;
  view.client = id;
  phoneComposer.clear();
  redraw();
}

export function drawPhone() {
  view.client ??= phones()[0]?.id ?? null;
  const owner = person(view.client);
  if (!owner) return;
  if (byId("phone").offsetParent !== null) view.seen.set(`client ${owner.id}`, newest(owner.messages));
  drawPeople(byId("clients"), phones().map((someone) => ({
    id: someone.id, name: someone.name,
    note: isAdmin(someone.id) ? "admin" : someone.language,
    title: `Phone of ${someone.name}, in ${LANGUAGES[someone.language] ?? someone.language}`,
    isUnread: newest(someone.messages) > (view.seen.get(`client ${someone.id}`) ?? 0),
  })), view.client, choosePhone);
  byId("phone").setAttribute("aria-label", `Phone of ${owner.name}`);
  byId("bot-name").textContent = "Loket";
  const state = owner.blocks ? "blocked by " + owner.name : world.state.bot.runs ? "bot" : "the bot is off: messages wait";
  byId("bot-state").textContent = state;
  byId("bot-state").classList.toggle("bad", owner.blocks || !world.state.bot.runs);
  drawLog(byId("phone-messages"), `client ${owner.id}`, owner.messages, clientPlace, phoneComposer,
    "Nothing here yet. Tap Start, or write what you would ask a neighbour.");
  byId("start").hidden = owner.messages.length > 0;
  drawKeyboard(owner);
}

/** The keyboard that the newest message with one brought along. */
function drawKeyboard(owner) {
  const holder = byId("phone-keyboard");
  const message = owner.messages.findLast((one) => one.keyboard.length > 0 || one.removes_keyboard);
  holder.hidden = !message || message.removes_keyboard;
  if (!holder.hidden) fill(holder, [owner.id, message.id], () => [...keyboardRows(clientPlace(), message)]);
}

byId("start").addEventListener("click", () => act({ verb: "write", ...clientPlace(), text: "/start" }));
