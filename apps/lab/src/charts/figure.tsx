import { bytesQuantity, durationQuantity, type Quantity } from './quantity.ts';

/** A figure with its unit, small and grey, behind it. */
export function Figure({ figure, unit }: Quantity) {
  return (
    <span className="quantity">
      {figure} <span className="unit">{unit}</span>
    </span>
  );
}

export function Duration({ ms }: { readonly ms: number }) {
  return <Figure {...durationQuantity(ms)} />;
}

export function Bytes({ bytes }: { readonly bytes: number }) {
  return <Figure {...bytesQuantity(bytes)} />;
}
