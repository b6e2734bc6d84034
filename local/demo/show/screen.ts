import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** A terminal to write on: lines that stay, and one line at the bottom that changes. */
export interface Screen {
  line(text?: string): void;
  /** Replaces the bottom line; on something that is not a terminal it is written only when it says something new. */
  status(text: string): void;
  style(style: Style, text: string): string;
  end(): void;
}

export function createScreen(stream: NodeJS.WriteStream): Screen {
  const live = stream.isTTY;
  const colours = live && stream.hasColors() && process.env['NO_COLOR'] === undefined;
  let bottom = '';
  const wipe = (): void => {
    if (live && bottom !== '') stream.write('\r\u001b[2K');
  };
  return {
    line(text = '') {
      wipe();
      stream.write(`${text}\n`);
      if (live && bottom !== '') stream.write(bottom);
    },
    status(text) {
      if (!live) return;
      wipe();
      bottom = text.slice(0, Math.max(20, stream.columns - 1));
      stream.write(bottom);
    },
    style: (style, text) => (colours ? styleText(style, text) : text),
    end() {
      wipe();
      bottom = '';
    },
  };
}
