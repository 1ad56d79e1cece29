#include "content/years.h"

#include "base/arena.h"
#include "base/civil.h"
#include "base/diag.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/article_date.h"
#include "content/field_keys.h"
#include "content/grammar.h"
#include "content/readings.h"
#include "content/years_over.h"
#include "content/years_told.h"

#include <string.h>

/* Days. Of 38 real "weekday and day" without a year, 32 are the next such day after publication and the other 6 lie 4 to 26 days
 * before it: news of what has just been. A written year that is further back is history, one further ahead is a plan. */
enum { TITLE_YEARS = 5, BESIDE_MOST = 12, DEADLINE_HORIZON = 500, EVENT_LONGEST = 190, WRITTEN_LONGEST = 330, HOURS_LONGEST = 40, BREATH_DAYS = 3, GRACE = 31, HISTORY = 31, HORIZON = 800, FAR_HORIZON = 2000, FAR = 275, SOON = 120, EVENT_DAYS_MOST = 64 };

struct calendar {
    struct arena *arena;
    const struct article *article;
    const struct grammar *grammar;
    struct diags *diags;
    const struct reading *last;
    bool known; /* the day of publication */
    int64_t published;
    int written[13][32];               /* the year with which a day is written in a deadline or an event; -1: more than one */
    int titled;                          /* the one year that the title names; 0: none, or more */
    int64_t event_days[EVENT_DAYS_MOST]; /* of events with a written year */
    size_t event_day_count;
};

static const char *const weekday_names[] = {"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"};
static const char *const english_weekdays[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
static const char *const month_names[] = {"",        "janvier", "février",   "mars",    "avril",    "mai",     "juin",
                                          "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

char *years_day_text(struct arena *arena, const struct date_day *day)
{
    const char *weekday = day->weekday >= 0 ? weekday_names[day->weekday] : "";
    const char *month = day->month >= 1 && day->month <= 12 ? month_names[day->month] : "?";
    const char *space = *weekday ? " " : "";
    return day->year ? arena_format(arena, "%s%s%d %s %d", weekday, space, day->day, month, day->year)
                     : arena_format(arena, "%s%s%d %s", weekday, space, day->day, month);
}

static bool exists(int year, const struct date_day *day)
{
    return civil_is_valid(&(struct civil){.year = year, .month = day->month, .day = day->day});
}

static struct place place_of(const struct calendar *calendar, const struct reading *reading)
{
    return (struct place){.file = calendar->article->file, .line = reading->line};
}

static void report_impossible(struct calendar *calendar, const struct reading *reading, const struct date_day *day)
{
    diag_add(calendar->diags, DIAG_WARNING, place_of(calendar, reading), "date-impossible",
             "« %s » n’existe pas ; rien n’est affiché pour cette date, corrigez-la", "\"%s\" does not exist; nothing is shown for it, correct it",
             years_day_text(calendar->arena, day));
}

static void report_weekday(struct calendar *calendar, const struct reading *reading, const struct date_day *day, int64_t days)
{
    struct civil civil = civil_from_days(days);
    diag_add(calendar->diags, DIAG_WARNING, place_of(calendar, reading), "date-weekday",
             "« %s » : le %d %s %d est un %s ; rien n’est affiché d’après ces mots, corrigez le jour ou la date",
             "\"%s\": %d %s %d is a %s; nothing is shown from these words, correct the weekday or the date",
             years_day_text(calendar->arena, day), civil.day, month_names[civil.month], civil.year,
             weekday_names[civil_weekday(civil.year, civil.month, civil.day)]);
}

static bool weekday_fits(const struct date_day *day, int64_t days)
{
    struct civil civil = civil_from_days(days);
    return day->weekday < 0 || civil_weekday(civil.year, civil.month, civil.day) == day->weekday;
}

/* The one year with which the same day is written elsewhere; 0 when there is none or more than one, or a deadline would be over: "avant le 25
 * janvier", of a page that recalls the meeting of 25 January last year. */
static int year_elsewhere(const struct calendar *calendar, const struct reading *reading, const struct date_day *day)
{
    int year = calendar->written[day->month][day->day];
    if (year > 0 && calendar->known && civil_to_days(year, day->month, day->day) < calendar->published - FAR_HORIZON)
        return 0; /* "le 8 mai à 11h", beside "8 mai 1945" */
    bool deadline = year > 0 && calendar->known && reading->kind == READING_DEADLINE;
    return year > 0 && !(deadline && civil_to_days(year, day->month, day->day) < calendar->published) ? year : 0;
}

static void note_written(struct calendar *calendar, const struct reading *reading, const struct date_day *day)
{
    if (day->year == 0 || !exists(day->year, day))
        return;
    int *year = &calendar->written[day->month][day->day];
    *year = *year == 0 || *year == day->year ? day->year : -1;
    if (reading->kind == READING_EVENT && calendar->event_day_count < EVENT_DAYS_MOST)
        calendar->event_days[calendar->event_day_count++] = civil_to_days(day->year, day->month, day->day);
}

/* A day with its year that says nothing by itself ("à partir du 15 octobre 2024") tells the year of that day too, when it is to come. */
static void note_told(struct calendar *calendar, const struct reading *reading)
{
    const struct date_day *day = &reading->span.first;
    if (day->year == 0 || !exists(day->year, day))
        return;
    if (!calendar->known && calendar->event_day_count < EVENT_DAYS_MOST) /* "publié le 8 mars 2022": the year of a last day right before it */
        calendar->event_days[calendar->event_day_count++] = civil_to_days(day->year, day->month, day->day);
    if (!calendar->known)
        return;
    int64_t days = civil_to_days(day->year, day->month, day->day);
    if (days >= calendar->published && days <= calendar->published + HORIZON)
        note_written(calendar, reading, day);
}

/* An event with a written year lies soon after this day. */
static bool event_follows(const struct calendar *calendar, int64_t days)
{
    for (size_t i = 0; i < calendar->event_day_count; i++)
        if (calendar->event_days[i] >= days && calendar->event_days[i] - days <= SOON)
            return true;
    return false;
}

static void report_ambiguous(struct calendar *calendar, const struct reading *reading, const struct date_day *day, int year)
{
    diag_add(calendar->diags, DIAG_WARNING, place_of(calendar, reading), "date-ambiguous",
             "« %s » sans année : %d ou %d d’après la date de publication ? ; rien n’est affiché, ajoutez l’année",
             "\"%s\" without a year: %d or %d by the day of publication?; nothing is shown, add the year",
             years_day_text(calendar->arena, day), year, year + 1);
}

static void report_unknown(struct calendar *calendar, const struct reading *reading, const struct date_day *day)
{
    diag_add(calendar->diags, DIAG_WARNING, place_of(calendar, reading), "date-no-year",
             "« %s » sans année dans un article sans date de publication ; rien n’est affiché, ajoutez l’année ou « date: »",
             "\"%s\" without a year in an article without a date; nothing is shown, add the year or \"date:\"",
             years_day_text(calendar->arena, day));
}

/* The two years in question: `next` is that of the first such day on or after publication. Compared as numbers, so that 29 February
 * of an ordinary year is not pushed to the next leap year. */
struct choice {
    int next;
    bool next_exists;
    bool just_been; /* the day of the year before lies just before publication */
    int64_t next_days;
    int64_t last_days;
};

static struct choice choose(const struct calendar *calendar, const struct date_day *day)
{
    struct civil today = civil_from_days(calendar->published);
    struct date_day published = {.month = today.month, .day = today.day};
    bool past = day->month < published.month || (day->month == published.month && day->day < published.day);
    struct choice choice = {.next = today.year + past};
    choice.next_exists = exists(choice.next, day);
    choice.next_days = civil_to_days(choice.next, day->month, day->day);
    choice.last_days = civil_to_days(choice.next - 1, day->month, day->day);
    choice.just_been = exists(choice.next - 1, day) && calendar->published - choice.last_days <= GRACE;
    return choice;
}

/* "année 2023 d’après …": the words behind the year in both languages. */
static struct reason reason_of_year(const struct calendar *calendar, int year, const char *french, const char *english)
{
    return (struct reason){arena_format(calendar->arena, "année %d%s", year, french), arena_format(calendar->arena, "year %d%s", year, english)};
}

static struct reason with_weekday(const struct calendar *calendar, struct reason why, int weekday)
{
    return (struct reason){arena_format(calendar->arena, "%s ; %s concorde", why.french, weekday_names[weekday]),
                           arena_format(calendar->arena, "%s; %s agrees", why.english, english_weekdays[weekday])};
}

/* The year that publication gives; 0 when it cannot be told. */
static int year_by_publication(struct calendar *calendar, const struct reading *reading, const struct date_day *day, struct reason *reason)
{
    struct choice choice = choose(calendar, day);
    bool fits_last = day->weekday < 0 ? reading->kind == READING_EVENT : weekday_fits(day, choice.last_days);
    bool fits_next = day->weekday >= 0 && choice.next_exists && weekday_fits(day, choice.next_days);
    *reason = reason_of_year(calendar, choice.next, " d’après la date de publication", " by the day of publication");
    if (fits_next)
        return choice.next;
    if (choice.just_been && fits_last) {
        *reason = reason_of_year(calendar, choice.next - 1, " : juste avant la publication", ": just before the publication");
        return choice.next - 1;
    }
    if (!choice.next_exists) {
        report_impossible(calendar, reading, day);
        return 0;
    }
    if (day->weekday >= 0) {
        report_weekday(calendar, reading, day, choice.next_days);
        return 0;
    }
    bool far = choice.next_days - calendar->published > FAR; /* nobody writes so of a day that far ahead */
    if ((far || choice.just_been) && !(event_follows(calendar, choice.next_days) && !event_follows(calendar, choice.last_days))) {
        report_ambiguous(calendar, reading, day, choice.next - 1);
        return 0;
    }
    return choice.next;
}

/* Without a day of publication: the year in which the day comes before the first event whose year is written, and not long before. */
static int year_by_event(const struct calendar *calendar, const struct date_day *day)
{
    int64_t first = 0;
    for (size_t i = 0; i < calendar->event_day_count; i++)
        first = i == 0 || calendar->event_days[i] < first ? calendar->event_days[i] : first;
    struct civil civil = civil_from_days(first);
    int year = civil.year - (day->month > civil.month || (day->month == civil.month && day->day > civil.day));
    if (!calendar->event_day_count || !exists(year, day))
        return 0;
    int64_t days = civil_to_days(year, day->month, day->day);
    return first - days <= SOON && weekday_fits(day, days) ? year : 0;
}

/* "Vernissage : samedi 10 janvier à 18h30" beside "du 13/01 au 30/01/26": the year of an event near by, when the weekday agrees; 0: none. */
static int year_by_weekday(const struct calendar *calendar, const struct reading *reading, const struct date_day *day)
{
    for (size_t i = 0; i < calendar->event_day_count && day->weekday >= 0 && reading->start_minutes >= 0; i++) {
        int year = civil_from_days(calendar->event_days[i]).year;
        int64_t days = exists(year, day) ? civil_to_days(year, day->month, day->day) : 0, apart = days - calendar->event_days[i];
        if (days && apart <= SOON && -apart <= SOON && weekday_fits(day, days))
            return year;
    }
    return 0;
}

/* The heading above a day names a year: "Participez à l'édition 2022 !". */
static int year_above(const struct reading *reading)
{
    const struct passage *above = reading->passage->above;
    return above ? years_told_title(above->text) : 0;
}

/* The heading above or the title says another year: "2024 en douze dates", of December 2024. In a title a year further ahead is a goal:
 * "imaginer le littoral de 2050", and the next year what a day soon after publication prepares: "L'appel à projets 2026 est publié"; so it is in a heading above a last day. */
static bool is_contradicted(const struct calendar *calendar, const struct reading *reading, const struct date_day *day, int year)
{
    int above = year_above(reading), next = above ? above : calendar->titled;
    bool older = above && above < year; /* "Commission du 14 novembre 2023", "Septembre-décembre 2023", of a page of 2024 */
    bool prepares = !above || reading->kind == READING_DEADLINE;
    if (next == year + 1 && prepares && civil_to_days(year, day->month, day->day) - calendar->published <= SOON)
        return false;
    bool near = calendar->titled && calendar->titled <= year + 1 && calendar->titled + TITLE_YEARS >= year; /* not "Commémoration du 8 mai 1945" */
    return above > year || older || (near && year != calendar->titled);
}

/* "les 24 février et 3 mars, ainsi que les 9 et 10 mars 2019": the year that is written with a later day of the sentence; 0: none. */
static int year_beside(const struct reading *reading, const struct reading *last, const struct date_day *day)
{
    const struct lexeme *items = reading->passage->lexis.items;
    int sentence = items[reading->mention].sentence;
    for (const struct reading *next = reading + 1; next <= last && next - reading <= BESIDE_MOST; next++) {
        if (next->passage != reading->passage || items[next->mention].sentence != sentence)
            return 0;
        const struct date_day *other = &next->span.first;
        if (other->year == 0)
            continue;
        bool before = day->month < other->month || (day->month == other->month && day->day <= other->day);
        return next->kind == reading->kind && before && exists(other->year, day) ? other->year : 0;
    }
    return 0;
}

/* ... of which no other words tell it. */
static int year_without(struct calendar *calendar, const struct reading *reading, const struct date_day *day, struct reason *reason)
{
    int year = calendar->known ? year_by_publication(calendar, reading, day, reason) : 0;
    if (year && day->weekday < 0 && is_contradicted(calendar, reading, day, year)) {
        report_ambiguous(calendar, reading, day, year < calendar->titled || !calendar->titled ? year : year - 1);
        return 0;
    }
    if (calendar->known)
        return year;
    year = reading->kind == READING_DEADLINE ? year_by_event(calendar, day) : year_by_weekday(calendar, reading, day);
    if (year) {
        *reason = reason_of_year(calendar, year, ", celle de l’événement qui suit", ", that of the event that follows");
        return year;
    }
    year = year_above(reading) ? year_above(reading) : calendar->titled;
    if (year && reading->kind == READING_EVENT && reading->announced && weekday_fits(day, civil_to_days(year, day->month, day->day))) {
        *reason = reason_of_year(calendar, year, ", celle du titre", ", that of the title");
        return year;
    }
    report_unknown(calendar, reading, day);
    return 0;
}

/* The year of a day that has none written; 0 when it cannot be told. *reason says why. */
static int year_of(struct calendar *calendar, const struct reading *reading, const struct date_day *day, struct reason *reason)
{
    int line = years_told_line(reading);
    if (line) {
        *reason = reason_of_year(calendar, line, ", écrite au début de la ligne", ", written at the beginning of the line");
        return line;
    }
    int told = years_told_sentence(reading, calendar->grammar);
    if (told && calendar->known && told <= civil_from_days(calendar->published).year) {
        *reason = reason_of_year(calendar, told, ", écrite au début de la phrase", ", written at the beginning of the sentence");
        return told;
    }
    int elsewhere = year_elsewhere(calendar, reading, day);
    if (elsewhere && weekday_fits(day, civil_to_days(elsewhere, day->month, day->day))) {
        *reason = reason_of_year(calendar, elsewhere, ", écrite ailleurs dans l’article", ", written elsewhere in the article");
        return elsewhere;
    }
    int beside = year_beside(reading, calendar->last, day);
    if (beside && weekday_fits(day, civil_to_days(beside, day->month, day->day))) {
        *reason = reason_of_year(calendar, beside, ", écrite dans la même phrase", ", written in the same sentence");
        return beside;
    }
    return year_without(calendar, reading, day, reason);
}

/* A written year: the day must exist and its weekday agree. */
static bool check_written(struct calendar *calendar, const struct reading *reading, const struct date_day *day, int64_t *days)
{
    if (!exists(day->year, day)) {
        report_impossible(calendar, reading, day);
        return false;
    }
    *days = civil_to_days(day->year, day->month, day->day);
    if (weekday_fits(day, *days))
        return true;
    report_weekday(calendar, reading, day, *days);
    return false;
}

/* What says that the day is to be heard, when it is no rule. */
static struct reason with_likeness(const struct calendar *calendar, struct reason why, enum reading_kind kind)
{
    bool deadline = kind == READING_DEADLINE;
    return (struct reason){arena_format(calendar->arena, "%s ; phrase semblable à celles qui %s", why.french, deadline ? "fixent une échéance" : "annoncent un événement"),
                           arena_format(calendar->arena, "%s; worded like those that %s", why.english, deadline ? "set a deadline" : "announce an event")};
}

static bool resolve_last(struct calendar *calendar, struct reading *reading)
{
    const struct date_day *day = &reading->span.last;
    struct reason why = {reading->monthless ? "mois d’après la date de publication" : "année écrite", reading->monthless ? "month by the day of publication" : "the year is written"};
    int year = day->year;
    struct date_day february = {.month = day->month, .day = day->day, .weekday = -1};
    if (!exists(2024, &february)) { /* in no year at all */
        report_impossible(calendar, reading, day);
        return false;
    }
    if (year) {
        if (!check_written(calendar, reading, day, &reading->last_day))
            return false;
    } else {
        year = year_of(calendar, reading, day, &why);
        if (year == 0)
            return false;
        reading->last_day = civil_to_days(year, day->month, day->day);
    }
    reading->reason = day->weekday < 0 ? why : with_weekday(calendar, why, day->weekday);
    if (reading->alike)
        reading->reason = with_likeness(calendar, reading->reason, reading->kind);
    return true;
}

/* The first day of a range is the last such day before its last day. */
static bool resolve_first(struct calendar *calendar, struct reading *reading)
{
    const struct date_day *day = &reading->span.first;
    if (!reading->span.range) {
        reading->first_day = reading->last_day;
        return true;
    }
    if (day->year)
        return check_written(calendar, reading, day, &reading->first_day);
    struct civil last = civil_from_days(reading->last_day);
    int year = last.year - (day->month > last.month || (day->month == last.month && day->day > last.day));
    if (!exists(year, day)) {
        report_impossible(calendar, reading, day);
        return false;
    }
    reading->first_day = civil_to_days(year, day->month, day->day);
    if (weekday_fits(day, reading->first_day))
        return true;
    report_weekday(calendar, reading, day, reading->first_day);
    return false;
}

/* Nothing but the day of publication, and no item or field that is named: "12 mars 2024" over an article of that day. */
static bool is_dateline(const struct calendar *calendar, const struct reading *reading)
{
    const struct passage *passage = reading->passage;
    bool item = passage->block && passage->block->kind == BLOCK_ITEM; /* none stands in a list */
    bool head = reading->alone && passage->index == 1 && reading->start_minutes < 0; /* "Lundi 11 octobre 2027", the first line */
    return (reading->bare || head) && reading->last_day == calendar->published && !item && !passage->label[0];
}

/* Whether the day lies where an article of its day of publication speaks of it as to come. */
static bool is_topical(const struct calendar *calendar, const struct reading *reading)
{
    if (reading->kind == READING_EVENT && reading->last_day < calendar->published && years_over_is_told(reading))
        return false;
    if (reading->kind == READING_DEADLINE && reading->last_day > calendar->published + DEADLINE_HORIZON)
        return false; /* a report of those who were chosen, a law that comes into force */
    /* A page that is used again keeps its old day of publication: a whole appointment is believed further ahead. */
    bool whole = reading->span.last.weekday >= 0 && reading->start_minutes >= 0 && reading->announced;
    int64_t horizon = calendar->published + (whole ? FAR_HORIZON : HORIZON);
    if (reading->span.last.year && (reading->last_day < calendar->published - HISTORY || reading->last_day > horizon))
        return false;
    return !is_dateline(calendar, reading);
}

static void resolve(struct calendar *calendar, struct reading *reading)
{
    if (!resolve_last(calendar, reading) || !resolve_first(calendar, reading))
        return;
    bool long_event = reading->kind == READING_EVENT && reading->last_day - reading->first_day > (reading->span.last.year ? WRITTEN_LONGEST : EVENT_LONGEST);
    bool ends = reading->start_minutes >= 0 && reading->end_minutes >= 0 && reading->span.range && reading->last_day - reading->first_day > HOURS_LONGEST && reading->both;
    if (reading->first_day > reading->last_day || long_event || ends)
        return; /* "du 06/09/2016 à 9h au 06/11/2016 à 19h": nobody stays from an hour to another of the next season */
    reading->resolved = !calendar->known || is_topical(calendar, reading);
}

/* "les 10 et 11 octobre", published on the 11th: it goes on. */
static void resolve_with_next(const struct calendar *calendar, struct reading *reading, const struct reading *next)
{
    bool breath = reading->kind == READING_EVENT && next->kind == READING_EVENT && reading->passage == next->passage && reading->mention == next->mention;
    if (breath && !reading->resolved && next->resolved && reading->first_day < next->first_day && next->first_day - reading->first_day <= BREATH_DAYS &&
        reading->last_day == reading->first_day && next->last_day >= calendar->published)
        reading->resolved = true;
}

/* Days of one breath follow each other: "15 octobre, 12 novembre et 14 janvier". */
static void resolve_after(struct calendar *calendar, struct reading *reading, const struct reading *before)
{
    struct date_day *day = &reading->span.first;
    bool follows = before && before->passage == reading->passage && before->mention == reading->mention && before->resolved && !before->span.range;
    if (follows && !reading->span.range && !day->year && day->weekday < 0 && calendar->known && before->last_day > calendar->published) {
        struct civil last = civil_from_days(before->last_day);
        int year = last.year + (day->month < last.month || (day->month == last.month && day->day < last.day));
        if (exists(year, day)) {
            reading->first_day = reading->last_day = civil_to_days(year, day->month, day->day);
            reading->reason = before->reason;
            reading->resolved = true;
            return;
        }
    }
    resolve(calendar, reading);
}

/* Without a day of publication the field that dates the event tells the year of its day. */
static void note_fields(struct calendar *calendar, const struct article *article, const struct zone *zone)
{
    for (size_t i = 0; i < article->field_count; i++) {
        enum field_meaning meaning = field_keys_mean(article->fields[i].path);
        bool has_time = false;
        struct wall wall;
        if ((meaning != FIELD_STARTS && meaning != FIELD_ENDS) || !article_date_read(calendar->arena, article->fields[i].value, zone, &wall, &has_time))
            continue;
        struct civil civil = zone_to_civil(zone, wall);
        int *year = &calendar->written[civil.month][civil.day];
        *year = *year == 0 ? civil.year : *year;
    }
}

void years_resolve(struct arena *arena, struct readings *readings, const struct article *article, const struct zone *zone, struct diags *diags)
{
    struct calendar calendar = {.arena = arena, .article = article, .grammar = grammar_for(article->language), .diags = diags, .known = article->has_published,
                                .titled = years_told_title(article->title)};
    calendar.last = readings->count ? &readings->items[readings->count - 1] : NULL;
    if (!article->has_published)
        note_fields(&calendar, article, zone);
    if (article->has_published) {
        struct civil civil = zone_to_civil(zone, article->published);
        calendar.published = civil_to_days(civil.year, civil.month, civil.day);
    }
    for (size_t i = 0; i < readings->count; i++) {
        if (readings->items[i].kind == READING_NONE) {
            note_told(&calendar, &readings->items[i]);
            continue;
        }
        note_written(&calendar, &readings->items[i], &readings->items[i].span.first);
        note_written(&calendar, &readings->items[i], &readings->items[i].span.last);
    }
    for (size_t i = 0; i < readings->count; i++) {
        struct reading *reading = &readings->items[i];
        if (reading->kind != READING_NONE)
            resolve_after(&calendar, reading, i > 0 ? reading - 1 : NULL);
        else if (!exists(2024, &reading->span.first)) /* in no year at all, whatever it says */
            report_impossible(&calendar, reading, &reading->span.first);
    }
    for (size_t i = readings->count; i-- > 1;)
        resolve_with_next(&calendar, &readings->items[i - 1], &readings->items[i]);
}
