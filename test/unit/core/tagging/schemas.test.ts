import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import { parse } from 'yaml';
import { parseCodebook } from '../../../../src/core/tagging/codebook.js';
import { editSidecar } from '../../../../src/core/tagging/edits.js';
import { newSidecar, parseSidecar } from '../../../../src/core/tagging/sidecar.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions: Readonly<Record<string, Schema>>;
}

const validator = (name: string) =>
  new Ajv().compile(JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object);

describe('the schemas', () => {
  it('of sidecars accepts what the program writes, and the sample', () => {
    const valid = validator('sidecar');
    const written = editSidecar(newSidecar('r.txt'), [
      {
        type: 'addTag',
        tag: {
          id: 'a',
          tag: 'b/c',
          quote: 'd',
          before: '',
          after: '',
          at: [0, 1],
          note: 'n',
          by: 'm',
          created: 'x',
          modified: 'y',
        },
      },
      {
        type: 'setReview',
        review: {
          finding: 'j-1',
          kind: 'judgement',
          quote: 'good',
          decision: 'corrected',
          correction: { status: 'previous' },
        },
      },
      { type: 'addRead', mark: { id: 'r', by: 'm' } },
    ]);
    for (const text of [written, readFileSync('samples/thornleigh-release.release.txt.tags.yaml', 'utf8')])
      assert.ok(valid(parse(text)), JSON.stringify(valid.errors));
  });

  it('have the fields of the types, each with its kind, and ask for the same ones', () => {
    const { definitions } = JSON.parse(readFileSync('schemas/sidecar.schema.json', 'utf8')) as Schema;
    const generator = createGenerator({
      path: 'src/core/tagging/tag.ts',
      tsconfig: 'tsconfig.json',
      skipTypeCheck: true,
    });
    for (const [type, name] of [
      ['Tag', 'tag'],
      ['Review', 'review'],
      ['ReadMark', 'readMark'],
    ] as const) {
      const made = (generator.createSchema(type) as unknown as Schema).definitions[type]!;
      const ours = definitions[name]!;
      assert.deepEqual(Object.keys(ours.properties!).sort(), Object.keys(made.properties!).sort(), type);
      assert.deepEqual([...ours.required!].sort(), [...made.required!].sort(), type);
      for (const [field, ofType] of Object.entries(made.properties!)) {
        const own = ours.properties![field]!;
        const { $ref } = own;
        const resolved = $ref === undefined ? own : definitions[$ref.replace('#/definitions/', '')]!;
        assert.deepEqual(
          [resolved.enum ? 'enum' : resolved.type, resolved.enum],
          [ofType.enum ? 'enum' : ofType.type, ofType.enum],
          `${type}.${field}`,
        );
      }
    }
  });

  it('of codebooks have the fields of the types, each with its kind', () => {
    const ours = JSON.parse(readFileSync('schemas/codebook.schema.json', 'utf8')) as Schema;
    const made = createGenerator({
      path: 'src/core/tagging/codebook.ts',
      tsconfig: 'tsconfig.json',
      skipTypeCheck: true,
    }).createSchema('CodebookForm') as unknown as Schema;
    for (const [own, ofType] of [
      [ours, made.definitions['CodebookForm']!],
      [ours.definitions['tag']!, made.definitions['TagForm']!],
    ] as const) {
      assert.deepEqual(Object.keys(own.properties!).sort(), Object.keys(ofType.properties!).sort());
      for (const [name, { const: only, type, $ref }] of Object.entries(own.properties!)) {
        const { const: onlyOfType, type: typeOfType, anyOf } = ofType.properties![name]!;
        // A map that may be left empty: the schema names it once, the types say it where it stands.
        const kind = $ref ? ours.definitions[$ref.replace('#/definitions/', '')]!.type : type;
        const kindOfType = anyOf ? anyOf.map(one => one.type) : typeOfType;
        assert.equal(only, onlyOfType, name);
        if (only === undefined) assert.deepEqual(kind, kindOfType, name);
      }
    }
  });

  for (const [what, text] of [
    ['another version', 'version: 2\n'],
    ['a tag without a quote', 'version: 1\ntags: [{ id: a, tag: b }]\n'],
    ['a place that is none', 'version: 1\ntags: [{ id: a, tag: b, quote: c, at: [1] }]\n'],
    [
      'an unknown decision',
      'version: 1\nreviews: [{ finding: a, kind: theme, quote: c, decision: maybe }]\n',
    ],
  ] as const)
    it(`of sidecars and the reader both object to ${what}`, () => {
      assert.equal(validator('sidecar')(parse(text)), false);
      assert.ok(parseSidecar(text).problems.length > 0);
    });

  it('of codebooks accepts the sample, and objects with the reader to a colour that is none', () => {
    const valid = validator('codebook');
    assert.ok(
      valid(parse(readFileSync('samples/.inspection-lens/codebook.yaml', 'utf8'))),
      JSON.stringify(valid.errors),
    );
    const wrong = 'tags:\n  a: { color: reddish }\n';
    assert.equal(valid(parse(wrong)), false);
    assert.ok(parseCodebook(wrong).problems.length > 0);
  });
});
