// For Office with the engine of Internet Explorer or of the first Edge: one sentence, in words (ES5) they can read.
(function () {
  var engine = navigator.userAgent;
  window.fordelForGammel = engine.indexOf("Trident/") !== -1 || engine.indexOf("Edge/") !== -1;
  if (window.fordelForGammel) document.documentElement.className = "for-gammel";
})();
