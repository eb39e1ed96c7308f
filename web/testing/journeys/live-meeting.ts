import type { Page } from 'playwright-core';

/** Live mode of a meeting as a presenter uses it. */
export class LiveMeeting {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Begins it, and waits for its first item. */
  async start(): Promise<void> {
    await this.page.getByRole('button', { name: 'Start meeting' }).click();
    await this.agenda.waitFor();
  }

  get agenda() {
    return this.page.getByRole('navigation', { name: 'Agenda' });
  }
  get stage() {
    return this.page.getByRole('region', { name: 'What the client sees' });
  }
  get mySide() {
    return this.page.getByRole('complementary', { name: 'Your side' });
  }

  /** Goes to an item by its title. */
  async show(title: string): Promise<void> {
    await this.agenda.getByRole('button', { name: title }).click();
    await this.shows(title);
  }
  shows(title: string): Promise<void> {
    return this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }
  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }
  /** A button of the decision bar or of the question above it. */
  answer(name: string | RegExp): Promise<void> {
    return this.page.getByRole('main').getByRole('button', { name }).click();
  }
  async note(text: string): Promise<void> {
    await this.press('n');
    await this.page.getByRole('textbox', { name: 'Note' }).fill(text);
    await this.answer('Keep note');
  }
  async promise(text: string, who: string, dueDate: string): Promise<void> {
    await this.press('c');
    await this.page.getByLabel('What is to be done').fill(text);
    await this.page.getByLabel('Who', { exact: true }).selectOption({ label: who });
    await this.page.getByLabel('By when').fill(dueDate);
    await this.press('Enter');
    await this.mySide.getByText(text).waitFor();
  }
  /** Waits until the chip in the head says this: "3 saved", "2 waiting, no connection". */
  says(words: string): Promise<void> {
    return this.page.getByRole('banner').getByText(words, { exact: true }).waitFor();
  }

  /** Ends it and waits for its minutes. */
  async end(): Promise<void> {
    await this.page.getByRole('button', { name: 'End meeting' }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'End meeting' }).click();
    await this.page.waitForURL('**/minutes');
    await this.page.getByRole('heading', { level: 1, name: 'Minutes' }).waitFor();
  }
}

/** Minutes as somebody writes them up and closes them. */
export class MinutesDesk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async summarize(text: string): Promise<void> {
    const card = this.page.getByRole('region', { name: 'Summary' });
    await card.getByRole('textbox').fill(text);
    await card.getByText('Saved', { exact: true }).waitFor();
  }

  /** What the client will read. */
  async preview(): Promise<string> {
    await this.page.getByRole('tab', { name: 'As the client reads it' }).click();
    return (await this.page.getByRole('tabpanel').getByRole('article').textContent()) ?? '';
  }

  async close(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Write up' }).click();
    await this.page.getByRole('button', { name: 'Close and send minutes' }).click();
    await this.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Close and send to/ })
      .click();
    await this.page.getByRole('region', { name: 'These minutes stand' }).waitFor();
  }
}
