// What lies over the grid: notes and what errors say, charts.
import { state } from "./server.js";
import { grid, onRows, scroll, topOf } from "./grid.js";
import { columnFrom, element } from "./names.js";
import { onSelect, selection } from "./select.js";

// --- notes ---

const tip = document.getElementById("tip");
let hovered = null;

function show(cell) {
  const note = cell && (cell.dataset.n || cell.dataset.bad);
  tip.hidden = !note;
  for (const other of grid.querySelectorAll("[aria-describedby]")) other.removeAttribute("aria-describedby");
  if (!note) return;
  tip.replaceChildren();
  if (cell.dataset.bad) {
    const error = document.createElement("strong");
    error.textContent = cell.dataset.bad;
    tip.append(error);
  }
  if (cell.dataset.n) tip.append(cell.dataset.n);
  const box = cell.getBoundingClientRect(), own = tip.getBoundingClientRect();
  const right = box.right + 6 + own.width < innerWidth ? box.right + 6 : Math.max(4, box.left - own.width - 6);
  tip.style.left = right + "px";
  tip.style.top = Math.max(4, Math.min(box.top, innerHeight - own.height - 8)) + "px";
}

const current = () => {
  const cell = element(selection.row, selection.column);
  if (!cell) return null;
  const box = cell.getBoundingClientRect(), room = scroll.getBoundingClientRect();
  return box.bottom > room.top && box.top < room.bottom ? cell : null;
};

function settle() {
  show(hovered || current());
}

grid.addEventListener("mouseover", (event) => {
  hovered = event.target.closest("td[data-n],td[data-bad]");
  settle();
});
grid.addEventListener("mouseleave", () => {
  hovered = null;
  settle();
});
scroll.addEventListener("scroll", () => {
  hovered = null;
  settle();
}, { passive: true });
onSelect(settle);

// --- charts ---

const figures = document.getElementById("figures");
const drawn = new Map();

function draw() {
  const wanted = new Set(state.figures.map((each) => each.key));
  for (const [key, { node }] of drawn) if (!wanted.has(key)) node.remove(), drawn.delete(key);
  for (const figure of state.figures) {
    const old = drawn.get(figure.key);
    if (old && old.svg === figure.svg) continue;
    const node = old ? old.node : document.createElement("figure");
    node.className = "chart";
    node.innerHTML = figure.svg;
    if (!old) figures.append(node);
    drawn.set(figure.key, { node, svg: figure.svg });
  }
}

function leftOf(column) {
  const head = grid.querySelector(`th[data-c="${columnFrom(column, 1)}"]`);
  return head ? head.offsetLeft : 0;
}

export function place() {
  for (const figure of state.figures) {
    const { node } = drawn.get(figure.key);
    node.style.left = leftOf(figure.column) + figure.x + "px";
    node.style.top = topOf(figure.row) + figure.y + "px";
  }
}

export function charts() {
  draw();
  place();
}

figures.replaceChildren();
onRows(place);
