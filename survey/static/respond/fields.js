// What stands in the form's fields, and the answer document it makes.
import {routeOf} from "./route.js";

const NONE = "none:";

// The sections as the page holds them.
export function sectionsOf(form) {
  return Array.from(form.querySelectorAll(".step")).map((step) => ({
    code: step.dataset.step,
    step,
    when: conditionOf(step),
    roles: Array.from(step.querySelectorAll("[data-picker]"), (picker) => picker.dataset.picker),
    items: Array.from(step.querySelectorAll("[data-item]"), (box) => ({
      code: box.dataset.item,
      kind: box.dataset.kind,
      when: conditionOf(box),
      isRequired: "required" in box.dataset,
      box,
    })),
  }));
}

function conditionOf(element) {
  return element.dataset.when ? JSON.parse(element.dataset.when) : null;
}

// Every field by its name, with all that is ticked, chosen or typed.
export function readFields(form) {
  const values = {};
  for (const field of form.querySelectorAll("[name^='a.'], [name^='unit.']")) {
    const counts = field.type === "radio" || field.type === "checkbox" ? field.checked : field.value !== "";
    if (counts) values[field.name] = (values[field.name] || []).concat(field.value);
  }
  return values;
}

export function writeFields(form, values) {
  for (const field of form.querySelectorAll("[name^='a.'], [name^='unit.']")) {
    const given = values[field.name] || [];
    if (field.type === "radio" || field.type === "checkbox") field.checked = given.indexOf(field.value) >= 0;
    else field.value = given[0] || "";
  }
}

// All answers, on the route or off.
export function answersOf(sections, values) {
  const answers = {};
  for (const section of sections) {
    for (const item of section.items) {
      const value = VALUES[item.kind](values[`a.${item.code}`] || []);
      if (value !== undefined) answers[item.code] = value;
    }
  }
  return answers;
}

// Only what is asked goes into the document.
export function documentOf(sections, values) {
  const answers = answersOf(sections, values);
  const document = {units: {}, answers: {}};
  for (const {section, items} of routeOf(sections, answers)) {
    for (const role of section.roles) {
      const unit = (values[`unit.${role}`] || [])[0];
      if (unit) document.units[role] = unit;
    }
    for (const {code} of items) if (answers[code] !== undefined) document.answers[code] = answers[code];
  }
  return document;
}

const VALUES = {
  single: (given) => reasonIn(given) || (given.length ? Number(given[0]) : undefined),
  multiple: (given) => reasonIn(given) || (given.length ? given.map(Number).sort((a, b) => a - b) : undefined),
  number: (given) => reasonIn(given) || (given.length ? numberIn(given[0]) : undefined),
  text: (given) => reasonIn(given) || (given.length && given[0].trim() ? given[0].trim() : undefined),
};

function reasonIn(given) {
  const reason = given.find((value) => value.indexOf(NONE) === 0);
  return reason ? {none: reason.slice(NONE.length)} : undefined;
}

// A decimal comma or point; what is no number stays as typed, so that it can be mended.
function numberIn(typed) {
  const text = typed.trim().replace(",", ".");
  if (text === "") return undefined;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : typed.trim();
}
