// Lists of units to tick, searched by a few letters where they are long, with the number ticked above them.
import {element, foldedName} from "./pickers.js";

const LONG = 8;

export function makeTicks(form, words) {
  return Array.from(form.querySelectorAll("[data-ticks]"), (box) => makeTickList(box, words));
}

function makeTickList(box, words) {
  const search = element("input", {type: "search", placeholder: words.search, autocomplete: "off"});
  const count = element("p", {className: "counted"});
  const none = element("p", {className: "plain", textContent: words.no_unit, hidden: true});
  const ticks = Array.from(box.querySelectorAll(".tick"));
  search.setAttribute("aria-label", words.search);
  search.hidden = ticks.length <= LONG;
  count.setAttribute("role", "status");
  box.querySelector(".block").before(search, count, none);

  function show() {
    const wanted = foldedName(search.value);
    ticks.forEach((tick) => { tick.hidden = foldedName(tick.textContent).indexOf(wanted) < 0; });
    box.querySelectorAll(".block").forEach((block) => { block.hidden = !block.querySelector(".tick:not([hidden])"); });
    none.hidden = ticks.some((tick) => !tick.hidden);
    count.textContent = words.ticked.replace("{n}", box.querySelectorAll("input:checked").length);
  }

  search.addEventListener("input", show);
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const first = ticks.find((tick) => !tick.hidden);
    if (first && search.value.trim()) first.click();
  });
  box.addEventListener("change", show);
  show();
  return {role: box.dataset.ticks, box, show};
}
