export const clock = {
  label: "Amser ar ôl",
  stopped: "ar ôl, cloc wedi stopio",
  running: "ar ôl",
  over: "Mae'r amser ar ben. Gorffennwch yr hyn rydych yn ei ddweud",
  passed: { five: "Pum munud ar ôl", two: "Dwy funud ar ôl", one: "Un funud ar ôl", zero: "Mae'r amser ar ben. Ni chaiff neb ei dorri i ffwrdd" },
  start: "Cychwyn y cloc",
  pause: "Oedi'r cloc",
  addOne: "Ychwanegu 1 funud",
  addFive: "Ychwanegu 5 munud",
  takeOne: "Tynnu 1 funud",
  takeFive: "Tynnu 5 munud",
} as const;
