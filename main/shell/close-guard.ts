/** Asks the page before the window closes while entries wait. */
export interface CloseGuard {
  /** The window is about to close; prevents it while the user has to be asked. */
  onClose(event: { preventDefault(): void }): void;
  /** The page has listened to the request: from now on the user decides, however long it takes. */
  heard(): void;
  /** The user closes though so many wait; asked again where there are more by now. */
  confirm(told: number): void;
  /** The system shuts down: nobody can be asked, and what waits is in the journal. */
  letGo(): void;
}

/** What {@link createCloseGuard} depends on. */
export interface CloseGuardParts {
  readonly unsent: () => number;
  readonly ask: (unsent: number) => void;
  readonly close: () => void;
  /** Milliseconds that a page has to listen; one that hangs must not hold the window. */
  readonly patience: number;
}

/** Creates the guard. */
export function createCloseGuard({ unsent, ask, close, patience }: CloseGuardParts): CloseGuard {
  let confirmed = false;
  let timer: NodeJS.Timeout | undefined;

  function letClose(): void {
    confirmed = true;
    clearTimeout(timer);
    close();
  }

  return {
    onClose: (event) => {
      const waiting = unsent();
      if (confirmed || waiting === 0) return;
      event.preventDefault();
      clearTimeout(timer);
      timer = setTimeout(letClose, patience);
      ask(waiting);
    },
    heard: () => clearTimeout(timer),
    confirm: (told) => {
      const waiting = unsent();
      if (waiting > told) ask(waiting);
      else letClose();
    },
    letGo: () => {
      confirmed = true;
    },
  };
}
