// The drawer of misfortunes: everything that goes wrong in the world, at a tap.

import { byId, el, fill, toast } from "./elements.js";
import { act, forum, humans, person, topic, view, world } from "./world.js";

function deeds() {
  const owner = person(view.client);
  const next = (kind) => () => act({ verb: "misfortune", kind });
  const { id: chat, members, former } = forum();
  const bot = members.find((member) => member.is_bot);
  const lostBot = former.find((member) => member.is_bot);
  const manager = humans().find((member) => member.id === view.manager && member.role !== "creator");
  const current = topic();
  const runs = world.state.bot.runs;
  return [
    ["The bot", [
      ["The bot is killed, in the middle of whatever it does", runs && (() => act({ verb: "power", on: false }))],
      ["The bot starts again, on the same database", !runs && (() => act({ verb: "power", on: true }))],
    ]],
    ["The line to Telegram", [
      ["Next message: too many, wait 10 seconds (429)", next("too_many_requests")],
      ["Next message: it arrives, the answer gets lost", next("lost_answer")],
      ["Next call: bad gateway (502)", next("server_error")],
      ["Next call: the line is cut", next("cut_line")],
      ["Call off what has not struck yet", world.state.misfortunes > 0 && (() => act({ verb: "no_misfortunes" }))],
    ]],
    ["The client", [
      [owner && (owner.blocks ? `${owner.name} unblocks the bot` : `${owner.name} blocks the bot`),
        owner && (() => act({ verb: owner.blocks ? "unblock" : "block", person: owner.id }))],
    ]],
    ["The desk", [
      [current && `The topic “${current.name}” is deleted`, current && (() => act({ verb: "delete_topic", chat, thread: current.thread }))],
      [current && (current.closed ? `The topic “${current.name}” is opened again` : `The topic “${current.name}” is closed`),
        current && (() => act({ verb: current.closed ? "reopen_topic" : "close_topic", person: view.manager, chat, thread: current.thread }))],
      [manager && `${manager.name} leaves the group`, manager && (() => act({ verb: "leave", person: manager.id, chat }))],
      [manager && `${manager.name} is removed from the group`, manager && (() => act({ verb: "remove", person: manager.id, chat }))],
      ...former.filter((member) => !member.is_bot).map((member) =>
        [`${member.name} comes back into the group`, () => act({ verb: "join", person: member.id, chat })]),
      ["The bot loses its rights", bot?.role === "administrator" && (() => act({ verb: "bot_rights", chat, given: false }))],
      ["The bot gets its rights", bot?.role !== "administrator" && (() => act({ verb: "bot_rights", chat, given: true }))],
      ["The bot is removed from the group", bot && (() => act({ verb: "remove", person: bot.id, chat }))],
      ["The bot comes back into the group", !bot && lostBot && (() => act({ verb: "join", person: lostBot.id, chat }))],
    ]],
    ["Time", [
      ["5 minutes pass", () => act({ verb: "advance_clock", minutes: 5 })],
      ["An hour passes", () => act({ verb: "advance_clock", minutes: 60 })],
      ["A day passes", () => act({ verb: "advance_clock", minutes: 1440 })],
      ["The next working morning comes", () => act({ verb: "next_morning" })],
    ]],
  ].map(([title, all]) => [title, all.filter(([label, deed]) => label && deed)]).filter(([, all]) => all.length > 0);
}

export function drawTroubles() {
  const coming = world.state.misfortunes;
  byId("coming").hidden = coming === 0;
  byId("coming").textContent = String(coming);
  const groups = deeds();
  const labels = groups.map(([title, all]) => [title, all.map(([label]) => label)]);
  // The buttons stay; what they do is looked up when they are tapped.
  fill(byId("deeds"), labels, () => groups.map(([title, all]) => el("section", {}, el("h3", {}, title),
    ...all.map(([label]) => el("button.deed", { type: "button", "data-key": label, onclick: async () => {
      const deed = deeds().flatMap(([, these]) => these).find(([name]) => name === label);
      if (!deed || !await deed[1]()) return;
      // What comes of it happens behind the drawer.
      byId("troubles").close();
      toast(label);
    } }, label)))));
}
