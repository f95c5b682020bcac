import type { ReactNode } from 'react';

/** One fact of a list of facts. */
export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="details-fact">
      <dt className="details-fact__label">{label}</dt>
      <dd className="details-fact__value">{children}</dd>
    </div>
  );
}
