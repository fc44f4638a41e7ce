/** Half-open [from, to) in epoch ms, and the days it is made of, `2026-11-01`; `last` belongs to it. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly first: string;
  readonly last: string;
}

/** What somebody carries in a period. Milliseconds on duty, and how many nights or days they touched. */
export interface PersonLoad {
  /** Slack id. */
  readonly user: string;
  readonly name: string;
  readonly total: number;
  /** Between 22:00 and 05:00, on any day: late night as the Labor Standards Act (art. 37) has it. */
  readonly night: number;
  readonly nights: number;
  /** Saturdays and Sundays that are no holidays. */
  readonly weekend: number;
  readonly weekendDays: number;
  readonly holiday: number;
  readonly holidays: number;
  /** The late nights of weekdays: `total` is this + `weekend` + `holiday` + daytime of weekdays. */
  readonly weekdayNight: number;
  /** Calls for help in which they were called, and those of them that came late at night. */
  readonly calls: number;
  readonly nightCalls: number;
}

/** A stretch of a period about which a rota is known: from the kept copy, or from what was kept of an older reading. */
export interface KnownStretch {
  readonly from: number;
  readonly to: number;
  readonly rota: import('../rota/index.ts').Rota;
}

/** A call for help as far as the load needs it. */
export interface CallTaken {
  readonly user: string;
  readonly name: string;
  /** When they were first called for it, epoch ms. */
  readonly at: number;
}

export interface Load {
  /** The most hours first. */
  readonly people: readonly PersonLoad[];
  /** Sum of all hours on duty: the time that somebody covers, in ms. */
  readonly covered: number;
  /** Time of the period in which the sheet has nobody, on purpose or not, in ms. */
  readonly open: number;
  /** Time of the period of which no sheet is known, in ms. */
  readonly unknown: number;
}
