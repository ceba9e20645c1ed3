// What the page's scripts find around them that no types tell of.
declare var fordelForGammel: boolean;
declare var fordelHentet: boolean;
declare var loadPyodide: any;
declare function importScripts(address: string): void;
