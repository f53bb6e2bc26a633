import assert from 'node:assert/strict';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';

const lexicon = builtinLexicon();
const subjects = (text: string): (string | undefined)[] =>
  findingsOf(text, lexicon)
    .filter(f => f.kind === 'judgement')
    .map(j => j.subject?.text);

describe('labels on lines above their grades', () => {
  it('have a number before them that is none of theirs', () => {
    assert.deepEqual(
      subjects(
        'Ofsted’s judgements\n\n1. Children who need help and protection\nInadequate\n2.1 Adoption performance\nGood\n',
      ),
      ['Children who need help and protection', 'Adoption performance'],
    );
  });

  it('are kept behind a line that only says when', () => {
    assert.deepEqual(
      subjects(
        'Service\nInspected\nGrade\nGrade before\nElm House\n4 May 2022\nGood\nInadequate\nAsh Lodge\n9 June 2022\nOutstanding\nGood\n',
      ),
      ['Elm House', 'Elm House', 'Ash Lodge', 'Ash Lodge'],
    );
  });

  it('are what is graded where the line of the grade says only that it is one', () => {
    assert.deepEqual(
      subjects(
        'Quality of service\nJudgement outcome: good\nCarers are well trained.\n\nSafeguarding children\nGrade 1 (outstanding)\n',
      ),
      ['Quality of service', 'Safeguarding children'],
    );
  });
});
