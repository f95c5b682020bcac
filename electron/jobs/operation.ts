import type { ItemReason, Operation } from '../../shared/job.ts';
import type { OpenProfile, OpenProfiles, ProfileId } from '../../shared/profile.ts';
import type { Result } from '../../shared/result.ts';
import type { ApiOutcome, LocalApiClient } from '../local-api/outcome.ts';
import type { KnownProfile } from '../local-api/profile-row.ts';

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
}

/** A profile as the Local API lists it at this moment. */
export interface FreshProfile {
  readonly identity: string | null;
  readonly lastOpenSeconds: number | null;
}

/** The profile directory, as far as planning needs it. */
export interface ProfileLookup {
  /** From the newest complete reading of the list; null when the profile is not in it. */
  getKnown(id: ProfileId): KnownProfile | null;
  /** Epoch milliseconds of that reading; null before the first one. */
  getCompletedAt(): number | null;
}

/** The ways to look at the present state. They change nothing and may be repeated at will. */
export interface StateReads {
  readonly client: LocalApiClient;
  /** Union of both opened lists. */
  readOpen(): Promise<Result<OpenProfiles>>;
  /** Null when the list does not hold the profile any more. */
  readProfile(id: ProfileId): Promise<Result<FreshProfile | null>>;
}

/** What a reply says about the profiles that were asked for. */
export type ReplyReading =
  | { readonly kind: 'read'; readonly confirmed: ReadonlySet<ProfileId> }
  /** It names profiles that nobody asked for, so nothing in it can be believed. */
  | { readonly kind: 'distrusted' };

/** What is to be done about a profile whose request may or may not have acted. */
export type Settlement =
  | { readonly kind: 'done' }
  | { readonly kind: 'send_again' }
  | { readonly kind: 'skip'; readonly reason: Extract<ItemReason, 'not_found' | 'other_profile'> }
  /** Reading cannot tell: it stays uncertain until the user decides. */
  | { readonly kind: 'ask' };

/**
 * One bulk operation, complete: the engine knows nothing else of it. A new one is a file that returns such an
 * object and a line in `operations/registry.ts`.
 */
export interface OperationDefinition {
  readonly semantics: Semantics;
  /** Most profiles in one request; the engine halves it when requests time out. 1 for guarded and once. */
  readonly batchSize: number;
  /** From `typedConfirmationFrom` profiles on the user must type their number. */
  readonly needsTypedCount: boolean;
  /** Values to remember with the plan of the n-th item (from 0) of this operation. */
  readonly plan?: (known: KnownProfile, n: number) => Partial<Pick<PlannedProfile, 'preimage' | 'marker'>>;
  /** Whether the profile may be acted on in its present open state (null: not open). */
  readonly checkOpenState: (open: OpenProfile | null) => 'ready' | 'must_be_closed';
  /** Sends one request for `items`, which are at most `batchSize`. */
  readonly send: (
    client: LocalApiClient,
    items: readonly PlannedProfile[],
    signal: AbortSignal,
  ) => Promise<ApiOutcome<unknown>>;
  /** Reads the `data` of a successful reply to a request for the profiles `asked`. */
  readonly readReply: (data: unknown, asked: readonly ProfileId[]) => ReplyReading;
  /** Decides by reading about one profile whose request has an unknown outcome. */
  readonly settle: (item: PlannedProfile, reads: StateReads) => Promise<Result<Settlement>>;
}

/** Makes the definition for an operation and its options. */
export type DefineOperation = (operation: Operation) => OperationDefinition;

/** Milliseconds after which the client gives a write for `count` profiles up; the same figure as the client's. */
export function writeDeadlineMs(count: number): number {
  return 30_000 + 2_000 * count;
}
