// The day so many days before another, as 2026-09-30.
export function dayBefore(asOf, days) {
  const [year, month, day] = asOf.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day - days)).toISOString().slice(0, 10);
}

// A zone's midnight so many days before a day, in milliseconds since 1970.
export function startOf(asOf, days, zone) {
  const midnight = Date.parse(`${dayBefore(asOf, days)}T00:00:00Z`);
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const offset = (moment) => Date.parse(`${clock.format(moment).replace(' ', 'T')}Z`) - moment;
  const guess = midnight - offset(midnight);
  return midnight - offset(guess);
}
