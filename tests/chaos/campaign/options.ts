/** What `npm run chaos` is asked for. */
export interface CampaignOptions {
  readonly seed: number;
  readonly deliveries: number;
  readonly kills: number;
  /** Engine processes at once; more than one needs PostgreSQL. */
  readonly workers: number;
  /** `postgres://…`; null = SQLite. */
  readonly databaseUrl: string | null;
  /** For how many seconds of the campaign's time a process is stopped, again and again; 0 = never. */
  readonly stopFor: number;
  /** Directory for everything of this campaign; kept when something was found. */
  readonly directory: string;
}
