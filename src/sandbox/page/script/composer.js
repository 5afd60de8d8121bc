// Where somebody writes: words, replies, edits, files, commands. Enter sends, arrow up changes the last one, Escape stops.

import { el, icon } from "./elements.js";
import { act, upload } from "./world.js";

const STAND_INS = [["photo", "🖼", "Photo"], ["album", "🎞", "Album of three"], ["voice", "🎤", "Voice message"],
  ["document", "📄", "Document"], ["location", "📍", "Location"], ["contact", "👤", "Phone number"], ["quiz", "❓", "Quiz"]];

/** Builds a composer in `form`. `commands` and `messages` give what is known at that moment. */
export function makeComposer(form, place, commands, messages) {
  let editing = null;
  let replying = null;
  const box = el("textarea", { rows: 1, placeholder: "Message", maxLength: 4096, "aria-label": "Message" });
  box.id = `${form.id.split("-")[0]}-box`;
  const context = el(".context", { hidden: true });
  const menu = el(".menu", { hidden: true, role: "menu" });
  const picker = el("input", { type: "file", hidden: true, multiple: true, tabIndex: -1, "aria-label": "Files" });

  const close = () => { menu.hidden = true; };
  const item = (onclick, ...children) => el("button", { type: "button", role: "menuitem",
    onclick: () => { close(); onclick(); } }, ...children);

  const attach = async (what) => {
    // What stands in the box goes along as the words under it.
    const caption = editing ? "" : box.value.trim();
    if (await act({ verb: "send", ...place(), what, caption, reply_to: replying?.id ?? null })) clear();
  };
  const attachItems = () => [
    item(() => picker.click(), el("span", {}, "📁"), "A file of yours…"),
    ...STAND_INS.map(([what, sign, label]) => item(() => attach(what), el("span", {}, sign), label))];
  const commandItems = () => {
    const known = commands().map(({ command, description }) => item(() => send(`/${command}`),
      el("b", {}, `/${command}`), el("small", {}, description)));
    return known.length > 0 ? known : [el("p", {}, "The bot has no commands here yet.")];
  };
  const openMenu = (kind, items) => (event) => {
    event.stopPropagation();
    const isOpen = !menu.hidden && menu.dataset.kind === kind;
    menu.dataset.kind = kind;
    menu.replaceChildren(...items());
    menu.hidden = isOpen;
    if (!isOpen) menu.querySelector("button")?.focus();
  };
  menu.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") { close(); box.focus(); }
    if (!step) return;
    event.preventDefault();
    const items = [...menu.querySelectorAll("button")];
    items.at((items.indexOf(document.activeElement) + step) % items.length)?.focus();
  });
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) close(); });

  picker.addEventListener("change", async () => {
    for (const file of picker.files) {
      if (await upload(place(), file, box.value.trim(), replying?.id)) clear();
    }
    picker.value = "";
  });

  const setContext = (label, text) => {
    context.hidden = label === null;
    if (label === null) return;
    context.replaceChildren(icon(editing ? "edit" : "reply"), el("span", {}, el("b", {}, label), text),
      el("button.round.quiet", { type: "button", "aria-label": "Cancel", onclick: () => { clear(); box.focus(); } }, icon("close")));
  };
  const grow = () => {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 2}px`;
    form.classList.toggle("has-words", box.value.trim() !== "");
  };
  const clear = () => { editing = replying = null; box.value = ""; setContext(null); grow(); };
  const composer = {
    edit(message) {
      clear();
      editing = message;
      box.value = message.text;
      setContext("Edit message", message.text);
      grow();
      box.focus();
    },
    reply(message) {
      editing = null;
      replying = message;
      setContext(`Reply to ${message.author}`, message.text || "file");
      box.focus();
    },
    /** Shows what somebody in a scene is typing. */
    show(text) {
      if (document.activeElement === box) return;
      box.value = text;
      grow();
      box.scrollTop = box.scrollHeight;
    },
    clear,
  };

  const send = (text) => act({ verb: "write", ...place(), text, reply_to: replying?.id ?? null });
  const submit = async () => {
    const text = box.value.trim();
    if (!text) return;
    const isDone = editing ? await act({ verb: "edit", ...place(), message: editing.id, text }) : await send(text);
    if (isDone) clear();
  };
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape") {
      clear();
    } else if (event.key === "ArrowUp" && box.value === "") {
      const own = messages().findLast((message) => message.author_id === place().person && message.editable && message.text);
      if (own) { event.preventDefault(); composer.edit(own); }
    }
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  form.replaceChildren(menu, context, picker, el(".row", {},
    el("button.round.quiet", { type: "button", title: "Commands of the bot", "aria-label": "Commands of the bot",
      "aria-haspopup": "menu", onclick: openMenu("commands", commandItems) }, icon("menu")),
    box,
    el("button.round.quiet", { type: "button", title: "Attach a file", "aria-label": "Attach a file",
      "aria-haspopup": "menu", onclick: openMenu("attach", attachItems) }, icon("clip")),
    el("button.round.send", { type: "submit", title: "Send (Enter)", "aria-label": "Send" }, icon("send"))));
  return composer;
}
