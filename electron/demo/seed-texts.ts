/** Names of seeded profiles; a number follows each, so that names do not repeat. */
export const seedNames: readonly [string, ...string[]] = [
  'Shop EU',
  'Shop US',
  'Amazon DE – Müller & Söhne',
  'eBay outlet',
  'Etsy handmade',
  'Support desk',
  'Ads account',
  "O'Neill store",
  '上海店铺',
  '深圳跨境电商主账号',
  '广告投放测试',
  'Cửa hàng Hà Nội',
  'Tài khoản quảng cáo Sài Gòn',
  'Bán hàng Đà Nẵng',
  'Магазин Москва',
  'Рекламный кабинет',
  'Поддержка клиентов',
  '🛒 Flash sale',
  '🔥 Black Friday 🎁',
  '👩‍💻 Team account',
  'A very long profile name that somebody typed without thinking of the width of any column',
];

const longNote =
  'Log in only from the German proxy. Ask Anna before changing the password. The second factor is on the office phone. ' +
  'Invoices go to the accounting address. Do not clear cookies in sale weeks. ';

/** Notes of seeded profiles, some of the 200 characters that the API allows. */
export const seedNotes: readonly [string, ...string[]] = [
  'main account',
  'waiting for verification',
  '主账号，请勿删除',
  'Không xoá cookie',
  'Не трогать до понедельника',
  'renew in March 📅',
  'phone: ask the office',
  longNote.padEnd(200, 'x').slice(0, 200),
  '备注'.repeat(100),
];
