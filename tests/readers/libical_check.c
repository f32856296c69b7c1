/* Says what libical reads in a calendar file: one JSON line for each session, with its moments in
 * UTC resolved by the file's own time zone, then one line with the verdict of its iTIP rules
 * and every error it found. Use: libical_check FILE */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_quoted(const char *text)
{
    putchar('"');
    for (const unsigned char *c = (const unsigned char *)(text ? text : ""); *c; c++) {
        if (*c == '"' || *c == '\\')
            printf("\\%c", *c);
        else if (*c < 0x20)
            printf("\\u%04x", *c);
        else
            putchar(*c);
    }
    putchar('"');
}

static void print_field(const char *name, const char *text)
{
    printf("\"%s\": ", name);
    print_quoted(text);
    printf(", ");
}

/* A local time whose zone libical could not find is printed without the Z that marks UTC. */
static void print_moment(const char *name, struct icaltimetype moment)
{
    struct icaltimetype utc = moment.zone || icaltime_is_utc(moment)
        ? icaltime_convert_to_zone(moment, icaltimezone_get_utc_timezone())
        : moment;
    print_field(name, icaltime_as_ical_string(utc));
}

static const char *text_of(icalcomponent *event, icalproperty_kind kind)
{
    icalproperty *property = icalcomponent_get_first_property(event, kind);
    icalvalue *value = property ? icalproperty_get_value(property) : NULL;
    return value ? icalvalue_get_text(value) : "";
}

static void print_session(icalcomponent *event)
{
    printf("{");
    print_field("uid", icalcomponent_get_uid(event));
    print_moment("start", icalcomponent_get_dtstart(event));
    print_moment("end", icalcomponent_get_dtend(event));
    print_field("description", text_of(event, ICAL_DESCRIPTION_PROPERTY));
    print_field("location", text_of(event, ICAL_LOCATION_PROPERTY));
    printf("\"guests\": %d, ", icalcomponent_count_properties(event, ICAL_ATTENDEE_PROPERTY));
    printf("\"summary\": ");
    print_quoted(icalcomponent_get_summary(event));
    printf("}\n");
}

static int print_errors(icalcomponent *component, int printed)
{
    icalproperty *error = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
    for (; error; error = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
        if (printed++)
            printf(", ");
        print_quoted(icalproperty_get_xlicerror(error));
    }
    icalcomponent *part = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
    for (; part; part = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
        printed = print_errors(part, printed);
    return printed;
}

static char *whole_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = calloc(1, (size_t)size + 1);
    size_t got = text ? fread(text, 1, (size_t)size, file) : 0;
    fclose(file);
    return got == (size_t)size ? text : NULL;
}

int main(int count, char **words)
{
    char *text = count == 2 ? whole_file(words[1]) : NULL;
    icalcomponent *calendar = text ? icalparser_parse_string(text) : NULL;
    if (!calendar) {
        fprintf(stderr, "libical reads no calendar here\n");
        return 1;
    }
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    for (; event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        print_session(event);
    int within_rules = icalrestriction_check(calendar);
    printf("{\"within_rules\": %s, \"errors\": [", within_rules ? "true" : "false");
    print_errors(calendar, 0);
    printf("]}\n");
    icalcomponent_free(calendar);
    free(text);
    return 0;
}
