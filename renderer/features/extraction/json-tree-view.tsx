import { Radio } from '@mantine/core';
import { useState } from 'react';
import { type JsonMapping, mappingParts } from '../../../shared/extraction/json-mapping.ts';
import type { JsonRow, JsonTree } from '../../../shared/extraction/json-tree.ts';
import { useMessages } from '../../messages.tsx';

type Part = keyof JsonMapping;

/** A JSON reply as a tree in which a click on a value maps it to one of the four parts. */
export function JsonTreeView({
  tree,
  mapping,
  onMap,
}: {
  readonly tree: JsonTree;
  readonly mapping: JsonMapping;
  readonly onMap: (part: Part, key: string) => void;
}) {
  const { t } = useMessages();
  const [next, setNext] = useState<Part>(() => mappingParts.find((part) => mapping[part] === '') ?? 'ip');
  const map = (key: string) => {
    onMap(next, key);
    setNext(mappingParts[(mappingParts.indexOf(next) + 1) % mappingParts.length] ?? 'ip');
  };
  return (
    <div className="extraction__tree-box">
      <Radio.Group
        label={t('extraction.tree.hint')}
        value={next}
        onChange={(value) => setNext(mappingParts.find((part) => part === value) ?? 'ip')}
      >
        <div className="extraction__radios">
          {mappingParts.map((part) => (
            <Radio key={part} value={part} label={t(`extraction.mapping.${part}`)} />
          ))}
        </div>
      </Radio.Group>
      <ul className="extraction__tree" aria-label={t('extraction.tree.label')}>
        {tree.rows.map((row) => (
          <TreeRow key={row.id} row={row} mapping={mapping} next={next} onMap={map} />
        ))}
      </ul>
      {tree.isCut && <p className="extraction__quiet">{t('extraction.tree.cut')}</p>}
    </div>
  );
}

function TreeRow({
  row,
  mapping,
  next,
  onMap,
}: {
  readonly row: JsonRow;
  readonly mapping: JsonMapping;
  readonly next: Part;
  readonly onMap: (key: string) => void;
}) {
  const { t } = useMessages();
  const { label, shown, size, mappingKey } = row;
  const part = mappingKey === null ? undefined : mappingParts.find((each) => mapping[each] === mappingKey);
  const content = (
    <>
      {label !== '' && <span className="extraction__key">{label}</span>}{' '}
      {size === null ? shown : `${label === '' ? '' : '· '}${t('extraction.tree.items', { count: size })}`}
      {part && (
        <span className="extraction__is">
          {' '}
          {t('extraction.tree.is', { part: t(`extraction.mapping.${part}`) })}
        </span>
      )}
    </>
  );
  return (
    <li data-depth={Math.min(row.depth, 12)}>
      {mappingKey === null ? (
        content
      ) : (
        <button
          type="button"
          data-mapped={part !== undefined || undefined}
          title={t('extraction.tree.value', { key: mappingKey, part: t(`extraction.mapping.${next}`) })}
          onClick={() => onMap(mappingKey)}
        >
          {content}
        </button>
      )}
    </li>
  );
}
