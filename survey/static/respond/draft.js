// Answers in progress, kept on this device for seven days and nowhere else.

const DRAFT_PREFIX = "thuocdo:";
const DRAFT_LIFE = 7 * 24 * 3600 * 1000;

// Drafts of two invited people on one device are told apart by the letters behind #i=.
export function draftKey(wave, instrument, hash) {
  const letters = /(?:^#|&)i=([0-9a-z]+)/.exec(hash);
  return `${DRAFT_PREFIX}${wave}:${instrument}:${letters ? letters[1] : ""}`;
}

export function saveDraft(key, draft, now) {
  return attempt(() => {
    localStorage.setItem(key, JSON.stringify({saved: now, draft}));
    return true;
  }, false);
}

export function loadDraft(key) {
  return attempt(() => JSON.parse(localStorage.getItem(key)).draft, null);
}

export function wipeDraft(key) {
  attempt(() => localStorage.removeItem(key));
  attempt(() => sessionStorage.removeItem(key));
}

export function sweepDrafts(now) {
  attempt(() => {
    for (const key of Object.keys(localStorage).filter((name) => name.indexOf(DRAFT_PREFIX) === 0)) {
      const saved = attempt(() => JSON.parse(localStorage.getItem(key)).saved, 0);
      if (!(now - saved < DRAFT_LIFE)) localStorage.removeItem(key);
    }
  });
}

// Whether this tab is the one where the draft was begun: then nobody is asked whose it is.
export function isOwnDraft(key) {
  return attempt(() => sessionStorage.getItem(key) === "own", false);
}

export function ownDraft(key) {
  attempt(() => sessionStorage.setItem(key, "own"));
}

// Private windows and full disks refuse storage; the form goes on without.
function attempt(act, otherwise) {
  try {
    return act();
  } catch (error) {
    return otherwise;
  }
}
