// Filters over the list the page already holds, with measures put in between.
import { dayName, groupBy, h, plural, stepSign } from "../draw";
import { onView, setView, view, type View } from "../state";
import type { Data, Observation } from "../types";

const Fields = ["sector", "place", "group", "source", "attribution", "direction", "text"] as const;

/** Does an observation fit the filters of a view? */
export function fits(o: Observation, wanted: View, words: (o: Observation) => string): boolean {
  if (wanted.sector && o.sector !== wanted.sector) return false;
  if (wanted.place && o.place !== wanted.place) return false;
  if (wanted.group && o.group !== wanted.group) return false;
  if (wanted.source && o.source !== wanted.source && o.selector !== wanted.source) return false;
  if (wanted.attribution && o.attribution !== wanted.attribution) return false;
  if (wanted.direction && directionOf(o) !== wanted.direction) return false;
  return !wanted.text || words(o).includes(wanted.text.toLowerCase());
}

export function directionOf(o: Observation): string {
  const sign = stepSign(o);
  return sign === undefined ? "nostep" : sign > 0 ? "worsened" : sign < 0 ? "eased" : "unchanged";
}

export function enhanceChronology(at: HTMLElement, data: Data): void {
  const list = document.querySelector<HTMLElement>("ol.chronology");
  if (!list) return;
  const entries = new Map<string, HTMLElement>();
  for (const item of list.querySelectorAll<HTMLElement>("li[id^='obs-']")) entries.set(item.id.slice(4), item);
  const measures = addMeasures(list, entries, data);
  const texts = new Map(data.a.observations.map((o) => [o.id, `${o.summary} ${o.id} ${data.name("sector", o.sector)} ${o.place ? data.name("place", o.place) : ""} ${data.name("source", o.source)}`.toLowerCase()]));

  const count = h("output", { class: "count", role: "status" });
  const select = (name: string, label: string, options: [string, string][]) => {
    const input = h("select", { name, "aria-label": label }, h("option", { value: "" }, `${label}: all`), ...options.map(([value, text]) => h("option", { value }, text)));
    input.addEventListener("change", () => setView({ [name]: input.value }));
    return input;
  };
  const used = (key: (o: Observation) => string | undefined, name: (id: string) => string): [string, string][] =>
    [...groupBy(data.a.observations.filter((o) => key(o)), (o) => key(o) ?? "")].map(([id, all]): [string, string, number] => [id, `${name(id)} (${all.length})`, all.length]).sort((l, r) => r[2] - l[2]).map(([id, text]) => [id, text]);
  const inputs = [
    select("sector", "Sector", used((o) => o.sector, (id) => data.name("sector", id))),
    select("place", "Place", used((o) => o.place, (id) => data.name("place", id))),
    select("group", "Group", used((o) => o.group, (id) => data.name("group", id))),
    select("source", "Source", data.a.sources.map((source) => [source.id, `${source.name} (${Math.max(source.observations, source.selected)})`])),
    select("attribution", "Tie to sanctions", [["asserted", "named as the cause"], ["inferred", "implied"], ["concurrent", "set beside in time"], ["other-cause", "another cause named"], ["denied", "denied"], ["none", "none"]]),
    select("direction", "Direction", [["worsened", "worsened"], ["unchanged", "no change"], ["eased", "eased"], ["nostep", "no step"]]),
  ];
  const search = h("input", { type: "search", name: "text", placeholder: "Search the summaries", "aria-label": "Search the summaries" });
  search.addEventListener("input", () => setView({ text: search.value }));
  const clear = h("button", { type: "button", class: "quiet" }, "Clear");
  clear.addEventListener("click", () => setView(Object.fromEntries(Fields.map((field) => [field, ""]))));
  const withMeasures = h("label", { class: "check" }, h("input", { type: "checkbox", checked: true }), "measures between");
  const box = withMeasures.querySelector("input") as HTMLInputElement;
  box.addEventListener("change", () => apply());
  const form = h("form", { class: "filters", role: "search", "aria-label": "Filter the chronology" }, ...inputs, search, withMeasures, clear, count);
  form.addEventListener("submit", (event) => event.preventDefault());
  at.replaceChildren(form);

  const apply = () => {
    const wanted = view();
    for (const input of inputs) input.value = wanted[input.name] ?? "";
    if (document.activeElement !== search) search.value = wanted.text ?? "";
    const active = Fields.some((field) => wanted[field]);
    let shown = 0;
    for (const o of data.a.observations) {
      const item = entries.get(o.id);
      if (!item) continue;
      const fit = fits(o, wanted, (one) => texts.get(one.id) ?? "");
      if (item.hidden === fit) item.hidden = !fit;
      if (fit) shown++;
    }
    for (const [item, sectors] of measures) item.hidden = !box.checked || (wanted.sector ? !sectors.includes(wanted.sector) && !sectors.includes("all") : active);
    count.textContent = active ? `${shown} of ${plural(entries.size, "observation")}` : plural(entries.size, "observation");
    clear.hidden = !active;
  };
  apply();
  onView(apply);
  // a link to an observation that the filters hide shows it
  window.addEventListener("hashchange", () => {
    const item = entries.get(decodeURIComponent(location.hash).replace("#obs-", ""));
    if (item?.hidden) {
      item.hidden = false;
      item.scrollIntoView({ block: "start" });
    }
  });
}

function addMeasures(list: HTMLElement, entries: Map<string, HTMLElement>, data: Data): Map<HTMLElement, string[]> {
  const added = new Map<HTMLElement, string[]>();
  const first = `${data.a.subject.months[0] ?? "0000-00"}-01`;
  const ordered = data.a.observations.filter((o) => entries.has(o.id));
  let next = 0;
  for (const measure of data.a.measures) {
    if (measure.start < first || measure.status === "disputed") continue;
    while (next < ordered.length && ((ordered[next]?.first ?? ordered[next]?.last ?? "") <= measure.start)) next++;
    const item = h("li", { class: "measureline" }, h("div", { class: "when" }, h("time", { datetime: measure.start }, dayName(measure.start))), h("div", { class: "what" }, h("a", { href: `#measure-${measure.id}` }, measure.name), ` takes effect (${measure.issuer})`));
    const before = ordered[next] ? entries.get(ordered[next]?.id ?? "") : undefined;
    if (before) before.before(item);
    else list.append(item);
    added.set(item, measure.sectors);
  }
  return added;
}
