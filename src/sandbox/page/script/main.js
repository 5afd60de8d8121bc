// The page of the sandbox. It asks for the whole state whenever something changed, and draws what is different.

import { byId, icon, toast } from "./elements.js";
import { drawDesk, onDesk } from "./desk.js";
import { drawExplanation } from "./explaining.js";
import { drawInside } from "./inside.js";
import { drawPhone, onPhone } from "./phone.js";
import { drawScene, follow } from "./scene.js";
import { drawTroubles } from "./troubles.js";
import { act, forum, moment, person, view, world } from "./world.js";

const TABS = ["phone", "desk", "inside"];
const sees = (tab) => byId(tab).offsetParent !== null;

/** Shows what the bot says to a tapped button. What was said before this page opened is left alone. */
function drawAnswers(isFirst) {
  for (const { id, person: asker, answer } of world.state.queries) {
    if (!answer || view.answered.has(id)) continue;
    view.answered.add(id);
    if (!isFirst && answer.text) toast(`To ${person(asker)?.name ?? "somebody"}: ${answer.text}`);
  }
}

function draw(isFirst = false) {
  byId("clock").textContent = moment(world.state.now);
  const turned = follow();
  if (turned && !sees(turned)) showTab(turned, false);
  drawPhone();
  drawDesk();
  drawInside();
  drawExplanation();
  drawTroubles();
  drawScene();
  drawAnswers(isFirst);
  document.body.dataset.ready = "true";
}
onPhone(draw);
onDesk(draw);

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
      const isFirst = world.state === null;
      world.state = fresh;
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
// The clock goes on when nothing happens.
setInterval(() => { if (world.state) refresh(); }, 20_000);

function showTab(name, draws = true) {
  document.body.dataset.tab = name;
  for (const tab of TABS) {
    byId(`tab-${tab}`).setAttribute("aria-selected", String(tab === name));
    byId(`tab-${tab}`).tabIndex = tab === name ? 0 : -1;
  }
  if (world.state && draws) draw();
}
for (const tab of TABS) {
  byId(`tab-${tab}`).addEventListener("click", () => showTab(tab));
  byId(`tab-${tab}`).addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const other = TABS.at((TABS.indexOf(tab) + step) % TABS.length);
    showTab(other);
    byId(`tab-${other}`).focus();
  });
}

for (const [id, name] of [["add-client", "plus"], ["add-manager", "plus"], ["back", "back"]]) byId(id).append(icon(name));
for (const button of document.querySelectorAll("[data-close]")) {
  button.append(icon("close"));
  button.addEventListener("click", () => button.closest("dialog").close());
}
for (const sheet of document.querySelectorAll("dialog.sheet")) {
  sheet.addEventListener("click", (event) => { if (event.target === sheet) sheet.close(); });
}

byId("hour-later").addEventListener("click", () => act({ verb: "advance_clock", minutes: 60 }));
byId("next-morning").addEventListener("click", () => act({ verb: "next_morning" }));
byId("open-troubles").addEventListener("click", () => byId("troubles").showModal());

let joinsForum = false;
function askForPerson(title, joins) {
  joinsForum = joins;
  byId("person-title").textContent = title;
  byId("person-name").value = "";
  byId("person-dialog").showModal();
}
byId("add-client").addEventListener("click", () => askForPerson("Somebody with a phone", false));
byId("add-manager").addEventListener("click", () => askForPerson("An account manager", true));
byId("person-cancel").addEventListener("click", () => byId("person-dialog").close());
byId("person-form").addEventListener("submit", () => act({
  verb: "add_person",
  name: byId("person-name").value,
  language: byId("person-language").value,
  forum: joinsForum ? forum().id : null,
}));

// A link can point at one view of the page: /?tab=desk&thread=2&client=5000000005&manager=5000000002&open=troubles
const asked = new URLSearchParams(location.search);
if (TABS.includes(asked.get("tab"))) showTab(asked.get("tab"));
if (asked.has("client")) view.client = Number(asked.get("client"));
if (asked.has("manager")) view.manager = Number(asked.get("manager"));
if (asked.has("thread")) { view.thread = asked.get("thread"); byId("desk").classList.add("in-thread"); }
if (asked.get("open") === "troubles") byId("troubles").showModal();
// A picture shows one thing: the phone or the desk alone.
if (["phone", "desk"].includes(asked.get("only"))) document.body.dataset.only = asked.get("only");
