import assert from 'node:assert/strict';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';
import { builtinData } from '../../../../src/core/lexicon/builtin.js';
import { Lexicon } from '../../../../src/core/lexicon/lexicon.js';
import { withWorkspace, type WorkspaceFile } from '../../../../src/core/lexicon/workspaceLexicon.js';

const framework = (source: string, name = 'ours.yaml'): WorkspaceFile => ({
  name,
  kind: 'framework',
  source,
});
const themes = (source: string): WorkspaceFile => ({ name: 'themes.yaml', kind: 'themes', source });
const OURS = `id: peer-challenge
title: Peer challenge
inspectorate: Peer Review Panel
names: [peer challenge]
grades:
  - { id: leading, title: Leading, phrases: [leading the way] }
  - { id: secure, title: Secure, phrases: [secure] }
  - { id: at-risk, title: At risk, phrases: ['at risk of failing'] }
`;

describe('a workspace’s lexicon', () => {
  it('adds a framework, whose grades are then judgements of it', () => {
    const { data, problems } = withWorkspace(builtinData, [framework(OURS)]);
    assert.deepEqual([...problems.values()].flat(), []);
    const text =
      'The Peer Review Panel published its peer challenge of Quillbury today. The panel rated early help “leading the way”.\n';
    const [judgement] = findingsOf(text, new Lexicon(data)).filter(f => f.kind === 'judgement');
    assert.equal(judgement?.framework, 'peer-challenge');
    assert.equal(judgement.grade, 'leading');
    assert.equal(judgement.status, 'current');
    const theme = findingsOf(text, new Lexicon(data)).find(
      f => f.kind === 'theme' && f.theme === 'early-help',
    );
    assert.equal(theme?.kind === 'theme' && theme.polarity, 'strength');
  });

  it('overrides a built-in framework by id, and leaves the others', () => {
    const { data } = withWorkspace(builtinData, [framework(OURS.replace('id: peer-challenge', 'id: cqc'))]);
    assert.equal(data.frameworks.find(f => f.id === 'cqc')?.title, 'Peer challenge');
    assert.equal(data.frameworks.length, builtinData.frameworks.length);
  });

  it('adds phrases to a theme, or takes its place', () => {
    const own = (more: string): string => `- id: early-help\n  phrases: [warm spaces]\n${more}`;
    const added = withWorkspace(builtinData, [themes(own(''))]).data.themes.find(t => t.id === 'early-help')!;
    const instead = withWorkspace(builtinData, [themes(own('  replace: true\n'))]).data.themes.find(
      t => t.id === 'early-help',
    )!;
    assert.ok(added.phrases.includes('warm spaces'));
    const builtin = builtinData.themes.find(t => t.id === 'early-help')!;
    assert.equal(added.phrases.length, builtin.phrases.length + 1);
    assert.equal(added.title, 'Early help');
    assert.deepEqual(instead.phrases, ['warm spaces']);
  });

  const wrong: readonly (readonly [string, string, number])[] = [
    ['a YAML error', 'id: [unclosed\ngrades: x', 2],
    ['no grades', 'id: ours\ntitle: Ours\n', 1],
    ['an unknown key', `${OURS}colour: red\n`, 9],
    ['a grade twice', `${OURS}  - { id: secure }\n`, 9],
    ['a phrase with an open bracket', OURS.replace('[secure]', "['{secure']"), 7],
    ['no id', OURS.replace('id: peer-challenge', 'id: Peer Challenge'), 1],
    ['a list for a map', '- one\n- two\n', 1],
    ['years in words', `${OURS}years: ever\n`, 9],
  ];
  for (const [what, source, line] of wrong)
    it(`says where there is ${what}, and the built-in ones keep working`, () => {
      const { data, problems } = withWorkspace(builtinData, [framework(source)]);
      assert.ok(problems.get('ours.yaml')!.some(p => p.line === line));
      const found = findingsOf(
        'Ofsted rated children’s services in Quillbury inadequate.\n',
        new Lexicon(data),
      );
      assert.ok(found.some(f => f.kind === 'judgement' && f.grade === 'inadequate'));
    });

  it('says of a second file with the same id that it is left out', () => {
    const { problems } = withWorkspace(builtinData, [framework(OURS, 'a.yaml'), framework(OURS, 'b.yaml')]);
    assert.deepEqual(problems.get('a.yaml'), []);
    assert.match(problems.get('b.yaml')![0]!.message, /a\.yaml/);
  });
});
