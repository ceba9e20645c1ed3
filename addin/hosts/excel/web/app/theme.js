// Light or dark as Office is; where Office does not say, as the system is.
const DARK = matchMedia("(prefers-color-scheme: dark)");

export function follow() {
  const told = globalThis.Office?.context?.officeTheme?.bodyBackgroundColor;
  document.documentElement.dataset.theme = (told ? isDark(told) : DARK.matches) ? "dark" : "light";
}

function isDark(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

follow();
DARK.addEventListener("change", follow);
document.addEventListener("visibilitychange", follow);
