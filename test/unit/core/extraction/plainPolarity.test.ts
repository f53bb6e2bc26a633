import assert from 'node:assert/strict';
import type { ThemeFinding } from '../../../../src/core/extraction/finding.js';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';

const lexicon = builtinLexicon();
const themes = (text: string): ThemeFinding[] => findingsOf(text, lexicon).filter(f => f.kind === 'theme');

const OF = [
  ['Management oversight', 'management-oversight'],
  ['Pathway planning', 'care-leavers'],
  ['Direct work with children', 'voice-of-the-child'],
  ['Early intervention', 'early-help'],
  ['Adoption work', 'placements-and-permanence'],
  ['The virtual school', 'education'],
  ['Advocacy', 'voice-of-the-child'],
] as const;

describe('a plain statement of a theme', () => {
  for (const [said, polarity] of [
    ['is effective.', 'strength'],
    ['is very good.', 'strength'],
    ['is a real strength.', 'strength'],
    ['has improved.', 'strength'],
    ['has got better.', 'strength'],
    ['works well.', 'strength'],
    ['was praised by inspectors.', 'strength'],
    ['is weak.', 'weakness'],
    ['has been uneven.', 'weakness'],
    ['is still far too slow.', 'weakness'],
    ['is not effective.', 'weakness'],
    ['is not yet good enough.', 'weakness'],
    ['is a significant weakness.', 'weakness'],
    ['has declined.', 'weakness'],
    ['has not improved.', 'weakness'],
    ['needs to improve.', 'weakness'],
    ['must be strengthened.', 'weakness'],
    ['was criticised by inspectors.', 'weakness'],
  ] as const)
    it(`has it, and is a ${polarity}: “… ${said}”`, () => {
      for (const [of, theme] of OF) {
        const found = themes(`${of} ${said}`);
        assert.ok(
          found.some(f => f.theme === theme),
          `${of}: ${found.map(f => f.theme).join()}`,
        );
        for (const f of found) assert.equal(f.polarity, polarity, of);
      }
    });

  it('shows the word that says so', () => {
    const [theme] = themes('Pathway planning is still far too slow.');
    assert.deepEqual(
      theme!.because.filter(r => r.of === 'polarity').map(r => r.text),
      ['slow'],
    );
  });

  it('is mixed where two of them contradict each other', () => {
    for (const text of [
      'Leadership is strong; early help is ineffective.',
      'While leadership has improved, early help is still too slow.',
    ])
      for (const theme of themes(text)) assert.equal(theme.polarity, 'mixed', text);
  });

  it('is what inspectors praised or criticised', () => {
    for (const [text, polarity] of [
      [
        'Inspectors had commented favourably on early help, on fostering and on the response to children at risk of harm.',
        'strength',
      ],
      [
        'They had been critical of the timeliness of pathway plans and the frequency of supervision.',
        'weakness',
      ],
      ['Inspectors criticised the virtual school.', 'weakness'],
      ['There are serious failings in the virtual school.', 'weakness'],
      ['Inspectors were impressed by the virtual school.', 'strength'],
    ] as const)
      for (const theme of themes(text)) assert.equal(theme.polarity, polarity, text);
  });

  it('has its words without mere grammar at either end', () => {
    assert.deepEqual(
      ['Supervision is regular.', 'The council has put £1.2m into recruiting staff.']
        .flatMap(themes)
        .filter(f => f.theme !== 'workforce')
        .map(f => f.text),
      ['Supervision', '£1.2m'],
    );
  });

  it('is none where another half follows', () => {
    const [theme] = themes('Supervision is good in the north but weak in the south.');
    assert.equal(theme!.polarity, 'mixed');
  });

  it('is told of what somebody says, in quotation marks or reported', () => {
    for (const [text, polarity] of [
      ['Ann Dray, head of the hub, said: “Early help is much quicker.”', 'strength'],
      ['Ann Dray, head of the hub, said: “Early help is much slower.”', 'weakness'],
      ['Inspectors found that early help is patchy.', 'weakness'],
      ['The report says that early help has improved.', 'strength'],
    ] as const)
      assert.deepEqual([...new Set(themes(text).map(f => f.polarity))], [polarity], text);
  });
});
