// The report's script: finds the places where charts go and draws each as it comes into view.
import "./page.css";
import "./charts.css";
import { loadData } from "./data";
import { startTips } from "./draw";
import { drawBalance } from "./islands/balance";
import { enhanceChronology } from "./islands/chronology";
import { drawHeat } from "./islands/heat";
import { drawMap } from "./islands/map";
import { drawMeasures } from "./islands/measures";
import { drawMechanisms } from "./islands/mechanisms";
import { drawPriors } from "./islands/priors";
import { drawSeries } from "./islands/series";
import { startPage, type Tables } from "./page";
import type { Data } from "./types";

type Island = (at: HTMLElement, data: Data) => void;

const islands: Record<string, Island> = {
  heat: drawHeat, map: drawMap, chronology: enhanceChronology, measures: drawMeasures, series: drawSeries, mechanisms: drawMechanisms, balance: drawBalance, priors: drawPriors,
};

const drawn = new WeakSet<Element>();

async function draw(at: HTMLElement): Promise<void> {
  if (drawn.has(at)) return;
  drawn.add(at);
  const data = await loadData();
  islands[at.dataset.island ?? ""]?.(at, data);
  at.dataset.drawn = "";
}

function start(): void {
  document.documentElement.classList.add("script");
  startPage(async () => (await loadData()).a as unknown as Tables);
  const all = [...document.querySelectorAll<HTMLElement>("[data-island]")];
  startTips();
  // a place without a height is never seen: give it some until it is drawn
  for (const at of all) at.classList.add("waiting");
  const finish = (at: HTMLElement) => draw(at).then(() => at.classList.remove("waiting"));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries)
        if (entry.isIntersecting) {
          observer.unobserve(entry.target);
          void finish(entry.target as HTMLElement);
        }
    },
    { rootMargin: "600px 0px" },
  );
  for (const at of all) observer.observe(at);
  const opened = () => document.documentElement.classList.remove("opening");
  const drawAll = () => void Promise.all(all.map(finish)).then(opened);
  window.addEventListener("beforeprint", drawAll);
  if (location.search.includes("print") || !window.requestIdleCallback) return drawAll();
  // one chart at a time, while the browser has nothing else to do
  const drawNext = (i: number) => {
    const at = all[i];
    window.requestIdleCallback(() => (at ? void finish(at).then(() => drawNext(i + 1)) : opened()), { timeout: 2000 });
  };
  drawNext(0);
}

start();
