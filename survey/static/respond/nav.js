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

  // Place 0 is consent; `all` sections follow it.
  return ({place, all}, isLast, isSkipping) => {
    consent.hidden = place > 0;
    steps.hidden = wipe.hidden = place === 0;
    wipe.textContent = words.erase;
    const onward = isLast ? words.to_review : words.next;
    steps.lastChild.textContent = isSkipping ? words.next_anyway : onward;
    document.getElementById("main").classList.toggle("begun", place > 0);
    showProgress(place, all, words);
  };
}

export function hideProgress() {
  document.getElementById("progress").hidden = true;
}

function showProgress(place, all, words) {
  document.getElementById("progress").hidden = place === 0;
  document.getElementById("progress-words").textContent = words.part.replace("{n}", place).replace("{all}", all);
  document.getElementById("progress-bar").value = all ? place / all : 0;
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
