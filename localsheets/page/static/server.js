// What the page asks of the server that it came from; nothing else is ever asked.

const place = document.getElementById("state");
export const id = place.dataset.id;
export const state = JSON.parse(place.textContent);
export const firstHash = place.dataset.hash;
export const flips = new Set();

/** The address of something about the tab that is shown, as its reader has folded it. */
export function address(part, params = {}) {
  const query = new URLSearchParams({ gid: state.gid, ...params });
  if (flips.size) query.set("flip", [...flips].join(","));
  if (state.left) query.set("left", state.left);
  return `/d/${id}/${part}?${query}`;
}

/** Its JSON; `null` where the server says that nothing is new. */
export async function ask(part, params) {
  const answer = await fetch(address(part, params));
  if (answer.status === 204) return null;
  if (!answer.ok) throw Object.assign(new Error(answer.statusText), { status: answer.status });
  return answer.json();
}

/** Every address within this spreadsheet but for its tab. */
export const tabAddress = (gid, range) => `?gid=${gid}${range ? "#" + range : ""}`;
