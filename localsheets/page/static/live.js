// One stream of changes for all pages of this browser: the page that holds the lock listens and
// tells the others, so that many open pages take up one connection.

/** Let `heard` be called with the id of a spreadsheet that changed, or null: anything may have;
 * and `connected` with whether the server is there. */
export function listen(heard, connected) {
  const channel = "BroadcastChannel" in self ? new BroadcastChannel("localsheets") : null;
  const tell = (message) => {
    take(message);
    if (channel) channel.postMessage(message);
  };
  const take = (message) => ("id" in message ? heard(message.id) : connected(message.here));
  if (channel) channel.onmessage = (event) => take(event.data);
  const open = () => {
    const stream = new EventSource("/page/changes");
    stream.onopen = () => (tell({ here: true }), tell({ id: null }));
    stream.onmessage = (event) => tell({ id: JSON.parse(event.data) });
    stream.onerror = () => {
      tell({ here: false });
      if (stream.readyState === EventSource.CLOSED) setTimeout(open, 3000);
    };
  };
  if (!navigator.locks || !channel) return open();
  navigator.locks.request("localsheets", () => (open(), new Promise(() => undefined)));
}
