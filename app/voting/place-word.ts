/** "1st", "2nd" … as word keys: neither language makes them by a rule worth having. As many as a ballot has places. */
const keys = [
  "voting.place.first", "voting.place.second", "voting.place.third", "voting.place.fourth", "voting.place.fifth",
  "voting.place.sixth", "voting.place.seventh", "voting.place.eighth", "voting.place.ninth", "voting.place.tenth",
] as const;

/** The word key of a place on a ballot, counted from 1; the last one for places that no ballot has. */
export function placeKey(place: number): (typeof keys)[number] {
  return keys[place - 1] ?? "voting.place.tenth";
}
