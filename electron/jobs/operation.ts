import type { ItemReason, PauseReason, UndoObstacle } from '../../shared/job.ts';
import type { Operation } from '../../shared/operation.ts';
import type { OpenProfile, OpenProfiles, ProfileId, ProfileProxy } from '../../shared/profile.ts';
import type { ProxyTarget } from '../../shared/proxy-target.ts';
import type { Result } from '../../shared/result.ts';
import type { ApiOutcome, ListReader, LocalApiClient } from '../local-api/outcome.ts';
import type { KnownProfile } from '../local-api/profile-row.ts';
import type { SecretStore } from '../secret-store.ts';

/**
 * What doing it twice means. `idempotent`: nothing. `guarded`: harm, if somebody used the profile in between.
 * `once`: a second effect, such as a second profile; never repeated without proof that the first failed.
 */
export type Semantics = 'idempotent' | 'guarded' | 'once';

/** What an operation knows of a profile that it acts on: the values planned before the first request. */
export interface PlannedProfile {
  readonly seq: number;
  readonly profileId: ProfileId;
  /** `cache_path` when planned; it tells a profile from another one that got its number. */
  readonly identity: string | null;
  /** `last_open_time` when planned, in epoch seconds; null when never opened. */
  readonly lastOpenSeconds: number | null;
  /** State before, as the operation's own JSON, for undo. */
  readonly preimage: string | null;
  /** Unique name planned for an action that must happen once. */
  readonly marker: string | null;
  /** What this item alone is to become, as the operation's own JSON; null where the operation says it for all. */
  readonly target: string | null;
}

/** What an operation adds to the plan of one item. An item may be planned as skipped. */
export type PlannedValues = Partial<
  Pick<PlannedProfile, 'preimage' | 'marker' | 'target'> & { readonly skip: 'already' }
>;

/** What planning knows besides the profile. */
interface Planning {
  /** Whether a profile, or an item planned before, has the name. */
  isNameTaken(name: string): boolean;
  /** Today as `YYYY-MM-DD`, by the computer's own time zone. */
  readonly date: string;
}

/** A profile as the Local API lists it at this moment. */
export interface FreshProfile {
  readonly identity: string | null;
  readonly lastOpenSeconds: number | null;
  readonly groupId: number;
  readonly proxy: ProfileProxy;
}

/** The profile directory, as far as planning needs it. */
export interface ProfileLookup {
  /** From the newest complete reading of the list; null when the profile is not in it. */
  getKnown(id: ProfileId): KnownProfile | null;
  /** All profiles of that reading. */
  listKnown(): Iterable<KnownProfile>;
  /** Epoch milliseconds of that reading; null before the first one. */
  getCompletedAt(): number | null;
  /** Reads the whole list again. Fails like any reading of it. */
  readAgain(): Promise<Result<null>>;
}

/** The ways to look at the present state. They change nothing and may be repeated at will. */
export interface StateReads {
  readonly client: LocalApiClient & ListReader;
  /** Union of both opened lists. */
  readOpen(): Promise<Result<OpenProfiles>>;
  /** Null when the list does not hold the profile any more. */
  readProfile(id: ProfileId): Promise<Result<FreshProfile | null>>;
  /** The profiles that have exactly this name. */
  findByName(name: string): Promise<Result<readonly ProfileId[]>>;
}

/** What a reply says about the profiles that were asked for. */
export type ReplyReading =
  | {
      readonly kind: 'read';
      readonly confirmed: ReadonlySet<ProfileId>;
      /** The profile that came into being, where the operation makes one; requests are for one item then. */
      readonly resultId?: ProfileId;
    }
  /** It reports success without naming anybody: each profile must be looked at. */
  | { readonly kind: 'look' }
  /** It names profiles that nobody asked for, so nothing in it can be believed. */
  | { readonly kind: 'distrusted' };

/** What is to be done about a profile whose request may or may not have acted. */
export type Settlement =
  | { readonly kind: 'done'; readonly resultId?: ProfileId }
  | { readonly kind: 'send_again' }
  | { readonly kind: 'skip'; readonly reason: SkipReason }
  /** What is looked for may show up later. */
  | { readonly kind: 'look_again'; readonly afterMs: number }
  /** Reading cannot tell: it stays uncertain until the user decides. Without `reason` the present one stays. */
  | { readonly kind: 'ask'; readonly reason?: Extract<ItemReason, 'several_found' | 'changed_since'> };

type SkipReason = Extract<
  ItemReason,
  'not_found' | 'other_profile' | 'already' | 'changed_since' | 'name_taken' | 'not_sent' | 'open_elsewhere'
>;

/** What a look at a profile directly before its request says. */
export type Inspection =
  | { readonly kind: 'send' }
  | { readonly kind: 'done'; readonly resultId?: ProfileId }
  | { readonly kind: 'ask'; readonly reason: Extract<ItemReason, 'several_found'> }
  | { readonly kind: 'skip'; readonly reason: SkipReason };

/** How to undo an operation: another one, whose items have targets of their own. */
export interface Undo {
  readonly operation: Operation;
  /** From an item that was done and the profile as it is now. */
  readonly planItem: (
    item: PlannedProfile,
    known: KnownProfile,
  ) => { readonly target: string | null } | { readonly obstacle: UndoObstacle };
}

/**
 * One bulk operation, complete: the engine knows nothing else of it. A new one is a file that returns such an
 * object and a line in `operations/registry.ts`.
 */
export interface OperationDefinition {
  readonly semantics: Semantics;
  /** Most profiles in one request; the engine halves it when requests time out. 1 for guarded and once. */
  readonly batchSize: number;
  /** Items go into one request only when this is equal. */
  readonly batchKey?: (item: PlannedProfile) => string;
  /** From `typedCountFrom` profiles on the user must type their number. */
  readonly needsTypedCount: boolean;
  /** `typedConfirmationFrom` without it. */
  readonly typedCountFrom?: number;
  /** A profile that is gone after a request with an unknown outcome counts as done, and not as missing. */
  readonly isGoneDone?: boolean;
  /** The items to plan for a profile, with what to remember of each; one without any values by default. */
  readonly plan?: (known: KnownProfile, planning: Planning) => readonly PlannedValues[];
  /**
   * Runs before a check and before a plan of the same definition: looks whether the target exists and reads what
   * planning needs. Fails with `not_found` (`detail` names the field), or as the reading does.
   */
  readonly prepare?: (reads: StateReads) => Promise<Result<null>>;
  /** Why nothing can be sent at the moment. Asked whenever a job starts or goes on. */
  readonly findBlock?: () => Extract<PauseReason, 'secret_missing'> | null;
  /**
   * Whether the profile may be acted on in its present open state (null: not open). Null instead of a function
   * where that does not matter, which saves reading the opened lists.
   */
  readonly checkOpenState: ((open: OpenProfile | null) => OpenCheck) | null;
  /** A look at one profile directly before its request; only for operations that are not idempotent. */
  readonly inspect?: (
    item: PlannedProfile & { readonly attempts: number },
    fresh: FreshProfile,
    reads: StateReads,
  ) => Promise<Result<Inspection>>;
  /** Sends one request for `items`, which are at most `batchSize`. */
  readonly send: (
    client: LocalApiClient,
    items: readonly PlannedProfile[],
    signal: AbortSignal,
  ) => Promise<ApiOutcome<unknown>>;
  /** Reads the `data` of a successful reply to a request for the profiles `asked`. */
  readonly readReply: (data: unknown, asked: readonly ProfileId[]) => ReplyReading;
  /** Codes of the Local API that do not say enough: what they mean for a profile is settled by reading. */
  readonly unclearCodes?: ReadonlySet<number>;
  /**
   * Decides by reading about one profile whose request has an unknown outcome. `looks` says how often it was
   * looked for in vain in this run.
   */
  readonly settle: (item: PlannedProfile, reads: StateReads, looks: number) => Promise<Result<Settlement>>;
  readonly undo?: Undo;
}

/** What an open state means for an operation. */
type OpenCheck =
  | 'ready'
  | 'must_be_closed'
  /** There is nothing to do. */
  | 'already'
  /** Open where the API cannot reach it. */
  | 'out_of_reach';

/** Waits, in milliseconds. */
export interface JobTiming {
  /** After which the client gives a write for `count` profiles up; the same figure as the client's. */
  readonly writeDeadlineMs: (count: number) => number;
  /** For which a request that was given up may still be on its way through the other program. */
  readonly settleGraceMs: number;
  /** Between two looks for something that may show up late. */
  readonly secondLookMs: number;
}

/** The waits that the product promises. */
export const publishedTiming: JobTiming = {
  writeDeadlineMs: (count) => 30_000 + 2_000 * count,
  settleGraceMs: 5_000,
  secondLookMs: 10_000,
};

/** By number of the profile; valid only for the same `cache_path`. */
export type OwnProxies = ReadonlyMap<ProfileId, { readonly identity: string; readonly proxy: ProxyTarget }>;

/** What definitions may use. */
export interface OperationTools {
  readonly secrets: SecretStore;
  readonly timing: JobTiming;
  /** The newest proxy that jobs of this app gave to each profile, as far as the journal reaches. */
  readonly readOwnProxies: () => OwnProxies;
}

/** Makes the definition for an operation and its options. */
export type DefineOperation = (operation: Operation, tools: OperationTools) => OperationDefinition;
