// What stands in the form's fields, and the answer document it makes.

const NONE = "none:";
const FIELDS = "[name^='a.'], [name^='unit.'], [name^='l.']";

// The sections in their order; those about a unit lie in templates until a unit is to be asked about.
export function sectionsOf(form) {
  return Array.from(form.querySelectorAll(".step, template[data-loop]"), (place) => {
    const step = place.content ? place.content.querySelector(".step") : place;
    return {
      code: step.dataset.step,
      key: step.dataset.step,
      step,
      template: place.content ? place : null,
      loop: place.dataset.loop || null,
      unit: null,
      when: conditionOf(step),
      isShuffled: "shuffled" in step.dataset,
      roles: Array.from(step.querySelectorAll("[data-picker]"), (picker) => picker.dataset.picker),
      ticks: Array.from(step.querySelectorAll("[data-ticks]"), (list) => list.dataset.ticks),
      items: Array.from(step.querySelectorAll("[data-item]"), itemOf),
    };
  });
}

function itemOf(box) {
  const {item, kind, role, forms} = box.dataset;
  return {
    code: item,
    name: `a.${item}`,
    kind,
    role,
    forms: forms ? forms.split(" ") : [],
    when: conditionOf(box),
    isRequired: "required" in box.dataset,
    box,
  };
}

function conditionOf(element) {
  return element.dataset.when ? JSON.parse(element.dataset.when) : null;
}

// Every field by its name, with all that is ticked, chosen or typed; `kept` speaks for units not on the page yet.
export function readFields(form, kept) {
  const values = {};
  for (const name of Object.keys(kept || {})) if (name.indexOf("l.") === 0) values[name] = kept[name];
  const fields = Array.from(form.querySelectorAll(FIELDS));
  fields.forEach((field) => { delete values[field.name]; });
  for (const field of fields) {
    const counts = field.type === "radio" || field.type === "checkbox" ? field.checked : field.value !== "";
    if (counts) values[field.name] = (values[field.name] || []).concat(field.value);
  }
  return values;
}

export function writeFields(place, values) {
  for (const field of place.querySelectorAll(FIELDS)) {
    const given = values[field.name] || [];
    if (field.type === "radio" || field.type === "checkbox") field.checked = given.indexOf(field.value) >= 0;
    else field.value = given.find((value) => value.indexOf(NONE) !== 0) || "";
  }
}

// All answers, on the route or off.
export function answersOf(sections, values) {
  const answers = {};
  for (const section of sections) {
    for (const item of section.items) {
      const value = VALUES[item.kind](values[item.name] || []);
      if (value !== undefined) answers[item.code] = value;
    }
  }
  return answers;
}

// Only what is asked goes into the document; a unit nothing was said about is not rated.
export function documentOf(way, values, loops) {
  const document = {units: {}, answers: {}};
  if (loops.form()) document.form = loops.form();
  for (const {section, items} of way) {
    for (const role of section.roles) {
      const unit = (values[`unit.${role}`] || [])[0];
      if (unit) document.units[role] = unit;
    }
    for (const role of section.ticks) {
      part(document, "choice")[role] = {eligible: values[`unit.${role}`] || [], drawn: loops.units(role, values)};
    }
    const answers = answersOf([section], values);
    for (const {code} of items) if (answers[code] !== undefined) placeIn(document, section)[code] = answers[code];
  }
  return document;
}

function placeIn(document, {loop, unit}) {
  return unit ? part(part(part(document, "loops"), loop), unit) : document.answers;
}

function part(whole, name) {
  whole[name] = whole[name] || {};
  return whole[name];
}

// Whether something typed or ticked is not in a document, because the route leaves it out.
export function leavesOut(sections, values, document) {
  const plain = Object.keys(answersOf(sections.filter((one) => !one.loop), values)).length;
  const about = Object.keys(values).filter((name) => name.indexOf("l.") === 0 && values[name].join("").trim()).length;
  const loops = Object.keys(document.loops || {}).flatMap((role) => Object.keys(document.loops[role]).map((unit) => document.loops[role][unit]));
  const sent = [document.answers, ...loops].reduce((sum, answers) => sum + Object.keys(answers).length, 0);
  return plain + about > sent;
}

const VALUES = {
  single: (given) => reasonIn(given) || (given.length ? Number(given[0]) : undefined),
  multiple: (given) => reasonIn(given) || (given.length ? given.map(Number).sort((a, b) => a - b) : undefined),
  number: (given) => reasonIn(given) || (given.length ? numberIn(given[0]) : undefined),
  rating: (given) => reasonIn(given) || (given.length ? Number(given[0]) : undefined),
  date: (given) => reasonIn(given) || (given.length ? dateIn(given[0].trim()) : undefined),
  text: (given) => reasonIn(given) || (given.length && given[0].trim() ? given[0].trim() : undefined),
  unit: (given) => reasonIn(given) || (given.length ? given[0] : undefined),
  note: () => undefined,
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

// Browsers without a field for dates leave 15/9/2026 as it was typed.
function dateIn(typed) {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
  return found ? `${found[3]}-${`0${found[2]}`.slice(-2)}-${`0${found[1]}`.slice(-2)}` : typed || undefined;
}
