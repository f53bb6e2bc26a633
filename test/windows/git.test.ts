import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { House } from './house.ts';

const OLD =
  'Ofsted inspectors judged the services in March 2019.\n\nFirst\nGood\nThe one area.\n\nSecond\nGood\nThe other area.\n\nThird\nGood\nThe last area.\n';
const NOW = OLD.replace('First\nGood\nThe one area.\n\n', 'A line put in.\n\n').replace(
  'Third\nGood\n',
  'Third\nGood\n\nFourth\nGood\n',
);

describe('a report in git', () => {
  let house: House;
  before(async () => {
    house = await House.open('node', {
      builtins: 'all',
      settings: {
        'inspectionLens.analyst': '',
        'git.enabled': true,
        'git.openRepositoryInParentFolders': 'never',
      },
    });
    const at = OLD.indexOf('Good', OLD.indexOf('Second'));
    writeFileSync(join(house.folder, 'table.txt'), OLD);
    // A tag as a hand may write it: the word and the place, and nothing around it.
    writeFileSync(
      join(house.folder, 'table.txt.tags.yaml'),
      `version: 1\ntags:\n  - { id: a, tag: x, quote: Good, at: [${String(at)}, ${String(at + 4)}] }\n`,
    );
    house.git('init', '-q');
    house.git('config', 'user.name', 'Amara of the repository');
    house.git('add', 'table.txt');
    house.git('commit', '-qm', 'As it was tagged');
    writeFileSync(join(house.folder, 'table.txt'), NOW);
    house.git('commit', '-qam', 'As it is now');
  });
  after(async () => {
    await house.close();
  });

  it('has its tags found through the difference from the text that was tagged, and tells who tags', async () => {
    await house.run('git');
  });
});
