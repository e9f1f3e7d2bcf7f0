// From looking over to thanks: the answers are sent until the server says "received" or why not.
import {countSeconds, dropDraft, keepDraft} from "./begun.js";
import {answersOf, documentOf, readFields} from "./fields.js";
import {hideProgress} from "./nav.js";
import {fillReview, showPanel} from "./panels.js";
import {handIn} from "./send.js";

const RETRY_AFTER = 15000;
const MENDABLE = ["body-too-large", "not-json", "foreign-origin"];

export function makeSending(page) {
  const {form, words, sections, begun} = page;
  let timer = 0;

  function review() {
    form.hidden = true;
    hideProgress();
    const spot = showPanel("review", {send, mend: () => page.showStep(page.shown().length - 1)});
    fillReview(spot("answers"), page.route(), words, (section) => page.showStep(page.shown().indexOf(section)));
    const values = readFields(form);
    const given = Object.keys(answersOf(sections, values)).length;
    spot("left-out").textContent = words.left_out;
    spot("left-out").hidden = given === Object.keys(documentOf(sections, values).answers).length;
  }

  async function send() {
    clearTimeout(timer);
    countSeconds(begun);
    if (!begun.draft.body) begun.draft.body = bodyOf(form, sections, begun.draft.seconds);
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
    page.showPlaces(reply.errors.map((error) => ({
      anchor: error.place.replace(/^answers\./, "q-").replace(/^units\./, "u-"),
      text: inLanguage(error.message),
    })));
  }

  function refused(reply) {
    const isMendable = MENDABLE.indexOf(reply.code) >= 0;
    if (isMendable) begun.draft.body = null;
    keepDraft(begun, form);
    const acts = {erase: page.erase, print: () => window.print()};
    if (isMendable) acts.mend = () => page.showStep(begun.draft.step);
    showPanel("refused", acts)("sentence").textContent = inLanguage(reply.sentence);
  }

  function inLanguage(texts) {
    return texts[form.dataset.language] || texts.en || "";
  }

  return {review, send, stop: () => clearTimeout(timer)};
}

function bodyOf(form, sections, seconds) {
  const {instrument, language, consent} = form.dataset;
  const paradata = {language, seconds: Math.ceil(seconds / 30) * 30, day: today(), consent};
  return JSON.stringify({instrument, document: documentOf(sections, readFields(form)), paradata});
}

function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}
