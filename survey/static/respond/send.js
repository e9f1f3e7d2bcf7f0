// Talks to the server: asks how the survey stands, hands the answers in.

const ANSWER_TIME = 30000;

// A random UUID (version 4); other versions carry a time.
export function newIdentifier() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => `0${byte.toString(16)}`.slice(-2)).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// A byte that decides the order of shuffled questions.
export function newSeed() {
  return crypto.getRandomValues(new Uint8Array(1))[0];
}

// Null where there is no connection.
export async function askStatus(wave) {
  const reply = await asked(`/s/${wave}/status`, {});
  return reply && reply.ok ? reply.json() : null;
}

// {kind: "received" | "offline" | "busy" | "refused", code, sentence, errors}
export async function handIn(wave, identifier, body) {
  const address = `/api/v1/waves/${wave}/responses/${identifier}`;
  const reply = await asked(address, {method: "PUT", body, headers: {"Content-Type": "application/json"}});
  if (!reply) return {kind: "offline"};
  if (reply.status === 200 || reply.status === 201) return {kind: "received"};
  if (reply.status === 429 || reply.status >= 500) return {kind: "busy"};
  const problem = await reply.json().catch(() => ({}));
  return {kind: "refused", code: problem.code || "", sentence: problem.sentence || {}, errors: problem.errors || []};
}

async function asked(address, options) {
  const stopper = new AbortController();
  const timer = setTimeout(() => stopper.abort(), ANSWER_TIME);
  try {
    return await fetch(address, Object.assign({credentials: "same-origin", signal: stopper.signal}, options));
  } catch (error) {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
