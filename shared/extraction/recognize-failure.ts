import { readHost } from '../read-host.ts';

/** Why a supplier gives no proxies. */
const supplierFailureReasons = [
  /** This computer's address is not on the supplier's list; `ip` is the address as the supplier saw it. */
  'not_whitelisted',
  /** Asked too often; `seconds` is the wait the supplier named. */
  'too_fast',
  'plan_expired',
  /** No balance, traffic or addresses left. */
  'plan_empty',
  /** The key, order or signature in the link is wrong. */
  'wrong_key',
  /** Nothing matches the wishes in the link at this moment. */
  'none_available',
] as const;
export type SupplierFailureReason = (typeof supplierFailureReasons)[number];

export interface SupplierFailure {
  readonly reason: SupplierFailureReason;
  /** The address that the supplier echoed; null when it named none. */
  readonly ip: string | null;
  /** Seconds to wait; null when none were named. */
  readonly seconds: number | null;
}

/** Longer text is not looked at: a failure is a sentence. */
const maxLength = 2000;

/**
 * Wordings in English and Chinese, in the order in which they are tried. They come from suppliers' public error
 * lists; every quantifier is bounded so that hostile text costs no more than its length.
 */
const wordings: readonly (readonly [SupplierFailureReason, readonly RegExp[]])[] = [
  [
    'not_whitelisted',
    [
      /白\s?名\s?单|(?:未|没有|不在).{0,12}(?:授权|绑定)|绑定的?\s?ip\s?不一致|ip\s?未(?:授权|绑定|添加)/,
      /\b(?:white|allow)[\s_-]?list/,
      /\bip\b.{0,60}\b(?:not|un)\s?-?(?:been\s)?(?:authori[sz]ed|allowed|bound|permitted|registered)/,
      /\b(?:not|un)\s?-?authori[sz]ed.{0,20}\bip\b/,
    ],
  ],
  [
    'too_fast',
    [
      /频繁|频率|过快|太快|(?:稍后|稍候|秒后|分钟后)\s?(?:再|重)试|间隔(?:太|过)/,
      /\btoo (?:fast|many requests|frequent|often)|\brate[\s_-]?limit|\bfrequen(?:t|cy)|\bslow down\b/,
      /\b(?:try|retry|wait)\b.{0,20}\d{1,5}\s?(?:s|sec|seconds?|min|minutes?)\b/,
    ],
  ],
  [
    'plan_expired',
    [
      /(?:套餐|订单|账户|账号|帐号|应用|计划|服务|业务|产品|余额|会员).{0,12}(?:过期|到期)|已(?:经)?(?:过期|到期)/,
      /\b(?:plan|package|order|subscription|account|balance|service|trial|license)\b.{0,40}\bexpired?\b/,
      /\bexpired?\b.{0,20}\b(?:plan|package|order|subscription|account)\b/,
    ],
  ],
  [
    'plan_empty',
    [
      /(?:余额|余量|剩余量|流量|次数|点数|数量|积分)\s?(?:不足|不够|已?用完|已?用尽|耗尽|为\s?0)|欠费|请(?:先)?(?:充值|续费)/,
      /(?:套餐|今日|当日|当天|ip|提取).{0,12}(?:用完|用尽|耗尽|不足|上限|已满)|(?:没有|无|暂无)(?:可用|有效)?的?套餐/,
      /\b(?:insufficient|not enough|no (?:remaining|more)|out of|lack of)\s(?:the\s)?(?:balance|funds|credits?|traffic|quota|flow)/,
      /\b(?:balance|credits?|traffic|quota|plan|package|flow)\b.{0,40}\b(?:empty|used up|exhausted|insufficient|not enough|exceeded|run out|ran out|depleted|zero|is 0)\b/,
      /\b(?:daily|extraction) limit|\brecharge\b|\btop[\s-]?up\b/,
    ],
  ],
  [
    'wrong_key',
    [
      /(?:密钥|秘钥|key|token|签名|订单号?|编号|用户名?|账号|账户|帐号|密码|鉴权|验证|认证|身份|应用|权限).{0,12}(?:错误|无效|不存在|失败|不正确|有误|不合法|未通过|为空)/,
      /(?:无效|错误|非法)的?\s?(?:密钥|秘钥|app\s?key|key|token|签名|订单|用户|账号)/,
      /\b(?:invalid|wrong|bad|unknown|incorrect|missing|illegal|null)\b[\s\w'":-]{0,24}(?:key|token|sign|secret|credential|auth|order|user|account|app\s?id)/,
      /(?:key|token|sign(?:ature)?|secret|credentials?|user|account|order)\b.{0,24}\b(?:invalid|wrong|incorrect|not (?:found|exist|valid)|does not exist|disabled|mismatch|error)\b/,
      /\bauthentication failed|\bunauthori[sz]ed\b|\baccess denied\b|\bforbidden\b|\bpermission denied\b/,
    ],
  ],
  [
    'none_available',
    [
      /(?:没有|无|暂无|未找到).{0,8}(?:可用|符合|满足|足够|合适).{0,12}|(?:资源|ip池).{0,4}不足|没有剩余/,
      /\bno (?:more |available |suitable |matching |proxy |proxies |ip |ips |resources? ){1,4}|\bno (?:proxies|ips?)\b|\bnot enough ips?\b/,
    ],
  ],
];

/** Recognises a supplier's failure in a sentence; null when it is none of the known wordings. */
export function recognizeFailure(text: string): SupplierFailure | null {
  const sentence = text.slice(0, maxLength).toLowerCase();
  const found = wordings.find(([, patterns]) => patterns.some((pattern) => pattern.test(sentence)));
  if (found === undefined) return null;
  return { reason: found[0], ip: findIp(sentence), seconds: findSeconds(sentence) };
}

function findIp(sentence: string): string | null {
  for (const match of sentence.matchAll(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)/g)) {
    const host = readHost(match[0]);
    if (host.ok && host.kind === 'ipv4') return host.host;
  }
  for (const match of sentence.matchAll(/(?<![\w:.])[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])/g)) {
    const host = readHost(match[0]);
    if (host.ok && host.kind === 'ipv6') return host.host;
  }
  return null;
}

function findSeconds(sentence: string): number | null {
  const seconds = /(?<![\d.:])(\d{1,5})\s?(?:秒|s\b|secs?\b|seconds?\b)/.exec(sentence);
  if (seconds !== null) return Number(seconds[1]);
  const minutes = /(?<![\d.:])(\d{1,3})\s?(?:分钟|mins?\b|minutes?\b)/.exec(sentence);
  return minutes === null ? null : Number(minutes[1]) * 60;
}
