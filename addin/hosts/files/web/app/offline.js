// The page without a net: where the browser lets it, sw.js keeps the files of one build. Where it does not, as in a private
// window, or without https, the page works as it is.
let asked = false;

/** `tell` is called when a newer build has come, which the next visit takes. */
export async function keepOffline(tell) {
  if (asked) return;
  asked = true;
  try {
    const kept = await navigator.serviceWorker.register("sw.js");
    const watch = (coming) => coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && navigator.serviceWorker.controller) tell();
    });
    kept.addEventListener("updatefound", () => watch(kept.installing));
    if (kept.waiting) tell();
    watch(kept.installing);  // the browser looks for a newer build by itself, perhaps before it was asked here
    await kept.update();  // or not before its worker has rested for a while
  } catch {
    // not allowed here: see above
  }
}
