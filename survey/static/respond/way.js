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

// Where a section stands among all that may be asked: {place, all}, counting every section about each unit. While the
// units are still to be ticked as many are counted as may be rated, so that the count never grows.
export function placeOn(way, sections, now, loops, values) {
  const isAsked = (section) => way.some((part) => part.section === section);
  const asking = (role) => sections.find((section) => section.ticks.indexOf(role) >= 0);
  const keys = runsOf(sections).flatMap((run) => {
    const {loop} = run[0];
    if (!loop) return isAsked(run[0]) ? [run[0].key] : [];
    if (!isAsked(asking(loop))) return [];
    const isOpen = !now.unit && sections.indexOf(now) <= sections.indexOf(asking(loop));
    const units = isOpen ? Array.from(Array(loops.most(loop)).keys()) : loops.units(loop, values);
    return units.flatMap((unit) => run.map((section) => loops.keyOf(section, unit)));
  });
  return {place: keys.indexOf(now.key) + 1, all: keys.length};
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
