// Small helpers to make elements, and the words and colours all charts share.
import type { Balance, Data, Measure, Observation } from "./types";

type Child = Node | string | false | null | undefined;
type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>;

export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

export function s<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): SVGElementTagNameMap[K] {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes))
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  for (const child of children) if (child) element.append(child);
  return element;
}

/** -1 all eased .. 1 all worsened; undefined when nothing carries a step. */
export function net(balance: Balance | undefined): number | undefined {
  const all = balance ? balance.worsened + balance.unchanged + balance.eased : 0;
  return balance && all > 0 ? (balance.worsened - balance.eased) / all : undefined;
}

/** Name of the colour token of a net direction: stronger when more of the steps agree. */
export function tone(value: number | undefined): string {
  if (value === undefined) return "none";
  if (Math.abs(value) < 0.1) return "neutral";
  return (value > 0 ? "worse-" : "ease-") + (Math.abs(value) >= 0.9 ? 3 : Math.abs(value) >= 0.4 ? 2 : 1);
}

export const colour = (value: number | undefined): string => (value === undefined ? "transparent" : `var(--${tone(value)})`);

export const stepSign = (o: Observation): number | undefined => (o.step ? Math.sign(o.step.lowest + o.step.highest) : undefined);

export const percent = (share: number): string => `${Math.round(100 * share)} %`;

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

const Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2018-08" as "Aug 2018". */
export const monthName = (month: string): string => `${Months[Number(month.slice(5, 7)) - 1] ?? ""} ${month.slice(0, 4)}`;

/** "2017-08-05" as "5 Aug 2017". */
export const dayName = (day: string): string => `${Number(day.slice(8, 10))} ${monthName(day)}`;

/** Days since 1970 of an ISO day. */
export const dayNumber = (day: string): number => Date.parse(day.slice(0, 10) + "T00:00:00Z") / 86_400_000;

export const compact = (value: number): string =>
  Math.abs(value) >= 10_000 ? new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 }).format(value) : new Intl.NumberFormat("en", { maximumSignificantDigits: 4 }).format(value);

/** "3 worsened, 1 eased; 2 origins". */
export function balanceWords(balance: Balance | undefined): string {
  if (!balance) return "no pressure step";
  const parts = [balance.worsened && `${balance.worsened} worsened`, balance.unchanged && `${balance.unchanged} unchanged`, balance.eased && `${balance.eased} eased`].filter(Boolean);
  return `${parts.join(", ")}; ${plural(balance.origins, "independent origin")}`;
}

/** The observations behind a mark, each with a link to its place in the chronology. */
export function observationList(data: Data, ids: readonly string[], most = 30): HTMLElement {
  const list = h("ul", { class: "behind" });
  for (const id of ids.slice(0, most)) {
    const o = data.byId.get(id);
    if (!o) continue;
    const sign = stepSign(o);
    list.append(
      h("li", {},
        h("span", { class: "dot", style: `background:${colour(sign)}`, "aria-hidden": "true" }),
        tieMark(o.attribution),
        h("a", { href: `#obs-${id}` }, o.summary),
        h("span", { class: "dim" }, ` ${o.when}${o.place ? ", " + data.name("place", o.place) : ""}. ${data.name("source", o.source)} ${o.reliability}. ${attribution(o.attribution)}`)));
  }
  if (ids.length > most) list.append(h("li", { class: "dim" }, `and ${ids.length - most} more in the chronology`));
  return list;
}

/** The mark of how a report ties what it tells to the sanctions, as in the chronology. */
function tieMark(tie: string): SVGElement {
  return s("svg", { class: "tie", "aria-hidden": "true" }, s("use", { href: `#t-${["asserted", "inferred", "concurrent", "other-cause", "denied"].includes(tie) ? tie : "none"}` }));
}

export function attribution(word: string): string {
  return { asserted: "Names sanctions.", inferred: "Implies sanctions.", concurrent: "Set beside sanctions in time.", denied: "Denies sanctions.", "other-cause": "Names another cause." }[word] ?? "";
}

/** A box below a chart that says what stands behind the chosen mark. */
export function panel(): { element: HTMLElement; show: (title: string, ...content: Child[]) => void; hide: () => void } {
  const element = h("div", { class: "panel", role: "region", "aria-live": "polite", "aria-label": "What stands behind the chosen mark", hidden: true });
  const hide = () => element.setAttribute("hidden", "");
  element.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  return {
    element,
    hide,
    show: (title, ...content) => {
      element.replaceChildren(h("div", { class: "panelhead" }, h("h3", {}, title), h("button", { type: "button", class: "quiet", "aria-label": "Close", click: hide }, "Close")));
      for (const child of content) if (child) element.append(child);
      element.removeAttribute("hidden");
    },
  };
}

/** At most so many measures to mark on a chart: those the reports name most, of different days. */
export function chosenMeasures(measures: readonly Measure[], from: string, to: string, sector?: string, most = 6): Measure[] {
  const within = measures.filter((m) => m.start >= from && m.start <= to && m.status !== "disputed" && (!sector || m.sectors.includes(sector)));
  const chosen: Measure[] = [];
  for (const measure of [...within].sort((l, r) => r.stated - l.stated || r.near - l.near || (l.start < r.start ? -1 : 1)))
    if (chosen.length < most && !chosen.some((other) => Math.abs(dayNumber(other.start) - dayNumber(measure.start)) < 30)) chosen.push(measure);
  return chosen.sort((l, r) => (l.start < r.start ? -1 : 1));
}

/** A measure's name where there is little room: its kind cut short, its clause in brackets left out. */
export function shortName(measure: Measure, most = 24): string {
  const name = measure.name.replace(/^Resolution /, "Res. ").replace(/ \([^)]*\)$/, "");
  return name.length <= most ? name : `${name.slice(0, name.lastIndexOf(" ", most) > 8 ? name.lastIndexOf(" ", most) : most)}\u2026`;
}

/** Puts texts, given by their left end and width and in order of it, on lines where they do not meet; undefined where no line has room. */
export function spread(texts: readonly [number, number][], right: number, lines: number): (number | undefined)[] {
  const end = new Array<number>(lines).fill(-Infinity);
  return texts.map(([left, width]) => {
    const line = left + width > right ? -1 : end.findIndex((taken) => taken <= left);
    if (line < 0) return undefined;
    end[line] = left + width;
    return line;
  });
}

/** Says what a mark stands for at once, beside the pointer or the mark in focus; the browser's own title comes late and not to the keyboard. */
export function startTips(): void {
  const tip = h("div", { class: "charttip", hidden: true, "aria-hidden": "true" });
  document.body.append(tip);
  let owner: Element | null = null;
  const hide = () => {
    tip.hidden = true;
    owner = null;
  };
  const place = (mark: Element, pointer?: PointerEvent) => {
    const box = (mark.querySelector(".stroke") ?? mark).getBoundingClientRect();
    const at = pointer && box.width > 60 ? { x: pointer.clientX, top: pointer.clientY, bottom: pointer.clientY + 8 } : { x: box.left + box.width / 2, top: box.top, bottom: box.bottom };
    const above = at.top - tip.offsetHeight - 8;
    tip.style.left = `${Math.max(8, Math.min(document.documentElement.clientWidth - tip.offsetWidth - 8, at.x - tip.offsetWidth / 2))}px`;
    tip.style.top = `${above > 4 ? above : at.bottom + 8}px`;
  };
  const show = (event: Event) => {
    const mark = event.target instanceof Element ? event.target.closest(".island .mark, .island .point[aria-label]") : null;
    if (!mark) return event.type === "pointerover" && owner && owner === document.activeElement ? undefined : hide(); // a page that scrolls moves the pointer too
    if (mark === owner) return;
    const words = mark.querySelector(":scope > title")?.textContent ?? mark.getAttribute("aria-label");
    if (!words || (event.type === "focusin" && !mark.matches(":focus-visible"))) return hide();
    owner = mark;
    tip.textContent = words;
    tip.hidden = false;
    place(mark, event instanceof PointerEvent ? event : undefined);
  };
  for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, show);
  for (const kind of ["focusout", "click"]) document.addEventListener(kind, hide);
  window.addEventListener("scroll", () => (owner?.isConnected ? place(owner) : hide()), { passive: true, capture: true });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
}

/** Items by a key, in order of first appearance. (Map.groupBy is not in every browser yet.) */
export function groupBy<K, T>(items: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const found = groups.get(key(item));
    if (found) found.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Lets arrow keys move among marks, of which one at a time can be reached by Tab. */
export function roving(root: Element, marks: SVGElement[], columns: (mark: SVGElement) => [number, number]): void {
  const at = new Map(marks.map((mark) => [columns(mark).join(), mark]));
  let current = marks[0];
  marks.forEach((mark, i) => mark.setAttribute("tabindex", i === 0 ? "0" : "-1"));
  root.addEventListener("keydown", (event) => {
    const key = (event as KeyboardEvent).key;
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[key];
    if (!step || !current || !marks.includes(event.target as SVGElement)) return;
    event.preventDefault();
    const [row, column] = columns(event.target as SVGElement);
    const next = step[0] ? nearestInRow(marks, columns, row, column, step[0]) : nearestInLine(at, marks, columns, row, column, step[1] ?? 0);
    if (!next) return;
    current.setAttribute("tabindex", "-1");
    current = next;
    current.setAttribute("tabindex", "0");
    current.focus();
  });
}

function nearestInLine(at: Map<string, SVGElement>, marks: SVGElement[], columns: (mark: SVGElement) => [number, number], row: number, column: number, step: number): SVGElement | undefined {
  const last = Math.max(...marks.map((mark) => columns(mark)[1]));
  for (let c = column + step; c >= 0 && c <= last; c += step) {
    const found = at.get([row, c].join());
    if (found) return found;
  }
  return undefined;
}

function nearestInRow(marks: SVGElement[], columns: (mark: SVGElement) => [number, number], row: number, column: number, step: number): SVGElement | undefined {
  const rows = [...new Set(marks.map((mark) => columns(mark)[0]))].sort((l, r) => l - r);
  const next = rows[rows.indexOf(row) + step];
  if (next === undefined) return undefined;
  return marks.filter((mark) => columns(mark)[0] === next).sort((l, r) => Math.abs(columns(l)[1] - column) - Math.abs(columns(r)[1] - column))[0];
}

/** Activates a mark by click, Enter or Space. */
export function activate(mark: Element, run: () => void): void {
  mark.addEventListener("click", run);
  mark.addEventListener("keydown", (event) => {
    const key = (event as KeyboardEvent).key;
    if (key !== "Enter" && key !== " ") return;
    event.preventDefault();
    run();
  });
}

let patterns = 0;

/** A hatch to lay over marks that rest on one origin; returns the definition and its address. */
export function hatch(): [SVGDefsElement, string] {
  const id = `hatch-${++patterns}`;
  return [
    s("defs", {}, s("pattern", { id, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, s("rect", { width: 2.2, height: 5, fill: "var(--paper)", "fill-opacity": 0.62 }))),
    `url(#${id})`,
  ];
}
