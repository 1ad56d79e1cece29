#include "content/events_fields.h"

#include "base/arena.h"
#include "base/civil.h"
#include "base/diag.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/events_frames.h"
#include "content/events_hours.h"
#include "content/field_days.h"
#include "content/field_jobs.h"
#include "content/field_keys.h"

#include <string.h>
#include <strings.h>

enum { DAY_MINUTES = 24 * 60, HALF_YEAR_SHIFT = 60, RUN_DAYS = 5 };

/* What a field says. `universal`: it ends in "Z", which editors' tools write behind local times: its hour has two meanings. */
struct stamp {
    const struct field *field;
    int64_t day;
    int minutes; /* -1: none; midnight is none */
    int other_minutes;
    bool universal;
    bool crosses; /* the two meanings of its hour lie on different days */
};

/* The field of a meaning with the best name. */
static const struct field *find_field(const struct article *article, enum field_meaning meaning)
{
    const struct field *found = NULL;
    for (size_t i = 0; i < article->field_count; i++) {
        bool dated = article->fields[i].value[0] && !field_keys_is_worded(article->fields[i].path, article->fields[i].value);
        int rank = dated ? field_keys_rank(article->fields[i].path, meaning) : -1;
        if (rank >= 0 && (!found || rank < field_keys_rank(found->path, meaning)))
            found = &article->fields[i];
    }
    return found;
}

/* The instant as the clocks of the venue show it. */
static void stamp_local(struct stamp *stamp, struct wall wall, const struct zone *zone)
{
    struct civil civil = zone_to_civil(zone, wall);
    stamp->day = civil_to_days(civil.year, civil.month, civil.day);
    stamp->minutes = civil.hour * 60 + civil.minute;
}

/* Where an offset begins; the length of the value when it has none. */
static size_t offset_at(const char *value)
{
    size_t length = strlen(value);
    if (length && strchr("zZ", value[length - 1]))
        return length - 1;
    const char *clock = strchr(value, ':');
    size_t at = clock ? (size_t)(clock - value) + strcspn(clock, "+-") : length;
    while (at > 0 && value[at - 1] == ' ')
        at--;
    return at;
}

/* "Z" and the offset of the other half of the year are often written behind local times: the hour is then the written one, and
 * `other_minutes` what it would mean. */
static void doubt_offset(struct occurrences *occurrences, struct stamp *stamp)
{
    struct wall naive;
    struct stamp as_written = {0};
    const char *value = stamp->field->value;
    char *written = arena_copy_bytes(occurrences->arena, value, offset_at(value));
    if (!instant_parse(written, occurrences->zone, &naive, NULL, NULL))
        return;
    stamp_local(&as_written, naive, occurrences->zone);
    int64_t shift = (as_written.day - stamp->day) * DAY_MINUTES + as_written.minutes - stamp->minutes;
    stamp->universal = strchr("zZ", value[strlen(value) - 1]) != NULL;
    if (!stamp->universal && shift != HALF_YEAR_SHIFT && shift != -HALF_YEAR_SHIFT)
        return;
    stamp->crosses = as_written.day != stamp->day;
    stamp->other_minutes = stamp->minutes;
    stamp->minutes = as_written.minutes;
    stamp->day = as_written.day;
}

/* "2021-07-13T14:55:06.836Z" of a page published at that moment: an editor's tool fills in the present where nobody says a day. */
static bool is_made_with_page(const struct article *article, const char *value, struct wall wall)
{
    enum { MAKING_MS = 60 * 60 * 1000 };
    int64_t apart = article->has_published ? wall.ms - article->published.ms : MAKING_MS;
    return strchr(value, '.') && apart < MAKING_MS && apart > -MAKING_MS;
}

static bool read_stamp(struct occurrences *occurrences, const struct field *field, struct stamp *stamp)
{
    struct wall wall;
    bool has_time = false, has_offset = false;
    *stamp = (struct stamp){.field = field, .minutes = -1, .other_minutes = -1};
    if (!field)
        return false;
    if (!instant_parse(field_days_plain(occurrences->arena, field->value, occurrences->grammar->month_first), occurrences->zone, &wall, &has_time, &has_offset)) {
        diag_add(occurrences->diags, DIAG_WARNING, (struct place){occurrences->article->file, field->line, field->column}, "date-field",
                 "« %s » n’est pas une date ; écrivez par exemple 2026-04-14 18:30:00 +02:00", "\"%s\" is no date; write for example 2026-04-14 18:30:00 +02:00",
                 field->value);
        return false;
    }
    if (has_time && is_made_with_page(occurrences->article, field->value, wall))
        return false;
    stamp_local(stamp, wall, occurrences->zone);
    if (has_offset)
        doubt_offset(occurrences, stamp);
    if (!has_time || stamp->minutes == 0)
        stamp->minutes = stamp->other_minutes = -1;
    return true;
}

static struct occurrence occurrence_of(struct occurrences *occurrences, const struct stamp *start, const struct stamp *end, bool has_end)
{
    struct occurrence occurrence = {.text = start->field->value,
                                    .reason = {arena_format(occurrences->arena, "d’après le champ « %s »", start->field->path),
                                               arena_format(occurrences->arena, "by the field \"%s\"", start->field->path)},
                                    .line = start->field->line,
                                    .time_line = start->field->line,
                                    .first_day = start->day,
                                    .last_day = start->day,
                                    .start_minutes = start->minutes,
                                    .end_minutes = -1,
                                    .strong = true,
                                    .matched = true};
    if (has_end && end->day >= start->day && end->day - start->day < 400) {
        bool midnight = end->minutes < 0;
        occurrence.last_day = end->day;
        if (!midnight && start->minutes >= 0 && (end->day > start->day || end->minutes > start->minutes))
            occurrence.end_minutes = end->minutes;
    }
    bool backwards = has_end && (end->day < start->day || (end->day == start->day && end->minutes >= 0 && end->minutes < start->minutes));
    if (backwards)
        diag_add(occurrences->diags, DIAG_WARNING, (struct place){occurrences->article->file, end->field->line, end->field->column}, "dates-order",
                 "« %s » : la fin vient avant le début (« %s », ligne %d) ; corrigez l’une des deux dates, la fin n’est pas affichée",
                 "\"%s\": the end comes before the start (\"%s\", line %d); correct one of the two, the end is not shown", end->field->value,
                 start->field->value, start->field->line);
    return occurrence;
}

/* The text says as its own hour what the field says as universal time. */
static void report_local(struct occurrences *occurrences, const struct occurrence *event, const struct stamp *start)
{
    if (!start->universal || event->start_minutes != start->minutes || start->minutes == start->other_minutes)
        return;
    diag_add(occurrences->diags, DIAG_WARNING, (struct place){occurrences->article->file, start->field->line, start->field->column}, "date-field-utc",
             "« %s » : le texte (« %s », ligne %d) dit la même heure à Paris ; remplacez Z par le décalage, par exemple +02:00",
             "\"%s\": the text (\"%s\", line %d) says the same hour as local time; write the offset instead of Z, for example +02:00", start->field->value, event->text,
             event->time_line ? event->time_line : event->line);
}

/* The text says "toute la journée" of the day, and the field does not know when that ends: its hour is that of something else. */
static bool takes_all_day(const struct readings *readings, const struct occurrence *event, const struct occurrence *hidden)
{
    for (size_t i = 0; i < readings->count && hidden->end_minutes < 0; i++) {
        const struct reading *reading = &readings->items[i];
        if (reading->whole_day && reading->resolved && !reading->off && reading->first_day == event->first_day && reading->last_day == event->last_day)
            return true;
    }
    return false;
}

/* "8h30 : Accueil" begins a programme of which a later line begins at the hour of the field: people are let in before. */
static bool is_let_in_before(const struct readings *readings, const struct occurrence *event, const struct stamp *start)
{
    enum { EARLY_MINUTES = 90 };
    bool opens = false, goes_on = false;
    for (size_t i = 0; i < readings->hours_count; i++) {
        const struct hours *hours = &readings->hours[i];
        bool line = (hours->step || hours->slot) && !hours->closes;
        opens = opens || (line && hours->row == event->time_line && hours->start_minutes == event->start_minutes && hours->end_minutes < 0);
        goes_on = goes_on || (line && opens && hours->start_minutes == start->minutes);
    }
    return goes_on && !start->universal && event->start_minutes < start->minutes && start->minutes <= event->start_minutes + EARLY_MINUTES;
}

/* The text names no hour: that of the field, when it is sure what it is of. */
static void fill_hours(struct occurrences *occurrences, const struct readings *readings, struct occurrence *event, const struct occurrence *hidden, const struct stamp *start)
{
    bool first_only = event->last_day > event->first_day && hidden->last_day == hidden->first_day; /* how the other days begin nobody says */
    if (start->minutes < 0 || first_only || takes_all_day(readings, event, hidden))
        return;
    if (start->universal) {
        diag_add(occurrences->diags, DIAG_WARNING, (struct place){occurrences->article->file, start->field->line, start->field->column}, "date-field-utc",
                 "« %s » : heure universelle ou heure de Paris ? ; l’heure n’est pas affichée, écrivez le décalage (+02:00) ou l’heure dans le texte",
                 "\"%s\": universal or local time?; the hour is not shown, write the offset (+02:00) or the hour in the text", start->field->value);
        return;
    }
    event->start_minutes = start->minutes;
    event->end_minutes = hidden->last_day == event->last_day ? hidden->end_minutes : -1;
    event->time_line = start->field->line;
}

/* The hour of the field against the hour of the text. */
static void compare_hours(struct occurrences *occurrences, const struct readings *readings, struct occurrence *event, const struct occurrence *hidden, const struct stamp *start)
{
    if (event->start_minutes < 0) {
        fill_hours(occurrences, readings, event, hidden, start);
        return;
    }
    if (is_let_in_before(readings, event, start))
        event->start_minutes = start->minutes;
    bool agrees = start->minutes < 0 || event->start_minutes == start->minutes || event->start_minutes == start->other_minutes;
    if (!agrees)
        events_report(occurrences, "date-contradiction", start->field->line, start->field->value, event->time_line ? event->time_line : event->line, event->text);
    report_local(occurrences, event, start);
    if (event->end_minutes < 0 && hidden->end_minutes > event->start_minutes && agrees && hidden->last_day == event->last_day)
        event->end_minutes = hidden->end_minutes;
}

static bool same_day_of_year(int64_t one, int64_t other)
{
    struct civil a = civil_from_days(one), b = civil_from_days(other);
    return a.month == b.month && a.day == b.day && a.year != b.year;
}

/* The event of the text that the field means. */
static struct occurrence *find_match(struct occurrences *occurrences, const struct occurrence *hidden)
{
    struct occurrence *found = NULL;
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *event = &occurrences->items[i];
        bool overlaps = event->first_day <= hidden->last_day && event->last_day >= hidden->first_day;
        if (event->dropped || !overlaps)
            continue;
        bool better = !found || (event->first_day == hidden->first_day && found->first_day != hidden->first_day);
        if (better)
            found = event;
    }
    return found;
}

/* "Forum virtuel : du 13 au 20 décembre" of a field that the reader sees. */
static bool is_labelled(const struct occurrence *event)
{
    return event->reading && event->reading->passage->label[0];
}

/* Left out, which explain tells. */
static void add_mentioned(struct occurrences *occurrences, const struct reading *reading)
{
    if (!reading)
        return;
    occurrences->mentioned = arena_grow(occurrences->arena, occurrences->mentioned, occurrences->mentioned_count, &occurrences->mentioned_capacity,
                                        sizeof *occurrences->mentioned);
    occurrences->mentioned[occurrences->mentioned_count++] = reading;
}

/* Nothing but a word in passing tells it: no hour, no line of its own, no invitation. */
static bool is_only_mentioned(const struct occurrence *event)
{
    bool told = event->start_minutes >= 0 || event->alone || is_labelled(event) || (event->reading && event->reading->invited);
    return !event->dropped && !event->matched && !told; /* "La prochaine aura lieu le 22 août" */
}

/* An event page names its own day strongly; what else it mentions in passing is not announced. */
static void drop_mentioned(struct occurrences *occurrences, const struct occurrence *hidden)
{
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *event = &occurrences->items[i];
        bool inside = event->first_day >= hidden->first_day && event->last_day <= hidden->last_day;
        if (inside) {
            event->matched = true;
        } else if (is_only_mentioned(event)) {
            event->dropped = true;
            add_mentioned(occurrences, event->reading);
        }
    }
}

/* The field's days lie before the publication, or on its day: what looks back has its own day in the field of the event. */
static bool is_over(const struct occurrences *occurrences, const struct occurrence *hidden)
{
    struct civil published = zone_to_civil(occurrences->zone, occurrences->article->published);
    return occurrences->article->has_published && hidden->last_day <= civil_to_days(published.year, published.month, published.day);
}

/* The title says that nothing takes place, or the text that nothing takes place on the field's days: "la rencontre prévue le 19 mars est
 * reportée à une date ultérieure". What the reader of the page sees wins over a field that nobody took out. */
static bool is_called_off(const struct occurrences *occurrences, const struct readings *readings, const struct occurrence *hidden)
{
    const struct reading *moved = occurrences->moved;
    if (moved && moved->first_day != hidden->first_day)
        return true;
    if (readings->called_off || (readings->looks_back && is_over(occurrences, hidden)))
        return true;
    for (size_t i = 0; i < readings->count; i++) {
        const struct reading *reading = &readings->items[i];
        if (reading->passage->page_plan && reading->kind == READING_NONE) /* "Fermeture de fin d'année": the field says when */
            return true;
        if (reading->off && reading->resolved && reading->first_day <= hidden->last_day && reading->last_day >= hidden->first_day &&
            reading->last_day - reading->first_day >= hidden->last_day - hidden->first_day)
            return true;
    }
    return false;
}

/* "date_debut" and "date_fin" of a call: a last day of the text is the field's last day. */
static bool is_of_call(const struct readings *readings, const struct occurrence *hidden)
{
    for (size_t i = 0; i < readings->count; i++)
        if (readings->items[i].kind == READING_DEADLINE && readings->items[i].resolved && readings->items[i].last_day == hidden->last_day)
            return hidden->last_day > hidden->first_day;
    return false;
}

/* A day whose weekday is wrong in the text, and which the field confirms: its hours are believed. */
static void adopt_said_hours(const struct readings *readings, struct occurrence *day)
{
    for (size_t i = 0; i < readings->count; i++) {
        const struct reading *reading = &readings->items[i];
        const struct date_day *said = &reading->span.first;
        struct civil civil = {.year = said->year, .month = said->month, .day = said->day};
        bool same = reading->kind == READING_EVENT && !reading->resolved && !reading->off && said->year && civil_is_valid(&civil) &&
                    civil_to_days(said->year, said->month, said->day) == day->first_day;
        if (!same || reading->start_minutes < 0 || day->last_day != day->first_day)
            continue;
        day->start_minutes = reading->start_minutes;
        day->end_minutes = reading->end_minutes;
        day->time_line = reading->time_line;
        return;
    }
}

/* The text names the field's day too, without saying what for: "Vous n'êtes pas à Paris le 12 décembre ?". */
static bool is_confirmed(const struct readings *readings, const struct occurrence *hidden)
{
    struct civil first = civil_from_days(hidden->first_day);
    for (size_t i = 0; i < readings->count; i++) {
        const struct reading *reading = &readings->items[i];
        const struct date_day *day = &reading->span.first;
        bool said = reading->kind == READING_NONE && !reading->over && !reading->off && reading->passage->role == PASSAGE_BODY;
        if (said && day->month == first.month && day->day == first.day && (!day->year || day->year == first.year))
            return true;
    }
    return false;
}

/* Nothing in the text lies on the field's days: true when the field's own day is to be announced. */
static bool may_add(struct occurrences *occurrences, const struct readings *readings, const struct occurrence *hidden, const struct stamp *start)
{
    bool confirmed = is_confirmed(readings, hidden);
    for (size_t i = 0; i < occurrences->count; i++) {
        const struct occurrence *event = &occurrences->items[i];
        if (event->dropped)
            continue;
        if (same_day_of_year(event->first_day, hidden->first_day)) {
            diag_add(occurrences->diags, DIAG_WARNING, (struct place){occurrences->article->file, start->field->line, start->field->column},
                     "date-field-year", "« %s » n’est pas de la même année que « %s » de la ligne %d ; le texte l’emporte, corrigez le champ",
                     "\"%s\" is not of the year of \"%s\" of line %d; the text wins, correct the field", start->field->value, event->text, event->line);
            return false;
        }
        if (event->strong && !confirmed) {
            events_report(occurrences, "date-contradiction", start->field->line, start->field->value, event->line, event->text);
            return false;
        }
    }
    return !(start->universal && start->crosses);
}

/* The text names other days between the first and the last of the field: these are the ends of a series, not of one event. */
static bool is_series(const struct occurrences *occurrences, const struct occurrence *match, const struct occurrence *hidden)
{
    for (size_t i = 0; i < occurrences->count; i++) {
        const struct occurrence *other = &occurrences->items[i];
        if (other != match && !other->dropped && other->first_day > hidden->first_day && other->last_day <= hidden->last_day)
            return true;
    }
    return false;
}

/* A heading that is a day, or a day of a field ("Horaires : lundi 6 : 9h-18h ; mardi 7 : 9h-17h"): a part of what lasts longer. */
static bool is_part_of_run(const struct occurrence *day)
{
    return events_is_heading(day) || (day->reading && day->reading->passage->role == PASSAGE_FIELD);
}

/* The event that tells this one day of a run; NULL when none does, or one that is no part. */
static const struct occurrence *part_on(const struct occurrences *occurrences, int64_t day)
{
    for (size_t i = 0; i < occurrences->count; i++) {
        const struct occurrence *part = &occurrences->items[i];
        if (!part->dropped && part->first_day == day && part->last_day == day)
            return is_part_of_run(part) ? part : NULL;
    }
    return NULL;
}

/* "## Mardi 20 mai, de 9h30 à 18h", "## Mercredi 21 mai, de 9h à 17h": each heading tells from when to when its day lasts. */
static bool have_own_hours(const struct occurrences *occurrences, const struct occurrence *hidden)
{
    for (int64_t day = hidden->first_day; day <= hidden->last_day; day++) {
        const struct occurrence *part = part_on(occurrences, day);
        const struct reading *own = part ? part->reading : NULL;
        if (!own || !events_is_heading(part) || own->start_minutes < 0 || own->end_minutes < 0)
            return false;
    }
    return true;
}

/* A programme with a heading or an entry for each day of the field, whose last hour does not contradict the field's: one event of several days. */
static bool is_run(const struct occurrences *occurrences, const struct occurrence *hidden)
{
    const struct occurrence *part = NULL;
    for (int64_t day = hidden->first_day; day <= hidden->last_day && hidden->last_day - hidden->first_day < RUN_DAYS; day++) {
        part = part_on(occurrences, day);
        if (!part)
            return false;
    }
    return part && !have_own_hours(occurrences, hidden) && (hidden->end_minutes < 0 || part->end_minutes < 0 || part->end_minutes == hidden->end_minutes);
}

/* From the first day to the last one of the field, the days between being parts of it. */
static void join_run(struct occurrences *occurrences, struct occurrence *match, const struct occurrence *hidden)
{
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *day = &occurrences->items[i];
        bool part = day != match && day->first_day > hidden->first_day && day->last_day <= hidden->last_day && is_part_of_run(day);
        day->dropped = day->dropped || part;
    }
    match->last_day = hidden->last_day;
    match->start_minutes = hidden->start_minutes >= 0 ? match->start_minutes : -1; /* hours of one day's programme are not those of the whole */
    match->end_minutes = hidden->end_minutes;
}

static void match_days(struct occurrences *occurrences, struct occurrence *match, const struct occurrence *hidden, const struct stamp *start, bool has_end)
{
    match->matched = true;
    bool longer = match->first_day == hidden->first_day && match->last_day == match->first_day && hidden->last_day > hidden->first_day;
    if (!longer) {
        if (match->first_day != hidden->first_day || (has_end && match->last_day != hidden->last_day))
            events_report(occurrences, "date-contradiction", start->field->line, start->field->value, match->line, match->text);
        return;
    }
    if (is_run(occurrences, hidden)) {
        join_run(occurrences, match, hidden);
    } else if (!is_series(occurrences, match, hidden) && (match->end_minutes < 0 || hidden->end_minutes >= 0)) {
        /* else the text gives this day hours of its own, and says the others apart */
        match->last_day = hidden->last_day;
        match->end_minutes = hidden->end_minutes;
    }
}

bool events_fields_date(const struct article *article)
{
    return find_field(article, FIELD_STARTS) && !field_jobs_offered(article);
}

/* The field that says when it begins. Sites that date an event of one day by its end alone say it with `last`. */
static const struct field *find_first(const struct article *article, const struct field *last)
{
    const struct field *first = events_fields_date(article) ? find_field(article, FIELD_STARTS) : NULL;
    if (!first && last && strncasecmp(last->path, "event", 5) == 0)
        first = last;
    return !first && article->dated_ahead ? article_field(article, "date") : first;
}

void events_fields_apply(struct occurrences *occurrences, const struct readings *readings)
{
    struct stamp start, end;
    const struct field *last = find_field(occurrences->article, FIELD_ENDS), *first = find_first(occurrences->article, last);
    if (!read_stamp(occurrences, first, &start)) {
        events_hours_apply(occurrences, readings);
        return;
    }
    bool has_end = read_stamp(occurrences, last, &end);
    struct occurrence hidden = occurrence_of(occurrences, &start, &end, has_end);
    struct occurrence *match = find_match(occurrences, &hidden);
    if (match && events_frames_is_within(readings, match, &hidden))
        match = NULL;
    if (match)
        events_frames_leave(occurrences, readings, match, &hidden);
    if (match) {
        match_days(occurrences, match, &hidden, &start, has_end);
    } else if (!is_called_off(occurrences, readings, &hidden) && !is_of_call(readings, &hidden) && may_add(occurrences, readings, &hidden, &start)) {
        struct occurrence day = hidden;
        day.start_minutes = day.end_minutes = -1;
        adopt_said_hours(readings, &day);
        events_add(occurrences, &day);
    } else {
        events_hours_apply(occurrences, readings);
        return;
    }
    drop_mentioned(occurrences, &hidden);
    events_hours_apply(occurrences, readings);
    match = find_match(occurrences, &hidden);
    if (!match)
        return;
    match->main = true;
    compare_hours(occurrences, readings, match, &hidden, &start);
}
