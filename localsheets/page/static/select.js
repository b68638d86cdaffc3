// The selection: one active cell, a block around it, the bars that tell of them.
import { ask, state } from "./server.js";
import { allHere, ensure, grid, onRows, scroll } from "./grid.js";
import { cellName, columnFrom, element, letters, rectName, rowFrom, whole } from "./names.js";

const nameBox = document.getElementById("name"), entered = document.getElementById("entered");
const lock = document.getElementById("lock"), totals = document.getElementById("totals");
const listeners = [];
export const selection = { row: 0, column: 0, rect: [0, 0, 0, 0] };
/** The corner that moves when a selection is widened. */
const reach = { row: 0, column: 0 };
let timer = 0;

export const onSelect = (heard) => listeners.push(heard);

/** Select a cell, or the block from `from` (the active cell) to it. */
export function select(row, column, { extend = false, show = "near", quiet = false } = {}) {
  reach.row = row;
  reach.column = column;
  if (!extend) Object.assign(selection, first(row, column));
  const { row: r, column: c } = selection;
  selection.rect = whole([Math.min(r, row), Math.min(c, column), Math.max(r, row), Math.max(c, column)]);
  paint();
  if (!quiet) tellOthers();
  return show ? reveal(row, column, show) : undefined;
}

/** Select a whole block; its first cell is the active one. */
export function selectRect(rect, show = "near") {
  const [top, left, bottom, right] = rect;
  Object.assign(selection, first(Math.max(0, rowFrom(top, 1)), Math.max(0, columnFrom(left, 1))));
  [reach.row, reach.column] = [bottom, right];
  selection.rect = whole(rect);
  paint();
  tellOthers();
  return show ? reveal(selection.row, selection.column, show) : undefined;
}

function first(row, column) {
  const merge = state.merges.find(([t, l, b, r]) => t <= row && row < b && l <= column && column < r);
  return merge ? { row: merge[0], column: merge[1] } : { row, column };
}

/** The cell from which a key moves on: past merged cells, from the corner that moves. */
export function next(step, across, extend) {
  const from = extend ? reach : selection;
  const [top, left, bottom, right] = extend
    ? [from.row, from.column, from.row, from.column]
    : whole([from.row, from.column, from.row, from.column]);
  if (across) {
    const column = columnFrom(step > 0 ? right + step : left + step, step);
    return column < 0 ? null : [from.row, column];
  }
  const row = rowFrom(step > 0 ? bottom + step : top + step, step);
  return row < 0 ? null : [row, from.column];
}

export const moving = (extend) => (extend ? reach : selection);

// --- what shows ---

function unpaint() {
  for (const cell of grid.querySelectorAll("td.sel,td.in,th.on")) {
    cell.classList.remove("sel", "in", "on");
    cell.removeAttribute("aria-selected");
  }
}

export function paint() {
  unpaint();
  const [top, left, bottom, right] = selection.rect;
  const within = (n, from, to) => from <= n && n <= to;
  for (const th of grid.querySelectorAll("th[data-c]")) th.classList.toggle("on", within(+th.dataset.c, left, right));
  for (const th of grid.querySelectorAll("th[data-r]")) {
    if (!within(+th.dataset.r, top, bottom)) continue;
    th.classList.add("on");
    if (top === bottom && left === right) continue;
    for (const td of th.parentElement.querySelectorAll("td")) {
      const name = /^([A-Z]+)/.exec(td.id)[1];
      if (inColumns(name, left, right)) td.classList.add("in");
    }
  }
  const active = element(selection.row, selection.column);
  if (active) {
    active.classList.add("sel");
    active.setAttribute("aria-selected", "true");
    grid.setAttribute("aria-activedescendant", active.id);
  }
  bars(active);
}

const numbers = new Map();
function inColumns(name, left, right) {
  if (!numbers.has(name)) numbers.set(name, [...name].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0) - 1);
  const column = numbers.get(name);
  return left <= column && column <= right;
}

export const shownText = (cell) => cell.dataset.t ?? cell.textContent;

function bars(active) {
  const { row, column, rect } = selection;
  if (document.activeElement !== nameBox) nameBox.value = active && whole([row, column, row, column]).join() === rect.join() ? cellName(row, column) : rectName(rect);
  const text = active ? (active.dataset.f ?? shownText(active)) : "";
  if (entered.textContent !== text) entered.textContent = text;
  const guard = state.protected.find(([t, l, b, r]) => t <= row && row < b && l <= column && column < r);
  lock.hidden = !guard;
  lock.textContent = guard ? guard[4] : "";
}

function tellOthers() {
  listeners.forEach((heard) => heard());
  clearTimeout(timer);
  const [top, left, bottom, right] = selection.rect;
  const { row, column } = selection;
  if (whole([row, column, row, column]).join() === [top, left, bottom, right].join()) totals.replaceChildren();
  else timer = setTimeout(sum, 90);
}

async function sum() {
  const wanted = rectName(selection.rect);
  const made = await ask("totals", { range: wanted }).catch(() => null);
  if (!made || rectName(selection.rect) !== wanted) return;
  totals.replaceChildren(
    ...Object.entries(made).map(([name, value]) => {
      const part = document.createElement("span"), strong = document.createElement("b");
      strong.textContent = value;
      part.append(name + ": ", strong);
      return part;
    }),
  );
}

/** Sums of what is selected, anew after a change. */
export function again() {
  paint();
  if (totals.childElementCount) sum();
}

/** Scroll until a cell is seen, not under what is frozen. */
export async function reveal(row, column, how) {
  await ensure(row);
  const cell = element(row, column);
  if (!cell) return;
  paint();
  const box = cell.getBoundingClientRect(), room = scroll.getBoundingClientRect();
  const loose = grid.tHead.classList.contains("loose");
  const top = room.top + (loose ? 0 : grid.tHead.offsetHeight);
  const left = room.left + parseFloat(getComputedStyle(grid).getPropertyValue("--frozen"));
  const bottom = room.top + scroll.clientHeight, right = room.left + scroll.clientWidth;
  let down = 0, across = 0;
  if (!cell.closest("thead")) down = moved(box.top, box.bottom, top, bottom, how);
  if (!cell.classList.contains("fz")) across = moved(box.left, box.right, left, right, how);
  if (down || across) scroll.scrollBy(across, down);
}

function moved(start, end, from, to, how) {
  if (start >= from && end <= to) return 0;
  if (how === "middle") return (start + end) / 2 - (from + to) / 2;
  return start < from || end - start > to - from ? start - from : end - to;
}

// --- copying ---

const pasteable = (text) => (/[\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function loadedText([top, left, bottom, right]) {
  const columns = state.columns.filter((c) => left <= c && c <= right), lines = [];
  for (let row = rowFrom(top, 1); row >= 0 && row <= bottom; row = rowFrom(row + 1, 1)) {
    lines.push(columns.map((c) => pasteable(ownText(row, c))).join("\t"));
  }
  return lines.join("\n");
}

function ownText(row, column) {
  const cell = document.getElementById(cellName(row, column));
  return cell ? shownText(cell) : "";
}

document.addEventListener("copy", (event) => {
  const outside = document.activeElement && document.activeElement !== document.body && !scroll.contains(document.activeElement);
  if (outside || !getSelection().isCollapsed) return;
  event.preventDefault();
  const { rect } = selection;
  if (allHere(rect[0], rect[2])) event.clipboardData.setData("text/plain", loadedText(rect));
  else ask("text", { range: rectName(rect) }).then(({ text }) => navigator.clipboard.writeText(text));
});

onRows(paint);
export { letters };
