// The screens that are no questions: resuming, looking over, sending, thanks.
import {element} from "./pickers.js";

export function readWords() {
  const words = {};
  for (const line of document.getElementById("words").content.querySelectorAll("[data-word]")) {
    words[line.dataset.word] = line.textContent;
  }
  return words;
}

// Shows a screen below the form's place; `acts` names what its buttons do.
export function showPanel(name, acts) {
  const place = document.getElementById("after");
  place.textContent = "";
  place.append(document.getElementById(name).content.cloneNode(true));
  for (const button of place.querySelectorAll("[data-act]")) {
    const act = acts[button.dataset.act];
    button.hidden = !act;
    if (act) button.addEventListener("click", act);
  }
  const heading = place.querySelector("h2");
  window.scrollTo(0, 0);
  if (heading) heading.focus({preventScroll: true});
  return (spot) => place.querySelector(`[data-place="${spot}"]`);
}

export function hidePanel() {
  document.getElementById("after").textContent = "";
}

// The answers in words, by section, each section with a way back to it.
export function fillReview(place, way, words, mend) {
  for (const {section, items} of way) {
    const lines = [...unitLines(section), ...items.filter((item) => item.kind !== "note").map(itemLine)];
    if (!lines.length) continue;
    const heading = element("h3", {textContent: titleOf(section)});
    const change = element("button", {type: "button", className: "quiet", textContent: words.mend});
    change.setAttribute("aria-label", `${words.mend}: ${heading.textContent}`);
    change.addEventListener("click", () => mend(section));
    const answers = element("dl", {className: "answers"});
    for (const [asked, answered] of lines) {
      const line = element("div", {});
      const reply = element("dd", {textContent: answered || words.no_answer, className: answered ? "" : "blank"});
      line.append(element("dt", {textContent: asked}), reply);
      answers.append(line);
    }
    place.append(heading, answers, change);
  }
}

function titleOf(section) {
  const title = section.step.querySelector("h2").textContent;
  const mark = section.step.querySelector(".unit");
  const unit = mark ? mark.dataset.name : "";
  return title.indexOf(unit) < 0 ? `${unit}: ${title}` : title;
}

function unitLines(section) {
  const picked = Array.from(section.step.querySelectorAll("[data-picker]"), (picker) => {
    const option = picker.querySelector("select").selectedOptions[0];
    return [picker.querySelector("label").textContent, option && option.value ? option.text : ""];
  });
  return picked.concat(Array.from(section.step.querySelectorAll("[data-ticks]"), (list) => itemLine({box: list})));
}

function itemLine(item) {
  const ticked = Array.from(item.box.querySelectorAll("input:checked"), (input) => input.closest("label").querySelector("span").textContent);
  const named = Array.from(item.box.querySelectorAll("select"), (select) => (select.value ? select.selectedOptions[0].text : ""));
  const typed = Array.from(item.box.querySelectorAll("textarea, input[type='text']"), (input) => input.value.trim());
  const days = Array.from(item.box.querySelectorAll("input[type='date']"), (input) => input.value.split("-").reverse().join("/"));
  return [item.box.querySelector("legend").textContent, ticked.concat(named, typed, days).filter(Boolean).join("; ")];
}
