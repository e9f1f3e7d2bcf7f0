// Turns a long list of units into one that is searched by a few letters, with or without marks.

export function foldedName(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/\s+/g, " ").trim();
}

// All pickers of the form, each with {role, box, value, show, fill}; one that answers a question has no role.
export function makePickers(form, words) {
  const pickers = [];
  const chosenBeside = (own) => pickers.map((picker) => picker.value()).find((code) => code && code !== own) || "";
  form.querySelectorAll("[data-picker], [data-units]").forEach((box) => pickers.push(makePicker(box, words, chosenBeside)));
  return pickers;
}

function makePicker(box, words, chosenBeside) {
  const select = box.querySelector("select");
  const parts = partsOf(select, words);
  const show = () => {
    const option = select.selectedOptions[0];
    const isChosen = Boolean(option && option.value);
    parts.search.hidden = parts.list.hidden = isChosen;
    parts.chosen.hidden = !isChosen;
    parts.name.textContent = isChosen ? option.text : "";
    if (!isChosen) listUnits(parts.list, select, parts.search.value, words, chosenBeside(select.value));
  };
  const choose = (code) => {
    select.value = code;
    show();
    select.dispatchEvent(new Event("change", {bubbles: true}));
    (code ? parts.again : parts.search).focus();
  };
  const fill = (code, isFixed) => {
    select.value = code;
    parts.again.hidden = isFixed;
    show();
  };
  listen(parts, show, choose);
  show();
  return {role: box.dataset.picker, box, value: () => select.value, show, fill};
}

function partsOf(select, words) {
  const search = element("input", {type: "search", id: select.id, placeholder: words.search, autocomplete: "off"});
  const list = element("div", {className: "units"});
  const chosen = element("p", {className: "chosen", hidden: true});
  const name = element("strong", {});
  const again = element("button", {type: "button", className: "quiet", textContent: words.choose_again});
  chosen.append(name, again);
  if (select.hasAttribute("aria-label")) search.setAttribute("aria-label", select.getAttribute("aria-label"));
  select.removeAttribute("id");
  select.hidden = true;
  select.after(search, list, chosen);
  return {search, list, chosen, name, again};
}

function listen(parts, show, choose) {
  parts.list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) choose(button.value);
  });
  parts.search.addEventListener("input", show);
  parts.search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const first = parts.list.querySelector("button");
    if (first && parts.search.value.trim()) choose(first.value);
  });
  parts.again.addEventListener("click", () => {
    parts.search.value = "";
    choose("");
  });
}

function listUnits(list, select, typed, words, other) {
  const wanted = foldedName(typed);
  const fits = (option) => foldedName(option.text).indexOf(wanted) >= 0;
  const groups = Array.from(select.querySelectorAll("optgroup"), (group) => [group.label, Array.from(group.children).filter(fits)]);
  const first = Array.from(select.options).filter((option) => option.value && option.value === other && fits(option));
  list.textContent = "";
  for (const [label, options] of [[words.just_chosen, first], ...groups]) {
    if (options.length) list.append(element("p", {className: "group", textContent: label}), unitButtons(options));
  }
  if (!list.children.length) list.append(element("p", {className: "plain", textContent: words.no_unit}));
}

function unitButtons(options) {
  const list = element("ul", {});
  for (const option of options) {
    const line = element("li", {});
    line.append(element("button", {type: "button", value: option.value, textContent: option.text}));
    list.append(line);
  }
  return list;
}

export function element(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
