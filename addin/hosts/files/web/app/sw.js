// Keeps the files of one build, so that the page also opens without a net; nothing else ever goes in. A new build is kept
// beside the old one, and taken when no page of the old one is open.
const KEPT = "side-{{build}}";
const FILES = {{files}};
const OURS = new Set(FILES.map((path) => new URL(path, registration.scope).href));

addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((store) => store.addAll(FILES)));
});

addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(
    names.filter((name) => name.startsWith("side-") && name !== KEPT).map((name) => caches.delete(name)))));
});

addEventListener("fetch", (event) => {
  const { method, url } = event.request, plain = url.split(/[?#]/)[0];
  if (method === "GET" && OURS.has(plain)) event.respondWith(kept(plain, event.request));
});

async function kept(url, request) {
  try {
    const found = await (await caches.open(KEPT)).match(url);
    if (found) return found;
  } catch {
    // the browser has taken it back: from the net, then
  }
  return fetch(request);
}
