// The register as bars: from the day a measure binds, the wind-down fading out.
import { activate, dayName, dayNumber, groupBy, h, observationList, panel, plural, s } from "../draw";
import type { Data, Measure } from "../types";
import { redraw } from "./heat";

const Row = 19;

export function drawMeasures(at: HTMLElement, data: Data): void {
  const { months, asOf } = data.a.subject;
  const first = dayNumber(`${months[0] ?? asOf.slice(0, 7)}-01`);
  const last = dayNumber(asOf);
  const within = data.a.measures.filter((m) => dayNumber(m.start) >= first && dayNumber(m.start) <= last);
  if (within.length === 0) return;
  const issuers = [...groupBy(within, (m) => m.issuer.split(";")[0] ?? m.issuer)].sort((l, r) => r[1].length - l[1].length);
  const below = panel();
  const box = h("div", { class: "scroll" });
  const earlier = data.a.measures.length - within.length;
  at.replaceChildren(box, earlier > 0 && h("p", { class: "dim" }, `${plural(earlier, "measure")} began before the period and are in the table.`) || "", below.element);
  const render = () => {
    const width = Math.max(560, at.clientWidth);
    const left = 12;
    const x = (day: number) => left + ((day - first) / Math.max(1, last - first)) * (width - left - 230);
    const rows = within.length + issuers.length;
    const svg = s("svg", { width, height: 30 + rows * Row + 10, class: "measures", role: "group", "aria-label": "Measures by issuer over time" },
      s("defs", {}, s("linearGradient", { id: "winddown" }, s("stop", { offset: "0", "stop-color": "var(--accent)", "stop-opacity": 0.55 }), s("stop", { offset: "1", "stop-color": "var(--accent)", "stop-opacity": 0.03 }))));
    for (const month of months.filter((m, i) => i === 0 || m.endsWith("-01"))) {
      const at = x(dayNumber(`${month}-01`));
      svg.append(s("line", { x1: at, x2: at, y1: 18, y2: 30 + rows * Row, class: "yearline" }), s("text", { x: at + 3, y: 14, class: "year" }, month.slice(0, 4)));
    }
    let y = 30;
    for (const [issuer, list] of issuers) {
      svg.append(s("text", { x: left, y: y + 13, class: "issuer" }, issuer));
      y += Row;
      for (const measure of list) {
        svg.append(bar(data, measure, x, y, last, below));
        y += Row;
      }
    }
    box.replaceChildren(svg);
  };
  render();
  redraw(at, render);
}

function bar(data: Data, measure: Measure, x: (day: number) => number, y: number, last: number, below: ReturnType<typeof panel>): SVGElement {
  const start = dayNumber(measure.start);
  const end = measure.winddownLast ? Math.min(dayNumber(measure.winddownLast), last) : start;
  const disputed = measure.status === "disputed";
  const words = measure.name + (disputed ? " (disputed)" : "");
  const named = measure.stated > 0 ? ` named by ${plural(measure.stated, "observation")}` : "";
  const title = `${words}${named}; ${measure.issuer}, in force from ${dayName(measure.start)}${measure.winddownLast ? `, wind-down to ${dayName(measure.winddownLast)}` : ""}`;
  const mark = s("g", { class: disputed ? "mark disputed" : "mark", role: "button", tabindex: 0 }, s("title", {}, title));
  mark.append(s("rect", { x: x(start), y: y + 1, width: Math.max(8, x(last) - x(start) + 200), height: Row - 2, fill: "transparent" }));
  if (end > start) mark.append(s("rect", { x: x(start), y: y + 4, width: Math.max(2, x(end) - x(start)), height: 10, fill: "url(#winddown)" }));
  mark.append(s("rect", { x: x(start) - 1.5, y: y + 2, width: 3, height: 14, class: "tickmark" }), s("text", { x: Math.max(x(end), x(start)) + 7, y: y + 13, class: "measurename" }, words, named && s("tspan", { class: "dim", dx: 6 }, named)));
  activate(mark, () => {
    const ids = data.a.observations.filter((o) => o.measures.some((m) => m.measure === measure.id && m.stated)).map((o) => o.id);
    below.show(measure.name, h("p", {}, `${measure.summary}. ${plural(measure.stated, "observation")} name it; ${measure.near} more are near it by date and sector only. `, h("a", { href: `#measure-${measure.id}` }, "In the table")), observationList(data, ids));
  });
  return mark;
}
