// What the page asks of the server that it came from; nothing else is ever asked.

const place = document.getElementById("state");
export const id = place.dataset.id;
export const state = JSON.parse(place.textContent);
export const firstHash = place.dataset.hash;
export const flips = new Set();
const asked = new URLSearchParams(location.search);
if (asked.has("access_token")) {
  asked.delete("access_token");
  history.replaceState(null, "", `${location.pathname}?${asked}${location.hash}`); // the cookie has it
}
state.left = Number(asked.get("left"));
state.top = Number(asked.get("top"));

/** The address of something about the tab that is shown, as its reader has folded it. */
export function address(part, params = {}) {
  const query = new URLSearchParams({ gid: state.gid, ...params });
  if (flips.size) query.set("flip", [...flips].join(","));
  for (const side of ["left", "top"]) if (state[side]) query.set(side, state[side]);
  return `/d/${id}/${part}?${query}`;
}

/** Its JSON; `null` where the server says that nothing is new. */
export async function ask(part, params) {
  const answer = await fetch(address(part, params));
  if (answer.status === 204) return null;
  if (!answer.ok) throw Object.assign(new Error(answer.statusText), { gone: answer.status === 404 });
  const made = await answer.json();
  if (made.gone) throw Object.assign(new Error("the tab is gone"), { gone: true });
  return made;
}

/** A tab of this spreadsheet, perhaps from some row and column on, and a range of it. */
export function tabAddress(gid, range, top = 0, left = 0) {
  const from = (top ? `&top=${top}` : "") + (left ? `&left=${left}` : "");
  return `?gid=${gid}${from}${range ? "#range=" + range : ""}`;
}
