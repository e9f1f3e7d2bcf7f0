// Which questions are asked: strict JSON Logic, held to the server's by instruments/vectors/conditions.json.

const OPERATORS = {
  "var": (parts, answers) => variable(parts[0], answers),
  "==": compared((left, right) => isSame(left, right)),
  "!=": compared((left, right) => !isSame(left, right)),
  "<": ordered((left, right) => left < right),
  "<=": ordered((left, right) => left <= right),
  ">": ordered((left, right) => left > right),
  ">=": ordered((left, right) => left >= right),
  "in": compared((needle, hay) => Array.isArray(hay) && hay.some((straw) => isSame(needle, straw))),
  "and": (parts, answers) => parts.every((part) => valueOf(part, answers) === true),
  "or": (parts, answers) => parts.some((part) => valueOf(part, answers) === true),
  "!": (parts, answers) => valueOf(parts[0], answers) !== true,
  "some": (parts, answers) => eachOf(parts, answers).some(Boolean),
  "all": (parts, answers) => allOf(eachOf(parts, answers)),
};

export function holds(condition, answers) {
  return valueOf(condition, answers) === true;
}

// Sections shown and items asked; an answer off the route does not count for later conditions. `whom` says the form of a
// split ballot, the looped roles, and the one (`loop`) whose unit's answers stand beside those of the response.
export function routeOf(sections, answers, whom = {}) {
  const elsewhere = (whom.looped || []).filter((role) => role !== whom.loop);
  const asked = {};
  const shown = [];
  for (const section of sections) {
    if (!isOpen(section.when, asked)) continue;
    const items = section.items.filter((item) => {
      const isAsked = elsewhere.indexOf(item.role) < 0 && isOnForm(item, whom.form) && isOpen(item.when, asked);
      if (isAsked) asked[item.code] = own(answers, item.code);
      return isAsked;
    });
    shown.push({section, items});
  }
  return shown;
}

function isOnForm(item, form) {
  return !form || !item.forms || !item.forms.length || item.forms.indexOf(form) >= 0;
}

function isOpen(when, asked) {
  return !when || holds(when, asked);
}

function valueOf(expression, answers) {
  if (Array.isArray(expression)) return expression.map((part) => valueOf(part, answers));
  if (expression === null || expression === undefined) return undefined;
  if (typeof expression !== "object") return expression;
  const operator = Object.keys(expression)[0];
  if (own(OPERATORS, operator) === undefined) throw new Error(`unknown operator ${operator}`);
  const given = expression[operator];
  return OPERATORS[operator](Array.isArray(given) ? given : [given], answers);
}

function own(table, name) {
  return Object.prototype.hasOwnProperty.call(table, name) ? table[name] : undefined;
}

// A reason not to answer ({none: …}) counts as absent.
function variable(name, answers) {
  const value = own(answers, String(name));
  const isPlain = value !== null && (typeof value !== "object" || Array.isArray(value));
  return isPlain ? value : undefined;
}

function compared(test) {
  return (parts, answers) => {
    const [left, right] = parts.map((part) => valueOf(part, answers));
    return left !== undefined && right !== undefined && test(left, right);
  };
}

function ordered(test) {
  return compared((left, right) => typeof left === "number" && typeof right === "number" && test(left, right));
}

function isSame(left, right) {
  return typeof left === typeof right && typeof left !== "object" && left === right;
}

function eachOf(parts, answers) {
  const list = valueOf(parts[0], answers);
  return Array.isArray(list) ? list.map((element) => valueOf(parts[1], {"": element}) === true) : [];
}

function allOf(results) {
  return results.length > 0 && results.every(Boolean);
}
