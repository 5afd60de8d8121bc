// The strip below: what came in, what was decided and why, what went out, and what became of it.

import { byId, el, fill } from "./elements.js";
import { explain } from "./explaining.js";
import { timeWithSeconds, world } from "./world.js";

const TIMERS = { settle: "nothing more came: the pause is over", album: "the album is complete",
  ladder: "the client waits: the next step", appointment: "an appointment comes near" };
const HOUSE = { house: "the house, of its own accord", delivery: "something did not arrive" };

const DEEDS = { service: "a line of Telegram's own", my_chat_member: "blocks, unblocks or moves the bot",
  chat_member: "came or went", message_reaction: "put a sign", edited_message: "edited" };

/** What set it off, in a few words. */
export function occasion(stir) {
  const [kind, ...rest] = stir.deed.split(":");
  const words = rest.join(":");
  if (stir.update === null) return { who: stir.actor || "Loket", what: TIMERS[kind] ?? HOUSE[kind] ?? kind };
  const verb = { wrote: "wrote", tapped: "tapped", edited: "edited", sent: "sent a" }[kind];
  const quoted = kind === "sent" ? words.replace("voice", "voice message") : `“${words}”`;
  return { who: stir.actor || "Somebody", what: verb ? `${verb} ${quoted}` : DEEDS[kind] ?? kind };
}

export const percent = (share) => `${Math.round(share * 100)}%`;

const VERDICTS = { answer: "answers", shown: "shows", clarify: "asks back", handover: "fetches a person", listen: "listens",
  smalltalk: "small talk" };

/** An unsure reaction is held back: people send a question in pieces. */
export const waits = (thought) => !thought.verdict && thought.timers.some(([timer]) => timer === "settle");

/** A decision in a few words. */
export function verdict(thought) {
  const [word, what] = thought.verdict.split(":");
  if (!word) return waits(thought) ? "not sure: waits a moment" : "";
  const names = { "no-match": "nothing fits", asked: "asked for" };
  return `${VERDICTS[word] ?? word}${what ? `: ${(names[what] ?? what).replaceAll(",", ", ")}` : ""}`;
}

function thoughtCell(stir) {
  if (stir.thoughts.length === 0) {
    const state = { waiting: "waits for the bot", working: "at work…", handled: stir.update === null ? "keeps its own books" : "no conversation changes" };
    return [el("span.faint", {}, state[stir.state] ?? `not yet: ${stir.state}`)];
  }
  return stir.thoughts.flatMap((thought) => [
    verdict(thought) && el("b", {}, verdict(thought)),
    thought.candidates.length > 0 && el("span.chances", {}, ...thought.candidates.slice(0, 3).map(([entry, chance]) => {
      const bar = el("i");
      bar.style.width = percent(chance);
      return el("span.chance", { title: entry }, bar, el("span", {}, `${entry} ${percent(chance)}`));
    })),
    thought.before === thought.after
      ? el("span.phase", {}, thought.after)
      : el("span.phase.moved", {}, thought.before, el("span", { role: "img", "aria-label": "becomes" }, " → "), thought.after),
  ]);
}

const OPERATIONS = { send: "message", edit: "edit", "edit-caption": "edit", copy: "copy", "copy-album": "album",
  document: "file", picture: "picture", "open-topic": "open topic", "dress-topic": "topic's name", pin: "pin",
  "close-topic": "close topic", "reopen-topic": "reopen topic", "delete-topic": "delete topic" };
export const operation = (row) => OPERATIONS[row.operation] ?? row.operation;

/** Where it goes: to the client, or to the desk. */
export const direction = (row) => row.lane.startsWith("client:") ? "client" : "desk";

/** The messenger writes its methods with a small letter. */
export const method = (call) => call.method.charAt(0).toLowerCase() + call.method.slice(1);

export function standing(row) {
  if (row.state === "arrived") return "good";
  return ["again", "given up"].includes(row.state) ? "bad" : "busy";
}

/** The same things together, in the order in which they first come: `[thing, how many]`. */
function counted(things, name) {
  const groups = new Map();
  for (const thing of things) groups.set(name(thing), [...groups.get(name(thing)) ?? [], thing]);
  return [...groups.values()];
}
const times = (group) => group.length > 1 ? ` ×${group.length}` : "";

function rowsCell(stir) {
  if (stir.rows.length === 0) return [el("span.faint", {}, "—")];
  return counted(stir.rows, (row) => operation(row) + direction(row))
    .map((group) => el(`span.slip.to-${direction(group[0])}`, {}, operation(group[0]) + times(group)));
}

function deliveryCell(stir) {
  const signs = { good: "✓", bad: "!", busy: "…" };
  const name = (row) => standing(row) + (row.calls.length > 0 ? method(row.calls.at(-1)) : row.state);
  return counted(stir.rows, name).map((group) => {
    const call = group[0].calls.at(-1);
    const took = group.reduce((sum, row) => sum + row.calls.reduce((ms, one) => ms + one.took_ms, 0), 0);
    const words = call ? `${method(call)}${times(group)} ${took} ms` : `${group[0].state}${times(group)}`;
    const fault = group.flatMap((row) => row.calls).find((one) => one.fault)?.fault;
    return el(`span.call.${standing(group[0])}`, { title: fault ?? group[0].why }, `${signs[standing(group[0])]} ${words}`,
      fault && el("em", {}, ` after ${fault.slice(0, 44)}`));
  });
}

function stirNode(stir) {
  const { who, what } = occasion(stir);
  const bad = stir.rows.some((row) => standing(row) === "bad") || !["waiting", "working", "handled"].includes(stir.state);
  return el(bad ? "li.bad" : "li", {}, el("button.stir", { type: "button", "data-key": String(stir.number),
    onclick: () => explain(stir.number) },
    el("span.when", {}, timeWithSeconds(stir.at_ms)),
    el("span.what", {}, el("b", {}, who), ` ${what}`),
    el("span.why", {}, ...thoughtCell(stir).filter(Boolean)),
    el("span.rows", {}, ...rowsCell(stir)),
    el("span.calls", {}, ...deliveryCell(stir))));
}

/** Telegram's own lines about topics and pins, to which the bot does nothing, are left out. */
const isTelling = (stir) => stir.thoughts.length > 0 || stir.rows.length > 0 || stir.deed !== "service";

export function drawInside() {
  const shown = world.state.inside.filter(isTelling);
  fill(byId("stirs"), shown, () => shown.length > 0
    ? shown.map(stirNode)
    : [el("li.empty", {}, "Nothing yet. Whatever somebody writes or taps comes by here, with what the bot makes of it.")]);
  const { calls, violations } = world.state;
  byId("tally").textContent = `${calls[0]?.number ?? 0} calls of the Bot API${violations > 0 ? `, ${violations} too early` : ""}`;
}
