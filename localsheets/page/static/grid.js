// The table: rows come in parts as they are scrolled to, and are brought up to date in place.
import { ask, firstHash, flips, state } from "./server.js";

export const scroll = document.getElementById("scroll");
export const grid = document.getElementById("grid");
const EAGER_CELLS = 60000, KEPT_CELLS = 120000, AT_ONCE = 3;

const looks = new CSSStyleSheet(), sizes = new CSSStyleSheet();
const known = new Set();
let parts = [], loading = 0;
const listeners = [];

/** Let `heard` be called whenever rows came, went or changed. */
export const onRows = (heard) => listeners.push(heard);
const tell = () => listeners.forEach((heard) => heard());

function learn(rules) {
  for (const [name, rule] of Object.entries(rules)) {
    if (known.has(name)) continue;
    known.add(name);
    looks.insertRule(`#grid .${name}{${rule}}`, looks.cssRules.length);
  }
}

// --- parts ---

function gap(part) {
  part.hash = "";
  part.body.innerHTML = part.pixels ? '<tr class="gap" aria-hidden="true"><td colspan="999"></td></tr>' : "";
  if (part.pixels) part.body.rows[0].style.height = part.pixels + "px";
}

const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      const part = parts.find((each) => each.body === target);
      if (part) part.near = isIntersecting;
    }
    pump();
  },
  { root: scroll, rootMargin: "900px 0px" },
);

const wanted = () => parts.find((p) => p.near && !p.hash && !p.coming) || parts.find((p) => p.eager && !p.hash && !p.coming);

function pump() {
  while (loading < AT_ONCE) {
    const part = wanted();
    if (!part) break;
    load(part);
  }
}

async function load(part) {
  loading++;
  part.coming = fetchInto(part).finally(() => {
    loading--;
    part.coming = null;
    trim();
    pump();
  });
  return part.coming.catch(() => undefined);
}

async function fetchInto(part, flash) {
  const made = await ask("rows", { from: part.start, to: part.end, have: part.hash }).catch((error) => {
    part.near = part.eager = false; // the next scroll or refresh asks again
    throw error;
  });
  if (!made || !part.body.isConnected) return false;
  learn(made.looks);
  bring(part.body, made.html, part.hash !== "" && flash);
  part.hash = made.hash;
  tell();
  return true;
}

/** Rows far from sight go again where there are very many. */
function trim() {
  const held = parts.filter((p) => p.hash && !p.eager);
  let cells = held.reduce((sum, p) => sum + (p.end - p.start), 0) * state.columns.length;
  for (const part of held) {
    if (cells <= KEPT_CELLS) break;
    if (part.near) continue;
    part.pixels = part.body.offsetHeight;
    cells -= (part.end - part.start) * state.columns.length;
    gap(part);
  }
}

/** The part that has a row, loaded. */
export async function ensure(row) {
  const part = parts.find((p) => p.start <= row && row < p.end);
  if (!part || part.hash) return;
  await (part.coming || load(part));
}

/** Whether the page is one that has a row, now or once it is scrolled to. */
export const onPage = (row) => row < state.frozen[0] || parts.some((p) => p.start <= row && row < p.end);

/** Whether every row of a stretch is on the page. */
export const allHere = (top, bottom) =>
  parts.every((p) => p.end <= top || p.start > bottom || p.hash);

/** Where a row is, as far as is known: pixels from the head of the table's rows. */
export function topOf(row) {
  const own = document.getElementById("r" + (row + 1));
  if (own) return own.getBoundingClientRect().top - grid.getBoundingClientRect().top;
  const part = parts.find((p) => p.start <= row && row < p.end);
  if (!part) return 0;
  const share = (row - part.start) / Math.max(1, part.end - part.start);
  return part.body.offsetTop + share * part.body.offsetHeight;
}

// --- bringing up to date ---

const said = (cell) => `${cell.textContent}\n${cell.dataset.f ?? ""}\n${cell.dataset.t ?? ""}`;

function flashing(cell) {
  cell.classList.add("flash");
  cell.addEventListener("animationend", () => cell.classList.remove("flash"), { once: true });
  setTimeout(() => cell.classList.remove("flash"), 2000);
}

/** Make a section's rows those of some HTML, touching only what differs. */
function bring(section, html, flash) {
  const fresh = document.createElement(section.tagName);
  fresh.innerHTML = html;
  clean(section);
  const before = new Map(flash ? [...section.querySelectorAll("td")].map((td) => [td.id, said(td)]) : []);
  const changed = [];
  const rows = [...section.rows], made = [...fresh.rows];
  if (rows.length === made.length && rows.every((row, n) => row.id === made[n].id)) {
    rows.forEach((row, n) => changed.push(...bringRow(row, made[n])));
  } else {
    section.replaceChildren(...made);
    changed.push(...section.querySelectorAll("td"));
  }
  if (flash) changed.filter((td) => before.get(td.id) !== undefined && before.get(td.id) !== said(td)).forEach(flashing);
}

function bringRow(row, made) {
  if (row.isEqualNode(made)) return [];
  const cells = [...row.cells], fresh = [...made.cells];
  const alike = cells.length === fresh.length && cells.every((cell, n) => cell.id === fresh[n].id);
  if (!alike || row.getAttribute("height") !== made.getAttribute("height")) {
    row.replaceWith(made);
    return [...made.querySelectorAll("td")];
  }
  return fresh.filter((cell, n) => {
    if (cell.isEqualNode(cells[n])) return false;
    cells[n].replaceWith(cell);
    return true;
  });
}

/** Take off what the page itself put on cells, so that they compare as the server made them. */
const OURS = ["sel", "in", "up", "flash", "goal", "on"];
function clean(section) {
  for (const cell of section.querySelectorAll(OURS.map((name) => "." + name).join())) {
    cell.classList.remove(...OURS);
    if (!cell.className) cell.removeAttribute("class");
    cell.removeAttribute("aria-selected");
  }
}

function adopt(frame) {
  sizes.replaceSync(frame.css);
  learn(frame.looks);
  const old = new Map(parts.map((p) => [`${p.start}-${p.end}`, p]));
  const filled = frame.filled, cells = filled * frame.columns.length;
  parts = frame.parts.map(([start, end, pixels]) => {
    const part = old.get(`${start}-${end}`) || { start, end, hash: "", body: document.createElement("tbody") };
    old.delete(`${start}-${end}`);
    part.eager = cells <= EAGER_CELLS && start < filled;
    if (!part.hash) {
      part.pixels = pixels;
      gap(part);
    }
    return part;
  });
  for (const gone of old.values()) near.unobserve(gone.body), gone.body.remove();
  let last = grid.tHead;
  for (const { body } of parts) {
    if (last.nextElementSibling !== body) last.after(body);
    last = body;
    near.observe(body);
  }
}

function bringHead(html, flash) {
  const fresh = document.createElement("table");
  fresh.innerHTML = html;
  grid.querySelector("colgroup").replaceWith(fresh.querySelector("colgroup"));
  bring(grid.tHead, fresh.tHead.innerHTML, flash);
}

/** A frozen head that fills the window does not stand still: nothing else would be seen. */
export function loosen() {
  grid.tHead.classList.toggle("loose", grid.tHead.offsetHeight > scroll.clientHeight * 0.8);
}

/** Ask for everything anew; what did not change stays as it is. Answers the new frame or null. */
export async function refresh(flash = true) {
  const frame = await ask("frame", { have: state.hash });
  if (frame) {
    const same = frame.counts.join() === state.counts.join() && frame.hidden.join() === state.hidden.join();
    const top = scroll.scrollTop, left = scroll.scrollLeft;
    flash = flash && same;
    const head = frame.head !== state.head;
    Object.assign(state, frame);
    if (head) bringHead(frame.head, flash);
    adopt(frame);
    loosen();
    scroll.scrollTo(left, top);
  }
  const held = parts.filter((p) => p.hash).sort((a, b) => (b.near ? 1 : 0) - (a.near ? 1 : 0));
  for (const part of held) await fetchInto(part, flash);
  tell();
  return frame;
}

/** Fold or unfold a group or a hidden stretch, for this reader only. */
export async function flip(key) {
  flips.has(key) ? flips.delete(key) : flips.add(key);
  return refresh(false);
}

/** Once columns have moved on, no text of a frozen one runs over them. */
const moved = () => grid.classList.toggle("moved", scroll.scrollLeft > 0);

export function start() {
  scroll.addEventListener("scroll", moved, { passive: true });
  document.adoptedStyleSheets = [sizes, looks];
  const own = document.getElementById("first");
  for (const [, name, rule] of own.textContent.matchAll(/^#grid \.(s[0-9a-f]+)\{(.*)\}$/gm)) learn({ [name]: rule });
  if (grid.tBodies[0] && state.parts.length) {
    const [begin, end] = state.parts[0];
    parts = [{ start: begin, end, hash: firstHash, body: grid.tBodies[0] }];
  }
  adopt(state);
  own.remove();
  loosen();
  pump();
}
