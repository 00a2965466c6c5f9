// Signs the statement on standard input with a key of its own and verifies the bundle, as it is and with another byte in the statement.
// Writes what came of it as JSON.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { bundleFromJSON, bundleToJSON } from '@sigstore/bundle';
import { DSSEBundleBuilder } from '@sigstore/sign';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const signer = {
  sign: async data => ({
    signature: sign('sha256', data, privateKey),
    key: { $case: 'publicKey', publicKey: publicKey.export({ type: 'spki', format: 'pem' }), hint: 'test' },
  }),
};
const nobody = { mediaType: '', tlogs: [], certificateAuthorities: [], ctlogs: [], timestampAuthorities: [] };
const verifier = new Verifier(
  toTrustMaterial(nobody, () => ({ publicKey, validFor: () => true })),
  { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 });

function problemOf(bundle) {
  try {
    verifier.verify(toSignedEntity(bundleFromJSON(bundle)));
    return null;
  } catch (error) {
    return error.message;
  }
}

const statement = readFileSync(0);
const bundle = bundleToJSON(
  await new DSSEBundleBuilder({ signer, witnesses: [] }).create({ data: statement, type: 'application/vnd.in-toto+json' }));
const signed = Buffer.from(bundle.dsseEnvelope.payload, 'base64');
const changed = structuredClone(bundle);
signed[signed.length >> 1] ^= 1;
changed.dsseEnvelope.payload = signed.toString('base64');

console.log(JSON.stringify({
  mediaType: bundle.mediaType,
  payloadType: bundle.dsseEnvelope.payloadType,
  sha256: createHash('sha256').update(Buffer.from(bundle.dsseEnvelope.payload, 'base64')).digest('hex'),
  problem: problemOf(bundle),
  problemOfChanged: problemOf(changed),
}));
