// Steps by quarter: worsened up, eased down, unchanged about the middle; below, the share of worsening with its interval,
// so that a flood of reports from one origin is not taken for certainty.
import { activate, balanceWords, h, observationList, panel, percent, plural, roving, s } from "../draw";
import type { Data, PeriodBalance } from "../types";
import { redraw } from "./heat";

const Left = 42;
const Bars = 200; // height of the counts
const Share = 104; // height of the share with its bands

export function drawBalance(at: HTMLElement, data: Data): void {
  const below = panel();
  const box = h("div");
  const swatch = (token: string, words: string) => h("span", {}, h("i", { style: `background:var(--${token})`, "aria-hidden": "true" }), words);
  at.replaceChildren(h("p", { class: "key" }, swatch("worse-3", "worsened"), swatch("neutral", "no change"), swatch("ease-3", "eased")), box, below.element);
  const all = data.a.quarters;
  const up = Math.max(1, ...all.map((q) => (q.balance?.worsened ?? 0) + (q.balance?.unchanged ?? 0) / 2));
  const down = Math.max(1, ...all.map((q) => (q.balance?.eased ?? 0) + (q.balance?.unchanged ?? 0) / 2));
  const render = () => {
    const width = Math.max(280, at.clientWidth);
    const top = 34;
    const scale = (Bars - 20) / (up + down);
    const zero = top + up * scale;
    const foot = zero + down * scale + 44;
    const step = (width - Left - 8) / Math.max(1, all.length);
    const y = (share: number) => foot + 8 + (1 - share) * Share;
    const svg = s("svg", { width, height: foot + Share + 36, class: "balance", role: "group", "aria-label": "Steps by quarter, and below them the share of worsening with its interval; each quarter can be opened" });
    svg.append(s("text", { x: Left, y: 12, class: "subtitle" }, width < 480 ? "Observations; the numbers are independent origins" : "Observations that say which way things moved: worsened above the line, eased below"));
    for (const count of ticks(up)) svg.append(s("line", { x1: Left, x2: width - 8, y1: zero - count * scale, y2: zero - count * scale, class: "grid" }), s("text", { x: Left - 5, y: zero - count * scale + 4, class: "tick", "text-anchor": "end" }, String(count)));
    svg.append(s("line", { x1: Left, x2: width - 8, y1: zero, y2: zero, class: "axis" }), s("text", { x: Left, y: foot - 8, class: "subtitle" }, "Share of worsening, each independent origin counting once"));
    for (const share of [0, 0.5, 1]) svg.append(s("line", { x1: Left, x2: width - 8, y1: y(share), y2: y(share), class: share === 0.5 ? "grid even" : "grid" }), s("text", { x: Left - 5, y: y(share) + 4, class: "tick", "text-anchor": "end" }, percent(share)));
    const marks = all.map((quarter, i) => bar(svg, quarter, Left + i * step, step, zero, scale, y, () => show(data, quarter, below)));
    const found = marks.filter((mark) => mark !== undefined);
    roving(svg, found, (mark) => [0, marks.indexOf(mark)]);
    silences(all).forEach(([from, to]) => {
      const words = to - from > 1 ? "no report that says which way" : "none";
      if ((to - from) * step > 5.6 * words.length) svg.append(s("text", { x: Left + ((from + to) / 2) * step, y: zero - 8, class: "hint", "text-anchor": "middle" }, words));
    });
    all.forEach((quarter, i) => {
      if (i > 0 && !startsYear(quarter.period)) return;
      svg.prepend(s("line", { x1: Left + i * step, x2: Left + i * step, y1: top, y2: y(0), class: "yearline" }));
      svg.append(s("text", { x: Left + i * step + 3, y: y(0) + 16, class: "year" }, quarter.period.slice(0, 4)));
    });
    box.replaceChildren(svg);
  };
  render();
  redraw(at, render);
}

/** Whole numbers for an axis from 0 to about so much: three or four of them. */
export function ticks(most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000].find((one) => most / one < 4.5) ?? 20_000;
  return Array.from({ length: Math.floor(most / step) }, (_, i) => (i + 1) * step);
}

/** Stretches of quarters without a step, as first and one past the last. */
export function silences(quarters: readonly PeriodBalance[]): [number, number][] {
  const found: [number, number][] = [];
  quarters.forEach((quarter, i) => {
    const last = found.at(-1);
    if (quarter.balance) return;
    if (last && last[1] === i) last[1] = i + 1;
    else found.push([i, i + 1]);
  });
  return found;
}

function bar(svg: SVGElement, quarter: PeriodBalance, x: number, step: number, zero: number, scale: number, y: (share: number) => number, open: () => void): SVGElement | undefined {
  const b = quarter.balance;
  if (!b) return undefined;
  const label = `${quarterName(quarter.period)}: ${balanceWords(b)}; share of worsening ${percent(b.share)}, 90 % interval ${percent(b.low90)} to ${percent(b.high90)}`;
  const mark = s("g", { class: "mark", role: "button", tabindex: 0 }, s("title", {}, label), s("rect", { x, y: 30, width: step, height: y(0) - 30, fill: "transparent" }));
  const rect = (from: number, count: number, token: string) =>
    count > 0 && mark.append(s("rect", { x: x + step * 0.14, width: step * 0.72, y: zero - (from + count) * scale, height: Math.max(1, count * scale - 0.5), fill: `var(--${token})` }));
  rect(-b.unchanged / 2, b.unchanged, "neutral");
  rect(b.unchanged / 2, b.worsened, "worse-3");
  rect(-b.unchanged / 2 - b.eased, b.eased, "ease-3");
  const words = plural(b.origins, "origin");
  mark.append(s("text", { x: x + step / 2, y: zero - (b.unchanged / 2 + b.worsened) * scale - 5, class: "count", "text-anchor": "middle", "aria-hidden": "true" }, step > 5.6 * words.length ? words : String(b.origins)));
  const middle = x + step / 2;
  const wide = Math.min(22, step * 0.5);
  mark.append(
    s("rect", { x: middle - wide / 2, width: wide, y: y(b.high90), height: Math.max(1, y(b.low90) - y(b.high90)), class: "band90" }),
    s("rect", { x: middle - wide / 2, width: wide, y: y(b.high50), height: Math.max(1, y(b.low50) - y(b.high50)), class: "band50" }),
    s("circle", { cx: middle, cy: y(b.share), r: 3, class: "point" }));
  activate(mark, open);
  svg.append(mark);
  return mark;
}

const quarterOf = (period: string): number | undefined => {
  const found = /^\d{4}-(?:Q([1-4])|3([3-6]))$/.exec(period);
  return found ? (found[1] ? Number(found[1]) : Number(found[2]) - 2) : undefined;
};

const startsYear = (period: string): boolean => quarterOf(period) === 1;

/** "2018-Q3" as "Q3 2018"; EDTF's 33 to 36 are read too. */
export function quarterName(period: string): string {
  const quarter = quarterOf(period);
  return quarter ? `Q${quarter} ${period.slice(0, 4)}` : period;
}

function show(data: Data, quarter: PeriodBalance, below: ReturnType<typeof panel>): void {
  const [from, to] = quarterDays(quarter.period);
  const ids = data.a.observations.filter((o) => o.step && o.first !== undefined && o.last !== undefined && o.first >= from && o.last <= to).map((o) => o.id);
  below.show(quarterName(quarter.period), h("p", {}, `${plural(ids.length, "observation")} with a step: ${balanceWords(quarter.balance)}.`), observationList(data, ids));
}

/** First and last day of a quarter. */
export function quarterDays(period: string): [string, string] {
  const quarter = quarterOf(period);
  if (!quarter) return [`${period}-01`, `${period}-31`];
  const month = (m: number) => String(m).padStart(2, "0");
  return [`${period.slice(0, 4)}-${month(quarter * 3 - 2)}-01`, `${period.slice(0, 4)}-${month(quarter * 3)}-${quarter === 1 || quarter === 4 ? 31 : 30}`];
}
