// The page of the sandbox. It asks for the whole state whenever something changed, and draws it.
// Everything people wrote is put in as text, never as HTML.

const byId = (id) => document.getElementById(id);

let state = null;
const view = {
  client: null,
  manager: null,
  thread: "general",
  seen: new Map(),      // the newest message seen, per thread and per client
  answered: new Set(),  // callback queries whose answer was shown
};

// --- small helpers -------------------------------------------------------------------------------

/** Makes an element: el("p.note", {title: "…"}, "text", child). */
function el(kind, properties = {}, ...children) {
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

// The desks are in the Netherlands, wherever the visitor is.
const HOURS = { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "Europe/Amsterdam" };
const time = (seconds) => new Date(seconds * 1000).toLocaleTimeString("en-GB", HOURS);

let toastTimer;
function toast(text) {
  const box = byId("toast");
  box.textContent = text;
  box.classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => box.classList.remove("shown"), 4000);
}

async function act(deed) {
  const answer = await fetch("sandbox/act", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(deed),
  }).catch(() => null);
  if (answer?.ok) return true;
  const reason = answer && await answer.json().then((body) => body.error).catch(() => null);
  toast(reason ?? "The sandbox does not answer.");
  return false;
}

// --- what is on screen ---------------------------------------------------------------------------

const person = (id) => state.people.find((someone) => someone.id === id);
const forum = () => state.forums[0];
const topic = () => forum()?.topics.find((topic) => String(topic.thread) === view.thread && !topic.deleted);
/** What the acting manager sees of a thread: some messages are for one person only. */
const messagesIn = (thread) => (forum()?.threads[thread] ?? [])
  .filter((message) => message.only_for === null || message.only_for === view.manager);
const threadMessages = () => messagesIn(view.thread);
/** The newest thing that somebody wrote; Telegram's own lines are no news. */
const newest = (messages) => messages.findLast((message) => !message.service)?.id ?? 0;
const humans = () => forum()?.members.filter((member) => !member.is_bot) ?? [];
const owner = () => humans().find((member) => member.role === "creator");

/** In a private chat it is plain who writes. */
const isPrivate = (place) => place.chat === place.person;

const clientPlace = () => ({ person: view.client, chat: view.client, thread: null });
const deskPlace = () => ({
  person: view.manager,
  chat: forum().id,
  thread: view.thread === "general" ? null : Number(view.thread),
  anonymous: byId("anonymous").checked,
});

// --- messages ------------------------------------------------------------------------------------

const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote" };

/** Formatted text as nodes. Offsets are UTF-16 units, and so are the indices of a JavaScript string. */
function formatted(text, entities, from = 0, to = text.length) {
  const nodes = [];
  let at = from;
  const inside = entities.filter((entity) => entity.offset >= from && entity.offset + entity.length <= to);
  while (inside.length > 0) {
    const entity = inside.shift();
    if (entity.offset < at) continue;
    const end = entity.offset + entity.length;
    const nested = inside.filter((other) => other.offset + other.length <= end);
    nodes.push(text.slice(at, entity.offset), marked(entity, text, formatted(text, nested, entity.offset, end)));
    at = end;
  }
  nodes.push(text.slice(at, to));
  return nodes;
}

/** The thread of our forum that a link of the messenger's own leads to. */
function linkedThread(address) {
  const [, chat, thread] = address.match(/^https?:\/\/t\.me\/c\/(\d+)\/(\d+)/) ?? [];
  return chat && `-100${chat}` === String(forum()?.id) ? thread : null;
}

function marked(entity, text, children) {
  const address = entity.url ?? text.slice(entity.offset, entity.offset + entity.length);
  const thread = linkedThread(address);
  if (thread) return el("button.plain.to-thread", { type: "button", onclick: () => openThread(thread) }, ...children);
  if (["text_link", "url"].includes(entity.type) && /^https?:\/\//.test(address)) {
    return el("a", { href: address, target: "_blank", rel: "noopener noreferrer", title: address }, ...children);
  }
  if (entity.type === "spoiler") return el("span.spoiler", { tabIndex: 0 }, ...children);
  return el(TAGS[entity.type] ?? "span", {}, ...children);
}

const SIGNS = { photo: "🖼", voice: "🎤", document: "📄", video: "🎞", audio: "🎵", animation: "🎞",
  video_note: "⏺", sticker: "🏷" };

function mediaNode(media) {
  const sign = SIGNS[media.kind] ?? "📎";
  const address = `sandbox/file/${encodeURIComponent(media.file_id)}`;
  if (media.kind === "photo") {
    const link = { href: address, target: "_blank", rel: "noopener", title: "Show it in full" };
    return el("a.media.photo", link, el("span", { "aria-hidden": "true" }, sign), el("img", { src: address, alt: "Photo" }));
  }
  const link = { href: address, download: media.name, title: `Save ${media.name}` };
  const label = media.kind === "voice" ? "Voice message" : media.name;
  return el("a.media", link, el("span.sign", { "aria-hidden": "true" }, sign),
    el("span", {}, label, el("small", {}, `${media.kind.replace("_", " ")}, ${media.size} bytes`)));
}

function messageNode(message, all, place, composer) {
  if (message.service) {
    return el("p.service", { id: `m${place().chat}-${message.id}` }, `${message.author} ${message.text}`);
  }
  const mine = message.author_id === place().person;
  const hasWords = message.media ? !["video_note", "sticker"].includes(message.media.kind) : message.editable;
  const editable = mine && hasWords && !message.forwarded;
  const edit = () => composer.edit(message);
  const answered = all.find((other) => other.id === message.reply_to);
  const tools = el("span.tools", {},
    el("button.plain", { type: "button", onclick: () => composer.reply(message) }, "reply"),
    editable && el("button.plain", { type: "button", onclick: edit }, "edit"));
  const bubble = el(".bubble", {},
    !mine && !isPrivate(place()) && el("span.author", {}, message.author),
    message.forwarded && el("small.author", {}, "forwarded"),
    message.only_for !== null && el("small.private", {}, "👁 Only you see this"),
    answered && el("button.quote", { type: "button", onclick: () => flash(place().chat, answered.id) },
      `${answered.author}: ${answered.text || "file"}`),
    message.media && mediaNode(message.media),
    message.text && el("span.words", {}, ...formatted(message.text, message.entities)),
    el("span.foot", {}, message.reactions.length > 0 && el("span.reactions", {}, message.reactions.join(" ")),
      tools, [message.pinned && "📌", message.edited && "edited", time(message.date)].filter(Boolean).join(" ")));
  // A tap on an own message changes it, on another's answers it; the buttons in its foot do the same by keyboard.
  bubble.addEventListener("click", (event) => {
    if (event.target.closest("a, button") || getSelection().toString()) return;
    if (editable) edit();
    else composer.reply(message);
  });
  const classes = [mine && "mine", message.only_for !== null && "for-one"].filter(Boolean);
  return el(["div", "message", ...classes].join("."), { id: `m${place().chat}-${message.id}` }, bubble,
    message.buttons.length > 0 && buttonRows(message.buttons, (button) => tap(place(), message, button), "buttons"));
}

function buttonRows(rows, onTap, name) {
  const node = (button) => el(button.url ? "button.link" : "button",
    { type: "button", title: button.url ?? "", onclick: () => onTap(button) }, button.text);
  return el(`.${name}`, {}, ...rows.map((row) => el("div", {}, ...row.map(node))));
}

function tap(place, message, button) {
  if (button.url) window.open(button.url, "_blank", "noopener,noreferrer");
  else act({ verb: "tap", ...place, message: message.id, button: button.data ?? button.text });
}

function flash(chat, id) {
  const node = byId(`m${chat}-${id}`);
  if (!node) return;
  node.scrollIntoView({ block: "center" });
  node.classList.add("flash");
  setTimeout(() => node.classList.remove("flash"), 1200);
}

/** A log that stood at its end stays there when it becomes smaller. */
const keepAtEnd = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    target.dataset.height = target.clientHeight;
    if (target.dataset.atEnd !== "false") target.scrollTop = target.scrollHeight;
  }
});
for (const log of document.querySelectorAll(".messages")) {
  keepAtEnd.observe(log);
  const isAtEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  log.addEventListener("scroll", () => {
    const wasResized = Number(log.dataset.height) !== log.clientHeight;
    if (!wasResized) log.dataset.atEnd = String(isAtEnd());
  });
}

/** Draws a log anew; stays where it was scrolled, or at the end if it was there. */
function drawLog(log, key, messages, place, composer, emptyText) {
  const content = JSON.stringify([key, messages]);
  if (log.dataset.content === content) return;
  const isOther = log.dataset.key !== key;
  const atEnd = log.dataset.atEnd !== "false";
  const top = log.scrollTop;
  const nodes = messages.map((message) => messageNode(message, messages, place, composer));
  log.replaceChildren(...(nodes.length > 0 ? nodes : [el("p.empty", {}, emptyText)]));
  log.dataset.content = content;
  log.dataset.key = key;
  log.scrollTop = isOther || atEnd ? log.scrollHeight : top;
}

// --- composers -----------------------------------------------------------------------------------

const STAND_INS = [["photo", "🖼 Photo"], ["album", "🖼 Three photos"], ["voice", "🎤 Voice message"],
  ["document", "📄 File"], ["location", "📍 Location"], ["contact", "👤 Contact"], ["quiz", "📊 Quiz (can't be copied)"]];

/** A text box with a menu of commands, a menu of attachments, and a line that says what it answers or edits. */
function makeComposer(form, place, commands, messages) {
  let editing = null;
  let replying = null;
  const context = el(".context", { hidden: true });
  const box = el("textarea", { rows: 1, placeholder: "Message", "aria-label": "Message" });
  const menu = el(".menu", { hidden: true });
  const openMenu = (title, items) => (event) => {
    const wasOpen = !menu.hidden && menu.dataset.title === title;
    menu.hidden = wasOpen;
    menu.dataset.title = title;
    menu.replaceChildren(...items());
    if (!wasOpen) menu.querySelector("button")?.focus();
    event.stopPropagation();
  };
  const chosen = (deed) => () => { menu.hidden = true; deed(); box.focus(); };
  const commandItems = () => {
    const known = commands();
    if (known.length === 0) return [el("p", {}, "The bot has set no commands here.")];
    return known.map(({ command, description }) => el("button", { type: "button",
      onclick: chosen(() => act({ verb: "write", ...place(), text: `/${command}` })) },
      `/${command}`, el("small", {}, description)));
  };
  // What stands in the box goes along as the words under it.
  const attach = async (what) => {
    const deed = { verb: "send", ...place(), what, caption: editing ? "" : box.value.trim(), reply_to: replying?.id ?? null };
    if (await act(deed)) clear();
  };
  const attachItems = () => STAND_INS.map(([what, label]) => el("button", { type: "button",
    onclick: chosen(() => attach(what)) }, label));

  const setContext = (label, text) => {
    context.hidden = label === null;
    if (label === null) return;
    context.replaceChildren(el("span", {}, `${label} ${text}`),
      el("button.plain", { type: "button", "aria-label": "Cancel", onclick: () => clear() }, "✕"));
  };
  const grow = () => { box.style.height = "auto"; box.style.height = `${box.scrollHeight + 2}px`; };
  const clear = () => { editing = replying = null; box.value = ""; setContext(null); grow(); };
  const composer = {
    edit(message) {
      clear();
      editing = message;
      box.value = message.text;
      setContext("Editing:", message.text);
      grow();
      box.focus();
    },
    reply(message) {
      editing = null;
      replying = message;
      setContext(`Reply to ${message.author}:`, message.text || "file");
      box.focus();
    },
    clear,
  };

  const submit = async () => {
    const text = box.value.trim();
    if (!text) return;
    const deed = editing
      ? { verb: "edit", ...place(), message: editing.id, text }
      : { verb: "write", ...place(), text, reply_to: replying?.id ?? null };
    if (await act(deed)) clear();
  };
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape") {
      clear();
    } else if (event.key === "ArrowUp" && box.value === "") {
      const own = messages().findLast((message) => message.author_id === place().person && message.text);
      if (own) { event.preventDefault(); composer.edit(own); }
    }
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") { menu.hidden = true; box.focus(); } });
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.hidden = true; });
  form.replaceChildren(menu, context, el(".row", {},
    el("button.plain.round", { type: "button", title: "Commands of the bot", "aria-label": "Commands of the bot",
      onclick: openMenu("commands", commandItems) }, "☰"),
    box,
    el("button.plain.round", { type: "button", title: "Send a stand-in for a file", "aria-label": "Attach",
      onclick: openMenu("attach", attachItems) }, "📎"),
    el("button.round", { type: "submit", title: "Send (Enter)", "aria-label": "Send" }, "➤")));
  return composer;
}

const phoneComposer = makeComposer(byId("phone-composer"), clientPlace,
  () => person(view.client)?.commands ?? [], () => person(view.client)?.messages ?? []);
const deskComposer = makeComposer(byId("desk-composer"), deskPlace,
  () => forum()?.commands ?? [], threadMessages);

// --- drawing -------------------------------------------------------------------------------------

/** A row of people, one tap each; a dot where something is unread. */
function drawPeople(holder, people, chosen, choose) {
  const content = JSON.stringify([people, chosen]);
  if (holder.dataset.content === content) return;
  const focused = holder.contains(document.activeElement) ? document.activeElement.dataset.id : null;
  holder.dataset.content = content;
  holder.replaceChildren(...people.map(({ id, label, title, isUnread }) => el("button", { type: "button", title,
    "data-id": String(id), "aria-pressed": String(id === chosen), onclick: () => choose(id) }, label,
    isUnread && el("span.dot", { role: "img", "aria-label": "unread" }))));
  if (focused) holder.querySelector(`[data-id="${focused}"]`)?.focus();
}

const LANGUAGES = { nl: "Dutch", en: "English" };

/** Clients first; who works at the desk has a phone here only when they have met the bot. */
const clients = () => {
  const staff = new Set([...humans(), ...forum()?.former ?? []].map((member) => member.id));
  const met = state.people.filter((someone) => !staff.has(someone.id) || someone.messages.length > 0);
  return met.sort((a, b) => staff.has(a.id) - staff.has(b.id));
};

function drawPhone() {
  view.client ??= clients()[0]?.id ?? null;
  const client = person(view.client);
  if (!client) return;
  if (byId("phone").offsetParent !== null) view.seen.set(`client ${client.id}`, newest(client.messages));
  drawPeople(byId("clients"), clients().map((someone) => ({
    id: someone.id, label: someone.name, title: `Phone in ${LANGUAGES[someone.language] ?? someone.language}`,
    isUnread: newest(someone.messages) > (view.seen.get(`client ${someone.id}`) ?? 0),
  })), view.client, (id) => {
    view.client = id;
    phoneComposer.clear();
    draw();
  });
  byId("bot-name").textContent = state.bot.name;
  drawLog(byId("phone-messages"), `client ${client.id}`, client.messages, clientPlace, phoneComposer,
    `${client.name} has not met the bot yet.`);
  byId("start").hidden = client.messages.length > 0;
  drawKeyboard(client);
}

/** The keyboard that the newest message with one brought along. */
function drawKeyboard(client) {
  const holder = byId("phone-keyboard");
  const message = client.messages.findLast((message) => message.keyboard.length > 0 || message.removes_keyboard);
  holder.hidden = !message || message.removes_keyboard;
  if (!holder.hidden) {
    const rows = buttonRows(message.keyboard, (button) => tap(clientPlace(), message, button), "rows");
    holder.replaceChildren(...rows.children);
  }
}

function lastLine(messages) {
  const last = messages.findLast((message) => !message.service) ?? messages.at(-1);
  return last ? `${last.author}: ${last.text || last.media?.kind || ""}` : "no messages";
}

function drawTopics() {
  const { topics, title } = forum();
  byId("forum-title").textContent = title;
  const open = topics.filter((topic) => !topic.deleted);
  if (view.thread !== "general" && !topic()) view.thread = "general";
  const newestIn = (thread) => newest(messagesIn(thread));
  const isDeskShown = byId("desk").offsetParent !== null
    && (!matchMedia("(max-width: 860px)").matches || byId("desk").classList.contains("in-thread"));
  if (isDeskShown) view.seen.set(view.thread, newestIn(view.thread));
  const rows = [
    { key: "general", name: "General", icon: el("span.icon.emoji", { "aria-hidden": "true" }, "#") },
    ...open.sort((a, b) => newestIn(String(b.thread)) - newestIn(String(a.thread))).map((topic) => ({
      key: String(topic.thread), name: topic.closed ? `🔒 ${topic.name}` : topic.name, icon: topicIcon(topic),
    })),
  ];
  byId("topics").replaceChildren(...rows.map(({ key, name, icon }) => {
    const isUnread = newestIn(key) > (view.seen.get(key) ?? 0);
    return el("li", {}, el("button", { type: "button", "data-key": key, "aria-current": String(key === view.thread),
      onclick: () => openThread(key) },
      icon, el("span.name", {}, el("span", {}, name), el("small", {}, lastLine(messagesIn(key)))),
      isUnread && el("span.dot", { role: "img", "aria-label": "unread" })));
  }));
}

function topicIcon(topic) {
  if (topic.icon) return el("span.icon.emoji", { "aria-hidden": "true" }, topic.icon);
  const icon = el("span.icon", { "aria-hidden": "true" }, topic.name.match(/\p{L}/u)?.[0].toUpperCase() ?? "#");
  icon.style.background = `color-mix(in srgb, #${topic.color.toString(16).padStart(6, "0")} 70%, #456)`;
  return icon;
}

function openThread(key) {
  view.thread = key;
  deskComposer.clear();
  byId("desk").classList.add("in-thread");
  drawDesk();
  byId("topics").querySelector(`[data-key="${key}"]`)?.focus();
}

function drawDesk() {
  if (!forum()) return;
  // Who left the group can't act in it any more.
  if (!humans().some((member) => member.id === view.manager)) {
    view.manager = humans().find((member) => member.role === "member")?.id ?? owner()?.id ?? null;
  }
  const focused = document.activeElement?.dataset?.key;
  drawTopics();
  if (focused) byId("topics").querySelector(`[data-key="${focused}"]`)?.focus();
  drawPeople(byId("managers"), humans().map((member) => ({
    id: member.id, label: member.role === "creator" ? `${member.name} (admin)` : member.name,
    title: member.username ? `@${member.username}` : "has no username",
  })), view.manager, (id) => {
    view.manager = id;
    drawDesk();
    drawDeeds();
  });
  const current = topic();
  byId("thread-name").textContent = current?.name ?? "General";
  byId("thread-note").textContent = current?.closed ? "closed" : `${humans().length} people and the bot`;
  byId("toggle-topic").hidden = !current;
  byId("toggle-topic").textContent = current?.closed ? "Reopen topic" : "Close topic";
  const messages = threadMessages();
  const pinned = messages.findLast((message) => message.pinned);
  byId("pinned").hidden = !pinned;
  if (pinned) {
    // As much of it as fits: without its empty lines, and without links inside the button that it is.
    const entities = pinned.entities.filter((entity) => entity.type in TAGS);
    const nodes = formatted(pinned.text || "a file", entities);
    byId("pinned").replaceChildren("📌 ",
      ...nodes.map((node) => typeof node === "string" ? node.replaceAll(/\n+/g, "\n") : node));
    byId("pinned").onclick = () => flash(forum().id, pinned.id);
  }
  drawLog(byId("desk-messages"), `thread ${view.thread} ${view.manager}`, messages, deskPlace, deskComposer,
    "Nothing here yet.");
}

function drawCalls() {
  byId("call-count").textContent = `· ${state.calls[0]?.number ?? 0}`
    + (state.violations > 0 ? `, ${state.violations} too early` : "");
  if (!byId("calls-drawer").open) return;
  const chatName = (id) => person(id)?.name ?? state.forums.find((forum) => forum.id === id)?.title ?? id ?? "";
  byId("calls").replaceChildren(...state.calls.map((call) => {
    const result = call.error ? `${call.error.code} ${call.error.description}` : call.answered ? "ok" : "ok, answer lost";
    const cell = (content) => el("td", {}, String(content));
    return el("tr", {}, cell(call.number), cell(call.method), cell(chatName(call.chat)),
      el(call.error || !call.answered ? "td.bad" : "td.ok", {}, result), cell(call.text ?? ""));
  }));
}

function drawDeeds() {
  const client = person(view.client);
  const next = (kind) => () => act({ verb: "misfortune", kind });
  const { id: chat, members, former } = forum();
  const bot = members.find((member) => member.is_bot);
  const manager = humans().find((member) => member.id === view.manager && member.role !== "creator");
  const deeds = [
    client && [client.blocks ? `${client.name} unblocks the bot` : `${client.name} blocks the bot`,
      () => act({ verb: client.blocks ? "unblock" : "block", person: client.id })],
    topic() && [`Delete the topic “${topic().name}”`,
      () => act({ verb: "delete_topic", chat, thread: topic().thread })],
    manager && [`${manager.name} leaves the group`, () => act({ verb: "leave", person: manager.id, chat })],
    manager && [`${manager.name} is removed from the group`, () => act({ verb: "remove", person: manager.id, chat })],
    ...former.filter((member) => !member.is_bot).map((member) =>
      [`${member.name} comes back into the group`, () => act({ verb: "join", person: member.id, chat })]),
    bot?.role === "administrator" && ["The bot loses its rights", () => act({ verb: "bot_rights", chat, given: false })],
    bot?.role !== "administrator" && ["The bot gets its rights", () => act({ verb: "bot_rights", chat, given: true })],
    bot && ["The bot is removed from the group", () => act({ verb: "remove", person: bot.id, chat })],
    ["Next message: 429, wait 10 s", next("too_many_requests")],
    ["Next message: answer lost", next("lost_answer")],
    ["Next call: 502", next("server_error")],
    ["Next call: line cut", next("cut_line")],
    ["Clock + 5 minutes", () => act({ verb: "advance_clock", minutes: 5 })],
    ["Clock + 1 day", () => act({ verb: "advance_clock", minutes: 1440 })],
  ].filter(Boolean);
  const content = JSON.stringify(deeds.map(([label]) => label));
  if (byId("deeds").dataset.content === content) return;
  byId("deeds").dataset.content = content;
  byId("deeds").replaceChildren(...deeds.map(([label, deed]) =>
    el("button", { type: "button", onclick: async () => { if (await deed()) toast(`Done: ${label}`); } }, label)));
}

/** Shows what the bot says to a tapped button. What was said before this page opened is left alone. */
function drawAnswers(isFirst) {
  for (const { id, person: asker, answer } of state.queries) {
    if (!answer || view.answered.has(id)) continue;
    view.answered.add(id);
    if (!isFirst && answer.text) toast(`To ${person(asker)?.name ?? "somebody"}: ${answer.text}`);
  }
}

function draw(isFirst = false) {
  const now = new Date(state.now * 1000);
  byId("clock").textContent = now.toLocaleString("en-GB", { weekday: "short", day: "numeric", month: "short", ...HOURS });
  drawPhone();
  drawDesk();
  drawCalls();
  drawDeeds();
  drawAnswers(isFirst);
}

// --- staying up to date --------------------------------------------------------------------------

let isFetching = false;
let isStale = false;

/** Fetches and draws; what changes meanwhile is fetched right after. */
async function refresh() {
  isStale = true;
  if (isFetching) return;
  isFetching = true;
  while (isStale) {
    isStale = false;
    const fresh = await fetch("sandbox/state").then((answer) => answer.json()).catch(() => null);
    if (fresh) {
      const isFirst = state === null;
      state = fresh;
      draw(isFirst);
    }
  }
  isFetching = false;
}

function setConnection(text, isLost) {
  byId("connection").textContent = text;
  byId("connection").classList.toggle("lost", isLost);
}

const events = new EventSource("sandbox/events");
events.addEventListener("open", () => { setConnection("", false); refresh(); });
events.addEventListener("message", refresh);
events.addEventListener("error", () => setConnection("The sandbox has stopped.", true));

// --- the rest of the page ------------------------------------------------------------------------

function showTab(name) {
  document.body.dataset.tab = name;
  for (const tab of ["phone", "desk"]) byId(`tab-${tab}`).setAttribute("aria-selected", String(tab === name));
  if (state) draw();
}
byId("tab-phone").addEventListener("click", () => showTab("phone"));
byId("tab-desk").addEventListener("click", () => showTab("desk"));
byId("start").addEventListener("click", () => act({ verb: "write", ...clientPlace(), text: "/start" }));
byId("back").addEventListener("click", () => { byId("desk").classList.remove("in-thread"); drawDesk(); });

byId("hour-later").addEventListener("click", () => act({ verb: "advance_clock", minutes: 60 }));
byId("next-morning").addEventListener("click", () => act({ verb: "next_morning" }));
byId("toggle-topic").addEventListener("click", () => act({
  verb: topic().closed ? "reopen_topic" : "close_topic",
  person: view.manager, chat: forum().id, thread: topic().thread,
}));
byId("calls-drawer").addEventListener("toggle", () => state && drawCalls());

const dialog = byId("person-dialog");
let joinsForum = false;
function askForPerson(title, joins) {
  joinsForum = joins;
  byId("person-title").textContent = title;
  byId("person-name").value = "";
  dialog.showModal();
}
byId("add-client").addEventListener("click", () => askForPerson("Add a client", false));
byId("add-manager").addEventListener("click", () => askForPerson("Add a manager", true));
byId("person-cancel").addEventListener("click", () => dialog.close());
byId("person-form").addEventListener("submit", () => act({
  verb: "add_person",
  name: byId("person-name").value,
  language: byId("person-language").value,
  forum: joinsForum ? forum().id : null,
}));

// A link can point at one view of the page: /?tab=desk&thread=2&client=5000000005&manager=5000000002&open=calls
const asked = new URLSearchParams(location.search);
if (asked.has("tab")) showTab(asked.get("tab") === "desk" ? "desk" : "phone");
if (asked.has("client")) view.client = Number(asked.get("client"));
if (asked.has("manager")) view.manager = Number(asked.get("manager"));
if (asked.has("thread")) { view.thread = asked.get("thread"); byId("desk").classList.add("in-thread"); }
if (asked.get("open") === "calls") byId("calls-drawer").open = true;
if (asked.get("open") === "misfortunes") byId("misfortunes").open = true;
