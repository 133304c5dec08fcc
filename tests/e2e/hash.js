import { createHash } from 'node:crypto';

/** A content's hash, as `integrity` names it. */
export const hash = (kind, content) => `${kind}-${createHash(kind).update(content).digest('base64')}`;

/** A script's or a style's name in a policy. */
export const policySource = (code) => `'${hash('sha256', code)}'`;
