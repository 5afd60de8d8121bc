// A scene that is played: its caption, and the page that looks where it happens.

import { byId } from "./elements.js";
import { deskComposer } from "./desk.js";
import { phoneComposer } from "./phone.js";
import { forum, view, world } from "./world.js";

let lastStep = 0;
let typing = null;

/** Turns to where it happens. Gives `phone` or `desk` when the scene has just turned there. */
export function follow() {
  const stage = world.state.stage;
  if (!stage?.look) return null;
  const { person, chat, thread } = stage.look;
  const onDesk = chat === forum()?.id;
  const key = `${stage.step} ${person} ${chat} ${thread}`;
  if (key === lastStep) return null;
  lastStep = key;
  if (onDesk) {
    view.manager = person;
    view.thread = thread === null ? "general" : String(thread);
    byId("desk").classList.add("in-thread");
  } else {
    view.client = person;
  }
  return onDesk ? "desk" : "phone";
}

export function drawScene() {
  const stage = world.state.stage;
  document.body.classList.toggle("plays", Boolean(stage));
  document.body.dataset.step = stage?.step ?? 0;
  const told = stage?.failure ?? stage?.caption ?? "";
  byId("caption-text").textContent = told || stage?.title || "One counter for a region’s small businesses, in the chat they already have.";
  byId("caption").classList.toggle("bad", Boolean(stage?.failure));
  const share = stage ? stage.step / stage.steps : 0;
  byId("caption").style.setProperty("--played", `${Math.round(share * 100)}%`);
  showTyping(stage);
}

/** What is being typed appears letter by letter, in the composer of who types it. */
function showTyping(stage) {
  const words = stage?.typing ?? "";
  if (words === (typing?.words ?? "")) return;
  clearInterval(typing?.timer);
  if (!words) {
    typing?.composer.clear();
    typing = null;
    return;
  }
  const composer = stage.look.chat === forum()?.id ? deskComposer : phoneComposer;
  const letters = [...words];
  const step = Math.max(1, Math.ceil(letters.length / 60));
  let at = 0;
  typing = { words, composer, timer: setInterval(() => {
    at = Math.min(letters.length, at + step);
    composer.show(letters.slice(0, at).join(""));
  }, 32) };
}
