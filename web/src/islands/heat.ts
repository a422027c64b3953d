// Sector by month. Empty cells are months without a report, not months of calm.
import { area, curveMonotoneX, line } from "d3-shape";
import { activate, balanceWords, chosenMeasures, colour, h, hatch, monthName, net, observationList, panel, percent, plural, roving, s, shortName, spread } from "../draw";
import { onView, setView, view } from "../state";
import type { Balance, Cell, Data } from "../types";

const Row = 22;
const Top = 76;

export function drawHeat(at: HTMLElement, data: Data): void {
  const { months } = data.a.subject;
  const rows = [...data.a.sectors].sort((l, r) => r.observations - l.observations);
  const below = panel();
  const box = h("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": "Heat map of sectors by month; arrow keys move among cells, Enter shows what stands behind one" });
  at.replaceChildren(legend(), box, below.element);

  const render = () => {
    const label = 138;
    const cell = Math.max(14, Math.min(30, Math.floor((at.clientWidth - label - 8) / months.length)));
    const width = label + cell * months.length + 8;
    const [defs, hatched] = hatch();
    const column = new Map(months.map((month, i) => [month, label + i * cell]));
    const svg = s("svg", { width, height: Top + rows.length * Row + 6, class: "heat", "aria-hidden": "false" }, defs);
    years(svg, months, label, cell, Top + rows.length * Row);
    rules(svg, data, months, column, cell, Top + rows.length * Row);
    const marks: SVGElement[] = [];
    const place = new Map<SVGElement, [number, number]>();
    rows.forEach((sector, r) => {
      const y = Top + r * Row;
      const name = s("text", { x: label - 8, y: y + 15, class: "rowname", "text-anchor": "end", tabindex: 0, role: "button", "aria-label": `${sector.name}: show its line over time` }, sector.name);
      activate(name, () => showLine(data, sector.id, below));
      svg.append(name, s("line", { x1: label, x2: width - 8, y1: y + Row - 0.5, y2: y + Row - 0.5, class: "grid" }));
      for (const one of data.a.cells.filter((c) => c.sector === sector.id)) {
        const x = column.get(one.month);
        if (x === undefined) continue;
        const mark = drawCell(one, x, y, cell, hatched, sector.name);
        activate(mark, () => setView({ heat: `${one.sector}~${one.month}` }));
        marks.push(mark);
        place.set(mark, [r, months.indexOf(one.month)]);
        svg.append(mark);
      }
    });
    roving(svg, marks, (mark) => place.get(mark) ?? [0, 0]);
    box.replaceChildren(svg);
  };

  const show = () => {
    const chosen = view().heat;
    if (!chosen) return;
    const [sector, month] = chosen.split("~");
    const one = data.a.cells.find((c) => c.sector === sector && c.month === month);
    if (one) below.show(`${data.name("sector", one.sector)}, ${monthName(one.month)}`, h("p", {}, cellWords(one)), observationList(data, one.observations));
  };
  render();
  show();
  onView(show);
  redraw(at, render);
}

/** Draws again when the width of the place changes. */
export function redraw(at: HTMLElement, render: () => void): void {
  let width = at.clientWidth;
  new ResizeObserver(() => {
    if (Math.abs(at.clientWidth - width) < 2 || at.clientWidth === 0) return;
    width = at.clientWidth;
    render();
  }).observe(at);
}

function drawCell(one: Cell, x: number, y: number, cell: number, hatched: string, sector: string): SVGElement {
  const label = `${sector}, ${monthName(one.month)}: ${cellWords(one)}`;
  const group = s("g", { class: "mark", role: "button" }, s("title", {}, label));
  const size = { x: x + 1, y: y + 1, width: cell - 2, height: Row - 3, rx: 2 };
  if (!one.balance) return fill(group, s("rect", { ...size, fill: "transparent" }), s("circle", { cx: x + cell / 2, cy: y + Row / 2, r: 2, class: "nostep" }));
  fill(group, s("rect", { ...size, fill: colour(net(one.balance)) }));
  if (one.balance.origins === 1) fill(group, s("rect", { ...size, fill: hatched, "pointer-events": "none" }));
  else if (cell >= 18) fill(group, s("text", { x: x + cell / 2, y: y + 15, class: "count", "text-anchor": "middle", "aria-hidden": "true" }, String(one.balance.origins)));
  return group;
}

function fill(group: SVGElement, ...children: SVGElement[]): SVGElement {
  group.append(...children);
  return group;
}

function cellWords(one: Cell): string {
  const all = plural(one.observations.length, "observation");
  return one.balance ? `${all}; ${balanceWords(one.balance)}; share of worsening ${percent(one.balance.share)}, 90 % interval ${percent(one.balance.low90)} to ${percent(one.balance.high90)}` : `${all}, none with a pressure step`;
}

function years(svg: SVGElement, months: string[], label: number, cell: number, bottom: number): void {
  months.forEach((month, i) => {
    const x = label + i * cell;
    if (i === 0 || month.endsWith("-01")) {
      svg.append(s("text", { x: x + 2, y: Top - 18, class: "year" }, month.slice(0, 4)), s("line", { x1: x, x2: x, y1: Top - 28, y2: bottom, class: "yearline" }));
    }
    if (cell >= 14) svg.append(s("text", { x: x + cell / 2, y: Top - 5, class: "month", "text-anchor": "middle" }, "JFMAMJJASOND"[Number(month.slice(5)) - 1] ?? ""));
  });
}

function rules(svg: SVGElement, data: Data, months: string[], column: Map<string, number>, cell: number, bottom: number): void {
  const right = (column.get(months.at(-1) ?? "") ?? 0) + cell;
  const chosen = chosenMeasures(data.a.measures, `${months[0]}-01`, data.a.subject.asOf);
  const at = chosen.map((measure) => (column.get(measure.start.slice(0, 7)) ?? 0) + ((Number(measure.start.slice(8, 10)) - 1) / 31) * cell);
  const names = chosen.map((measure) => shortName(measure));
  const lines = spread(at.map((x, i): [number, number] => [x, 5.7 * (names[i] as string).length + 8]), right + 8, 3);
  chosen.forEach((measure, i) => {
    const [x, row] = [at[i] as number, lines[i]];
    svg.append(s("line", { x1: x, x2: x, y1: row === undefined ? 40 : 4 + row * 13, y2: bottom, class: "rule" }, s("title", {}, `${measure.name}, in force from ${measure.start}`)));
  });
  lines.forEach((row, i) => row !== undefined && svg.append(s("text", { x: (at[i] as number) + 3, y: 13 + row * 13, class: "rulename" }, names[i])));
}

function showLine(data: Data, sector: string, below: ReturnType<typeof panel>): void {
  const { months } = data.a.subject;
  const cells = new Map(data.a.cells.filter((c) => c.sector === sector && c.balance).map((c) => [c.month, c.balance as Balance]));
  const [width, height, left] = [Math.min(760, Math.max(300, below.element.parentElement?.clientWidth ?? 600)), 170, 34];
  const x = (i: number) => left + (i / Math.max(1, months.length - 1)) * (width - left - 12);
  const y = (share: number) => height - 22 - share * (height - 40);
  const runs: [number, Balance][][] = [];
  months.forEach((month, i) => {
    const balance = cells.get(month);
    if (!balance) return;
    const run = runs.at(-1);
    if (run && run.at(-1)?.[0] === i - 1) run.push([i, balance]);
    else runs.push([[i, balance]]);
  });
  const svg = s("svg", { width, height, class: "bandline", role: "img", "aria-label": `Share of worsening steps in ${data.name("sector", sector)} by month, with 50 and 90 percent intervals` });
  for (const share of [0, 0.5, 1]) svg.append(s("line", { x1: left, x2: width - 12, y1: y(share), y2: y(share), class: "grid" }), s("text", { x: left - 5, y: y(share) + 4, class: "tick", "text-anchor": "end" }, percent(share)));
  months.forEach((month, i) => month.endsWith("-01") && svg.append(s("text", { x: x(i), y: height - 6, class: "tick" }, month.slice(0, 4))));
  for (const run of runs) {
    for (const [low, high, kind] of [["low90", "high90", "band90"], ["low50", "high50", "band50"]] as const)
      if (run.length > 1) svg.append(s("path", { class: kind, d: area<[number, Balance]>().curve(curveMonotoneX).x(([i]) => x(i)).y0(([, b]) => y(b[low])).y1(([, b]) => y(b[high]))(run) ?? "" }));
      else for (const [i, b] of run) svg.append(s("rect", { class: kind, x: x(i) - 3, width: 6, y: y(b[high]), height: y(b[low]) - y(b[high]) }));
    if (run.length > 1) svg.append(s("path", { class: "thin", d: line<[number, Balance]>().curve(curveMonotoneX).x(([i]) => x(i)).y(([, b]) => y(b.share))(run) ?? "" }));
    for (const [i, b] of run) svg.append(s("circle", { cx: x(i), cy: y(b.share), r: 2.5, class: "point" }));
  }
  const ids = data.a.observations.filter((o) => o.sector === sector).map((o) => o.id);
  below.show(`${data.name("sector", sector)}: share of worsening steps by month`, h("p", { class: "dim" }, "Each independent origin counts once. Bands: 50 and 90 % Jeffreys intervals. No band: no report in these months."), svg, observationList(data, ids, 12));
  below.element.scrollIntoView({ block: "nearest" });
}

function legend(): HTMLElement {
  const swatch = (token: string, words: string) => h("span", {}, h("i", { style: `background:var(--${token})`, "aria-hidden": "true" }), words);
  return h("p", { class: "key" }, swatch("worse-3", "worsened"), swatch("worse-1", "mixed, more worsened"), swatch("neutral", "no change, or as many each way"), swatch("ease-1", "mixed, more eased"), swatch("ease-3", "eased"),
    h("span", {}, h("i", { class: "hatched", "aria-hidden": "true" }), "one origin only"), h("span", {}, h("i", { class: "dotted", "aria-hidden": "true" }), "acts and background"), h("span", { class: "dim" }, "Numbers: independent origins. Dotted rules: measures taking effect. Choose a cell or a sector to see its reports."));
}
