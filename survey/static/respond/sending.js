// From looking over to thanks: the answers are sent until the server says "received" or why not.
import {countSeconds, dropDraft, keepDraft} from "./begun.js";
import {documentOf, leavesOut} from "./fields.js";
import {hideProgress} from "./nav.js";
import {fillReview, showPanel} from "./panels.js";
import {handIn} from "./send.js";

const RETRY_AFTER = 15000;
const MENDABLE = ["body-too-large", "not-json", "foreign-origin"];

export function makeSending(page) {
  const {form, words, sections, begun, loops} = page;
  let timer = 0;

  function review() {
    form.hidden = true;
    hideProgress();
    const spot = showPanel("review", {send, mend: () => page.showStep(page.shown().length - 1)});
    const values = page.values();
    const way = page.way();
    way.forEach((part) => loops.open(part.section, values));
    fillReview(spot("answers"), way, words, (section) => page.showStep(page.shown().indexOf(section)));
    spot("left-out").textContent = words.left_out;
    spot("left-out").hidden = !leavesOut(sections, values, documentOf(way, values, loops));
  }

  async function send() {
    clearTimeout(timer);
    countSeconds(begun);
    if (!begun.draft.body) begun.draft.body = bodyOf(page);
    keepDraft(begun, form);
    form.hidden = true;
    hideProgress();
    const spot = showPanel("waiting", {retry: send});
    spot("sentence").textContent = words.sending;
    const reply = await handIn(form.dataset.wave, begun.draft.identifier, begun.draft.body);
    replies[reply.kind](reply, spot("sentence"));
  }

  const replies = {
    received: () => {
      dropDraft(begun);
      showPanel("thanks", {"next-person": page.startAnew});
    },
    offline: (_, place) => wait(place, begun.isKept ? words.offline : words.offline_page),
    busy: (_, place) => wait(place, words.busy),
    refused: (reply) => {
      const isMendable = reply.code === "answers-invalid" && reply.errors.length > 0;
      (isMendable ? mend : refused)(reply);
    },
  };

  function wait(place, sentence) {
    place.textContent = sentence;
    timer = setTimeout(send, RETRY_AFTER);
  }

  // The same identifier may carry other answers: nothing was stored under it.
  function mend(reply) {
    begun.draft.body = null;
    page.showPlaces(reply.errors.map((error) => ({anchor: anchorOf(error.place), text: sentenceOf(error)})));
  }

  function refused(reply) {
    const isMendable = MENDABLE.indexOf(reply.code) >= 0;
    if (isMendable) begun.draft.body = null;
    keepDraft(begun, form);
    const acts = {erase: page.erase, print: () => window.print()};
    if (isMendable) acts.mend = () => page.showStep(begun.draft.step);
    showPanel("refused", acts)("sentence").textContent = inLanguage(reply.sentence);
  }

  function sentenceOf(error) {
    const [part, role, unit] = error.place.split(".");
    const sentence = inLanguage(error.message);
    return part === "loops" && unit ? sentence.split("{unit}").join(loops.nameOf(role, unit)) : sentence;
  }

  function inLanguage(texts) {
    return texts[form.dataset.language] || texts.en || "";
  }

  return {review, send, stop: () => clearTimeout(timer)};
}

// The field that a place in the answer document belongs to.
function anchorOf(place) {
  const [part, ...rest] = place.split(".");
  const isUnit = part === "units" || part === "choice" || (part === "loops" && rest.length === 1);
  return `${isUnit ? "u" : "q"}-${rest.join(".")}`;
}

function bodyOf({form, loops, begun, way, values}) {
  const {instrument, language, consent} = form.dataset;
  const paradata = {language, seconds: Math.ceil(begun.draft.seconds / 30) * 30, day: today(), consent};
  if (loops.isShuffled) paradata.item_order = begun.draft.seed;
  return JSON.stringify({instrument, document: documentOf(way(), values(), loops), paradata});
}

function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}
