// Steps by quarter: worsened up, eased down, unchanged about the middle.
import { activate, balanceWords, h, observationList, panel, plural, s } from "../draw";
import type { Data, PeriodBalance } from "../types";
import { redraw } from "./heat";

export function drawBalance(at: HTMLElement, data: Data): void {
  const below = panel();
  const box = h("div");
  at.replaceChildren(box, below.element);
  const all = data.a.quarters;
  const up = Math.max(1, ...all.map((q) => (q.balance?.worsened ?? 0) + (q.balance?.unchanged ?? 0) / 2));
  const down = Math.max(1, ...all.map((q) => (q.balance?.eased ?? 0) + (q.balance?.unchanged ?? 0) / 2));
  const render = () => {
    const width = Math.max(280, at.clientWidth);
    const [left, top, scale] = [30, 26, 190 / (up + down)];
    const zero = top + up * scale;
    const step = (width - left - 8) / all.length;
    const svg = s("svg", { width, height: zero + down * scale + 34, class: "balance", role: "group", "aria-label": "Steps by quarter; each bar can be opened" });
    svg.append(s("line", { x1: left, x2: width - 8, y1: zero, y2: zero, class: "axis" }), s("text", { x: left, y: 14, class: "hint" }, "worsened \u2191"), s("text", { x: left, y: zero + down * scale + 14, class: "hint" }, "eased \u2193"));
    all.forEach((quarter, i) => bar(svg, quarter, left + i * step, step, zero, scale, () => show(data, quarter, below)));
    all.forEach((quarter, i) => {
      if (i === 0 || quarter.period.endsWith("33") || /Q1|-01/.test(quarter.period)) svg.append(s("text", { x: left + i * step + 2, y: zero + down * scale + 30, class: "tick" }, quarter.period.slice(0, 4)));
    });
    box.replaceChildren(svg);
  };
  render();
  redraw(at, render);
}

function bar(svg: SVGElement, quarter: PeriodBalance, x: number, step: number, zero: number, scale: number, open: () => void): void {
  const b = quarter.balance;
  if (!b) return;
  const label = `${quarterName(quarter.period)}: ${balanceWords(b)}`;
  const mark = s("g", { class: "mark", role: "button", tabindex: 0 }, s("title", {}, label));
  const rect = (from: number, count: number, token: string) =>
    count > 0 && mark.append(s("rect", { x: x + step * 0.14, width: step * 0.72, y: zero - (from + count) * scale, height: Math.max(1, count * scale - 0.5), fill: `var(--${token})` }));
  rect(-b.unchanged / 2, b.unchanged, "neutral");
  rect(b.unchanged / 2, b.worsened, "worse-3");
  rect(-b.unchanged / 2 - b.eased, b.eased, "ease-3");
  mark.append(s("text", { x: x + step / 2, y: zero - (b.unchanged / 2 + b.worsened) * scale - 5, class: "count", "text-anchor": "middle", "aria-hidden": "true" }, step > 26 ? `${b.origins} or.` : String(b.origins)));
  activate(mark, open);
  svg.append(mark);
}

/** EDTF writes the quarters of 2018 as 2018-33 to 2018-36. */
export function quarterName(period: string): string {
  const code = Number(period.slice(5));
  return code >= 33 ? `Q${code - 32} ${period.slice(0, 4)}` : period;
}

function show(data: Data, quarter: PeriodBalance, below: ReturnType<typeof panel>): void {
  const [from, to] = quarterDays(quarter.period);
  const ids = data.a.observations.filter((o) => o.step && (o.first ?? "") >= from && (o.last ?? "9") <= to).map((o) => o.id);
  below.show(quarterName(quarter.period), h("p", {}, `${plural(ids.length, "observation")} with a step: ${balanceWords(quarter.balance)}.`), observationList(data, ids));
}

export function quarterDays(period: string): [string, string] {
  const year = period.slice(0, 4);
  const quarter = Number(period.slice(5)) >= 33 ? Number(period.slice(5)) - 33 : Math.floor((Number(period.slice(5)) - 1) / 3);
  const last = ["31", "30", "30", "31"][quarter] ?? "31";
  return [`${year}-${String(quarter * 3 + 1).padStart(2, "0")}-01`, `${year}-${String(quarter * 3 + 3).padStart(2, "0")}-${last}`];
}
