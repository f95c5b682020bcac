import { randomUUID } from 'node:crypto';
import { rowSchema } from '../../shared/local-api/schemas.ts';
import { type ProfileId, profileId as profileIdSchema } from '../../shared/profile.ts';
import {
  type TransferCreateInput,
  type TransferDirection,
  type TransferImportInput,
  type TransferImportResult,
  type TransferListInput,
  type TransferPage,
  type TransferRecord,
  type TransferRef,
  transferPageSize,
  transferRef,
} from '../../shared/profile-details.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { systemClock } from '../clock.ts';
import { toAppError } from '../local-api/errors.ts';
import type { LocalApiClient } from '../local-api/outcome.ts';
import type { DetailsClient } from '../local-api/profile-details.ts';
import { readPatiently } from '../local-api/read-patiently.ts';
import { readIdentified } from '../local-api/update-profile.ts';

/** Transfer codes. They stay in the main process: the window gets a reference and, on a click, one code. */
export interface Transfers {
  /**
   * Makes a code, once. After a lost reply the records are read: a new one of that name is the code. Fails with
   * `not_found` when the profile is another one by now, and like a write.
   */
  create(input: TransferCreateInput): Promise<Result<{ readonly ref: TransferRef }>>;
  /** Takes the code of a profile back. Fails like a write. */
  cancel(id: ProfileId): Promise<Result<Record<string, never>>>;
  /** Uses a code of somebody else, once. After a lost reply the records are read. Fails like a write. */
  importCode(input: TransferImportInput): Promise<Result<TransferImportResult>>;
  /** Fails like a read. */
  list(input: TransferListInput): Promise<Result<TransferPage>>;
  /** `not_found` when the reference is of an earlier run of the app. */
  findCode(ref: TransferRef): Result<string>;
}

const types: Readonly<Record<TransferDirection, 1 | 2>> = { sent: 1, received: 2 };
/** Records that are compared after a lost reply. */
const comparedRecords = 100;

/** Makes the service; it knows no code. */
export function createTransfers(client: LocalApiClient & DetailsClient): Transfers {
  const refs = new Map<string, TransferRef>();
  const codes = new Map<TransferRef, string>();

  function keep(code: string): TransferRef {
    const known = refs.get(code);
    if (known !== undefined) return known;
    const ref = transferRef.parse(randomUUID());
    refs.set(code, ref);
    codes.set(ref, code);
    return ref;
  }

  async function readPage(direction: TransferDirection, title: string, page: number, limit: number) {
    const body = { type: types[direction], ...(title === '' ? {} : { title }), page, limit };
    // The address of the sender, which ixBrowser has half hidden already, is in a field named like a login.
    const outcome = await readPatiently(
      () => client.readPageWithSecrets('profile-transfer-record-list', body),
      systemClock,
    );
    if (outcome.kind !== 'ok') return { ok: false, error: toAppError(outcome, 'read') } as const;
    const schema = rowSchema('profile-transfer-record-list');
    const data = outcome.data.rows.flatMap((row) => {
      const record = schema.safeParse(row);
      return record.success ? [record.data] : [];
    });
    return succeed({ total: outcome.data.total, data });
  }

  /** Codes of the newest records, for telling a new one from those before. */
  async function readCodes(
    direction: TransferDirection,
    title: string,
  ): Promise<Result<ReadonlySet<string>>> {
    const page = await readPage(direction, title, 1, comparedRecords);
    return page.ok ? succeed(new Set(page.value.data.map(({ transfer_code }) => transfer_code ?? ''))) : page;
  }

  return {
    async create({ profileId, identity, proxy, withNote, password }) {
      const profile = await readIdentified(client, profileId, identity);
      if (!profile.ok) return profile;
      const before = await readCodes('sent', profile.value.row.name);
      if (!before.ok) return before;
      const outcome = await client.call('profile-transfer-code-create', {
        profile_id: profileId,
        transfer_proxy: proxy === null ? 0 : 1,
        ...(proxy === null ? {} : { transfer_proxy_mode: proxy === 'given' ? 2 : 1 }),
        transfer_note: withNote ? 1 : 0,
        password,
      });
      if (outcome.kind === 'ok') {
        const code = outcome.data.transfer_code;
        return code ? succeed({ ref: keep(code) }) : fail('outcome_unknown', 'The reply holds no code.');
      }
      const failed = { ok: false, error: toAppError(outcome, 'write') } as const;
      if (outcome.kind !== 'unknown') return failed;
      const after = await readCodes('sent', profile.value.row.name);
      if (!after.ok) return failed;
      const [code, ...others] = [...after.value].filter((found) => found !== '' && !before.value.has(found));
      return code !== undefined && others.length === 0 ? succeed({ ref: keep(code) }) : failed;
    },

    async cancel(id) {
      const outcome = await client.call('profile-transfer-cancel', { profile_id: id });
      return outcome.kind === 'ok' ? succeed({}) : { ok: false, error: toAppError(outcome, 'write') };
    },

    async importCode({ code, groupId }) {
      const outcome = await client.call('profile-transfer-code-import', {
        transfer_code: code,
        ...(groupId === null ? {} : { group_id: groupId }),
      });
      if (outcome.kind === 'ok') {
        const id = profileIdSchema.safeParse(outcome.data.profile_id);
        return succeed({ profileId: id.success ? id.data : null });
      }
      const failed = { ok: false, error: toAppError(outcome, 'write') } as const;
      if (outcome.kind !== 'unknown') return failed;
      const received = await readCodes('received', '');
      return received.ok && received.value.has(code) ? succeed({ profileId: null }) : failed;
    },

    async list({ direction, title, page }) {
      const read = await readPage(direction, title, page, transferPageSize);
      if (!read.ok) return read;
      return succeed({
        total: read.value.total,
        records: read.value.data.map(
          (row): TransferRecord => ({
            id: row.id,
            ref: keep(row.transfer_code ?? ''),
            name: row.name ?? '',
            note: row.note ?? '',
            sender: row.username ?? '',
            receiver: row.reception_username ?? '',
            proxy: row.transfer_proxy === 1 ? (row.transfer_proxy_mode === 2 ? 'given' : 'shared') : null,
            withNote: row.transfer_note === 1,
            createdAt: toTime(row.created_at),
            receivedAt: toTime(row.receipt_time),
          }),
        ),
      });
    },

    findCode(ref) {
      const code = codes.get(ref);
      return code === undefined
        ? fail('not_found', 'This code is not in memory any more.', { detail: 'ref' })
        : succeed(code);
    },
  };
}

/** Epoch seconds to milliseconds; 0 and nothing mean that it has not happened. */
function toTime(seconds: number | null | undefined): number | null {
  return seconds ? seconds * 1_000 : null;
}
