// One small chart a series: points, gaps left open, measures drawn in, the range before and the medians.
import { scaleLinear } from "d3-scale";
import { chosenMeasures, compact, dayNumber, h, roving, s, shortName, spread } from "../draw";
import type { Data, Measure, Point, Series } from "../types";
import { redraw } from "./heat";

const GapFactor = 1.75;

export function drawSeries(at: HTMLElement, data: Data): void {
  const series = data.a.series.find((one) => one.name === at.dataset.series);
  if (!series) return;
  const box = h("div");
  const reading = h("p", { class: "reading dim", "aria-live": "polite" });
  at.replaceChildren(box, reading);
  const render = () => box.replaceChildren(chart(data, series, Math.max(240, at.clientWidth), reading));
  render();
  redraw(at, render);
}

/** Runs of points between which a line may be drawn: a known gap, or one of more than 1.75 median steps, breaks it. */
export function runs(points: Point[]): Point[][] {
  const steps = points.slice(1).map((p, i) => middle(p) - middle(points[i] as Point)).sort((l, r) => l - r);
  const usual = steps[Math.floor(steps.length / 2)] ?? 0;
  const found: Point[][] = [[]];
  points.forEach((point, i) => {
    const before = points[i - 1];
    if (point.value === undefined) return void found.push([]);
    if (before && middle(point) - middle(before) > Math.max(GapFactor * usual, 45)) found.push([]);
    found.at(-1)?.push(point);
  });
  return found.filter((run) => run.length > 0);
}

export const middle = (point: Point): number => (dayNumber(point.first) + dayNumber(point.last)) / 2;

function chart(data: Data, series: Series, width: number, reading: HTMLElement): SVGElement {
  const points = series.points.filter((p) => p.value !== undefined);
  const [height, left, right, top] = [162, 46, 12, 38];
  const values = points.map((p) => p.value as number);
  const days = points.map(middle);
  const from = Math.min(...days, dayNumber(`${data.a.subject.months[0]}-01`));
  const to = Math.max(...days, dayNumber(data.a.subject.asOf));
  const x = scaleLinear([from, to], [left, width - right]);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const base = low > 0 && low < high * 0.6 ? 0 : low;
  const y = scaleLinear([base - (high - base) * (base === 0 ? 0 : 0.15), high + (high - base) * 0.08 || high + 1], [height - 20, top]).nice(3);
  const c = series.comparison;
  const title = `${series.title}: ${points.length} values from ${points[0]?.date ?? ""} to ${points.at(-1)?.date ?? ""}, ${compact(low)} to ${compact(high)} ${series.unit}`;
  const svg = s("svg", { width, height, class: "series", role: "group", "aria-label": `${title}; arrow keys move among the values` });
  for (const tick of y.ticks(3)) svg.append(s("line", { x1: left, x2: width - right, y1: y(tick), y2: y(tick), class: "grid" }), s("text", { x: left - 5, y: y(tick) + 4, class: "tick", "text-anchor": "end" }, compact(tick)));
  const firstYear = new Date(from * 86_400_000).getUTCFullYear();
  const lastYear = new Date(to * 86_400_000).getUTCFullYear();
  const step = [1, 2, 5, 10].find((years) => (lastYear - firstYear) / years < 8) ?? 20;
  for (let year = firstYear; year <= lastYear; year++) {
    const at = x(dayNumber(`${year}-01-01`));
    if (at >= left - 1 && year % step === 0) svg.append(s("line", { x1: at, x2: at, y1: height - 20, y2: height - 16, class: "axis" }), s("text", { x: at + 2, y: height - 6, class: "tick" }, String(year)));
  }
  if (c) {
    const before = points.filter((p) => p.last < c.split).map((p) => p.value as number);
    if (before.length > 1) svg.append(s("rect", { x: left, width: width - right - left, y: y(Math.max(...before)), height: Math.max(1, y(Math.min(...before)) - y(Math.max(...before))), class: "range" }, s("title", {}, "range of the values before")));
    svg.append(s("line", { x1: left, x2: x(dayNumber(c.split)), y1: y(c.medianBefore), y2: y(c.medianBefore), class: "median" }), s("line", { x1: x(dayNumber(c.split)), x2: width - right, y1: y(c.medianAfter), y2: y(c.medianAfter), class: "median" }));
  }
  const chosen = chosenMeasures(data.a.measures, isoDay(from), data.a.subject.asOf, series.sector);
  const names = chosen.map((measure) => shortName(measure, 18));
  const lines = spread(chosen.map((measure, i): [number, number] => [x(dayNumber(measure.start)), 5.4 * (names[i] as string).length + 8]), width + 8, 2);
  chosen.forEach((measure, i) => {
    const [at, line] = [x(dayNumber(measure.start)), lines[i]];
    svg.append(s("line", { x1: at, x2: at, y1: line === undefined ? top - 2 : top - 25 + 12 * line, y2: height - 20, class: "rule" }, s("title", {}, `${measure.name}, ${measure.start}`)));
  });
  lines.forEach((line, i) => line !== undefined && svg.append(s("text", { x: x(dayNumber((chosen[i] as Measure).start)) + 3, y: top - 17 + 12 * line, class: "rulename" }, names[i])));
  if (c && chosen.length === 0) svg.append(s("line", { x1: x(dayNumber(c.split)), x2: x(dayNumber(c.split)), y1: top, y2: height - 20, class: "rule" }));
  for (const run of runs(series.points)) if (run.length > 1) svg.append(s("path", { class: "thin", d: "M" + run.map((p) => `${x(middle(p)).toFixed(1)},${y(p.value as number).toFixed(1)}`).join("L") }));
  const dots = points.map((p) => {
    const words = `${p.date}: ${compact(p.value as number)} ${series.unit}${p.note ? ` (${p.note})` : ""}`;
    const dot = s("circle", { cx: x(middle(p)), cy: y(p.value as number), r: 2.8, class: "point", role: "img", "aria-label": words });
    const say = () => (reading.textContent = words);
    for (const kind of ["pointerenter", "click", "focus"]) dot.addEventListener(kind, say);
    return dot;
  });
  svg.append(...dots);
  roving(svg, dots, (dot) => [0, dots.indexOf(dot as SVGCircleElement)]);
  return svg;
}

const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
