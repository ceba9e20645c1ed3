// What is said when the rest cannot say it, in words (ES5) every engine reads: one sentence where Office has the engine
// of Internet Explorer or of the first Edge, and one where a file of the page itself does not come, or comes in half.
(function () {
  var engine = navigator.userAgent, page = document.documentElement;
  window.fordelForGammel = engine.indexOf("Trident/") !== -1 || engine.indexOf("Edge/") !== -1;
  if (window.fordelForGammel) page.className = "for-gammel";
  window.addEventListener("error", /** @param {any} event */ function (event) {
    var script = event.target.src || event.filename || ""; // of an element, or of what is in it
    var ours = script.indexOf(location.protocol + "//" + location.host + "/") === 0; // Microsoft's is told by the page
    if (ours && !window.fordelHentet && !window.fordelForGammel) page.className = "ikke-hentet";
  }, true);
  window.addEventListener("click", /** @param {any} event */ function (event) {
    if (event.target.id === "again") location.reload();
  });
})();
