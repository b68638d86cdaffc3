// The list of spreadsheets keeps up with what happens on the server.
import { listen } from "./live.js";

let timer = 0;
async function renew() {
  const answer = await fetch("/");
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("list");
  const list = document.getElementById("list");
  if (fresh && fresh.innerHTML !== list.innerHTML) list.innerHTML = fresh.innerHTML;
}
listen(() => {
  clearTimeout(timer);
  timer = setTimeout(() => renew().catch(() => undefined), 200);
}, () => undefined);
