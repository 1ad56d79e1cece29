#include "content/field_text.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/article_repair.h"
#include "content/cues.h"
#include "content/dates.h"
#include "content/field_keys.h"
#include "content/lexis.h"
#include "content/times.h"

#include <string.h>
#include <strings.h>

/* A field and the sibling that names it. */
static const struct {
    const char *value;
    const char *label;
} field_pairs[] = {{"contenu", "intitule"}, {"contenu", "titre"}, {"contenu", "label"}, {"contenu", "nom"}, {"value", "label"}, {"texte", "titre"}, {"content", "label"}, {"valeur", "libelle"}};

/* A field that holds a date, and the siblings that say what happens then. */
static const char *const date_names[] = {"date", "dates", "quand", "when", NULL};
static const char *const said_names[] = {"desc", "description", "title", "titre", "label", "texte", "text", "quoi", "name", "nom", NULL};

static const struct field *sibling(const struct article *article, const char *path, const char *name)
{
    size_t stem = (size_t)(field_keys_last(path) - path);
    for (size_t i = 0; i < article->field_count; i++) {
        const struct field *other = &article->fields[i];
        if (strncmp(other->path, path, stem) == 0 && strcmp(other->path + stem, name) == 0)
            return other;
    }
    return NULL;
}

static bool is_front_block(const struct article *article, const char *path)
{
    for (size_t i = 0; i < article->front_block_count; i++)
        if (article->front_blocks[i].field && strcmp(article->front_blocks[i].field, path) == 0)
            return true;
    return false;
}

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

/* The name of a field ("Horaires") that stands beside its value, or NULL. */
static const char *label_of(const struct article *article, const char *path)
{
    for (size_t k = 0; k < sizeof field_pairs / sizeof *field_pairs; k++)
        if (strcmp(field_keys_last(path), field_pairs[k].value) == 0) {
            const struct field *label = sibling(article, path, field_pairs[k].label);
            if (label && label->value[0])
                return label->value;
        }
    return NULL;
}

/* Not prose, also when the key has a letter too few or too many: "dat: 2024-03-01" is no day of an event. */
static bool is_listed(const char *name)
{
    const char *meant = article_repair_meant(name);
    enum field_meaning meaning = field_keys_mean(meant ? meant : name);
    return meaning != FIELD_OTHER && meaning != FIELD_HOURS && meaning != FIELD_WHEN;
}

static bool names_day(struct arena *arena, const char *text, const struct grammar *grammar)
{
    struct lexis lexis = lexis_read(arena, text);
    size_t count = 0;
    dates_find(arena, &lexis, grammar, &count);
    return count > 0;
}

/* "[7 mars] - [19 avril]" beside "Envoyez votre candidature": read as one line. NULL when the field is no such date. */
static const char *dated_text(struct arena *arena, const struct article *article, const char *path, const char *value,
                              const struct grammar *grammar)
{
    bool dated = false;
    for (size_t i = 0; date_names[i]; i++)
        dated = dated || (strcmp(field_keys_last(path), date_names[i]) == 0 && strcmp(path, date_names[i]) != 0);
    for (size_t i = 0; dated && said_names[i]; i++) {
        const struct field *said = sibling(article, path, said_names[i]);
        if (said && names_day(arena, value, grammar)) {
            /* Up to its first number: what it says of other days is read by itself. */
            char *words = arena_copy_bytes(arena, said->value, strcspn(said->value, "0123456789\n"));
            return arena_format(arena, "%s : %s", value, words);
        }
    }
    return NULL;
}

/* "/agenda/2019/ecole-02-06-2019/", "2019-02-06T09:00": for programs, unless the key says what it is: "date_limite". */
static bool is_for_programs(struct arena *arena, const char *key, const char *value, const struct cue_index *index)
{
    static const enum cue_kind kinds[] = {CUE_LIMIT, CUE_UNTIL, CUE_CALL, CUE_BEFORE};
    if (value[0] == '/' || value[0] == '.' || strstr(value, "://"))
        return strpbrk(value, " \n") == NULL;
    if (strspn(value, "0123456789") != 4 || strspn(value, "0123456789-:.+TZtz /") != strlen(value))
        return false;
    struct lexis lexis = lexis_read(arena, key);
    size_t count = 0;
    const struct cue *cues = cues_find(arena, index, &lexis, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
            if (cues[i].kind == kinds[k])
                return false;
    return true;
}

/* "dateLabel: 28 et 29 septembre" of a page that has a place is a day to come to; of a page without it may be that of publication. */
static bool shows_day(const struct article *article, const char *key)
{
    bool when = field_keys_mean(key) == FIELD_WHEN || field_keys_mean(key) == FIELD_STARTS;
    for (size_t i = 0; i < article->field_count && when; i++)
        if (field_keys_mean(field_keys_last(article->fields[i].path)) == FIELD_PLACE)
            return true;
    return false;
}

/* "duration: 18h-20h": the hours themselves, and no length. */
static bool is_stretch(struct arena *arena, const char *key, const char *value, const struct grammar *grammar)
{
    static const char *const lengths[] = {"duration", "duree", "dur\xC3\xA9""e", NULL};
    struct lexis lexis = lexis_read(arena, value);
    size_t count = 0;
    const struct time_mention *times = grammar_lists(lengths, key) ? times_find(arena, &lexis, grammar, &count) : NULL;
    return count == 1 && times[0].start >= 0 && times[0].end >= 0;
}

/* Its name in the eyes of the reader: "Horaires", "Date", what a sibling says; "" for the others. */
static const char *label_for(const struct article *article, const char *key, const char *name, const char *label, const char *dated)
{
    if (label || dated)
        return name;
    if (field_keys_mean(name) == FIELD_HOURS)
        return "Horaires";
    return shows_day(article, key) ? name : "";
}

/* What a picture shows. */
static bool is_picture(const char *key)
{
    return strcmp(key, "alternative-textuelle") == 0 || strcmp(key, "alt") == 0;
}

/* What the field is called in its text. */
static const char *name_of(const struct field *field, const char *key, const char *label, bool hours)
{
    if (label)
        return label;
    bool day = field_keys_mean(key) == FIELD_WHEN || field_keys_is_worded(key, field->value);
    return hours ? "Horaires" : day ? "Date" : key;
}

/* "time" is the hour of an event where another field tells its day; else it may be when the page was written. */
static bool is_hour_of_page(const struct article *article, const char *key)
{
    if (strcasecmp(key, "time") != 0)
        return false;
    for (size_t i = 0; i < article->field_count; i++) {
        enum field_meaning meaning = field_keys_mean(field_keys_last(article->fields[i].path));
        if (meaning == FIELD_STARTS || meaning == FIELD_WHEN)
            return false;
    }
    return true;
}

bool field_text_read(struct arena *arena, const struct article *article, const struct field *field, const struct cue_index *index, const struct grammar *grammar,
                     struct field_text *said)
{
    const char *key = field_keys_last(field->path), *label = label_of(article, field->path);
    const char *dated = dated_text(arena, article, field->path, field->value, grammar);
    bool prose = dated || field_keys_is_worded(key, field->value) || (!is_listed(key) && strcasecmp(field->path, "title") != 0);
    if (!prose || is_hour_of_page(article, key) || !has_digit(field->value) || is_front_block(article, field->path))
        return false;
    if (!label && !dated && is_for_programs(arena, key, field->value, index))
        return false;
    bool hours = is_stretch(arena, key, field->value, grammar);
    const char *name = name_of(field, key, label, hours);
    said->picture = is_picture(key);
    said->text = dated ? dated : said->picture ? field->value : arena_format(arena, "%s : %s", name, field->value);
    said->label = hours ? name : label_for(article, key, name, label, dated);
    return true;
}

bool field_text_name(struct arena *arena, const struct article *article, const char *path, const char *text, const struct grammar *grammar, struct field_text *said)
{
    const char *label = label_of(article, path), *dated = dated_text(arena, article, path, text, grammar);
    said->picture = false;
    said->text = label ? arena_format(arena, "%s : %s", label, text) : dated;
    said->label = label ? label : field_keys_last(path);
    return label || dated;
}
