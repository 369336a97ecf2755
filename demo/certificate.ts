import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** PEM texts, and the base64 SHA-256 of the public key that Chromium's --ignore-certificate-errors-spki-list wants. */
export type Certificate = { key: string; cert: string; spki: string };

/** A new certificate for the names under which browsers reach the demo. */
export async function makeCertificate(): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'gitlab.com' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'gitlab.com' },
          { type: 2, value: 'gitlab.example.test' },
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const publicKey = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return { key, cert, spki: createHash('sha256').update(publicKey).digest('base64') };
}
