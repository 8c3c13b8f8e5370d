import { neverReadPercent, type RunExchange } from '@rungs/measure';
import { Bytes } from '../../charts/figure.tsx';

/** Where the bytes of an exchange are, and what of the body would have done. */
export function ExchangeBytesTable({ exchange: { bytes } }: { readonly exchange: RunExchange }) {
  const waste = neverReadPercent(bytes.compressed, bytes.compressedPruned);
  return (
    <div className="exchange-bytes panel-scroll">
      <table className="figures">
        <caption className="note">Bytes on the wire</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">Head</th>
            <th scope="col">Body</th>
            <th scope="col">Meter’s own</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Request</th>
            <BytesCell bytes={bytes.requestHead} />
            <BytesCell bytes={bytes.requestBody} />
            <BytesCell bytes={bytes.meterRequestHead} />
          </tr>
          <tr>
            <th scope="row">Response</th>
            <BytesCell bytes={bytes.responseHead} />
            <BytesCell bytes={bytes.responseBodyWire} />
            <BytesCell bytes={bytes.meterResponseHead} />
          </tr>
        </tbody>
      </table>
      <p className="note">
        The meter’s own header fields are not counted as anybody’s. Response body:{' '}
        <Bytes bytes={bytes.responseBodyDecoded} /> decoded, <Bytes bytes={bytes.compressed} /> by our own gzip,{' '}
        <Bytes bytes={bytes.compressedPruned} /> of that without what nobody read:{' '}
        <span className="quantity">{Math.round(waste)} %</span> was for nothing.
      </p>
    </div>
  );
}

function BytesCell({ bytes }: { readonly bytes: number }) {
  return (
    <td>
      <Bytes bytes={bytes} />
    </td>
  );
}
