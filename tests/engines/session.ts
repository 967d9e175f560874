/** A command of WebDriver, as the standard names it: https://www.w3.org/TR/webdriver2/. */
export type Command =
  | 'newSession'
  | 'setTimeouts'
  | 'setWindowRect'
  | 'navigate'
  | 'refresh'
  | 'findElement'
  | 'click'
  | 'sendKeys'
  | 'clear'
  | 'run'
  | 'screenshot';

/** Carries a command to a browser and gives its answer. `element` is what the command is for, where it is for one. */
export type Send = (command: Command, params: Readonly<Record<string, unknown>>, element?: string) => Promise<unknown>;

/** One window of a browser with the page in it. */
export interface Session {
  goTo: (url: string) => Promise<void>;
  reload: () => Promise<void>;
  click: (xpath: string) => Promise<void>;
  /** Types into a field in place of what is in it; a path into a field for files. */
  type: (xpath: string, text: string) => Promise<void>;
  /** Runs the body of a function in the page and gives what it returns. */
  run: (body: string, ...args: readonly unknown[]) => Promise<unknown>;
  /** The window as PNG, in base 64. */
  picture: () => Promise<string>;
}

/** The name under which an element is handed over (the standard's, section 11). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A session over whatever carries the commands. */
export async function sessionOver(send: Send): Promise<Session> {
  await send('setTimeouts', { implicit: 10_000, pageLoad: 30_000, script: 30_000 });
  await send('setWindowRect', { x: 0, y: 0, width: 1280, height: 900 });
  const find = async (xpath: string) => {
    const found = (await send('findElement', { using: 'xpath', value: xpath })) as Record<string, string>;
    return found[ELEMENT];
  };
  return {
    goTo: async (url) => {
      await send('navigate', { url: 'about:blank' }); // another hash alone would load nothing
      await send('navigate', { url });
    },
    reload: async () => void (await send('refresh', {})),
    click: async (xpath) => void (await send('click', {}, await find(xpath))),
    type: async (xpath, text) => {
      const element = await find(xpath);
      if (!xpath.includes('file')) await send('clear', {}, element);
      await send('sendKeys', { text }, element);
    },
    run: (body, ...args) => send('run', { script: body, args }),
    picture: async () => String(await send('screenshot', {})),
  };
}
