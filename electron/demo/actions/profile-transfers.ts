import type { ActionRequests } from '../../../shared/local-api/wire.generated.ts';
import { type ActionContext, type Answer, answer, refuse } from '../answer.ts';
import { fitsName, takePage } from '../page.ts';
import type { ProfileRecord, TransferRecord } from '../records.ts';
import { defaultGroupId } from '../state.ts';
import { nextProfileId } from './profile-changes.ts';
import { toProxyRecord } from './proxy-settings.ts';

/** `profile-transfer-code-create`: open or unknown profiles are "inoperable", the only documented code that fits. */
export function createTransferCode(
  input: ActionRequests['profile-transfer-code-create'],
  context: ActionContext,
): Answer {
  const { state, now, random, accountPassword } = context;
  const profile = state.profiles.get(input.profile_id);
  if (input.password !== accountPassword) return refuse(1013);
  if (profile === undefined || state.openings.has(profile.id)) return refuse(1014);
  if (input.transfer_proxy === 1 && input.transfer_proxy_mode === 2) {
    const code = checkProxyTransfer(profile, context);
    if (code !== null) return refuse(code);
  }
  const id = state.transfers.nextId();
  const transfer: TransferRecord = {
    id,
    code: `${20_000_000 + id}-${random.integer(10_000_000, 99_999_999)}`,
    sender: state.account,
    receiver: '',
    transferProxy: input.transfer_proxy ?? 0,
    transferProxyMode: input.transfer_proxy_mode ?? 1,
    transferNote: input.transfer_note ?? 0,
    color: profile.color,
    name: profile.name,
    note: profile.note,
    profileId: profile.id,
    createdAt: Math.floor(now() / 1000),
    receivedAt: 0,
  };
  state.transfers.add(transfer);
  return answer({ transfer_code: transfer.code });
}

/** `profile-transfer-cancel`: without a waiting code the profile is "inoperable". */
export function cancelTransferCode(
  input: ActionRequests['profile-transfer-cancel'],
  { state }: ActionContext,
): Answer {
  const waiting = state.transfers.all().filter((each) => isWaiting(each, input.profile_id, state.account));
  if (waiting.length === 0) return refuse(1014);
  for (const transfer of waiting) state.transfers.remove(transfer.id);
  return answer([]);
}

/** `profile-transfer-code-import`: a code can be used once, and not by the account that made it. */
export function importTransferCode(
  input: ActionRequests['profile-transfer-code-import'],
  context: ActionContext,
): Answer {
  const { state, now, random } = context;
  const code = input.transfer_code;
  if (state.transfers.find((each) => each.code === code && each.sender === state.account) !== undefined) {
    return refuse(110003);
  }
  const foreign = state.foreignTransfers.get(code);
  if (foreign === undefined) return refuse(110002);
  const groupId = input.group_id ?? defaultGroupId;
  if (!state.groups.has(groupId)) return refuse(110004);
  const proxy = input.proxy_config === undefined ? null : toProxyRecord(input.proxy_config, context);
  if (proxy !== null && !proxy.ok) return refuse(1014);
  const { transfer, profile } = foreign;
  const imported: ProfileRecord = {
    ...profile,
    id: nextProfileId(context),
    groupId,
    note: transfer.transferNote === 1 ? profile.note : '',
    proxy: proxy?.proxy ?? profile.proxy,
    cachePath: random.hex(32),
  };
  state.addProfile(imported);
  state.foreignTransfers.delete(code);
  state.transfers.add({
    ...transfer,
    id: state.transfers.nextId(),
    receiver: state.account,
    receivedAt: Math.floor(now() / 1000),
  });
  return answer({ profile_id: imported.id });
}

/** `profile-transfer-record-list`: sent (1) or received (2), mail addresses half hidden. */
export function listTransferRecords(
  input: ActionRequests['profile-transfer-record-list'],
  { state, switches }: ActionContext,
): Answer {
  const wantsReceived = input.type === 2;
  const fits = (each: TransferRecord): boolean =>
    (each.sender !== state.account) === wantsReceived && fitsName(each.name, input.title, switches);
  return answer(takePage(state.transfers, input, switches, toRow, fits));
}

function toRow(transfer: TransferRecord): Record<string, unknown> {
  return {
    id: transfer.id,
    transfer_code: transfer.code,
    transfer_proxy: transfer.transferProxy,
    transfer_proxy_mode: transfer.transferProxyMode,
    transfer_note: transfer.transferNote,
    color: transfer.color,
    name: transfer.name,
    note: transfer.note,
    username: maskAddress(transfer.sender),
    reception_username: maskAddress(transfer.receiver),
    created_at: transfer.createdAt,
    receipt_time: transfer.receivedAt,
  };
}

function checkProxyTransfer(profile: ProfileRecord, { state }: ActionContext): 109002 | 109003 | null {
  const { proxy } = profile;
  if (proxy.mode === 1 || proxy.type === 'direct') return null;
  if (proxy.mode !== 3) return 109003;
  return state.proxyUse.count(proxy.id ?? 0) > 1 ? 109002 : null;
}

function isWaiting(transfer: TransferRecord, profileId: number, account: string): boolean {
  return transfer.profileId === profileId && transfer.sender === account && transfer.receivedAt === 0;
}

/** `user@example.com` becomes `us****r@example.com`. */
function maskAddress(address: string): string {
  const [name = '', host] = address.split('@');
  return host === undefined ? '' : `${name.slice(0, 2)}****${name.slice(-1)}@${host}`;
}
