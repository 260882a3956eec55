/** What STS's refusals of a hop taught. */
export interface AllowedWay {
  /** Where STS is not active for the account that asks, and where it was asked instead. */
  readonly region: { readonly refused: string; readonly used: string } | undefined;
  /** The longest session that STS gives. */
  readonly durationSeconds: number | undefined;
}

/** Port: what STS's refusals taught, by session key: one that costs a code shall cost it once. */
export interface AllowedWays {
  /** Nothing where nothing was learned, or so long ago that it may have changed. */
  read(key: string): Promise<AllowedWay | undefined>;
  write(key: string, way: AllowedWay): Promise<void>;
  remove(key: string): Promise<void>;
}
