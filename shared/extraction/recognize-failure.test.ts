import { describe, expect, it } from 'vitest';
import { parseReply } from './parse-reply.ts';
import { recognizeFailure, type SupplierFailureReason } from './recognize-failure.ts';

const wordings: readonly (readonly [SupplierFailureReason, string, string | null, number | null])[] = [
  ['not_whitelisted', '请添加白名单198.51.100.7', '198.51.100.7', null],
  ['not_whitelisted', '请将198.51.100.7设置为白名单！', '198.51.100.7', null],
  ['not_whitelisted', '您的IP未授权', null, null],
  ['not_whitelisted', '绑定的IP不一致', null, null],
  ['not_whitelisted', 'Your IP (198.51.100.7) is not in the whitelist', '198.51.100.7', null],
  ['not_whitelisted', 'Please add 2001:db8::7 to the white list', '2001:db8::7', null],
  ['not_whitelisted', 'IP 198.51.100.7 is not authorized to use this API', '198.51.100.7', null],
  ['not_whitelisted', 'request ip not allowed', null, null],
  ['not_whitelisted', 'Client address is missing from your allowlist', null, null],
  ['too_fast', '请求过于频繁', null, null],
  ['too_fast', '请2秒后再试', null, 2],
  ['too_fast', '提取频率过快，请5秒后重试', null, 5],
  ['too_fast', '访问太快，请1分钟后再试', null, 60],
  ['too_fast', 'Too many requests', null, null],
  ['too_fast', 'Rate limit exceeded, retry after 30 seconds', null, 30],
  ['too_fast', 'Requests are too frequent, please wait 3s', null, 3],
  ['too_fast', 'Try again in 2 minutes', null, 120],
  ['plan_expired', '套餐已过期', null, null],
  ['plan_expired', '您的订单已到期，请续费', null, null],
  ['plan_expired', 'Your plan has expired', null, null],
  ['plan_expired', 'The order is expired', null, null],
  ['plan_expired', 'Expired subscription', null, null],
  ['plan_empty', '账户余额不足', null, null],
  ['plan_empty', '今日提取数量已达上限', null, null],
  ['plan_empty', '套餐已用完', null, null],
  ['plan_empty', '没有可用套餐', null, null],
  ['plan_empty', 'Insufficient balance', null, null],
  ['plan_empty', 'Your traffic has been used up', null, null],
  ['plan_empty', 'Please recharge your account', null, null],
  ['plan_empty', 'Daily limit reached', null, null],
  ['wrong_key', '密钥错误', null, null],
  ['wrong_key', '无效的appkey', null, null],
  ['wrong_key', '签名不正确', null, null],
  ['wrong_key', '订单号不存在', null, null],
  ['wrong_key', 'Invalid API key', null, null],
  ['wrong_key', 'token is invalid', null, null],
  ['wrong_key', 'The key does not exist', null, null],
  ['wrong_key', 'Unauthorized', null, null],
  ['wrong_key', 'authentication failed', null, null],
  ['none_available', '暂无可用IP', null, null],
  ['none_available', '资源不足', null, null],
  ['none_available', 'No proxies available in this region', null, null],
  ['none_available', 'no available ip', null, null],
];

describe('a supplier says why it gives no proxies', () => {
  it.each(wordings)('%s: %s', (reason, text, ip, seconds) => {
    const failure = { reason, ip, seconds };
    expect(recognizeFailure(text)).toEqual(failure);
    expect(parseReply(text)).toMatchObject({ kind: 'text', problem: 'supplier_failure', failure });
    expect(parseReply(JSON.stringify({ code: 1, data: [], msg: text }))).toMatchObject({
      kind: 'json',
      problem: 'supplier_failure',
      failure,
    });
  });

  it.each(['success', 'ok', '操作成功', 'Hello', 'data', '{"code":0}', '192.0.2.1:80', 'United States'])(
    'sees no failure in %s',
    (text) => {
      expect(recognizeFailure(text)).toBeNull();
    },
  );

  it('is not asked while there are proxies', () => {
    expect(parseReply('192.0.2.1:80\nPlease recharge your account')).toMatchObject({
      failure: null,
      problem: null,
    });
  });

  it('is heard in XML too', () => {
    expect(parseReply('<error>Invalid API key</error>')).toMatchObject({ failure: { reason: 'wrong_key' } });
  });

  it('does not take a version or a time for an address', () => {
    expect(recognizeFailure('whitelist error 1.2.3.4.5 at 10:20:30')?.ip).toBeNull();
    expect(recognizeFailure('whitelist 999.1.1.1')?.ip).toBeNull();
  });
});
