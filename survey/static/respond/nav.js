// The buttons below each step, and the progress above.
import {element} from "./pickers.js";

export function makeNav(form, words, acts) {
  const consent = pairOf("", [words.agree, acts.agree, ""], [words.disagree, acts.decline, ""]);
  const steps = pairOf("steps", [words.back, acts.back, ""], [words.next, acts.next, "main"]);
  const wipe = button(words.erase, () => {
    if (wipe.textContent === words.erase_sure) acts.erase();
    else wipe.textContent = words.erase_sure;
  }, "quiet erase");
  form.append(consent, steps, wipe);

  // `step` 0 is consent; `count` sections follow it.
  return (step, count, isSkipping) => {
    consent.hidden = step > 0;
    steps.hidden = wipe.hidden = step === 0;
    wipe.textContent = words.erase;
    const onward = step < count ? words.next : words.to_review;
    steps.lastChild.textContent = isSkipping ? words.next_anyway : onward;
    document.getElementById("main").classList.toggle("begun", step > 0);
    showProgress(step, count, words);
  };
}

export function hideProgress() {
  document.getElementById("progress").hidden = true;
}

function showProgress(step, count, words) {
  document.getElementById("progress").hidden = step === 0;
  document.getElementById("progress-words").textContent = words.part.replace("{n}", step).replace("{all}", count);
  document.getElementById("progress-bar").value = step / count;
}

function pairOf(className, ...buttons) {
  const pair = element("div", {className: `buttons pair ${className}`});
  pair.append(...buttons.map((made) => button(...made)));
  return pair;
}

function button(textContent, act, className) {
  const made = element("button", {type: "button", textContent, className});
  made.addEventListener("click", act);
  return made;
}
