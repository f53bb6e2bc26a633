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

  const themesIn = (text: string, source: string): string[] =>
    findingsOf(text, new Lexicon(withWorkspace(builtinData, [themes(source)]).data)).flatMap(f =>
      f.kind === 'theme' ? [`${f.theme}: ${f.text}`] : [],
    );
  const own = (more = ''): string => `- id: early-help\n  phrases: [warm spaces]\n${more}`;

  it('tells a theme by phrases added to it, whatever was learnt, beside those it had', () => {
    assert.deepEqual(themesIn('The warm spaces are busy.', own()), ['early-help: warm spaces']);
    assert.deepEqual(themesIn('Early help is offered sooner.', own()), ['early-help: Early help']);
  });

  it('tells a theme whose phrases are replaced by those alone', () => {
    const replaced = own('  replace: true\n');
    assert.deepEqual(themesIn('The warm spaces are busy.', replaced), ['early-help: warm spaces']);
    assert.deepEqual(themesIn('Early help is offered sooner.', replaced), []);
  });

  it('tells a theme of its own, and all else as ever', () => {
    const kinship = '- id: kinship\n  title: Kinship care\n  phrases: ["kinship {carer,carers}"]\n';
    const text = 'Kinship carers wait for help.\n\nManagement oversight is weak.\n';
    assert.ok(themesIn(text, kinship).includes('kinship: Kinship carers'));
    const plain = findingsOf(text, new Lexicon(builtinData));
    const withOwn = findingsOf(text, new Lexicon(withWorkspace(builtinData, [themes(kinship)]).data));
    assert.deepEqual(
      withOwn.filter(f => f.kind !== 'theme' || f.theme !== 'kinship'),
      plain,
    );
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
