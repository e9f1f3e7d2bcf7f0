// The choice of units, forms and orders by chance, held to the server's by instruments/vectors/choosing.json.

const WORD = 4294967296;
const NOTHING = 1e-12;

// Pairs of a unit and its probability: a systematic sample with probability proportional to size.
export function drawn(identifier, sizes, atMost) {
  const digits = identifier.replace(/-/g, "");
  const units = shuffled(Object.keys(sizes).sort(), parseInt(digits.slice(24, 32), 16));
  if (units.length <= atMost) return units.map((unit) => [unit, 1]);
  const chances = probabilities(units.map((unit) => sizes[unit]), atMost);
  let reached = 0;
  let mark = parseInt(digits.slice(0, 12), 16) / 281474976710656;
  return units.map((unit, place) => [unit, chances[place]]).filter(([, chance]) => {
    reached += chance;
    const isChosen = reached > mark + NOTHING;
    if (isChosen) mark += 1;
    return isChosen;
  });
}

// Probabilities proportional to size that sum to `atMost`, none above 1.
function probabilities(sizes, atMost) {
  let certain = sizes.map(() => false);
  for (;;) {
    const rest = sizes.reduce((sum, size, place) => (certain[place] ? sum : sum + size), 0);
    const left = atMost - certain.filter(Boolean).length;
    const chances = sizes.map((size, place) => (certain[place] ? 1 : (left * size) / rest));
    const isOver = chances.map((chance, place) => !certain[place] && chance >= 1);
    if (!isOver.some(Boolean)) return chances;
    certain = certain.map((isSure, place) => isSure || isOver[place]);
  }
}

// The form of a split ballot that a response gets; null where there is no split.
export function formOf(identifier, forms) {
  const number = parseInt(identifier.replace(/-/g, "").slice(17, 20), 16);
  return forms.length ? forms[number % forms.length] : null;
}

// The same things in an order of chance (Fisher and Yates, driven by the generator Mulberry32).
export function shuffled(things, seed) {
  const order = things.slice();
  let state = seed;
  for (let last = order.length - 1; last > 0; last -= 1) {
    state = (state + 0x6d2b79f5) >>> 0;
    const place = Math.floor((mulberry(state) * (last + 1)) / WORD);
    [order[last], order[place]] = [order[place], order[last]];
  }
  return order;
}

function mulberry(state) {
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}
