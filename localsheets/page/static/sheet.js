// A spreadsheet's page. The server made what shows; this lets a reader move in it, and keeps it new.
import { flips, state, tabAddress } from "./server.js";
import { grid, loosen, refresh, scroll, start } from "./grid.js";
import { again, select, selection, selectRect } from "./select.js";
import { byHash } from "./keys.js";
import { charts, place } from "./extras.js";
import { listen } from "./live.js";

const own = JSON.parse(document.getElementById("state").dataset.name);
const when = document.getElementById("when"), memory = `${location.pathname}?${state.gid}`;

function dress() {
  const nav = document.getElementById("tabs");
  const open = nav.querySelector("details[open]");
  if (nav.dataset.html !== state.tabs) {
    nav.innerHTML = nav.dataset.html = state.tabs;
    if (open) nav.querySelector("details").open = true;
    nav.querySelector(".strip [aria-current]")?.scrollIntoView({ inline: "nearest", block: "nearest" });
  }
  document.getElementById("title").textContent = state.book;
  document.title = `${state.book} · ${state.title}`;
  grid.setAttribute("aria-rowcount", state.counts[0]);
  grid.setAttribute("aria-colcount", state.counts[1]);
  further();
  charts();
}

/** A very large tab goes on elsewhere, and says so. */
function further() {
  const line = document.getElementById("further");
  line.hidden = !state.further.length;
  line.replaceChildren(
    ...state.further.map(([top, left, text]) => {
      const link = document.createElement("a");
      link.href = tabAddress(state.gid, "", top, left);
      link.textContent = text;
      return link;
    }),
  );
}

// --- keeping it new ---

let running = false, wanted = false;
async function renew() {
  wanted = true;
  if (running) return;
  running = true;
  while (wanted) {
    wanted = false;
    try {
      if (await refresh()) dress();
      again();
    } catch (error) {
      if (error.gone) gone();
    }
    await new Promise((done) => setTimeout(done, 120));
  }
  running = false;
}

function gone() {
  when.textContent = "This tab is gone. Choose another, or go back to the list.";
  when.classList.add("away");
}

function connected(here) {
  when.textContent = here ? "View only · live" : "The server does not answer; trying again";
  when.classList.toggle("away", !here);
}

// --- where the reader was ---

function remember() {
  const kept = { rect: selection.rect, top: scroll.scrollTop, left: scroll.scrollLeft, flips: [...flips] };
  try {
    sessionStorage.setItem(memory, JSON.stringify(kept));
  } catch {
    // no storage, no memory
  }
}

async function recall() {
  let kept = null;
  try {
    kept = JSON.parse(sessionStorage.getItem(memory));
  } catch {
    return false;
  }
  if (!kept) return false;
  if (kept.flips.length) {
    kept.flips.forEach((key) => flips.add(key));
    if (await refresh(false)) dress();
  }
  const [rows, columns] = state.counts;
  if (kept.rect[2] < rows && kept.rect[3] < columns) selectRect(kept.rect, null);
  scroll.scrollTo(kept.left, kept.top);
  return true;
}

start();
dress();
grid.addEventListener("click", () => setTimeout(dress, 0));
addEventListener("pagehide", remember);
addEventListener("resize", () => (loosen(), place()));
if (!byHash() && !(await recall())) select(Math.max(0, state.hidden[0]?.[0] === 0 ? state.hidden[0][1] : 0), state.columns[0] ?? 0, { show: null });
grid.focus({ preventScroll: true });
document.addEventListener("click", (event) => {
  const menu = document.querySelector(".menu[open]");
  if (menu && !menu.contains(event.target)) menu.open = false;
});
listen((id) => (id === null || id === own) && renew(), connected);
document.documentElement.dataset.ready = "yes";
