import type { Locator, Page } from 'playwright-core';

const exactly = (text: string): RegExp =>
  new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);

/** What an extension drew over the text, with its computed look. */
export interface Drawn {
  readonly text: string;
  readonly background: string;
  /** Width, style and colour of the line below. */
  readonly line: string;
  /** The same of the line above. */
  readonly above: string;
  readonly weight: string;
  readonly struck: boolean;
}

/** A VS Code window, driven by keys, mouse and what is on the screen. */
export class Workbench {
  constructor(readonly page: Page) {
    page.setDefaultTimeout(15_000);
  }

  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    await this.page.locator('.statusbar-item#status\\.notifications').waitFor({ timeout: 60_000 });
  }

  key(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Until `read` gives something that fits; its last value is in the error. */
  async until<T>(read: () => Promise<T>, fits: (value: T) => boolean = Boolean, what = 'it'): Promise<T> {
    let last: unknown;
    for (const end = Date.now() + 15_000; Date.now() < end; await this.page.waitForTimeout(80)) {
      try {
        const value = await read();
        if (fits(value)) return value;
        last = value;
      } catch (error) {
        last = String(error);
      }
    }
    throw new Error(`waited in vain for ${what}; last: ${JSON.stringify(last)}`);
  }

  /** Until a list has stayed as it is for a while: what is clicked while rows move up is another row. */
  async steady(view: string): Promise<void> {
    let before: string | undefined;
    let since = Date.now();
    await this.until(
      async () => JSON.stringify(await this.tree(view)),
      now => {
        if (now !== before) since = Date.now();
        before = now;
        return Date.now() - since > 1000;
      },
      `${view} to stay as it is`,
    );
  }

  get quick(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** Runs a command by the title that the palette shows. */
  async run(title: string): Promise<void> {
    await this.key('F1');
    await this.quick.locator('.quick-input-box input').fill(`>${title}`);
    await this.quickRow(title).click();
  }

  async openFile(name: string): Promise<void> {
    await this.key('Control+P');
    await this.quick.locator('.quick-input-box input').fill(name);
    await this.quick.locator('.monaco-list-row').filter({ hasText: name }).first().click();
    await this.page
      .locator('.tab.active', { hasText: name.split('/').at(-1)! })
      .first()
      .waitFor();
  }

  quickRow(label: string): Locator {
    return this.quick
      .locator('.monaco-list-row')
      .filter({ has: this.page.locator('.label-name', { hasText: exactly(label) }) })
      .first();
  }

  /** Labels of the rows, without what stands beside or below them. */
  quickRows(): Promise<string[]> {
    return this.quick
      .locator('.quick-input-list .monaco-list-row')
      .evaluateAll(rows =>
        rows.map(row => row.querySelector<HTMLElement>('.label-name')?.innerText.trim() ?? ''),
      );
  }

  async fill(text: string): Promise<void> {
    await this.quick.locator('.quick-input-box input').fill(text);
  }

  editor(index = 0): Locator {
    return this.page.locator('.editor-instance .monaco-editor').nth(index);
  }

  /** The text on the screen. */
  async lines(index = 0): Promise<string> {
    const lines = await this.editor(index).locator('.view-line').allInnerTexts();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** The screen box of some text on one line: the topmost, where it is on several. */
  box(text: string): Promise<{ x: number; y: number; width: number; height: number }> {
    return this.editor()
      .locator('.view-lines')
      .first() // notes have editors of their own in the report's
      .evaluate((view, wanted) => {
        const top = (line: Element): number => line.getBoundingClientRect().top;
        for (const line of [...view.querySelectorAll('.view-line')].sort((a, b) => top(a) - top(b))) {
          const nodes: [Text, number][] = [];
          const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          let all = '';
          while (walk.nextNode()) {
            const node = walk.currentNode as Text;
            nodes.push([node, all.length]);
            all += node.data.replaceAll('\u00a0', ' ');
          }
          const at = all.indexOf(wanted);
          if (at < 0) continue;
          const range = document.createRange();
          const spot = (offset: number): [Text, number] => {
            const [node, start] = nodes.filter(([, s]) => s <= offset).at(-1)!;
            return [node, offset - start];
          };
          range.setStart(...spot(at));
          const [last, end] = spot(at + wanted.length - 1);
          range.setEnd(last, end + 1);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x, y, width, height };
        }
        throw new Error(`not on the screen: ${wanted}`);
      }, text);
  }

  /** Selects text with the mouse. */
  async select(text: string): Promise<void> {
    const { x, y, width, height } = await this.box(text);
    // Out of whatever is selected, which the mouse would drag away.
    await this.page.mouse.click(x + width - 1, y + height / 2);
    await this.page.mouse.move(x + 1, y + height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
    await this.page.mouse.move(x + width, y + height / 2, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Rests the mouse on text; what the hover says. */
  async hover(text: string): Promise<string> {
    const hover = this.page.locator('.monaco-hover:visible').first();
    return this.until(
      async () => {
        const { x, y, width, height } = await this.box(text);
        await this.page.mouse.move(x + width / 2, y + height / 2);
        await this.page.mouse.move(x + width / 2 + 2, y + height / 2);
        await hover.waitFor({ timeout: 2500 });
        return (await hover.innerText()).replaceAll('\u00a0', ' ').trim();
      },
      said => said !== '' && !said.startsWith('Loading'),
      'a hover',
    );
  }

  async leave(): Promise<void> {
    await this.page.mouse.move(5, 5, { steps: 3 });
  }

  /** What is drawn over and under the text on the screen. */
  drawn(index = 0): Promise<Drawn[]> {
    return this.editor(index).evaluate(editor => {
      const textIn = (box: DOMRect): string => {
        let text = '';
        for (const line of editor.querySelectorAll('.view-line')) {
          const own = line.getBoundingClientRect();
          if (own.bottom < box.top + 1 || own.top > box.bottom - 1) continue;
          const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          while (walk.nextNode()) {
            const node = walk.currentNode as Text;
            for (let i = 0; i < node.length; i++) {
              range.setStart(node, i);
              range.setEnd(node, i + 1);
              const letter = range.getBoundingClientRect();
              const middle = letter.left + letter.width / 2;
              if (
                middle > box.left &&
                middle < box.right &&
                letter.top < box.bottom - 1 &&
                letter.bottom > box.top + 1
              )
                text += node.data[i]!;
            }
          }
        }
        return text.replaceAll('\u00a0', ' ');
      };
      const boxes = [...editor.querySelectorAll('.view-overlays .cdr[class*="ced-"]')].map(element => {
        const style = getComputedStyle(element);
        const line = (side: 'bottom' | 'top'): string => {
          const of = (what: string): string => style.getPropertyValue(`border-${side}-${what}`);
          return of('width') === '0px' ? '' : `${of('width')} ${of('style')} ${of('color')}`;
        };
        return {
          text: textIn(element.getBoundingClientRect()),
          background: style.backgroundColor,
          line: line('bottom'),
          above: line('top'),
          weight: '',
          struck: false,
        };
      });
      const spans = [...editor.querySelectorAll('.view-line span[class*="ced-"]')].map(element => {
        const style = getComputedStyle(element);
        const text = (element.textContent ?? '').replaceAll('\u00a0', ' ');
        return {
          text,
          background: '',
          line: '',
          above: '',
          weight: style.fontWeight,
          struck: style.textDecorationLine.includes('line-through'),
        };
      });
      return [...boxes, ...spans];
    });
  }

  async openView(title: string): Promise<void> {
    const tab = this.page.locator(`.activitybar .action-item:has([aria-label^="${title}"])`).first();
    if (await tab.evaluate(element => !element.classList.contains('checked'))) await tab.click();
  }

  pane(name: string): Locator {
    return this.page
      .locator('.pane')
      .filter({ has: this.page.locator('.pane-header .title', { hasText: exactly(name) }) })
      .first();
  }

  row(view: string, label: string): Locator {
    return this.pane(view)
      .locator('.monaco-list-row')
      .filter({ has: this.page.locator('.label-name', { hasText: exactly(label) }) })
      .first();
  }

  /** Labels and descriptions of a tree, as far as they are on the screen. */
  tree(view: string): Promise<{ label: string; description: string; level: number }[]> {
    return this.pane(view)
      .locator('.monaco-list-row')
      .evaluateAll(rows =>
        rows
          .map(row => ({
            label: row.querySelector<HTMLElement>('.label-name')?.innerText ?? '',
            description: row.querySelector<HTMLElement>('.label-description')?.innerText ?? '',
            level: Number(row.getAttribute('aria-level')),
            index: Number((row as HTMLElement).dataset['index']),
          }))
          .sort((a, b) => a.index - b.index)
          .map(({ label, description, level }) => ({ label, description, level })),
      );
  }

  /** Chooses from the context menu of a row or of the editor. A menu takes no notice of the mouse at first. */
  async choose(row: Locator, action: string): Promise<void> {
    await row.click({ button: 'right' });
    await this.chooseFromMenu(action);
  }

  async chooseFromMenu(action: string): Promise<void> {
    const entry = this.page.locator('.monaco-menu .action-label', { hasText: exactly(action) }).first();
    await entry.waitFor();
    await this.page.waitForTimeout(200);
    await entry.click();
  }

  /** Opens or closes a view of the side bar. */
  async fold(view: string): Promise<void> {
    await this.pane(view).locator('.pane-header').click();
  }

  /** What a screen reader says of a row. */
  async said(view: string, label: string): Promise<string> {
    return (await this.row(view, label).getAttribute('aria-label')) ?? '';
  }

  /** Opens the notes of the line with some text, by the sign beside it. */
  async openNotes(text: string): Promise<void> {
    const { y } = await this.box(text);
    const signs = await this.page
      .locator('.comment-thread')
      .evaluateAll(all => all.map(sign => sign.getBoundingClientRect()));
    const sign = signs.sort((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))[0];
    if (!sign) throw new Error(`no note beside: ${text}`);
    await this.page.mouse.click(sign.x + sign.width / 2, sign.y + sign.height / 2);
  }

  /** The notes that are open beside the text. */
  get notes(): Locator {
    return this.page.locator('.review-widget:visible');
  }

  notifications(): Promise<string[]> {
    return this.page
      .locator('.notifications-toasts .notification-toast:visible .notification-list-item-message')
      .allInnerTexts();
  }
}
