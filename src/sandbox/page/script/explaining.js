// One entry of the strip, told in sentences.

import { byId, el } from "./elements.js";
import { direction, method, occasion, operation, percent, standing, verdict, waits } from "./inside.js";
import { moment, timeWithSeconds, world } from "./world.js";

let shown = null;

const PHASES = { answering: "the bot answers", offering: "the bot asked back, and waits for a choice",
  waiting: "a case is open, and nobody has taken it yet", "with-manager": "a person has the chat, and the bot keeps still",
  closed: "the case is closed; the next question is for the bot again" };

function received(stir) {
  const { who, what } = occasion(stir);
  if (stir.update === null) return el("p", {}, `At ${timeWithSeconds(stir.at_ms)}: ${what}${stir.actor ? `, for ${who}` : ""}.`);
  const state = { waiting: "It waits at Telegram, or in the inbox, until the bot takes it up.",
    working: "A worker has taken it up.", handled: "It is handled: that was written in the same commit as everything below." };
  return el("p", {}, `At ${timeWithSeconds(stir.at_ms)} ${who} ${what}. Update ${stir.update} was stored before Telegram heard that it arrived. `,
    state[stir.state] ?? `It could not be handled (${stir.state}) and is tried again.`);
}

function chances(thought) {
  const from = Math.min(thought.answer_from, 1);
  const line = (share) => { const mark = el("s"); mark.style.left = percent(share); return mark; };
  return el("figure.chart", { "aria-label": "How probable each candidate is" },
    ...thought.candidates.map(([entry, chance]) => {
      const bar = el("i");
      bar.style.width = percent(chance);
      return el(".bar", {}, el("code", {}, entry), el("span.track", {}, bar, line(from), line(thought.option_from)), el("b", {}, percent(chance)));
    }),
    el("figcaption", {}, `The lines: from ${percent(from)} it is the answer, from ${percent(thought.option_from)} an option to ask back with.`));
}

function why(thought) {
  const [word] = thought.verdict.split(":");
  const first = thought.candidates[0];
  if (waits(thought)) return "Nothing is sure enough to say at once. People send a question in pieces, so it waits a moment for more.";
  const say = {
    answer: () => first && first[1] >= thought.answer_from
      ? `${first[0]} is ${percent(first[1])} sure, and that is enough to answer: from ${percent(thought.answer_from)} on.`
      : "It is what was asked for.",
    clarify: () => "No candidate is sure enough, but a few together are: one short question back, never two in a row.",
    handover: () => thought.signs.includes("asks for a person") || thought.verdict.includes("asked") || thought.candidates.length === 0
      ? "A person was asked for, or nothing in the catalogue fits. Then a person is fetched."
      : `Nothing is sure enough (the best is ${percent(first[1])}). The bot does not guess: it fetches a person.`,
    listen: () => "These words speak of distress. No schemes now: calm words, the listening lines, and a person first.",
    smalltalk: () => "This is no question.",
    shown: () => "It is what was tapped.",
  }[word];
  return say ? say() : "There was nothing to judge: the phase says what happens.";
}

function decided(thought) {
  const moved = thought.before !== thought.after;
  return el("section", {},
    el("h3", {}, "Decision", verdict(thought) && `: ${verdict(thought)}`),
    el("p", {}, why(thought)),
    thought.candidates.length > 0 && chances(thought),
    thought.signs.length > 0 && el("p.faint", {}, `Noticed: ${thought.signs.join(" · ")}.`),
    el("p", {}, moved ? "The conversation moves: " : "The conversation stays where it is: ",
      moved && el("span", {}, el("b", {}, thought.before), " → "), el("b", {}, thought.after),
      ` (${PHASES[thought.after] ?? thought.after}).`),
    thought.timers.length > 0 && el("p.faint", {}, "Looked at again: ",
      thought.timers.map(([timer, at]) => `${timer} at ${moment(at / 1000)}`).join("; "), "."));
}

function outcome(row) {
  const call = row.calls.at(-1);
  const told = { waiting: "waits for its turn", sending: "goes out now", arrived: "arrived", again: "is tried again" }[row.state] ?? row.state;
  const tries = row.calls.length > 1 ? `, after ${row.calls.length} calls` : "";
  return `${told}${call ? ` (${method(call)}, ${call.took_ms} ms${tries})` : ""}`;
}

function sent(rows) {
  if (rows.length === 0) return el("p.faint", {}, "Nothing goes out.");
  return el("ol.deliveries", {}, ...rows.map((row) => el(`li.${standing(row)}`, {},
    el("b", {}, `${operation(row)} to the ${direction(row)}`), ` ${outcome(row)}`, row.why && el("small", {}, row.why),
    ...row.calls.filter((call) => call.fault).map((call) => el("small", {}, `${method(call)}: ${call.fault}`)))));
}

function draw(stir) {
  const { who, what } = occasion(stir);
  byId("explanation-title").textContent = `${who} ${what}`;
  byId("explanation-body").replaceChildren(
    el("h3", {}, "What came in"), received(stir),
    ...stir.thoughts.map(decided),
    el("h3", {}, "Outbox, and delivery"),
    el("p.faint", {}, "State, outbox and “handled” are one commit. After that a crash loses nothing: each row goes out until it arrived."),
    sent(stir.rows));
}

export function explain(number) {
  shown = number;
  const stir = world.state.inside.find((one) => one.number === number);
  if (!stir) return;
  draw(stir);
  if (!byId("explanation").open) byId("explanation").showModal();
}

/** What is explained changes while one reads. */
export function drawExplanation() {
  if (byId("explanation").open) explain(shown);
}
