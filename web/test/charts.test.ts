import { describe, expect, test } from "vitest";
import { chosenMeasures, compact, net, shortName, spread, tone } from "../src/draw";
import { quarterDays, quarterName, silences, ticks } from "../src/islands/balance";
import { directionOf, fits } from "../src/islands/chronology";
import { signedArea } from "../src/islands/map";
import { isPassage, layout, wrap } from "../src/islands/mechanisms";
import { runs } from "../src/islands/series";
import { csv, rowsOf } from "../src/page";
import { parseView, printView } from "../src/state";
import type { Balance, Measure, Mechanism, Observation, Point } from "../src/types";

const balance = (worsened: number, unchanged: number, eased: number): Balance => ({ worsened, unchanged, eased, origins: 1, share: 0, low50: 0, high50: 1, low90: 0, high90: 1 });
const point = (date: string, value?: number): Point => ({ date, first: date, last: date, ...(value === undefined ? {} : { value }) });
const edge = (cause: string, effect: string): Mechanism => ({ id: `${cause}-${effect}`, cause, effect, sign: 1, rationale: "", evidence: [], origins: 0, bare: true });
const measure = (id: string, start: string, stated: number, sectors = ["trade"]): Measure => ({ id, issuer: "x", name: id, adopted: start, effective: start, start, sectors, status: "in-force", summary: "", stated, near: 0 });
const observation: Observation = { id: "o", report: "r", source: "s", selector: "blog", published: "2016", url: "", when: "2016", months: [], place: "p", sector: "trade", indicator: "x", direction: "down", kind: "change", step: { lowest: 1, highest: 2 }, attribution: "asserted", polarity: "asserted", reliability: "C", origin: "o", summary: "Trade fell", measures: [] };

describe("colour", () => {
  test("a cell without a step has no colour, one with as many each way is neutral", () => {
    expect(tone(net(undefined))).toBe("none");
    expect(tone(net(balance(2, 0, 2)))).toBe("neutral");
    expect(tone(net(balance(0, 3, 0)))).toBe("neutral");
  });
  test("the more steps agree, the stronger the colour", () => {
    expect([balance(1, 0, 0), balance(3, 1, 1), balance(2, 4, 1), balance(0, 0, 2)].map((b) => tone(net(b)))).toEqual(["worse-3", "worse-2", "worse-1", "ease-3"]);
  });
});

describe("series", () => {
  test("a known gap and one of more than 1.75 usual steps are left open", () => {
    const months = ["2016-01-15", "2016-02-15", "2016-03-15", "2016-07-15", "2016-08-15", "2016-09-15", "2016-10-15"];
    const points = months.map((month, i) => (month === "2016-09-15" ? point(month) : point(month, i)));
    expect(runs(points).map((run) => run.map((p) => p.date.slice(5, 7)))).toEqual([["01", "02", "03"], ["07", "08"], ["10"]]);
  });
});

describe("measures on a chart", () => {
  test("at most six, those the reports name most, no two within a month", () => {
    const all = Array.from({ length: 12 }, (_, i) => measure(`m${i}`, `2016-${String(i + 1).padStart(2, "0")}-01`, i));
    const chosen = chosenMeasures([...all, measure("twin", "2016-12-10", 99)], "2016-01-01", "2016-12-31");
    expect(chosen.map((m) => m.id)).toEqual(["m6", "m7", "m8", "m9", "m10", "twin"]);
  });
  test("names that would meet go to another line, one that has no room is left out", () => {
    expect(spread([[0, 50], [20, 50], [40, 50], [60, 50], [190, 50]], 200, 2)).toEqual([0, 1, undefined, 0, undefined]);
  });
  test("a long name is cut at a word", () => {
    expect(shortName({ ...measure("x", "2016-01-01", 1), name: "Resolution 2270" })).toBe("Res. 2270");
    expect(shortName({ ...measure("x", "2016-01-01", 1), name: "Dandong Hongxiang Industrial Development" })).toBe("Dandong Hongxiang\u2026");
  });
  test("of a sector, only those aimed at it", () => {
    expect(chosenMeasures([measure("a", "2016-01-01", 1), measure("b", "2016-05-01", 1, ["fuel"])], "2016-01-01", "2016-12-31", "fuel").map((m) => m.id)).toEqual(["b"]);
  });
});

describe("mechanism graph", () => {
  test("a cause stands in a layer before its effect", () => {
    const { layer } = layout([edge("a", "b"), edge("b", "c"), edge("a", "c")]);
    expect([layer.get("a"), layer.get("b"), layer.get("c")]).toEqual([0, 1, 2]);
  });
  test("a link over a layer is given a place of its own in it", () => {
    const { order, via } = layout([edge("a", "b"), edge("b", "c"), edge("a", "c")]);
    expect(via.get("a-c")?.length).toBe(1);
    expect(order[1]).toContain(via.get("a-c")?.[0]);
    expect(order.flat().filter((node) => !isPassage(node)).sort()).toEqual(["a", "b", "c"]);
  });
  test("a circle is drawn with one edge turned back, and the layout ends", () => {
    expect(layout([edge("a", "b"), edge("b", "a")]).back.size).toBe(1);
  });
  test("the same edges give the same picture", () => {
    const edges = [edge("a", "c"), edge("b", "c"), edge("c", "d"), edge("b", "d")];
    expect(layout(edges).order).toEqual(layout(edges).order);
  });
  test("long names are broken at words", () => expect(wrap("foreign money of trading companies", 16)).toEqual(["foreign money of", "trading", "companies"]));
});

describe("chronology filters", () => {
  const words = () => "trade fell strelsau";
  test("each filter must fit; a selector counts as a source", () => {
    expect(fits(observation, { sector: "trade", source: "blog", text: "STREL" }, words)).toBe(true);
    expect(fits(observation, { sector: "fuel" }, words)).toBe(false);
    expect(fits(observation, { direction: "eased" }, words)).toBe(false);
    expect(fits(observation, { text: "nothing" }, words)).toBe(false);
  });
  test("without a step the direction is none", () => expect(directionOf({ ...observation, step: undefined } as unknown as Observation)).toBe("nostep"));
});

describe("the view in the address", () => {
  test("it is read as it was written, and a permalink is no view", () => {
    const view = { sector: "trade", text: "a & b = c" };
    expect(parseView(printView(view))).toEqual(view);
    expect(parseView("#obs-s01-1")).toEqual({});
    expect(printView({ sector: "" })).toBe("");
  });
});

describe("quarters", () => {
  test("the assessment's own quarters have a name, a first and a last day", () => {
    expect(quarterName("2018-Q3")).toBe("Q3 2018");
    expect([1, 2, 3, 4].map((q) => quarterDays(`2018-Q${q}`))).toEqual([["2018-01-01", "2018-03-31"], ["2018-04-01", "2018-06-30"], ["2018-07-01", "2018-09-30"], ["2018-10-01", "2018-12-31"]]);
  });
  test("stretches without a step are found whole", () => {
    const quarters = [balance(1, 0, 0), undefined, undefined, balance(1, 0, 0), undefined].map((b, i) => ({ period: `2016-Q${i}`, observations: 0, ...(b ? { balance: b } : {}) }));
    expect(silences(quarters)).toEqual([[1, 3], [4, 5]]);
  });
  test("an axis of counts has at most four whole numbers", () => {
    expect(ticks(28)).toEqual([10, 20]);
    expect(ticks(3)).toEqual([1, 2, 3]);
    expect(ticks(950).length).toBeLessThan(5);
  });
  test("EDTF's codes 33 to 36 are quarters with first and last day", () => {
    expect(quarterName("2018-35")).toBe("Q3 2018");
    expect(quarterDays("2018-33")).toEqual(["2018-01-01", "2018-03-31"]);
    expect(quarterDays("2018-36")).toEqual(["2018-10-01", "2018-12-31"]);
  });
});

describe("map", () => {
  test("the sign of a ring's area tells which way it winds", () => {
    const ring: [number, number][] = [[0, 0], [1, 0], [1, 1], [0, 1]];
    expect(signedArea(ring)).toBe(1);
    expect(signedArea([...ring].reverse() as [number, number][])).toBe(-1);
  });
});

describe("tables to take away", () => {
  test("quotes, commas and lists survive as CSV", () => {
    expect(csv([{ id: "a", text: 'say "x", y', list: ["p", "q"], step: { lowest: 1 } }])).toBe('id,text,list,step.lowest\r\na,"say ""x"", y",p;q,1\r\n');
  });
  test("a series is given one row a point", () => expect(rowsOf({ series: [{ name: "bread", points: [{ date: "2016" }, { date: "2017" }] }] }, "series")).toHaveLength(2));
});

test("large numbers are shortened, small ones kept", () => expect([compact(1_530_000), compact(8212), compact(-3.5)]).toEqual(["1.5M", "8,212", "-3.5"]));
