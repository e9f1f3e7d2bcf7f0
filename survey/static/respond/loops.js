// What chance decides on this device – form, units, order – and the sections about each unit, made when first shown.
import {drawn, formOf, shuffled} from "./choosing.js";
import {writeFields} from "./fields.js";
import {addClearing} from "./clearing.js";
import {element} from "./pickers.js";

export function makeLoops(form, sections, words, begun) {
  const lists = {};
  form.querySelectorAll("[data-ticks]").forEach((list) => { lists[list.dataset.ticks] = list; });
  const forms = form.dataset.forms ? form.dataset.forms.split(" ") : [];
  let made = {};

  // The units to be asked about, in the order drawn; before consent there is no identifier and none is drawn.
  function units(role, values) {
    const sizes = {};
    (values[`unit.${role}`] || []).forEach((unit) => { sizes[unit] = 1; });
    if (!begun.draft) return [];
    return drawn(begun.draft.identifier, sizes, most(role)).map(([unit]) => unit);
  }

  function most(role) {
    return Number(lists[role].dataset.atMost);
  }

  // All sections, with those about the role's units as they are for one of them.
  function about(role, unit) {
    const mark = `${role}.${unit}.`;
    made[mark] = made[mark] || sections.map((one) => (one.loop === role ? sectionAbout(one, unit, mark) : one));
    return made[mark];
  }

  // Puts a section about a unit onto the page, unless it is there.
  function open(section, values) {
    if (section.step) return;
    const step = section.template.content.cloneNode(true).querySelector(".step");
    nameAfter(step, nameOf(section.loop, section.unit), `${section.loop}.${section.unit}.`);
    step.hidden = true;
    const mark = element("p", {className: "unit"});
    mark.dataset.name = nameOf(section.loop, section.unit);
    step.prepend(mark);
    section.template.before(step);
    section.step = step;
    section.items.forEach((item) => { item.box = document.getElementById(`q-${item.name.slice(2)}`); });
    addClearing(section.items, words.clear);
    order(section);
    writeFields(step, values);
  }

  // Which of the units this section is about; before the first of several drawn, which they are and that chance drew them.
  function introduce(section, before, values) {
    if (!section.unit) return;
    const chosen = units(section.loop, values);
    const number = chosen.indexOf(section.unit) + 1;
    const name = nameOf(section.loop, section.unit);
    const isNamed = section.step.querySelector("h2").textContent.indexOf(name) >= 0;
    const mark = words.unit_of.replace("{n}", number).replace("{all}", chosen.length);
    section.step.querySelector(".unit").textContent = isNamed ? mark : `${mark}: ${name}`;
    const told = section.step.querySelector(".drawn");
    if (told) told.remove();
    const eligible = values[`unit.${section.loop}`].length;
    if (number > 1 || before.unit === section.unit || eligible === chosen.length) return;
    const sentence = words.drawn.replace("{n}", eligible).replace("{k}", chosen.length);
    const names = chosen.map((unit) => nameOf(section.loop, unit)).join("; ");
    section.step.querySelector("h2").after(element("p", {className: "note drawn", textContent: sentence.replace("{units}", names)}));
  }

  // Items of a shuffled section in the order that the draft's seed gives, the same each time.
  function order(section) {
    if (!section.isShuffled || !begun.draft) return;
    section.step.append(...shuffled(section.items, begun.draft.seed || 0).map((item) => item.box));
  }

  function nameOf(role, unit) {
    const tick = Array.from(lists[role].querySelectorAll("input")).find((input) => input.value === unit);
    return tick ? tick.closest("label").textContent.trim() : unit;
  }

  function forget() {
    form.querySelectorAll(".step > .unit").forEach((mark) => mark.parentNode.remove());
    made = {};
  }

  return {
    looped: Object.keys(lists),
    isShuffled: sections.some((section) => section.isShuffled),
    form: () => (begun.draft ? formOf(begun.draft.identifier, forms) : null),
    opened: () => Object.keys(made).flatMap((mark) => made[mark]).filter((section) => section.unit && section.step),
    order: () => sections.filter((section) => !section.loop).forEach(order),
    units, most, about, open, introduce, keyOf, nameOf, forget,
  };
}

function sectionAbout(section, unit, mark) {
  const items = section.items.map((item) => Object.assign({}, item, {name: `l.${mark}${item.code}`, box: null}));
  return Object.assign({}, section, {unit, key: keyOf(section, unit), step: null, items});
}

function keyOf(section, unit) {
  return `${section.code}@${unit}`;
}

function nameAfter(step, name, mark) {
  const named = (text) => text.split("{unit}").join(name);
  step.querySelectorAll("[id]").forEach((one) => { one.id = one.id.replace(/^q-/, `q-${mark}`); });
  step.querySelectorAll("[name]").forEach((one) => { one.name = one.name.replace(/^a\./, `l.${mark}`); });
  step.querySelectorAll("[aria-label]").forEach((one) => one.setAttribute("aria-label", named(one.getAttribute("aria-label"))));
  const texts = document.createTreeWalker(step, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = named(texts.currentNode.data);
}
