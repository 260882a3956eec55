/** How STS allowed a hop to be asked for, where that was not as its plan has it. */
export interface AllowedWay {
  readonly region: string;
  readonly durationSeconds: number;
}

/** Port: what STS's refusals taught, by session key: one that costs a code shall cost it once. */
export interface AllowedWays {
  /** Nothing where nothing was learned, or so long ago that it may have changed. */
  read(key: string): Promise<AllowedWay | undefined>;
  write(key: string, way: AllowedWay): Promise<void>;
}
