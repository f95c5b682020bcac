import { Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { useMessages } from '../../messages.tsx';
import {
  closeOperationDialog,
  type OperationRequest,
  useAskedOperation,
} from '../../requests/operation-request.ts';
import { ExtractionSteps } from './extraction-steps.tsx';
import { type ProxyKind, proxyKinds, toProxyDraft } from './proxy-draft.ts';
import { ProxyForm } from './proxy-form.tsx';
import { useCanary } from './use-canary.ts';
import { useExtraction } from './use-extraction.ts';
import { useSelectedProfiles } from './use-selected-profiles.ts';
import '../../ui/dialog-form.css';
import './extraction.css';

/** The one dialog for the proxy of profiles, whatever its kind. */
export function ProxyDialog() {
  const { t } = useMessages();
  const asked = useAskedOperation();
  const request = asked?.request.form === 'set_proxy' ? asked.request : null;
  // Mounted from the beginning: the dialog notes at its opening where the focus was.
  return (
    <Modal
      opened={request !== null && (asked?.isOpen ?? false)}
      onClose={closeOperationDialog}
      closeOnClickOutside={false}
      title={request && t('operation.setProxy.title', { count: request.profileIds.length })}
      size={1080}
      classNames={{ body: 'extraction__body' }}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      {request && <ProxyKinds key={asked?.opening} request={request} />}
    </Modal>
  );
}

const kindWords: Record<ProxyKind, { readonly label: MessageKey; readonly hint: MessageKey }> = {
  link: { label: 'operation.setProxy.link', hint: 'operation.setProxy.linkHint' },
  custom: { label: 'operation.setProxy.custom', hint: 'operation.setProxy.customHint' },
  traffic_package: { label: 'operation.setProxy.package', hint: 'operation.setProxy.packageHint' },
  purchased: { label: 'operation.setProxy.purchased', hint: 'operation.setProxy.purchasedHint' },
  direct: { label: 'operation.setProxy.direct', hint: 'operation.setProxy.directHint' },
};

/** The kind, then what it takes. What was typed for one kind is kept while another is looked at. */
function ProxyKinds({ request }: { readonly request: OperationRequest }) {
  const { t } = useMessages();
  const { profileIds, preset, closeOpened = false } = request;
  const [draft, setDraft] = useState(() => toProxyDraft(preset));
  const profiles = useSelectedProfiles(profileIds);
  const extraction = useExtraction(profiles[0] ?? null, preset);
  const canary = useCanary();
  const { kind } = draft;
  const common = { profileIds, onClose: closeOperationDialog };

  return (
    <div className="extraction">
      <Radio.Group
        label={t('operation.setProxy.kind')}
        value={kind}
        onChange={(value) =>
          setDraft((before) => ({ ...before, kind: proxyKinds.find((each) => each === value) ?? 'link' }))
        }
      >
        <div className="extraction__radios">
          {proxyKinds.map((each) => (
            <Radio key={each} value={each} label={t(kindWords[each].label)} disabled={canary.isRunning} />
          ))}
        </div>
        <p className="extraction__quiet">{t(kindWords[kind].hint)}</p>
      </Radio.Group>
      {kind === 'link' ? (
        <ExtractionSteps {...common} profiles={profiles} extraction={extraction} canary={canary} />
      ) : (
        <ProxyForm
          {...common}
          preset={preset}
          closeOpened={closeOpened}
          draft={{ ...draft, kind }}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
      )}
    </div>
  );
}
