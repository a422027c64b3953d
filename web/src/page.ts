// What the page itself does with script: tables to take away, links into what is folded, everything open on paper.

type Row = Record<string, unknown>;
export type Tables = Record<string, unknown>;

/** Starts the page. `data` gives the assessment that rides in it; it is asked for only when a table is taken. */
export function startPage(data: () => Promise<Tables>): void {
  document.addEventListener("click", (event) => {
    const button = (event.target as Element | null)?.closest<HTMLElement>("[data-download]");
    if (button) void take(button.dataset.download ?? "", button.dataset.format ?? "json", data);
  });
  window.addEventListener("hashchange", openTarget);
  openTarget();
  fitOnPaper();
}

/** Opens what is folded around the element the address points at, and keeps it in view. */
function openTarget(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && !id.startsWith("?") ? document.getElementById(id) : null;
  if (!target) return;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  hold(target);
}

/** Charts drawn later push what stands below them: holds the target at the top until the reader moves, for four seconds at most. */
function hold(target: Element): void {
  const observer = new ResizeObserver(() => target.scrollIntoView({ block: "start", behavior: "instant" }));
  const stop = new AbortController();
  stop.signal.addEventListener("abort", () => observer.disconnect());
  for (const moved of ["wheel", "touchstart", "pointerdown", "keydown", "hashchange"])
    window.addEventListener(moved, () => stop.abort(), { passive: true, signal: stop.signal });
  setTimeout(() => stop.abort(), 4000);
  observer.observe(document.body);
}

/** Paper is narrower. What the reader has folded away stays folded: the tables alone would fill a third of the pages. */
function fitOnPaper(): void {
  window.addEventListener("beforeprint", () => {
    for (const chart of document.querySelectorAll(".island svg[width][height]:not([viewBox])"))
      chart.setAttribute("viewBox", `0 0 ${chart.getAttribute("width")} ${chart.getAttribute("height")}`); // paper is narrower: lets the chart shrink
  });
  window.addEventListener("afterprint", () => {
    for (const chart of document.querySelectorAll(".island svg[viewBox]")) chart.removeAttribute("viewBox");
  });
}

async function take(table: string, format: string, data: () => Promise<Tables>): Promise<void> {
  const assessment = await data();
  const content = table === "assessment" ? assessment : rowsOf(assessment, table);
  const text = format === "csv" ? csv(content as Row[]) : JSON.stringify(content, null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: format === "csv" ? "text/csv;charset=utf-8" : "application/json" }));
  link.download = `${table}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Rows of a table of the assessment; series are given one row a point. */
export function rowsOf(assessment: Tables, table: string): Row[] {
  const rows = (assessment[table] ?? []) as Row[];
  if (table !== "series") return rows;
  return rows.flatMap(({ points, comparison: _, ...series }) => (points as Row[]).map((point) => ({ ...series, ...point })));
}

/** RFC 4180, with CRLF; nested objects become columns joined by a dot, lists of words are joined by semicolons. */
export function csv(rows: Row[]): string {
  const flat = rows.map((row) => flatten(row));
  const columns = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  const lines = flat.map((row) => columns.map((column) => cell(row[column])).join(","));
  return [columns.map(cell).join(","), ...lines, ""].join("\r\n");
}

function flatten(row: Row, prefix = ""): Row {
  const flat: Row = {};
  for (const [key, value] of Object.entries(row))
    if (value !== null && typeof value === "object" && !Array.isArray(value)) Object.assign(flat, flatten(value as Row, `${prefix}${key}.`));
    else flat[prefix + key] = value;
  return flat;
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return "";
  const text = !Array.isArray(value) ? String(value) : value.every((item) => typeof item !== "object") ? value.join(";") : JSON.stringify(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
