// Names of cells, and which rows and columns show: all counted from 0.
import { state } from "./server.js";

export function letters(column) {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

export const cellName = (row, column) => letters(column) + (row + 1);

export function rectName([top, left, bottom, right]) {
  const first = cellName(top, left), last = cellName(bottom, right);
  return first === last ? first : `${first}:${last}`;
}

/** "B2", "B2:C9", "B:C", "2:5" as [top, left, bottom, right], ends included; else null. */
export function parse(text) {
  const corner = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?$/;
  const [first, last = first] = text.trim().split(":");
  const a = corner.exec(first), b = corner.exec(last);
  if (!a || !b || !(a[1] || a[2]) || !(b[1] || b[2])) return null;
  if (!text.includes(":") && !(a[1] && a[2])) return null;
  const [rows, columns] = state.counts;
  const top = a[2] ? a[2] - 1 : 0, bottom = b[2] ? b[2] - 1 : rows - 1;
  const left = a[1] ? number(a[1]) : 0, right = b[1] ? number(b[1]) : columns - 1;
  const rect = [Math.min(top, bottom), Math.min(left, right), Math.max(top, bottom), Math.max(left, right)];
  if (rect[0] >= rows || rect[1] >= columns) return null;
  return [rect[0], rect[1], Math.min(rect[2], rows - 1), Math.min(rect[3], columns - 1)];
}

const number = (name) => [...name.toUpperCase()].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0) - 1;

const hiddenAt = (row) => state.hidden.find(([start, end]) => start <= row && row < end);

/** The nearest row that shows, from one on in a direction; -1 where there is none. */
export function rowFrom(row, step) {
  for (let found; row >= 0 && row < state.counts[0] && (found = hiddenAt(row)); ) {
    row = step > 0 ? found[1] : found[0] - 1;
  }
  return row >= 0 && row < state.counts[0] ? row : -1;
}

export function columnFrom(column, step) {
  const shown = state.columns;
  if (step > 0) return shown.find((c) => c >= column) ?? -1;
  for (let n = shown.length - 1; n >= 0; n--) if (shown[n] <= column) return shown[n];
  return -1;
}

/** A block grown until no merged cells are cut. */
export function whole(rect) {
  let [top, left, bottom, right] = rect;
  for (let grown = true; grown; ) {
    grown = false;
    for (const [t, l, b, r] of state.merges) {
      if (t > bottom || b - 1 < top || l > right || r - 1 < left) continue;
      const next = [Math.min(top, t), Math.min(left, l), Math.max(bottom, b - 1), Math.max(right, r - 1)];
      if (next.some((side, n) => side !== [top, left, bottom, right][n])) {
        [top, left, bottom, right] = next;
        grown = true;
      }
    }
  }
  return [top, left, bottom, right];
}

/** The element that shows a cell: of merged cells the first one that shows. */
export function element(row, column) {
  const own = document.getElementById(cellName(row, column));
  if (own) return own;
  const merge = state.merges.find(([t, l, b, r]) => t <= row && row < b && l <= column && column < r);
  if (!merge) return null;
  return document.getElementById(cellName(rowFrom(merge[0], 1), columnFrom(merge[1], 1)));
}
