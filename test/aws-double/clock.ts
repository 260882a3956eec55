/** The time by which the stand-in judges signatures, codes, sessions and login URLs. */
export interface Clock {
  now(): Date;
  /** Moves the clock by milliseconds; a negative number moves it back, also behind the machine's own. */
  advance(milliseconds: number): void;
}

/** A clock that runs with real time and can be moved away from it. */
export function movableClock(): Clock {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    advance: (milliseconds) => {
      offset += milliseconds;
    },
  };
}

/** The moment a number of seconds after another. */
export function secondsAfter(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000);
}
