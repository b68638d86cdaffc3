// Keyboard and mouse on the grid, the name box, links, groups.
import { ask, state, tabAddress } from "./server.js";
import { flip, grid, onPage, scroll } from "./grid.js";
import { element, parse, rowFrom } from "./names.js";
import { moving, next, select, selection, selectRect } from "./select.js";

const nameBox = document.getElementById("name");
const ARROWS = { ArrowUp: [-1, false], ArrowDown: [1, false], ArrowLeft: [-1, true], ArrowRight: [1, true] };
const lastColumn = () => state.columns.at(-1);

function pageOf(step) {
  const room = scroll.clientHeight - grid.tHead.offsetHeight;
  return step * Math.max(1, Math.floor(room / 21) - 1);
}

async function jump(key, extend) {
  const { row, column } = moving(extend);
  const to = await ask("edge", { row, column, key }).catch(() => null);
  if (to) select(to.row, to.column, { extend });
}

function go(place, extend) {
  if (!place) return false;
  select(place[0], place[1], { extend });
  return true;
}

function pressed(event) {
  const { key, shiftKey: shift } = event, control = event.ctrlKey || event.metaKey;
  const from = moving(shift);
  if (key in ARROWS && !event.altKey) {
    if (control) return jump(key, shift), true;
    go(next(...ARROWS[key], shift), shift);
    return true;
  }
  if (key === "Tab" && !control) return go(next(shift ? -1 : 1, true, false), false);
  if (key === "Enter" && event.altKey) return follow(element(selection.row, selection.column));
  if (key === "Enter") return go(next(shift ? -1 : 1, false, false), false) || true;
  if (key === "PageDown" || key === "PageUp") {
    if (control || event.altKey) return false;
    const wanted = from.row + pageOf(key === "PageDown" ? 1 : -1);
    return go([Math.max(0, Math.min(state.counts[0] - 1, wanted)), from.column], shift) || true;
  }
  if (key === "Home") return go([control ? 0 : from.row, state.columns[0]], shift) || true;
  if (key === "End") return go([control ? Math.max(0, state.filled - 1) : from.row, lastColumn()], shift) || true;
  if (control && key.toLowerCase() === "a") return selectRect([0, 0, state.counts[0] - 1, state.counts[1] - 1], null), true;
  if (key === " " && control) return selectRect([0, selection.rect[1], state.counts[0] - 1, selection.rect[3]], null), true;
  if (key === " " && shift) return selectRect([selection.rect[0], 0, selection.rect[2], state.counts[1] - 1], null), true;
  return false;
}

function follow(cell) {
  const link = cell && cell.querySelector("a");
  if (link) link.click();
  return Boolean(link);
}

grid.addEventListener("keydown", (event) => {
  if (pressed(event)) event.preventDefault();
});

// --- the mouse ---

function place(target) {
  const cell = target.closest && target.closest("#grid td, #grid th");
  if (!cell || cell.closest(".gap")) return null;
  if (cell.tagName === "TD") return { rect: parse(cell.id) };
  const rows = state.counts[0] - 1, columns = state.counts[1] - 1;
  if (cell.dataset.c) return { rect: [0, +cell.dataset.c, rows, +cell.dataset.c], whole: true };
  if (cell.dataset.r) return { rect: [+cell.dataset.r, 0, +cell.dataset.r, columns], whole: true };
  return cell.classList.contains("all") ? { rect: [0, 0, rows, columns], whole: true } : null;
}

let dragging = null;
grid.addEventListener("mousedown", (event) => {
  if (event.button !== 0 || event.target.closest("button")) return;
  const found = place(event.target);
  if (!found) return;
  if (!event.target.closest("a")) event.preventDefault();
  grid.focus({ preventScroll: true });
  getSelection().removeAllRanges();
  if (found.whole) selectRect(found.rect, null);
  else select(found.rect[0], found.rect[1], { extend: event.shiftKey, show: event.shiftKey ? null : "near" });
  dragging = found;
});
grid.addEventListener("mouseover", (event) => {
  if (!dragging || !(event.buttons & 1)) return;
  const found = place(event.target);
  if (!found || Boolean(found.whole) !== Boolean(dragging.whole)) return;
  const [a, b] = [dragging.rect, found.rect];
  if (!found.whole) return select(b[0], b[1], { extend: true, show: null });
  selectRect([Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])], null);
});
addEventListener("mouseup", () => (dragging = null));

// --- links, groups, the name box ---

/** To a tab and a range: on this tab without loading anything. */
export function travel(gid, range) {
  const rect = parse(range || "A1");
  if (gid !== state.gid) return void location.assign(tabAddress(gid, range));
  if (!rect) return;
  const row = rowFrom(rect[0], 1);
  if (state.further.length && row >= 0 && !(onPage(row) && state.columns.includes(rect[1]))) {
    const there = tabAddress(gid, range, Math.max(0, row - 500), Math.max(0, rect[1] - 100));
    if (!location.href.endsWith(there)) return void location.assign(there);
  }
  selectRect(rect, "middle");
  const cell = element(rect[0], rect[1]);
  if (cell) {
    cell.classList.remove("goal");
    requestAnimationFrame(() => cell.classList.add("goal"));
    cell.addEventListener("animationend", () => cell.classList.remove("goal"), { once: true });
  }
}

/** "#B7", "#range=B7" and Google's "#gid=7&range=B7". Whether there was one. */
export function byHash() {
  const hash = decodeURIComponent(location.hash.slice(1));
  if (!hash) return false;
  const parts = new URLSearchParams(hash.includes("=") ? hash : "");
  const gid = parts.get("gid") === null ? state.gid : Number(parts.get("gid"));
  const range = parts.get("range") || (hash.includes("=") ? "" : hash);
  if (gid !== state.gid) return location.replace(tabAddress(gid, range)), true;
  // a cell's name alone is also an element's, to which the browser would scroll in its own way
  if (!hash.includes("=")) history.replaceState(null, "", "#range=" + range);
  if (range && parse(range)) travel(gid, range);
  return Boolean(range);
}

grid.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-flip]");
  if (button) return void flip(button.dataset.flip);
  const link = event.target.closest("a[href]");
  const own = link && /^\?gid=(\d+)#range=(.+)$/.exec(link.getAttribute("href"));
  if (!own || event.ctrlKey || event.metaKey || Number(own[1]) !== state.gid) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  travel(state.gid, decodeURIComponent(own[2]));
});
addEventListener("hashchange", byHash);

nameBox.addEventListener("focus", () => nameBox.select());
nameBox.addEventListener("input", () => nameBox.classList.remove("wrong"));
nameBox.addEventListener("blur", () => nameBox.classList.remove("wrong"));
nameBox.addEventListener("keydown", async (event) => {
  if (event.key === "Escape") return void grid.focus({ preventScroll: true });
  if (event.key !== "Enter") return;
  event.preventDefault();
  const found = await ask("goto", { range: nameBox.value }).catch(() => null);
  const wrong = !found || "error" in found;
  nameBox.classList.toggle("wrong", wrong);
  nameBox.title = wrong && found ? found.error : "Go to a cell, a range or a named range";
  if (wrong) return;
  grid.focus({ preventScroll: true });
  travel(found.gid, found.range);
});
