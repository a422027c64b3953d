// The assessment as the page carries it: src/Manometer.Assessment/Results in camelCase, what is null left out.

export interface Balance { worsened: number; unchanged: number; eased: number; origins: number; share: number; low50: number; high50: number; low90: number; high90: number }
export interface Cell { sector: string; month: string; balance?: Balance; observations: string[] }
export interface Line { id: string; name: string; balance?: Balance; observations: number }
export interface PeriodBalance { period: string; balance?: Balance; observations: number }
export interface Match { measure: string; lagMonths: number; stated: boolean; broad: boolean }
export interface Observation {
  id: string; report: string; source: string; selector?: string; published: string; url: string; when: string; first?: string; last?: string; months: string[];
  place?: string; sector: string; group?: string; indicator: string; direction: string; kind: string; step?: { lowest: number; highest: number };
  attribution: string; polarity: string; reliability: string; origin: string; summary: string; measures: Match[];
}
export interface Source { id: string; name: string; observations: number; selected: number }
export interface Measure {
  id: string; issuer: string; name: string; adopted: string; effective: string; start: string; winddownLast?: string; sectors: string[]; status: string; summary: string;
  stated: number; near: number;
}
export interface Place { id: string; name: string; latitude?: number; longitude?: number; level: string; province?: string; countries: string[] }
export interface Point { date: string; first: string; last: string; value?: number; note?: string }
export interface Comparison { split: string; before: number; after: number; medianBefore: number; medianAfter: number; changePercent?: number; flat: boolean }
export interface Series { name: string; title: string; unit: string; place?: string; sector?: string; role: string; pressure: number; points: Point[]; comparison?: Comparison }
export interface Mechanism { id: string; cause: string; effect: string; sign: number; lagMonths?: number; rationale: string; evidence: string[]; origins: number; bare: boolean }
export interface Story { id: string; name: string; prior: number; probability: number; low: number; high: number; bites: boolean }
export interface VerdictMonth { month: string; bite: number; low: number; high: number; logEvidences: number[] }
export interface LeaveOut { kind: string; id: string; reports: number; logEvidences: number[] }
export interface Verdict { hypotheses: Story[]; curve: VerdictMonth[]; leaveOneOut: LeaveOut[] }
export interface Assessment {
  verdict?: Verdict;
  subject: { title: string; asOf: string; months: string[]; targetCountry: string };
  cells: Cell[]; sectors: Line[]; groups: Line[]; places: Line[]; years: PeriodBalance[]; quarters: PeriodBalance[];
  observations: Observation[]; sources: Source[]; measures: Measure[]; gazetteer: Place[]; series: Series[]; mechanisms: Mechanism[];
}
export interface Outline { name: string; native?: string; code?: string; rings: [number, number][][] }

/** What an island is given to draw with. */
export interface Data { a: Assessment; outlines: Outline[]; byId: Map<string, Observation>; name: (kind: "sector" | "group" | "place" | "source" | "measure", id: string) => string }
