/** Compiles the YAML lexicons into `src/generated/lexicon.json`, which every bundle carries. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = join(root, 'src/core/lexicon/data');
const read = (file: string): unknown => parse(readFileSync(join(data, file), 'utf8'));
const folder = (name: string): string[] =>
  readdirSync(join(data, name))
    .filter(f => f.endsWith('.yaml'))
    .sort()
    .map(f => join(name, f));

function categories(name: string): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const file of folder(name)) {
    for (const [category, phrases] of Object.entries(read(file) as Record<string, unknown>)) {
      if (category in all) throw new Error(`${file}: the category “${category}” stands in another file too`);
      all[category] = phrases;
    }
  }
  return all;
}

/** What `bench/train` has learnt; missing only while it is being learnt anew. */
function weights(): object {
  const file = join(data, 'weights.json');
  return existsSync(file) ? { weights: JSON.parse(readFileSync(file, 'utf8')) as object } : {};
}

const lexicon = {
  frameworks: folder('frameworks').map(read),
  themes: read('themes.yaml'),
  cues: categories('cues'),
  ...weights(),
};
mkdirSync(join(root, 'src/generated'), { recursive: true });
writeFileSync(join(root, 'src/generated/lexicon.json'), JSON.stringify(lexicon));
