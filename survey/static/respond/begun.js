// A response begun on this device: its identifier, what stands in the fields, the time spent on it.
import {draftKey, loadDraft, ownDraft, saveDraft, wipeDraft} from "./draft.js";
import {newIdentifier, newSeed} from "./send.js";
import {readFields} from "./fields.js";

// A draft of a version that an erratum took the place of goes on under its own key.
export function beginning(form) {
  const {wave, instrument, corrects} = form.dataset;
  const keys = [instrument].concat((corrects || "").split(" ")).map((mark) => draftKey(wave, mark, location.hash));
  const key = keys.find((one) => loadDraft(one)) || keys[0];
  return {key, draft: null, isKept: false, shownAt: performance.now(), found: loadDraft(key)};
}

export function startDraft(begun) {
  begun.draft = begun.draft || {identifier: newIdentifier(), values: {}, step: 0, seconds: 0, asked: {}, seed: newSeed(), body: null};
  ownDraft(begun.key);
}

export function keepDraft(begun, form) {
  if (!begun.draft) return;
  begun.draft.values = readFields(form, begun.draft.values);
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
