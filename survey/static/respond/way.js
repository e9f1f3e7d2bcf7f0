// The way through the form: the sections asked with their items, those about a unit once for each unit in turn.
import {routeOf} from "./route.js";
import {answersOf} from "./fields.js";

export function wayThrough(sections, values, loops) {
  const whom = {form: loops.form(), looped: loops.looped};
  const answers = answersOf(sections.filter((section) => !section.loop), values);
  const once = routeOf(sections, answers, whom);
  const ticked = once.flatMap((part) => part.section.ticks);
  const asked = ({section, items}) => items.length > 0 || section.roles.length > 0 || section.ticks.length > 0;

  function about(run) {
    const {loop} = run[0];
    if (ticked.indexOf(loop) < 0) return [];
    return loops.units(loop, values).flatMap((unit) => {
      const whole = loops.about(loop, unit);
      const said = answersOf(whole.filter((section) => section.unit), values);
      const route = routeOf(whole, Object.assign({}, answers, said), Object.assign({loop}, whom));
      return route.filter((part) => part.section.unit && run.some((section) => section.code === part.section.code));
    });
  }

  return runsOf(sections)
    .flatMap((run) => (run[0].loop ? about(run) : once.filter((part) => part.section === run[0])))
    .filter(asked);
}

// Sections about the same units that follow each other are gone through unit by unit.
function runsOf(sections) {
  const runs = [];
  sections.forEach((section, number) => {
    if (section.loop && number && sections[number - 1].loop === section.loop) runs[runs.length - 1].push(section);
    else runs.push([section]);
  });
  return runs;
}
