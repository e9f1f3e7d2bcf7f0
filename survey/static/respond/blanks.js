// What a section lacks before the next one: a unit not chosen, a list without a tick, a required question.
import {answersOf} from "./fields.js";

export function blanksIn(section, given, pickers, ticks) {
  const answers = answersOf([section], given);
  const isBlank = (list) => section.step.contains(list.box) && !given[`unit.${list.role}`];
  const units = pickers
    .filter(isBlank)
    .map((picker) => ({anchor: `u-${picker.role}`, text: picker.box.querySelector("label").textContent, isUnit: true}));
  const lists = ticks
    .filter(isBlank)
    .map((list) => ({anchor: list.box.id, text: list.box.querySelector("legend").textContent, isList: true}));
  const items = section.items
    .filter((item) => item.isRequired && !item.box.hidden && answers[item.code] === undefined)
    .map((item) => ({anchor: item.box.id, text: item.box.querySelector("legend").textContent}));
  return units.concat(lists, items);
}

export function blankWords(blanks, words) {
  if (blanks.some((blank) => blank.isUnit)) return words.unit_blank;
  if (blanks.length > 1) return words.blank_many.replace("{n}", blanks.length);
  return blanks[0].isList ? words.none_ticked : words.blank_one;
}
