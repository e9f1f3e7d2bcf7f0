// Leads through the form one section at a time, from consent to the last question.
import {isOwnDraft, ownDraft, sweepDrafts, wipeDraft} from "./draft.js";
import {askStatus} from "./send.js";
import {readFields, sectionsOf, writeFields} from "./fields.js";
import {makePickers} from "./pickers.js";
import {makeTicks} from "./ticks.js";
import {makeLoops} from "./loops.js";
import {placeOn, wayThrough} from "./way.js";
import {blanksIn, blankWords} from "./blanks.js";
import {hidePanel, readWords, showPanel} from "./panels.js";
import {clearErrors, notice, showErrors} from "./errors.js";
import {hideProgress, makeNav} from "./nav.js";
import {beginning, countSeconds, dropDraft, keepDraft, startDraft} from "./begun.js";
import {makeSending} from "./sending.js";
import {addClearing, showClearing} from "./clearing.js";

const STATUS_PATIENCE = 4000;

function beginForm(form) {
  sweepDrafts(Date.now());
  const words = readWords();
  // Without script what opens the form stands alone; here each section fills the screen anyway.
  const later = form.querySelector("template[data-later]");
  if (later) later.replaceWith(later.content);
  const [first, ...sections] = sectionsOf(form);
  const begun = beginning(form);
  const lists = makePickers(form, words);
  const pickers = lists.filter((list) => list.role);
  const ticks = makeTicks(form, words);
  const loops = makeLoops(form, sections, words, begun);
  const status = askStatus(form.dataset.wave);
  const isOver = "over" in form.dataset;

  // ---- Steps: number 0 is consent

  const values = () => readFields(form, begun.draft && begun.draft.values);
  const way = () => wayThrough(sections, values(), loops);
  const shown = () => [first, ...way().map((part) => part.section)];
  const onPage = () => [...sections.filter((section) => !section.loop), ...loops.opened()];
  const lacking = (section) => blanksIn(section, values(), pickers, ticks);
  const stepNow = () => (begun.draft ? begun.draft.step : 0);

  function showStep(number, isFromHistory) {
    const steps = shown();
    const step = Math.max(0, Math.min(number, steps.length - 1));
    if (begun.draft) begun.draft.step = step;
    hidePanel();
    form.hidden = isOver && !begun.draft;
    clearErrors(form);
    loops.open(steps[step], values());
    loops.introduce(steps[step], steps[step - 1], values());
    [first, ...onPage()].forEach((section) => { section.step.hidden = section !== steps[step]; });
    followRoute();
    if (!isFromHistory) history.pushState({step}, "");
    keepDraft(begun, form);
    window.scrollTo(0, 0);
    const heading = steps[step].step.querySelector("h2");
    if (heading) heading.focus({preventScroll: true});
  }

  function showNav() {
    const parts = way();
    const section = stepNow() ? parts[stepNow() - 1].section : first;
    const isSkipping = Boolean(begun.draft && begun.draft.asked[section.key] && lacking(section).length);
    nav(placeOn(parts, sections, section, loops, values()), stepNow() === parts.length, isSkipping);
  }

  function followRoute() {
    const asked = new Set(way().flatMap((part) => part.items.map((item) => item.name)));
    onPage().forEach((section) => {
      section.items.forEach((item) => { item.box.hidden = !asked.has(item.name); });
      showClearing(section.items);
    });
    showNav();
  }

  function next() {
    const section = shown()[stepNow()];
    const blanks = lacking(section);
    const isUnitMissing = blanks.some((blank) => blank.isUnit);
    if (isUnitMissing || (blanks.length && !begun.draft.asked[section.key])) {
      begun.draft.asked[section.key] = !isUnitMissing;
      showNav();
      showErrors(form, blanks, blankWords(blanks, words));
    } else if (stepNow() + 1 < shown().length) {
      showStep(stepNow() + 1);
    } else {
      history.pushState({step: "review"}, "");
      sending.review();
    }
  }

  function showPlaces(places) {
    way().forEach((part) => loops.open(part.section, values()));
    const box = document.getElementById(places[0].anchor);
    const section = shown().find((one) => box && one.step.contains(box));
    showStep(section ? shown().indexOf(section) : 1);
    showErrors(form, places, words.look_again);
  }

  // ---- Consent

  async function agree() {
    const known = await Promise.race([status, new Promise((done) => setTimeout(done, STATUS_PATIENCE))]);
    if (known && !mayAnswer(known)) return;
    notice("");
    startDraft(begun);
    loops.order();
    fillUnits(known);
    showStep(1);
  }

  // A newer version of the questions is fetched once; a refusal is said before the first question.
  function mayAnswer(known) {
    const mark = `${begun.key}:new`;
    if (known.instrument !== form.dataset.instrument && !isOwnDraft(mark)) {
      ownDraft(mark);
      location.reload();
      return false;
    }
    if (known.refusal) notice(known.refusal[form.dataset.language] || known.refusal.en);
    return !known.refusal;
  }

  function fillUnits(known) {
    const scanned = new URLSearchParams(location.search).get("unit");
    pickers.forEach((picker, number) => {
      if (known && known.unit && known.role === picker.role) picker.fill(known.unit, true);
      else if (number === 0 && scanned && !picker.value()) picker.fill(scanned, false);
    });
    showPickers();
  }

  function decline() {
    dropDraft(begun);
    form.hidden = true;
    hideProgress();
    showPanel("declined", {"next-person": startAnew});
  }

  function erase() {
    sending.stop();
    dropDraft(begun);
    loops.forget();
    writeFields(form, {});
    showPickers();
    showStep(0);
    notice(words.erased);
  }

  function startAnew() {
    wipeDraft(begun.key);
    location.replace(location.pathname);
  }

  function showPickers() {
    [...lists, ...ticks].forEach((list) => list.show());
  }

  // ---- A draft found on the device

  function resume() {
    begun.draft = begun.found;
    writeFields(form, begun.draft.values);
    startDraft(begun);
    loops.order();
    showPickers();
    status.then(fillUnits);
    if (begun.draft.body) sending.send();
    else showStep(begun.draft.step, true);
  }

  function offerDraft() {
    if (begun.found.body || isOwnDraft(begun.key)) {
      resume();
      return;
    }
    form.hidden = true;
    showPanel("resume", {resume, erase});
  }

  // ---- Putting it together

  const nav = makeNav(form, words, {agree, decline, next, erase, back: () => showStep(stepNow() - 1)});
  const sending = makeSending({form, words, sections, loops, begun, values, way, shown, showStep, showPlaces, erase, startAnew});

  function changed(event) {
    if (event.target.type === "search") return;
    const box = event.target.closest(".item");
    if (box) box.classList.remove("wrong");
    if (event.target.tagName === "SELECT") showPickers();
    followRoute();
    keepDraft(begun, form);
  }

  listenToPage(form, begun, {next, changed, showStep, review: sending.review, send: sending.send});
  status.then((known) => { if (known && !begun.draft) mayAnswer(known); });

  sections.forEach((section) => addClearing(section.items, words.clear));
  followRoute();
  history.replaceState({step: 0}, "");
  // A survey that has ended asks nobody, and still takes what waits on this device.
  if (begun.found && (begun.found.body || !isOver)) offerDraft();
  else if (!isOver) showStep(0, true);
}

// What happens outside the buttons: fields, the network, the way back, the page out of sight, another language.
function listenToPage(form, begun, acts) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (begun.draft) acts.next();
  });
  form.addEventListener("input", acts.changed);
  form.addEventListener("change", acts.changed);
  window.addEventListener("online", () => { if (begun.draft && begun.draft.body) acts.send(); });
  window.addEventListener("popstate", (event) => {
    if (!begun.draft || begun.draft.body || !event.state) return;
    if (event.state.step === "review") acts.review();
    else acts.showStep(event.state.step, true);
  });
  document.addEventListener("visibilitychange", () => { countSeconds(begun); keepDraft(begun, form); });
  document.querySelectorAll(".languages a").forEach((link) => {
    link.addEventListener("click", () => { link.href = link.pathname + location.search + location.hash; });
  });
}

document.documentElement.classList.add("js");
beginForm(document.getElementById("form"));
