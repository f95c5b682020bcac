import type { ReplyView } from '../../../shared/extraction/reply-view.ts';
import { useMessages } from '../../messages.tsx';

/** Most refused lines that are listed. */
const maxRefused = 10;

/** The first proxies that were understood, and the lines that were refused, each with its reason. */
export function ReplyProxies({ view }: { readonly view: ReplyView }) {
  const { t } = useMessages();
  const { proxies, proxyCount, refused, refusedCount } = view;
  const shown = refused.slice(0, maxRefused);
  return (
    <>
      {proxies.length > 0 && (
        <>
          <table className="extraction__table">
            {proxyCount > proxies.length && <caption>{t('extraction.reply.firstFive')}</caption>}
            <thead>
              <tr>
                <th scope="col">{t('extraction.column.host')}</th>
                <th scope="col">{t('extraction.column.port')}</th>
                <th scope="col">{t('extraction.column.user')}</th>
                <th scope="col">{t('extraction.column.password')}</th>
              </tr>
            </thead>
            <tbody>
              {proxies.map(({ host, port, user, hasPassword }, index) => (
                <tr key={index}>
                  <td>{host}</td>
                  <td>{port}</td>
                  <td>{user ?? t('extraction.none')}</td>
                  <td>{hasPassword ? '••••' : t('extraction.none')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="extraction__quiet">{t('extraction.reply.honest')}</p>
        </>
      )}
      {refusedCount > 0 && (
        <details className="extraction__refused">
          <summary>{t('extraction.refused.title', { count: refusedCount })}</summary>
          <p className="extraction__quiet">{t('extraction.refused.hint')}</p>
          <ul>
            {shown.map(({ line, part, reason, shape }) => (
              <li key={`${line}.${part}`}>
                {t('extraction.refused.line', { line })}: <code>{shape}</code> —{' '}
                {t(`extraction.refusal.${reason}`)}
              </li>
            ))}
          </ul>
          {refusedCount > shown.length && (
            <p className="extraction__quiet">
              {t('extraction.refused.more', { count: refusedCount - shown.length })}
            </p>
          )}
        </details>
      )}
    </>
  );
}
