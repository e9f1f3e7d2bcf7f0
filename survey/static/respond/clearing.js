// A way to take back a tick, for a radio button knows none.
import {element} from "./pickers.js";

const CLEARED = ["single", "rating"];

export function addClearing(items, word) {
  for (const item of items.filter((one) => CLEARED.indexOf(one.kind) >= 0 && !one.isRequired)) {
    const button = element("button", {type: "button", className: "quiet clear", textContent: word, hidden: true});
    button.addEventListener("click", () => {
      const ticked = item.box.querySelector("input:checked");
      ticked.checked = false;
      ticked.focus();
      ticked.dispatchEvent(new Event("change", {bubbles: true}));
    });
    item.box.append(button);
  }
}

export function showClearing(items) {
  for (const item of items) {
    const button = item.box.querySelector(".clear");
    if (button) button.hidden = !item.box.querySelector("input:checked");
  }
}
