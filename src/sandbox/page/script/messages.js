// One message as the app shows it: bubble, files, buttons, and what can be done with it.

import { avatar, el, icon } from "./elements.js";
import { formatted } from "./words.js";
import { act, time, world } from "./world.js";

/** In a private chat it is plain who writes. */
const isPrivate = (place) => place.chat === place.person;

const address = (media) => `sandbox/file/${encodeURIComponent(media.file_id)}`;

function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function photo(media) {
  const link = { href: address(media), target: "_blank", rel: "noopener", title: "Show it in full" };
  const image = el("img", { src: address(media), alt: "Photo", loading: "lazy" });
  if (media.pixels) [image.width, image.height] = media.pixels;
  return el("a.photo", link, image);
}

/** The hills of a spoken message: always the same for the same one. */
function waves(id) {
  const bars = Array.from({ length: 34 }, (_, nth) => {
    const bar = el("i");
    const height = 4 + Math.abs(Math.sin((nth + id) * 1.7) * Math.cos((nth + id) * 0.6)) * 16;
    bar.style.height = `${height.toFixed(0)}px`;
    return bar;
  });
  return el("span.waves", { "aria-hidden": "true" }, ...bars);
}

function fileOf(message, media) {
  if (media.kind === "photo") return photo(media);
  const link = { href: address(media), download: media.name, title: `Save ${media.name}` };
  if (media.kind === "voice") {
    const long = `0:${String(media.seconds).padStart(2, "0")}`;
    return el("a.file.voice", { ...link, "aria-label": `Voice message, ${media.seconds} seconds` },
      el("span.disc", {}, icon("play")), el("span", {}, waves(message.id), el("small", {}, long)));
  }
  const ending = media.name.includes(".") ? media.name.split(".").at(-1) : media.kind;
  return el("a.file", link, el("span.disc", {}, icon("down")),
    el("span", {}, el("b", {}, media.name), el("small", {}, `${size(media.size)} · ${ending.toUpperCase()}`)));
}

function buttonRows(rows, onTap, name) {
  const node = (button) => el("button", { type: "button", title: button.url ?? "", onclick: () => onTap(button) },
    el("span", {}, button.text), button.url && icon("link"));
  return el(`.${name}`, {}, ...rows.map((row) => el("div", {}, ...row.map(node))));
}

export function tap(place, message, button) {
  if (button.url) window.open(button.url, "_blank", "noopener,noreferrer");
  else act({ verb: "tap", ...place, message: message.id, button: button.data ?? button.text });
}

export const keyboardRows = (place, message) =>
  buttonRows(message.keyboard, (button) => tap(place, message, button), "rows").children;

/** Shows where a message stands. */
export function flash(chat, id) {
  const node = document.getElementById(`m${chat}-${id}`);
  if (!node) return;
  node.scrollIntoView({ block: "center" });
  node.classList.add("flash");
  setTimeout(() => node.classList.remove("flash"), 1400);
}

function ticks() {
  const two = el("span.ticks", { role: "img", "aria-label": "delivered" }, icon("check"), icon("check"));
  return two;
}

/** `album`: the other pictures of its album, which stand in the same bubble. */
export function messageNode(message, album, all, place, composer, follows) {
  const id = `m${place().chat}-${message.id}`;
  if (message.service) return el("p.service", { id }, `${message.author} ${message.text}`);
  const mine = message.author_id === place().person;
  const hasWords = message.media ? !["video_note", "sticker"].includes(message.media.kind) : message.editable;
  const editable = mine && hasWords && !message.forwarded;
  const answered = all.find((other) => other.id === message.reply_to);
  const pictures = [message, ...album].filter((one) => one.media);
  const tools = el("span.tools", {},
    el("button", { type: "button", title: "Reply", "aria-label": "Reply", onclick: () => composer.reply(message) }, icon("reply")),
    editable && el("button", { type: "button", title: "Edit", "aria-label": "Edit", onclick: () => composer.edit(message) }, icon("edit")));
  const caption = [message, ...album].find((one) => one.text);
  const foot = el("span.foot", {}, message.edited && "edited ", time(message.date), mine && ticks());
  const group = !isPrivate(place());
  const quoted = answered && el("button.quote", { type: "button", onclick: () => flash(place().chat, answered.id) },
    el("b", {}, answered.author), el("span", {}, answered.text || answered.media?.name || "file"));
  const bubble = el(".bubble", {},
    !mine && group && !follows && el(`span.author.hue-${message.author_id % 7}`, {}, message.author),
    message.forwarded && el("small.forwarded", {}, "Forwarded message"),
    message.only_for !== null && el("small.private", {}, "Only you see this"),
    quoted,
    pictures.length > 0 && el(pictures.length > 1 ? ".album" : ".media", {}, ...pictures.map((one) => fileOf(one, one.media))),
    caption && el("span.words", {}, ...formatted(caption.text, caption.entities)),
    message.reactions.length > 0 && el("span.reactions", {}, ...message.reactions.map((sign) => el("span", {}, sign))),
    foot);
  bubble.addEventListener("click", (event) => {
    if (!event.target.closest("a, button")) bubble.closest(".message").classList.toggle("chosen");
  });
  const kinds = [mine && "mine", message.edited && "edited", follows && "follows", message.only_for !== null && "for-one",
    pictures.length > 0 && pictures[0].media.kind === "photo" && "with-photo", !caption && "wordless"].filter(Boolean);
  return el(["div", "message", ...kinds].join("."), { id },
    group && !mine && (follows ? el("span.avatar.none") : message.from_bot
      ? el("span.avatar.of-bot", { "aria-hidden": "true" }, "L") : avatar(message.author, message.author_id)),
    el(".column", {}, el(".line", {}, bubble, tools),
      message.buttons.length > 0 && buttonRows(message.buttons, (button) => tap(place(), message, button), "buttons")));
}

/** What stands in a list for a message. */
export function summary(message) {
  if (!message) return "";
  const kind = message.media && (message.text ? "" : message.media.kind === "document" ? message.media.name : message.media.kind.replace("_", " "));
  const name = message.author === world.state.bot.name ? "Loket" : message.author;
  return message.service ? `${name} ${message.text}` : `${name}: ${kind || message.text}`;
}
