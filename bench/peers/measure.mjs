// Measures peers on the text the reader is measured on: one line of JSON a peer, with its megabytes a CPU-second (median of the runs, a first one left out) and, for dates, the share of right months.
// Usage: node measure.mjs FOLDER; the folder is shared/data/coding/dates/tempeval3-aquaint of the reference data.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const folder = process.argv[2] ?? new URL('../../../shared/data/coding/dates/tempeval3-aquaint', import.meta.url).pathname;
const noon = (day) => new Date(day.slice(0, 10) + 'T12:00:00');
const documents = readFileSync(join(folder, 'aquaint.tsv'), 'utf8').trim().split('\n').map((line) => {
  const [, date, text] = line.split('\t');
  return { date: noon(date), text: Buffer.from(text, 'base64').toString('utf8') };
});
const bytes = documents.reduce((sum, one) => sum + Buffer.byteLength(one.text), 0);

/** Median speed of `runs` runs of `passes` passes over all documents. */
function speed(read, passes, runs) {
  const speeds = [];
  for (let run = -1; run < runs; run++) {
    const before = process.cpuUsage();
    for (let i = 0; i < passes; i++) for (const one of documents) read(one);
    const used = process.cpuUsage(before);
    if (run >= 0) speeds.push((passes * bytes) / (used.user + used.system));
  }
  return speeds.sort((a, b) => a - b)[runs >> 1];
}

const version = (name) => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;
const tell = (name, does, against, read, passes, runs, more = {}) => console.log(JSON.stringify({ name: `${name} ${version(name)}`, does, against, speed: speed(read, passes, runs), ...more }));

const chrono = await import('chrono-node');
let right = 0;
let all = 0;
for (const line of readFileSync(join(folder, 'aquaint.gold.jsonl'), 'utf8').trim().split('\n')) {
  const document = JSON.parse(line);
  const found = chrono.parse(document.text, noon(document.dct));
  for (const timex of document.timex.filter((one) => /^\d{4}-\d\d/.test(one.value))) {
    all++;
    right += found.some((one) => {
      const day = one.start.date();
      const month = `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}`;
      return one.index < timex.end && one.index + one.text.length > timex.start && timex.value.startsWith(month);
    });
  }
}
tell('chrono-node', 'dates', 'dates', (one) => chrono.parse(one.text, one.date), 3, 7, { rightMonth: right / all });

const nlp = (await import('wink-nlp')).default(createRequire(import.meta.url)('wink-eng-lite-web-model'));
tell('wink-nlp', 'sentences, tokens, entities', 'coder', (one) => nlp.readDoc(one.text).entities().out(), 3, 7);

const compromise = (await import('compromise')).default;
tell('compromise', 'people, places, organisations', 'coder', (one) => compromise(one.text).topics().out('array'), 1, 3);
