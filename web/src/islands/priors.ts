// Move a prior, temper the evidence, leave something out: the verdict from the evidences the page carries.
import { h, percent } from "../draw";
import type { Data } from "../types";

const Temperings = [1, 0.5, 0.25];

/** Posterior of stories: prior times evidence to the power w, scaled to sum 1. */
export function posterior(priors: number[], logEvidences: number[], w: number): number[] {
  const logs = priors.map((p, i) => (p > 0 ? Math.log(p) + w * (logEvidences[i] as number) : -Infinity));
  const top = Math.max(...logs);
  const masses = logs.map((l) => Math.exp(l - top));
  const sum = masses.reduce((a, b) => a + b, 0);
  return masses.map((m) => m / sum);
}

export function drawPriors(at: HTMLElement, data: Data): void {
  const verdict = data.a.verdict;
  const last = verdict?.curve.at(-1);
  if (!verdict || !last) return;
  const stories = verdict.hypotheses;
  const weights = stories.map((story) => story.prior);
  let evidences = last.logEvidences;
  let tempering = 1;
  const answer = h("p", { class: "verdict", "aria-live": "polite" });
  const rows = stories.map((story, i) => {
    const now = h("output", { class: "num" });
    const slider = h("input", { type: "range", min: 0, max: 60, step: 1, value: Math.round(100 * story.prior), "aria-label": `Prior of ${story.name}` }) as HTMLInputElement;
    slider.addEventListener("input", () => {
      weights[i] = Number(slider.value) / 100;
      show();
    });
    return { line: h("label", { class: "prior" }, h("span", {}, story.name), slider, now), now };
  });
  const w = h("select", { "aria-label": "Weight of the evidence" }, ...Temperings.map((t) => h("option", { value: t }, t === 1 ? "evidence in full" : `evidence to the power ${t}`))) as HTMLSelectElement;
  w.addEventListener("change", () => {
    tempering = Number(w.value);
    show();
  });
  const out = h("select", { "aria-label": "Left out, or read another way" }, h("option", { value: -1 }, "nothing left out"),
    ...verdict.leaveOneOut.map((left, i) => h("option", { value: i }, left.kind === "reading" ? `read as: ${left.id}` : `without ${left.kind} ${left.kind === "source" ? data.name("source", left.id) : left.id}${left.reports > 0 ? ` (${left.reports})` : ""}`))) as HTMLSelectElement;
  out.addEventListener("change", () => {
    evidences = verdict.leaveOneOut[Number(out.value)]?.logEvidences ?? last.logEvidences;
    show();
  });
  function show(): void {
    const sum = weights.reduce((a, b) => a + b, 0);
    if (sum <= 0) {
      answer.textContent = "Every story has a prior of 0: nothing can be believed.";
      return;
    }
    const now = posterior(weights.map((x) => x / sum), evidences, tempering);
    rows.forEach((row, i) => (row.now.textContent = `${percent((weights[i] as number) / sum)} → ${percent(now[i] as number)}`));
    answer.textContent = `They bite: ${percent(now.reduce((total, p, i) => (stories[i]?.bites ? total + p : total), 0))}`;
  }
  at.replaceChildren(h("div", { class: "priors" }, ...rows.map((row) => row.line), h("p", {}, w, " ", out), answer, h("p", { class: "dim" }, "Priors are scaled to sum 1. The word of the verdict rests on the whole range, not on the one point you choose here.")));
  show();
}
