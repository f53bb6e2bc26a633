import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import { quickRoot } from '../../../../src/core/tagging/quickYaml.js';

/** All of the nodes that sidecars are read and edited by. */
function shape(node: unknown): unknown {
  if (isPair(node)) return [shape(node.key), shape(node.value)];
  if (isScalar(node))
    return {
      value: node.value,
      at: node.range?.slice(0, 2),
      number: typeof node.value === 'number' && node.source,
    };
  if (isMap(node)) return { at: node.range?.slice(0, 2), flow: !!node.flow, items: node.items.map(shape) };
  if (!isSeq(node)) return node;
  const token = node.srcToken;
  const dashes =
    token?.type === 'block-seq' &&
    token.items.flatMap(item => item.start.filter(t => t.type === 'seq-item-ind').map(t => t.offset));
  return {
    at: node.range?.slice(0, 2),
    flow: !!node.flow,
    items: node.items.map(shape),
    dashes,
    offset: token?.type === 'block-seq' && token.offset,
  };
}

/** Whether it was read quickly; if so, it must be what the YAML reader reads. */
function agrees(source: string): boolean {
  const quick = quickRoot(source);
  if (!quick) return false;
  const document = parseDocument(source, { keepSourceTokens: true, logLevel: 'silent' });
  assert.deepEqual(
    document.errors.map(e => e.message),
    [],
    source,
  );
  assert.deepEqual(shape(quick), shape(document.contents), source);
  return true;
}

const SAMPLE = readFileSync('samples/thornleigh-release.release.txt.tags.yaml', 'utf8');
const FORM = `# Inspection Lens: analyst tags for a.txt
version: 1
report: a.txt
tags:
  - id: 01JD8QZZZZZZZZZZZZZZZZZZZZ
    tag: workforce/agency-staff
    quote: "81% are: \\"permanent\\" # now"
    before: ""
    after: compared – with (others)
    at: [12, 40]
    nth: [1,2]
    note: "a\\nb \\u2028"
    created: 2026-11-22T10:41:00Z
  - id: T2
    tag: a
    quote: good
reviews:
  - finding: j-1
    kind: judgement
    quote: good
    decision: confirmed
`;
const PIECES = [
  '\n',
  ' ',
  '  ',
  '    ',
  '\t',
  '\r\n',
  '\r',
  ':',
  ': ',
  '- ',
  '-',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '\\',
  '\\x41',
  '|',
  '>',
  '|-',
  '&a ',
  '*a',
  '#',
  ' #',
  '# x\n',
  '---',
  '...',
  '%',
  '!t ',
  '? ',
  ',',
  '~',
  'null',
  'true',
  'no',
  '1',
  '0',
  '01',
  '1e3',
  '0x1F',
  '.5',
  '-1',
  'e',
  '<<: ',
  'tag: x',
  '    tag: x\n',
  '    at: [1, 2]\n',
  '  - id: a\n',
  'read:\n',
  'tags:\n',
  'id:',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u00a0',
  '😀',
  '\ud83d',
  'é',
];

describe('reading a sidecar quickly', () => {
  it('takes in what this program writes', () => {
    for (const source of [FORM, SAMPLE, FORM.replaceAll('\n', '\r\n'), FORM.trimEnd()])
      assert.ok(agrees(source), source);
  });

  it('reads what the YAML reader reads, or leaves it to it', () => {
    const mutation = fc.record({
      at: fc.nat(FORM.length),
      cut: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(30)),
      put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 }), fc.constant('')),
    });
    let quick = 0;
    fc.assert(
      fc.property(fc.boolean(), fc.array(mutation, { minLength: 1, maxLength: 3 }), (crlf, mutations) => {
        const whole = crlf ? FORM.replaceAll('\n', '\r\n') : FORM;
        const source = mutations.reduce(
          (text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut),
          whole,
        );
        if (agrees(source)) quick++;
      }),
      { numRuns: 20_000 },
    );
    assert.ok(quick > 2000, String(quick));
  }).timeout(120_000);
});
