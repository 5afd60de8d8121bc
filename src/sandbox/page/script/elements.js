// Making elements, icons, and saying something in passing. What people wrote goes in as text, never as markup.

export const byId = (id) => document.getElementById(id);

/** Makes an element: el("p.note", {title: "…"}, "text", child). */
export function el(kind, properties = {}, ...children) {
  const [tag, ...classes] = kind.split(".");
  const element = document.createElement(tag || "div");
  element.classList.add(...classes);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name.includes("-") || name === "role") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.filter((child) => child || child === 0));
  return element;
}

const PATHS = {
  send: "M3 20.5 21.5 12 3 3.5v6.6l12 1.9-12 1.9z",
  clip: "M17 6.5v10a5 5 0 0 1-10 0V6a3.2 3.2 0 0 1 6.4 0v9.6a1.4 1.4 0 0 1-2.8 0V6.5H9v9.1a3 3 0 0 0 6 0V6A4.8 4.8 0 0 0 5.4 6v10.5a6.6 6.6 0 0 0 13.2 0v-10z",
  menu: "M4 6h16v2H4zm0 5h16v2H4zm0 5h16v2H4z",
  plus: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z",
  close: "m6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z",
  back: "M20 11H7.8l5.6-5.6L12 4l-8 8 8 8 1.4-1.4L7.8 13H20z",
  pin: "M16 3v2l-1 1v5l3 3v2h-5v5l-1 1-1-1v-5H6v-2l3-3V6L8 5V3z",
  down: "M11 4h2v9l3.5-3.5L18 11l-6 6-6-6 1.5-1.5L11 13zM5 19h14v2H5z",
  play: "M8 5v14l11-7z",
  reply: "M10 8V4l-7 7 7 7v-4.1c5 0 8.5 1.6 11 5.1-1-5-4-10-11-11z",
  edit: "M4 17.2V20h2.8L17 9.8 14.2 7zM20.7 6a1 1 0 0 0 0-1.4l-1.8-1.8a1 1 0 0 0-1.4 0L16 4.3 19.7 8z",
  check: "m5 12.5 4.5 4.5L19 7.5",
  link: "M8 6h10v10h-2V9.4L7.4 18 6 16.6 14.6 8H8z",
};

/** An icon; it says nothing to a screen reader. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon-svg", `icon-${name}`);
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** A round coloured sign with the first letter of a name, as the messenger gives everybody. */
export function avatar(name, id) {
  return el(`span.avatar.hue-${Math.abs(Number(id)) % 7}`, { "aria-hidden": "true" }, [...name][0] ?? "?");
}

/** Fills a holder only when something is different, so that focus and scrolling stay. */
export function fill(holder, content, make) {
  const key = JSON.stringify(content);
  if (holder.dataset.content === key) return false;
  const focused = holder.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  holder.dataset.content = key;
  holder.replaceChildren(...[make()].flat().filter(Boolean));
  if (focused) holder.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  return true;
}

let toastTimer;
export function toast(text) {
  const box = byId("toast");
  box.textContent = text;
  box.classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => box.classList.remove("shown"), 4500);
}
