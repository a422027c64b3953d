// Where: outlines, places and a slider over months. What names no place in the country stands beside the map.
import { geoMercator, geoPath, type GeoPermissibleObjects } from "d3-geo";
import { activate, colour, groupBy, h, hatch, monthName, observationList, panel, plural, s, stepSign } from "../draw";
import { setView, view } from "../state";
import type { Data, Observation, Outline, Place } from "../types";
import { redraw } from "./heat";

const Window = 3; // months shown together

export function drawMap(at: HTMLElement, data: Data): void {
  const { months } = data.a.subject;
  if (data.outlines.length === 0 || months.length === 0) return;
  const places = new Map(data.a.gazetteer.filter((p) => p.latitude !== undefined && p.longitude !== undefined).map((p) => [p.id, p]));
  const below = panel();
  const box = h("div", { class: "mapbox" });
  const beside = h("div", { class: "beside" });
  const slider = h("input", { type: "range", min: Window - 1, max: months.length, value: months.length, "aria-label": "Month the map shows; all the way to the right: the whole period" });
  const label = h("output", { class: "now" });
  const play = h("button", { type: "button", class: "quiet" }, "Play");
  at.replaceChildren(h("div", { class: "timebar" }, play, slider, label), h("div", { class: "mapgrid" }, box, beside), below.element);

  const chosen = (): [Observation[], string] => {
    const end = Number(slider.value);
    if (end >= months.length) return [data.a.observations, "whole period"];
    const shown = new Set(months.slice(Math.max(0, end - Window + 1), end + 1));
    return [data.a.observations.filter((o) => o.months.some((m) => shown.has(m))), `${monthName(months[Math.max(0, end - Window + 1)] ?? "")} to ${monthName(months[end] ?? "")}`];
  };

  const render = () => {
    const [observations, words] = chosen();
    label.textContent = `${words}: ${plural(observations.length, "observation")}`;
    slider.setAttribute("aria-valuetext", words);
    box.replaceChildren(picture(data, places, observations, Math.min(620, Math.max(280, box.clientWidth || at.clientWidth)), below));
    const wide = observations.filter((o) => !onMap(o.place, places, data));
    const abroad = groupBy(wide.filter((o) => o.place), (o) => o.place ?? "");
    beside.replaceChildren(
      h("h3", {}, "Not on the map"),
      h("ul", { class: "besidelist" },
        ...[...abroad].sort((l, r) => r[1].length - l[1].length).map(([place, list]) => besideItem(data, data.name("place", place), list, below)),
        wide.some((o) => !o.place) && besideItem(data, "no place said", wide.filter((o) => !o.place), below)));
  };

  let timer = 0;
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    play.textContent = "Play";
  };
  play.addEventListener("click", () => {
    if (timer) return stop();
    if (Number(slider.value) >= months.length) slider.value = String(Window - 1);
    play.textContent = "Pause";
    timer = window.setInterval(() => {
      slider.value = String(Number(slider.value) + 1);
      render();
      if (Number(slider.value) >= months.length) stop();
    }, matchMedia("(prefers-reduced-motion: reduce)").matches ? 1600 : 650);
  });
  slider.addEventListener("input", () => {
    stop();
    setView({ map: Number(slider.value) >= months.length ? "" : (months[Number(slider.value)] ?? "") });
    render();
  });
  const start = months.indexOf(view().map ?? "");
  if (start >= 0) slider.value = String(start);
  render();
  redraw(at, render);
}

function besideItem(data: Data, name: string, list: Observation[], below: ReturnType<typeof panel>): HTMLElement {
  const button = h("button", { type: "button", class: "linkish" }, name);
  button.addEventListener("click", () => below.show(name, observationList(data, list.map((o) => o.id))));
  return h("li", {}, dots(list), button, h("span", { class: "dim" }, ` ${list.length}`));
}

function dots(list: Observation[]): HTMLElement {
  const signs = list.map(stepSign).filter((sign) => sign !== undefined);
  const mean = signs.length ? signs.reduce<number>((sum, sign) => sum + (sign ?? 0), 0) / signs.length : undefined;
  return h("span", { class: "dot", style: `background:${colour(mean)}`, "aria-hidden": "true" });
}

// towns just over the border belong on the map; whole countries, lines and far capitals do not
function onMap(place: string | undefined, places: Map<string, Place>, data: Data): boolean {
  const found = place === undefined ? undefined : places.get(place);
  if (!found || found.level === "country" || found.level === "line") return false;
  const [west, south, east, north] = bounds(data.outlines);
  return (found.longitude ?? 999) > west - 0.6 && (found.longitude ?? 999) < east + 0.6 && (found.latitude ?? 999) > south - 0.6 && (found.latitude ?? 999) < north + 0.6;
}

const known = new WeakMap<Outline[], [number, number, number, number]>();

function bounds(outlines: Outline[]): [number, number, number, number] {
  const found = known.get(outlines);
  if (found) return found;
  const points = outlines.flatMap((o) => o.rings.flat());
  const box: [number, number, number, number] = [Math.min(...points.map((p) => p[0])), Math.min(...points.map((p) => p[1])), Math.max(...points.map((p) => p[0])), Math.max(...points.map((p) => p[1]))];
  known.set(outlines, box);
  return box;
}

// d3 takes a ring clockwise on the sphere as the inside; GeoJSON of RFC 7946 winds the other way, so each ring is turned if it encloses too much
function shape(outline: Outline): GeoPermissibleObjects {
  return { type: "MultiPolygon", coordinates: outline.rings.map((ring) => [signedArea(ring) > 0 ? [...ring].reverse() : ring]) } as GeoPermissibleObjects;
}

export function signedArea(ring: [number, number][]): number {
  let sum = 0;
  ring.forEach(([x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length] ?? [x, y];
    sum += x * ny - nx * y;
  });
  return sum / 2;
}

function picture(data: Data, places: Map<string, Place>, observations: Observation[], width: number, below: ReturnType<typeof panel>): SVGElement {
  const height = Math.round(width * 1.02);
  const all = { type: "GeometryCollection", geometries: data.outlines.map(shape) } as GeoPermissibleObjects;
  const projection = geoMercator().fitExtent([[16, 14], [width - 16, height - 14]], all);
  const path = geoPath(projection);
  const [defs, hatched] = hatch();
  const svg = s("svg", { width, height, class: "map", role: "group", "aria-label": `Map of ${plural(data.outlines.length, "province")} with the places reports name` }, defs);
  for (const outline of data.outlines) svg.append(s("path", { d: path(shape(outline)) ?? "", class: "province" }, s("title", {}, outline.name)));
  const byPlace = [...groupBy(observations.filter((o) => onMap(o.place, places, data)), (o) => o.place ?? "")].sort((l, r) => r[1].length - l[1].length);
  const taken: [number, number, number, number][] = [];
  const circles = byPlace.map(([id, list]) => {
    const place = places.get(id) as Place;
    const [x = 0, y = 0] = projection([place.longitude ?? 0, place.latitude ?? 0]) ?? [];
    const origins = new Set(list.map((o) => o.origin)).size;
    return { id, list, x, y, origins, r: 5 + 4 * Math.sqrt(origins), name: data.name("place", id), area: place.level === "province" };
  });
  for (const c of circles) taken.push([c.x - c.r, c.y - c.r, c.x + c.r, c.y + c.r]);
  for (const c of circles) {
    const signs = c.list.map(stepSign).filter((sign) => sign !== undefined) as number[];
    const mean = signs.length ? signs.reduce((sum, sign) => sum + sign, 0) / signs.length : undefined;
    const title = `${c.name}: ${plural(c.list.length, "observation")}, ${plural(c.origins, "independent origin")}`;
    const mark = s("g", { class: "mark", role: "button", tabindex: 0 }, s("title", {}, title), s("circle", { cx: c.x, cy: c.y, r: c.r, fill: mean === undefined ? "var(--panel)" : colour(mean), class: c.area ? "place wholearea" : "place" }));
    if (c.origins === 1 && mean !== undefined) mark.append(s("circle", { cx: c.x, cy: c.y, r: c.r, fill: hatched, "pointer-events": "none" }));
    activate(mark, () => below.show(c.name, h("p", {}, title), observationList(data, c.list.map((o) => o.id))));
    svg.append(mark);
    const w = 6.4 * c.name.length;
    for (const [dx, dy, anchor] of [[c.r + 4, 4, "start"], [-c.r - 4, 4, "end"], [0, -c.r - 5, "middle"], [0, c.r + 13, "middle"]] as const) {
      const left = c.x + dx - (anchor === "end" ? w : anchor === "middle" ? w / 2 : 0);
      const spot: [number, number, number, number] = [left, c.y + dy - 10, left + w, c.y + dy + 3];
      if (left < 0 || left + w > width || taken.some((t) => t[0] < spot[2] && t[2] > spot[0] && t[1] < spot[3] && t[3] > spot[1])) continue;
      taken.push(spot);
      svg.append(s("text", { x: c.x + dx, y: c.y + dy, class: "placename", "text-anchor": anchor }, c.name));
      break;
    }
  }
  for (const outline of data.outlines) {
    const [x, y] = path.centroid(shape(outline));
    const [[left], [right]] = path.bounds(shape(outline));
    const half = 3.1 * outline.name.length;
    if (right - left > 2 * half && !taken.some((t) => t[0] < x + half && t[2] > x - half && t[1] < y + 3 && t[3] > y - 10)) svg.append(s("text", { x, y, class: "provincename", "text-anchor": "middle" }, outline.name));
  }
  return svg;
}
