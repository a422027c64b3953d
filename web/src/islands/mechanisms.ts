// The story of how it is supposed to work, as a graph in layers. An edge no report bears on is dashed.
import { activate, groupBy, h, observationList, panel, plural, s } from "../draw";
import type { Data, Mechanism } from "../types";
import { redraw } from "./heat";

export interface Layout { layer: Map<string, number>; order: string[][]; back: Set<string>; /** the places a long link passes, by link */ via: Map<string, string[]> }

/** A place a long link passes in a layer, beside the nodes. */
export const isPassage = (node: string): boolean => node.startsWith("\u0000");

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
  // a link over several layers is given a place in each, so that it goes round the nodes and not through them
  const via = new Map<string, string[]>();
  const near = new Map<string, string[]>();
  const join = (one: string, other: string) => {
    near.set(one, [...(near.get(one) ?? []), other]);
    near.set(other, [...(near.get(other) ?? []), one]);
  };
  for (const e of forward) {
    const from = layer.get(e.cause) ?? 0;
    const passages = Array.from({ length: Math.max(0, (layer.get(e.effect) ?? 0) - from - 1) }, (_, i) => `\u0000${e.id}/${i}`);
    passages.forEach((passage, i) => layer.set(passage, from + 1 + i));
    via.set(e.id, passages);
    const chain = [e.cause, ...passages, e.effect];
    chain.slice(1).forEach((node, i) => join(chain[i] as string, node));
  }
  const places = [...nodes, ...[...via.values()].flat()];
  const order: string[][] = Array.from({ length: depth + 1 }, (_, l) => places.filter((node) => layer.get(node) === l));
  const at = new Map(order.flatMap((list) => list.map((node, i) => [node, i] as const)));
  for (let sweep = 0; sweep < 8; sweep++)
    for (const list of order) {
      const pull = new Map(list.map((node) => {
        const own = near.get(node) ?? [];
        return [node, own.length ? own.reduce((sum, other) => sum + (at.get(other) ?? 0), 0) / own.length : (at.get(node) ?? 0)];
      }));
      list.sort((l, r) => (pull.get(l) ?? 0) - (pull.get(r) ?? 0) || (l < r ? -1 : 1));
      list.forEach((node, i) => at.set(node, i));
    }
  return { layer, order, back, via };
}

export function drawMechanisms(at: HTMLElement, data: Data): void {
  const edges = data.a.mechanisms;
  if (edges.length === 0) return;
  const { order, back, via } = layout(edges);
  const below = panel();
  const box = h("div", { class: "scroll" });
  at.replaceChildren(h("p", { class: "key" }, h("span", {}, h("i", { class: "line solid", "aria-hidden": "true" }), "reports bear on it (thicker: more origins)"), h("span", {}, h("i", { class: "line bare", "aria-hidden": "true" }), "bare: no report"), h("span", {}, "\u2212 less of the effect")), box, below.element);
  const render = () => {
    const [rowgap, line] = [16, 14];
    const room = Math.max(560, at.clientWidth) - 16;
    const gap = Math.min(62, Math.max(36, (room - order.length * 112) / Math.max(1, order.length - 1)));
    const w = Math.min(136, Math.max(104, (room - gap * (order.length - 1)) / order.length));
    const lines = new Map(order.flat().map((node) => [node, isPassage(node) ? [] : wrap(node, Math.floor(w / 6.6))]));
    const height = (node: string) => (isPassage(node) ? 4 : (lines.get(node)?.length ?? 1) * line + 12);
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
    for (const edge of edges) svg.append(draw(data, edge, spot, w, back.has(edge.id), via.get(edge.id) ?? [], below));
    for (const [node, [x, y, tallness]] of spot) {
      if (isPassage(node)) continue;
      const box = s("g", { class: "node" }, s("rect", { x, y, width: w, height: tallness, rx: 4 }));
      lines.get(node)?.forEach((text, i) => box.append(s("text", { x: x + w / 2, y: y + 18 + i * line, "text-anchor": "middle" }, text)));
      svg.append(box);
    }
    box.replaceChildren(svg);
  };
  render();
  redraw(at, render);
}

function draw(data: Data, edge: Mechanism, spot: Map<string, [number, number, number]>, w: number, turned: boolean, passages: string[], below: ReturnType<typeof panel>): SVGElement {
  const [fx, fy, fh] = spot.get(edge.cause) ?? [0, 0, 0];
  const [tx, ty, th] = spot.get(edge.effect) ?? [0, 0, 0];
  const [x1, y1, x2, y2] = [fx + w, fy + fh / 2, tx - 1, ty + th / 2];
  const stops = passages.map((passage): [number, number, number] => spot.get(passage) ?? [0, 0, 0]);
  const d = turned ? `M${fx + w / 2},${fy + fh}C${fx + w / 2},${Math.max(fy + fh, ty + th) + 40} ${tx + w / 2},${Math.max(fy + fh, ty + th) + 40} ${tx + w / 2},${ty + th}` : route(x1, y1, stops.map(([x, y, tall]): [number, number] => [x, y + tall / 2]), w, x2, y2);
  const words = `More ${edge.cause}, ${edge.sign > 0 ? "more" : "less"} ${edge.effect}: ${edge.bare ? "no report bears on it" : `${plural(edge.evidence.length, "observation")}, ${plural(edge.origins, "origin")}`}`;
  const mark = s("g", { class: edge.bare ? "mark edge bare" : "mark edge", role: "button", tabindex: 0 }, s("title", {}, words), s("path", { d, class: "hit" }), s("path", { d, class: "stroke", "marker-end": "url(#arrow)", "stroke-width": Math.min(4, 1.2 + edge.origins * 0.6) }));
  if (edge.sign < 0) {
    // half way along the first gap: links that part from one place or meet in one are still apart there
    const [nx, ny] = stops[0] ? [stops[0][0], stops[0][1] + stops[0][2] / 2] : [x2, y2];
    const [mx, my] = turned ? [(fx + tx + w) / 2, Math.max(fy + fh, ty + th) + 30] : [(x1 + nx) / 2, (y1 + ny) / 2];
    mark.append(s("g", { class: "sign", "aria-hidden": "true" }, s("circle", { cx: mx, cy: my, r: 6.5 }), s("path", { d: `M${mx - 3.2},${my}h6.4` })));
  }
  activate(mark, () => below.show(`${edge.cause} \u2192 ${edge.effect}`, h("p", {}, `${edge.rationale}. ${words}.`), edge.bare ? null : observationList(data, edge.evidence)));
  return mark;
}

// a curve through the gaps between layers, straight where it passes a layer
function route(x1: number, y1: number, passages: [number, number][], w: number, x2: number, y2: number): string {
  let d = `M${x1},${y1}`;
  let [x, y] = [x1, y1];
  const to = (nx: number, ny: number) => {
    const bend = Math.max(16, (nx - x) / 2);
    d += `C${x + bend},${y} ${nx - bend},${ny} ${nx},${ny}`;
  };
  for (const [px, py] of passages) {
    to(px, py);
    d += `L${px + w},${py}`;
    [x, y] = [px + w, py];
  }
  to(x2, y2);
  return d;
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
