// Makes the console quicker to use. Without it everything works by whole pages; the server's HTML is what is shown.
"use strict";

const byId = (id) => document.getElementById(id);
const all = (selector) => [...document.querySelectorAll(selector)];
const revisions = () => new Map(all(".entry").map((entry) => [entry.id, entry.dataset.revision]));
const SCROLLING = [".scroll", "aside"];
const FIELDS = "input:not([type=hidden]), textarea, select";

// A tall thing from its start; anything else whole.
function reveal(element) {
  element?.scrollIntoView({ block: element.offsetHeight > innerHeight * 0.6 ? "start" : "end" });
}

// Hidden words are for screen readers, who need to be told in which language they are.
function say(text, { visible = false, language = document.documentElement.lang } = {}) {
  Object.assign(byId("announcer"), { textContent: visible ? "" : text, lang: language });
  byId("status").textContent = visible ? text : "";
  byId("status").hidden = !visible;
}

// What was typed elsewhere on the page must outlive the swap: fields keep their ids as long as their entry stands.
function typedOutside(form) {
  const fields = all(FIELDS).filter((field) => field.form !== form && changed(field));
  return fields.map((field) => ({ id: field.id, value: field.value, checked: field.checked }));
}

function changed(field) {
  if (field.matches("[type=checkbox]")) return field.checked !== field.defaultChecked;
  if (field.matches("select")) return [...field.options].some((option) => option.selected !== option.defaultSelected);
  return field.value !== field.defaultValue;
}

function putBack(typed) {
  for (const { id, value, checked } of typed) {
    const field = byId(id);
    if (field) Object.assign(field, { value, checked });
  }
}

function swap(page) {
  const positions = SCROLLING.map((selector) => document.querySelector(selector)?.scrollTop ?? 0);
  for (const part of ["header", "main"]) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old && fresh) old.replaceWith(fresh);
  }
  SCROLLING.forEach((selector, i) => document.querySelector(selector)?.scrollTo(0, positions[i]));
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
}

// The entry that changed, or is new: the one that was acted in first, else the last of the conversation.
function newest(before, actedIn) {
  const isNew = (entry) => entry && before.get(entry.id) !== entry.dataset.revision;
  const own = actedIn && byId(actedIn);
  return isNew(own) ? own : all(".transcript .entry").filter(isNew).pop();
}

// What an entry says first: the rest, its buttons too, is there to be read.
function announce(body) {
  const opening = [body.querySelector("h3"), body.querySelector("blockquote") ?? body.querySelector("p, li, dd")];
  const said = opening.filter(Boolean).map((element) => element.innerText);
  say(said.join("\n") || body.innerText, { language: body.querySelector("[lang]")?.lang });
}

function show(entry, focusSelector) {
  const invalid = entry?.querySelector("[aria-invalid=true]");
  const first = entry?.matches(".filling") && entry.querySelector(FIELDS);
  const target = invalid || first || document.querySelector(focusSelector) || entry || byId("text");
  target?.focus({ preventScroll: true });
  if (invalid) invalid.closest(".field").scrollIntoView({ block: "center" });
  else reveal(entry);
  if (entry && !invalid) announce(entry.querySelector(".body"));
}

// Not form.action: a button of that name hides it.
const address = (form) => form.getAttribute("action");

// Where to go on: the input line after words, the same button after a press in the clock or the choice of language.
function focusAfter(form, submitter) {
  if (address(form).startsWith("/console/say")) return "#text";
  if (form.closest("aside, header") && !form.closest(".entry") && submitter?.name) {
    return `[name="${submitter.name}"][value="${submitter.value}"]`;
  }
  return "#nothing";
}

async function send(form, submitter) {
  const main = document.querySelector("main");
  const data = new FormData(form);
  if (submitter?.name) data.append(submitter.name, submitter.value);
  main.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address(form), { method: "POST", body: new URLSearchParams(data) });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    // Refused: the page stays, so that nothing that was typed is lost.
    if (!response.ok) return say(page.querySelector("main p")?.textContent ?? page.body.textContent, { visible: true });
    const [before, typed] = [revisions(), typedOutside(form)];
    const [focus, actedIn] = [focusAfter(form, submitter), form.closest(".entry")?.id];
    swap(page);
    say("");
    putBack(typed);
    show(newest(before, actedIn), focus);
  } catch {
    say(main.dataset.offline, { visible: true });
  } finally {
    main.removeAttribute("aria-busy");
  }
}

// The arrows bring back what was typed before, as on any command line; below the newest is what was being written.
const recalling = { back: 0, draft: "" };

function recall(field, by) {
  const typed = all(".typed .body").map((body) => body.lastChild.textContent.trim());
  if (!recalling.back) recalling.draft = field.value;
  recalling.back = Math.min(Math.max(recalling.back + by, 0), typed.length);
  field.value = recalling.back ? typed.at(-recalling.back) : recalling.draft;
}

document.addEventListener("keydown", (event) => {
  const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  if (!by || event.target.id !== "text") return;
  event.preventDefault();
  recall(event.target, by);
});

document.addEventListener("input", () => (recalling.back = 0));

document.addEventListener("submit", (event) => {
  event.preventDefault();
  recalling.back = 0;
  if (!document.querySelector("main[aria-busy]")) send(event.target, event.submitter);
});

if (!location.hash || location.hash === "#latest") reveal(document.querySelector(".entry #latest"));
