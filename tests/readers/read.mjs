// Says what ical.js reads in a calendar file: one JSON line for each session, with its moments
// in UTC resolved by the file's own time zone. Use: node read.mjs ICAL.JS FILE
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [library, file] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(library).href);

const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
const own = new Map(
  calendar.getAllSubcomponents("vtimezone").map((zone) => {
    const timezone = new ICAL.Timezone(zone);
    return [timezone.tzid, timezone];
  }),
);

// A local time whose zone the file does not define is printed without the Z that marks UTC.
function inUtc(property) {
  const moment = property.getFirstValue();
  const zone = own.get(property.getParameter("tzid"));
  if (zone) moment.zone = zone;
  if (moment.zone === ICAL.Timezone.localTimezone) return moment.toICALString();
  return moment.convertToZone(ICAL.Timezone.utcTimezone).toICALString();
}

for (const session of calendar.getAllSubcomponents("vevent")) {
  const read = {
    uid: session.getFirstPropertyValue("uid"),
    start: inUtc(session.getFirstProperty("dtstart")),
    end: inUtc(session.getFirstProperty("dtend")),
    summary: session.getFirstPropertyValue("summary"),
    description: session.getFirstPropertyValue("description") ?? "",
    location: session.getFirstPropertyValue("location") ?? "",
    guests: session.getAllProperties("attendee").length,
  };
  console.log(JSON.stringify(read));
}
