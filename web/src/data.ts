import type { Assessment, Data, Outline } from "./types";

let loading: Promise<Data> | undefined;

/** The data that rides in the page, read once. */
export function loadData(): Promise<Data> {
  loading ??= read().then(index);
  return loading;
}

async function read(): Promise<[Assessment, Outline[]]> {
  const outlines = JSON.parse(document.getElementById("outlines")?.textContent ?? "[]") as Outline[];
  const plain = document.getElementById("assessment");
  if (plain) return [JSON.parse(plain.textContent ?? "{}") as Assessment, outlines];
  const packed = atob(document.getElementById("assessment-gz")?.textContent ?? "");
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return [(await new Response(stream).json()) as Assessment, outlines];
}

export function index([a, outlines]: [Assessment, Outline[]]): Data {
  const names = {
    sector: new Map(a.sectors.map((line) => [line.id, line.name])),
    group: new Map(a.groups.map((line) => [line.id, line.name])),
    place: new Map(a.gazetteer.map((place) => [place.id, place.name])),
    source: new Map(a.sources.map((source) => [source.id, source.name])),
    measure: new Map(a.measures.map((measure) => [measure.id, measure.name])),
  };
  return { a, outlines, byId: new Map(a.observations.map((o) => [o.id, o])), name: (kind, id) => names[kind].get(id) ?? id };
}
