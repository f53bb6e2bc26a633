import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { Command } from '../../../src/extension/ids.js';

interface Colour {
  readonly id: string;
  readonly defaults: Readonly<Record<'light' | 'dark' | 'highContrast' | 'highContrastLight', string>>;
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: {
    commands: { command: string }[];
    colors: Colour[];
    menus: Record<string, { command: string; when?: string; group?: string }[]>;
    yamlValidation: { url: string }[];
  };
};
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;

const channels = (hex: string): number[] =>
  [1, 3, 5, 7].map(i => (hex.length > i ? parseInt(hex.slice(i, i + 2), 16) : 255));
/** A colour with its own opacity over an opaque one. */
const over = (top: string, ground: string): number[] => {
  const [a, b] = [channels(top), channels(ground)];
  return [0, 1, 2].map(i => a[i]! * (a[3]! / 255) + b[i]! * (1 - a[3]! / 255));
};
/** Relative luminance and contrast, WCAG 2.1. */
const luminance = (rgb: readonly number[]): number => {
  const [r, g, b] = rgb.map(c => c / 255).map(c => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};
const contrast = (a: readonly number[], b: readonly number[]): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
};
const THEMES = {
  light: ['#ffffff', '#3b3b3b'],
  dark: ['#1f1f1f', '#cccccc'],
  highContrast: ['#000000', '#ffffff'],
  highContrastLight: ['#ffffff', '#292929'],
} as const;

describe('the manifest', () => {
  it('declares just the commands that the code registers, and no others in its menus', () => {
    const own = new Set<string>(Object.values(Command).filter(id => id !== Command.reveal));
    assert.deepEqual(new Set(manifest.contributes.commands.map(c => c.command)), own);
    for (const { command } of Object.values(manifest.contributes.menus).flat())
      assert.ok(own.has(command), command);
  });

  it('writes its conditions so that VS Code can read them: a string in them has single quotes', () => {
    // With double quotes the whole condition is taken for missing, and the entry stands in every menu there is.
    for (const { command, when = '' } of Object.values(manifest.contributes.menus).flat())
      assert.ok(!when.includes('"'), `${command}: ${when}`);
  });

  it('gives every inline action of a row a place in its menu too, where words say what it does', () => {
    const rows = manifest.contributes.menus['view/item/context'] ?? [];
    const inMenus = new Set(rows.filter(r => !r.group?.startsWith('inline')).map(r => r.command));
    for (const { command, group } of rows)
      if (group?.startsWith('inline')) assert.ok(inMenus.has(command), command);
  });

  it('has a text for every key it names, and names every text', () => {
    const named = new Set([...readFileSync('package.json', 'utf8').matchAll(/"%([^%"]+)%"/g)].map(m => m[1]));
    assert.deepEqual([...named].sort(), Object.keys(texts).sort());
  });

  it('refers only to files that are there', () => {
    for (const { url } of manifest.contributes.yamlValidation) assert.ok(existsSync(url), url);
  });

  it('has colours that leave the text readable in every kind of theme, and lines that can be seen', () => {
    for (const { id, defaults } of manifest.contributes.colors)
      for (const [kind, [ground, ink]] of Object.entries(THEMES)) {
        const colour = defaults[kind as keyof typeof THEMES];
        if (id.endsWith('Background'))
          assert.ok(contrast(over(colour, ground), over(ink, ground)) >= 4.5, `${id} ${kind}`);
        else assert.ok(contrast(over(colour, ground), over(ground, ground)) >= 2.5, `${id} ${kind}`);
      }
  });
});
