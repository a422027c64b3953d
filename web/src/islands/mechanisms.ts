// The story of how it is supposed to work, as a graph in layers. An edge no report bears on is dashed.
import { activate, groupBy, h, observationList, panel, plural, s } from "../draw";
import type { Data, Mechanism } from "../types";
import { redraw } from "./heat";

export interface Layout { layer: Map<string, number>; order: string[][]; back: Set<string> }

/** Layers by longest path, edges that would close a circle turned back; order within a layer by the mean place of the neighbours. Deterministic. */
export function layout(edges: readonly Mechanism[]): Layout {
  const nodes = [...new Set(edges.flatMap((e) => [e.cause, e.effect]))];
  const out = groupBy(edges, (e) => e.cause);
  const back = new Set<string>();
  const state = new Map<string, number>();
  const visit = (node: string) => {
    state.set(node, 1);
    for (const edge of out.get(node) ?? [])
      if (state.get(edge.effect) === 1) back.add(edge.id);
      else if (!state.has(edge.effect)) visit(edge.effect);
    state.set(node, 2);
  };
  for (const node of nodes) if (!state.has(node)) visit(node);
  const forward = edges.filter((e) => !back.has(e.id));
  const layer = new Map(nodes.map((node) => [node, 0]));
  for (let round = 0; round < nodes.length; round++) {
    let moved = false;
    for (const e of forward)
      if ((layer.get(e.effect) ?? 0) < (layer.get(e.cause) ?? 0) + 1) {
        layer.set(e.effect, (layer.get(e.cause) ?? 0) + 1);
        moved = true;
      }
    if (!moved) break;
  }
  // a cause nobody causes stands just before its first effect
  for (const node of nodes)
    if (!forward.some((e) => e.effect === node)) {
      const next = Math.min(...forward.filter((e) => e.cause === node).map((e) => layer.get(e.effect) ?? 1));
      if (Number.isFinite(next)) layer.set(node, Math.max(0, next - 1));
    }
  const depth = Math.max(0, ...layer.values());
  const order: string[][] = Array.from({ length: depth + 1 }, (_, l) => nodes.filter((node) => layer.get(node) === l));
  const at = new Map(order.flatMap((list) => list.map((node, i) => [node, i] as const)));
  for (let sweep = 0; sweep < 8; sweep++)
    for (const list of order) {
      const pull = new Map(list.map((node) => {
        const near = forward.filter((e) => e.cause === node || e.effect === node).map((e) => at.get(e.cause === node ? e.effect : e.cause) ?? 0);
        return [node, near.length ? near.reduce((sum, v) => sum + v, 0) / near.length : (at.get(node) ?? 0)];
      }));
      list.sort((l, r) => (pull.get(l) ?? 0) - (pull.get(r) ?? 0) || (l < r ? -1 : 1));
      list.forEach((node, i) => at.set(node, i));
    }
  return { layer, order, back };
}

export function drawMechanisms(at: HTMLElement, data: Data): void {
  const edges = data.a.mechanisms;
  if (edges.length === 0) return;
  const { order, back } = layout(edges);
  const below = panel();
  const box = h("div", { class: "scroll" });
  at.replaceChildren(h("p", { class: "key" }, h("span", {}, h("i", { class: "line solid", "aria-hidden": "true" }), "reports bear on it (thicker: more origins)"), h("span", {}, h("i", { class: "line bare", "aria-hidden": "true" }), "bare: no report"), h("span", {}, "\u2212 less of the effect")), box, below.element);
  const render = () => {
    const [rowgap, line] = [16, 14];
    const room = Math.max(560, at.clientWidth) - 16;
    const gap = Math.min(62, Math.max(36, (room - order.length * 112) / Math.max(1, order.length - 1)));
    const w = Math.min(136, Math.max(104, (room - gap * (order.length - 1)) / order.length));
    const lines = new Map(order.flat().map((node) => [node, wrap(node, Math.floor(w / 6.6))]));
    const height = (node: string) => (lines.get(node)?.length ?? 1) * line + 12;
    const tall = Math.max(...order.map((list) => list.reduce((sum, node) => sum + height(node) + rowgap, 0)));
    const spot = new Map<string, [number, number, number]>();
    order.forEach((list, l) => {
      const own = list.reduce((sum, node) => sum + height(node) + rowgap, 0);
      let y = 8 + (tall - own) / 2;
      for (const node of list) {
        spot.set(node, [8 + l * (w + gap), y, height(node)]);
        y += height(node) + rowgap;
      }
    });
    const width = 16 + order.length * w + (order.length - 1) * gap;
    const svg = s("svg", { width, height: tall + 16, class: "mechanisms", role: "group", "aria-label": `${plural(edges.length, "claimed link")} from cause to effect; each can be opened` },
      s("defs", {}, s("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto-start-reverse", markerUnits: "userSpaceOnUse" }, s("path", { d: "M0,0L8,4L0,8z", class: "arrowhead" }))));
    for (const edge of edges) svg.append(draw(data, edge, spot, w, back.has(edge.id), below));
    for (const [node, [x, y, tallness]] of spot) {
      const box = s("g", { class: "node" }, s("rect", { x, y, width: w, height: tallness, rx: 4 }));
      lines.get(node)?.forEach((text, i) => box.append(s("text", { x: x + w / 2, y: y + 18 + i * line, "text-anchor": "middle" }, text)));
      svg.append(box);
    }
    box.replaceChildren(svg);
  };
  render();
  redraw(at, render);
}

function draw(data: Data, edge: Mechanism, spot: Map<string, [number, number, number]>, w: number, turned: boolean, below: ReturnType<typeof panel>): SVGElement {
  const [fx, fy, fh] = spot.get(edge.cause) ?? [0, 0, 0];
  const [tx, ty, th] = spot.get(edge.effect) ?? [0, 0, 0];
  const [x1, y1, x2, y2] = [fx + w, fy + fh / 2, tx - 1, ty + th / 2];
  const bend = Math.max(30, Math.abs(x2 - x1) / 2);
  const d = turned ? `M${fx + w / 2},${fy + fh}C${fx + w / 2},${Math.max(fy + fh, ty + th) + 40} ${tx + w / 2},${Math.max(fy + fh, ty + th) + 40} ${tx + w / 2},${ty + th}` : `M${x1},${y1}C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
  const words = `More ${edge.cause}, ${edge.sign > 0 ? "more" : "less"} ${edge.effect}: ${edge.bare ? "no report bears on it" : `${plural(edge.evidence.length, "observation")}, ${plural(edge.origins, "origin")}`}`;
  const mark = s("g", { class: edge.bare ? "mark edge bare" : "mark edge", role: "button", tabindex: 0 }, s("title", {}, words), s("path", { d, class: "hit" }), s("path", { d, class: "stroke", "marker-end": "url(#arrow)", "stroke-width": Math.min(4, 1.2 + edge.origins * 0.6) }));
  if (edge.sign < 0) mark.append(s("text", { x: x2 - 14, y: y2 - 5, class: "sign", "text-anchor": "middle", "aria-hidden": "true" }, "\u2212"));
  activate(mark, () => below.show(`${edge.cause} \u2192 ${edge.effect}`, h("p", {}, `${edge.rationale}. ${words}.`), edge.bare ? null : observationList(data, edge.evidence)));
  return mark;
}

/** Breaks a text into lines of about so many letters. */
export function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
