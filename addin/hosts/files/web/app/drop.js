// A file comes to the page: dragged onto it, or chosen.
const at = (id) => document.getElementById(id);

/** Every file, or several at once, is given to `take`. */
export function filesTo(take) {
  const over = (yes) => at("drop").classList.toggle("over", yes);
  addEventListener("dragover", (event) => { event.preventDefault(); over(true); });
  addEventListener("dragleave", (event) => event.relatedTarget === null && over(false));
  addEventListener("drop", (event) => {
    event.preventDefault(); // else the browser leaves the page for the file
    over(false);
    take(event.dataTransfer.files);
  });
  const file = /** @type {HTMLInputElement} */ (at("file"));
  at("pick").addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    if (file.files.length) take([...file.files]);
    file.value = ""; // the same may be chosen again
  });
}
