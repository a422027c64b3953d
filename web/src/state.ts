// The view lives in the fragment of the address, so that it can be sent: #?sector=trade&month=2018-08

export type View = Record<string, string>;

const listeners = new Set<(view: View) => void>();

export function parseView(hash: string): View {
  return hash.startsWith("#?") ? Object.fromEntries([...new URLSearchParams(hash.slice(2))].filter(([, value]) => value)) : {};
}

export function printView(view: View): string {
  const text = new URLSearchParams(Object.entries(view).filter(([, value]) => value)).toString();
  return text ? "#?" + text : "";
}

export const view = (): View => parseView(location.hash);

/** Changes a part of the view without moving the page. */
export function setView(part: View): void {
  const next = printView({ ...view(), ...part });
  history.replaceState(null, "", next || location.pathname + location.search);
  for (const listener of listeners) listener(view());
}

export function onView(listener: (view: View) => void): void {
  listeners.add(listener);
  window.addEventListener("hashchange", () => location.hash.startsWith("#?") && listener(view()));
}
