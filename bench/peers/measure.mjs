// Measures peers on the text the reader is measured on: megabytes a CPU-second, start-up left out, and for dates the right months.
// Usage: node measure.mjs [TSV] [REPEATS]; the TSV holds id, date and base64 text a line (shared/data/coding/dates/tempeval3-aquaint/aquaint.tsv).
import { readFileSync } from 'node:fs';

const root = new URL('../../../shared/data/coding/dates/tempeval3-aquaint/', import.meta.url);
const file = process.argv[2] ?? new URL('aquaint.tsv', root);
const repeats = Number(process.argv[3] ?? 5);
const documents = readFileSync(file, 'utf8').trim().split('\n').map((line) => {
  const [id, date, text] = line.split('\t');
  return { id, date: new Date(date.slice(0, 10) + 'T12:00:00'), text: Buffer.from(text, 'base64').toString('utf8') };
});
const bytes = documents.reduce((sum, one) => sum + Buffer.byteLength(one.text), 0);

function speed(name, read, times = repeats) {
  read(documents[0]);
  const before = process.cpuUsage();
  for (let i = 0; i < times; i++) for (const one of documents) read(one);
  const used = process.cpuUsage(before);
  const seconds = (used.user + used.system) / 1e6;
  console.log(`| ${name} | ${((times * bytes) / 1e6 / seconds).toFixed(3)} |`);
}

console.log('| peer | MB a CPU-second |');
console.log('| --- | ---: |');

const chrono = await import('chrono-node');
speed('chrono-node 2.10.3, dates', (one) => chrono.parse(one.text, one.date));

const winkNlp = (await import('wink-nlp')).default;
const model = (await import('wink-eng-lite-web-model')).default;
const nlp = winkNlp(model);
speed('wink-nlp 2.4.0, sentences, tokens, entities', (one) => nlp.readDoc(one.text).entities().out());

const compromise = (await import('compromise')).default;
speed('compromise 14.17.0, people, places, organisations', (one) => compromise(one.text).topics().out('array'), 1);

try {
  const gold = readFileSync(new URL('aquaint.gold.jsonl', root), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  let right = 0;
  let all = 0;
  for (const document of gold) {
    const found = chrono.parse(document.text, new Date(document.dct.slice(0, 10) + 'T12:00:00'));
    for (const timex of document.timex) {
      if (!/^\d{4}-\d\d/.test(timex.value)) continue;
      all++;
      const hit = found.some((one) => {
        const end = one.index + one.text.length;
        const day = one.start.date();
        const month = `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}`;
        return one.index < timex.end && end > timex.start && timex.value.startsWith(month);
      });
      if (hit) right++;
    }
  }
  console.log(`\nchrono-node: right month ${((100 * right) / all).toFixed(1)} % of ${all}`);
} catch (fault) {
  console.log(`\nright months not measured: ${fault.message}`);
}
