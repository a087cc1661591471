/** Asks the page before the window closes while entries wait. */
export interface CloseGuard {
  /** The window is about to close; prevents it while the user has to be asked. */
  onClose(event: { preventDefault(): void }): void;
  /** The page has listened to the request: from now on the user decides, however long it takes. */
  heard(): void;
  /** The user closes all the same. */
  confirm(): void;
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

  function confirm(): void {
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
      timer = setTimeout(confirm, patience);
      ask(waiting);
    },
    heard: () => clearTimeout(timer),
    confirm,
    letGo: () => {
      confirmed = true;
    },
  };
}
