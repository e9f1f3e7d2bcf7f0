// What is to be looked at again: a list of links to the fields, and one sentence to everybody.
import {element} from "./pickers.js";

export function showErrors(form, places, sentence) {
  const summary = document.getElementById("summary");
  summary.querySelector("ul").textContent = "";
  for (const place of places) {
    const link = element("a", {href: `#${place.anchor}`, textContent: place.text});
    link.addEventListener("click", (event) => goTo(event, place.anchor));
    const line = element("li", {});
    line.append(link);
    summary.querySelector("ul").append(line);
    const field = document.getElementById(place.anchor);
    if (field) field.closest(".item").classList.add("wrong");
  }
  summary.querySelector("h2").textContent = sentence;
  summary.hidden = false;
  window.scrollTo(0, 0);
  summary.focus({preventScroll: true});
}

function goTo(event, anchor) {
  event.preventDefault();
  const field = document.getElementById(anchor);
  field.focus();
  field.scrollIntoView({block: "center"});
}

export function clearErrors(form) {
  document.getElementById("summary").hidden = true;
  form.querySelectorAll(".wrong").forEach((box) => box.classList.remove("wrong"));
}

export function notice(sentence) {
  const box = document.getElementById("notice");
  box.textContent = sentence;
  box.hidden = !sentence;
}
