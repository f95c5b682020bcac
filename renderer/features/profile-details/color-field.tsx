import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { enumValues } from '../../../shared/local-api/enum-catalogue.ts';
import { useMessages } from '../../messages.tsx';

const recommended = enumValues('profile_color').map(({ value }) => String(value));

export interface ColorFieldProps {
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (color: string) => void;
}

/** The colours that the vendor recommends, and any other one by its number. */
export function ColorField({ value, error, onChange }: ColorFieldProps) {
  const { t } = useMessages();
  const name = useId();
  return (
    <fieldset className="color-field">
      <legend className="color-field__label">{t('details.color')}</legend>
      <div className="color-field__swatches">
        {recommended.map((color) => (
          <label key={color} className="color-field__swatch" title={color}>
            <input
              type="radio"
              className="color-field__radio"
              name={name}
              value={color}
              aria-label={color}
              checked={value.toLowerCase() === color.toLowerCase()}
              onChange={() => onChange(color)}
            />
            <span className="color-field__dot" style={{ backgroundColor: color }} aria-hidden="true" />
          </label>
        ))}
      </div>
      <TextInput
        aria-label={t('details.colorNumber')}
        description={t('details.colorHint')}
        error={error}
        value={value}
        maxLength={7}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value.trim())}
      />
    </fieldset>
  );
}
