import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isReportName, readsLikeReport } from '../../../../src/core/report/detect.js';

describe('what reads like a report', () => {
  it('is each of the samples', () => {
    for (const name of [
      'thornleigh-release.release.txt',
      'wrenford-monitoring-visit.txt',
      'holmebridge-report-extract.txt',
      'marsh-lane-house-cqc.txt',
    ])
      assert.ok(isReportName(name) && readsLikeReport(readFileSync(`samples/${name}`, 'utf8')), name);
  });

  it('is no list of packages, licence, manual or shopping list', () => {
    for (const text of [
      'numpy==1.0\npandas>=2\n',
      readFileSync('LICENSE', 'utf8'),
      '# Tool\n\n```\nnpm install\n```\nA good tool with outstanding inspection of functions.\nimport x from "y"',
      'Milk, eggs, good bread.',
      '',
    ])
      assert.equal(readsLikeReport(text), false, text.slice(0, 30));
  });
});
