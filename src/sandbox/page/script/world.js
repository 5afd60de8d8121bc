// What is true in the sandbox at this moment, as the server says, and where the visitor looks.

import { toast } from "./elements.js";

export const world = { state: null };

/** Where the visitor looks. */
export const view = {
  client: null,
  manager: null,
  thread: "general",
  seen: new Map(),      // the newest message seen, per thread and per client
  answered: new Set(),  // tapped buttons whose answer was shown
};

// The desks are in the Netherlands, wherever the visitor is.
const ZONE = { timeZone: "Europe/Amsterdam" };
const HOURS = { hour: "2-digit", minute: "2-digit", hour12: false, ...ZONE };
export const time = (seconds) => new Date(seconds * 1000).toLocaleTimeString("en-GB", HOURS);
export const timeWithSeconds = (ms) => new Date(ms).toLocaleTimeString("en-GB", { ...HOURS, second: "2-digit" });
export const day = (seconds) => new Date(seconds * 1000).toLocaleDateString("en-GB", { day: "numeric", month: "long", ...ZONE });
export const moment = (seconds) =>
  new Date(seconds * 1000).toLocaleString("en-GB", { weekday: "short", day: "numeric", month: "short", ...HOURS });

async function told(answer) {
  if (answer?.ok) return true;
  const reason = answer && await answer.json().then((body) => body.error).catch(() => null);
  toast(reason ?? "The sandbox does not answer.");
  return false;
}

/** Does something in the name of somebody. */
export async function act(deed) {
  const headers = { "content-type": "application/json" };
  return told(await fetch("sandbox/act", { method: "POST", headers, body: JSON.stringify(deed) }).catch(() => null));
}

/** Sends a file from the visitor's machine. */
export async function upload(place, file, caption, replyTo) {
  const query = new URLSearchParams({ person: place.person, chat: place.chat, name: file.name, caption });
  if (place.thread !== null) query.set("thread", place.thread);
  if (replyTo) query.set("reply_to", replyTo);
  const headers = { "content-type": "application/octet-stream" };
  return told(await fetch(`sandbox/upload?${query}`, { method: "POST", headers, body: file }).catch(() => null));
}

export const person = (id) => world.state.people.find((someone) => someone.id === id);
export const forum = () => world.state.forums[0];
export const topic = () => forum()?.topics.find((one) => String(one.thread) === view.thread && !one.deleted);
export const humans = () => forum()?.members.filter((member) => !member.is_bot) ?? [];
export const owner = () => humans().find((member) => member.role === "creator");

/** What the acting manager sees of a thread: some messages are for one person only. */
export const messagesIn = (thread) => (forum()?.threads[thread] ?? [])
  .filter((message) => message.only_for === null || message.only_for === view.manager);

/** The newest thing that somebody wrote; the messenger's own lines are no news. */
export const newest = (messages) => messages.findLast((message) => !message.service)?.id ?? 0;

/** Clients first; who works at the desk has a phone here only when they have met the bot. */
export function phones() {
  const staff = new Set([...humans(), ...forum()?.former ?? []].map((member) => member.id));
  const met = world.state.people.filter((someone) => !staff.has(someone.id) || someone.messages.length > 0);
  return met.sort((a, b) => staff.has(a.id) - staff.has(b.id));
}

/** Who looks after the house: the owner of the forum. */
export const isAdmin = (id) => owner()?.id === id;

export const clientPlace = () => ({ person: view.client, chat: view.client, thread: null });

let isAnonymous = () => false;
export const askAnonymity = (how) => { isAnonymous = how; };
export const deskPlace = () => ({
  person: view.manager,
  chat: forum().id,
  thread: view.thread === "general" ? null : Number(view.thread),
  anonymous: isAnonymous(),
});
