import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseSidecar } from '../../src/core/tagging/sidecar.js';
import { House, type Kind } from './house.ts';

/** Kills of each kind of host, each at another moment. */
const KILLS = 3;

for (const [kind, host] of [
  ['node', 'the extension host'],
  ['web', 'a window of the browser'],
] as const satisfies [Kind, string][])
  describe(`${host}, killed while it tags`, () => {
    let house: House;
    before(async () => {
      house = await House.open(kind);
    });
    after(async () => {
      await house.close();
    });

    it('leaves the old sidecar or the new one, and nothing else after the next start', async () => {
      const sidecar = join(house.folder, 'shared.txt.tags.yaml');
      const pid = join(house.folder, 'host.pid');
      const told = new Set<string>();
      const said: string[] = [];
      for (let kill = 0; kill < KILLS; kill++) {
        const before = told.size;
        const { page, testsDone } = await house.window('endless', text => {
          const id = /^tagged (\w+)$/.exec(text)?.[1];
          if (id !== undefined) told.add(id);
          else said.push(text);
        });
        testsDone.catch(() => undefined); // its end is what we bring about
        for (const end = Date.now() + 30_000; told.size < before + 2 && Date.now() < end;) await pause(5);
        assert.ok(told.size > before, `nothing was tagged:\n${said.slice(-10).join('\n')}`);
        await pause(kill * 7);
        if (kind === 'node') process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL');
        await page.context().close();
        rmSync(pid, { force: true });
        if (kind === 'node') {
          const { tags, problems } = parseSidecar(readFileSync(sidecar, 'utf8'));
          assert.deepEqual(problems, []);
          const ids = new Set(tags.map(tag => tag.id));
          for (const id of told) assert.ok(ids.has(id), `${id} was tagged before kill ${String(kill)}`);
        } else {
          // VS Code’s file system takes the old file away before the new one, whole beside it, takes its name.
          const whole = readdirSync(house.folder).some(name => {
            const size = /^\.shared\.txt\.tags\.yaml\.(\d+)-\w+\.tmp$/.exec(name)?.[1];
            return size !== undefined && readFileSync(join(house.folder, name)).length === Number(size);
          });
          assert.ok(existsSync(sidecar) || whole, `kill ${String(kill)} left neither`);
        }
      }
      let found = 0;
      await house.run('after', text => {
        found = Number(/^found (\d+)$/.exec(text)?.[1] ?? found);
      });
      const { tags, problems } = parseSidecar(readFileSync(sidecar, 'utf8'));
      assert.deepEqual(problems, []);
      assert.equal(found, tags.length);
      const ids = new Set(tags.map(tag => tag.id));
      for (const id of told) assert.ok(ids.has(id), `${id} was tagged and is gone`);
    });
  });
