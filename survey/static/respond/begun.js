// A response begun on this device: its identifier, what stands in the fields, the time spent on it.
import {draftKey, loadDraft, ownDraft, saveDraft, wipeDraft} from "./draft.js";
import {newIdentifier} from "./send.js";
import {readFields} from "./fields.js";

export function beginning(form) {
  const key = draftKey(form.dataset.wave, form.dataset.instrument, location.hash);
  return {key, draft: null, isKept: false, shownAt: performance.now(), found: loadDraft(key)};
}

export function startDraft(begun) {
  begun.draft = begun.draft || {identifier: newIdentifier(), values: {}, step: 0, seconds: 0, asked: {}, body: null};
  ownDraft(begun.key);
}

export function keepDraft(begun, form) {
  if (!begun.draft) return;
  begun.draft.values = readFields(form);
  begun.isKept = saveDraft(begun.key, begun.draft, Date.now());
}

export function dropDraft(begun) {
  wipeDraft(begun.key);
  begun.draft = null;
}

// Only the time the page is in sight counts, by the device's monotonic clock.
export function countSeconds(begun) {
  if (begun.draft && begun.shownAt !== null) begun.draft.seconds += (performance.now() - begun.shownAt) / 1000;
  begun.shownAt = document.hidden ? null : performance.now();
}
