#include "commands/command.h"
#include "commands/studio.h"

#include "base/arena.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/facts.h"
#include "content/library.h"
#include "content/playlist.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

/* What one explanation works with; `article` is borrowed from the library. */
struct explanation {
    const struct command *command;
    const struct item *item;
    const struct article *article;
    const struct zone *zone;
    const struct slide *slides;
    size_t slide_count;
    const struct diags *diags;
    struct arena *arena;
};

static json_t *explain_text(const char *text)
{
    return text ? json_string(text) : json_null();
}

static json_t *explain_instant(const struct explanation *explanation, struct wall wall)
{
    return json_string(instant_format(explanation->arena, wall, explanation->zone));
}

static json_t *explain_action_index(int action)
{
    return action >= 0 ? json_integer(action) : json_null();
}

static const char *reason_in(const struct explanation *explanation, struct reason reason)
{
    return explanation->command->english ? reason.english : reason.french;
}

static json_t *explain_deadlines(const struct explanation *explanation, const struct facts *facts)
{
    json_t *list = json_array();
    for (size_t i = 0; i < facts->deadline_count; i++) {
        const struct deadline *deadline = &facts->deadlines[i];
        json_t *entry = json_object();
        json_object_set_new(entry, "text", explain_text(deadline->text));
        json_object_set_new(entry, "until", explain_instant(explanation, deadline->until));
        json_object_set_new(entry, "line", json_integer(deadline->line));
        json_object_set_new(entry, "has_time", json_boolean(deadline->has_time));
        json_object_set_new(entry, "subject", explain_text(deadline->subject));
        json_object_set_new(entry, "reason", explain_text(reason_in(explanation, deadline->reason)));
        json_object_set_new(entry, "action", explain_action_index(deadline->action));
        json_array_append_new(list, entry);
    }
    return list;
}

/* An event that is given again stands once, with its other days. */
static bool is_given_before(const struct facts *facts, size_t index)
{
    for (size_t i = 0; facts->events[index].series && i < index; i++)
        if (facts->events[i].series == facts->events[index].series)
            return true;
    return false;
}

static json_t *explain_again(const struct explanation *explanation, const struct facts *facts, size_t index)
{
    json_t *list = json_array();
    for (size_t i = index + 1; facts->events[index].series && i < facts->event_count; i++)
        if (facts->events[i].series == facts->events[index].series)
            json_array_append_new(list, explain_instant(explanation, facts->events[i].start));
    return list;
}

static json_t *explain_events(const struct explanation *explanation, const struct facts *facts)
{
    json_t *list = json_array();
    for (size_t i = 0; i < facts->event_count; i++) {
        const struct event *event = &facts->events[i];
        if (is_given_before(facts, i))
            continue;
        json_t *entry = json_object();
        json_object_set_new(entry, "title", explain_text(event->title));
        json_object_set_new(entry, "text", explain_text(event->text));
        json_object_set_new(entry, "start", explain_instant(explanation, event->start));
        json_object_set_new(entry, "end", event->has_end ? explain_instant(explanation, event->end) : json_null());
        json_object_set_new(entry, "all_day", json_boolean(event->all_day));
        json_object_set_new(entry, "again", explain_again(explanation, facts, i));
        json_object_set_new(entry, "place", explain_text(event->place));
        json_object_set_new(entry, "about", explain_text(event->about));
        json_object_set_new(entry, "line", json_integer(event->line));
        json_object_set_new(entry, "reason", explain_text(reason_in(explanation, event->reason)));
        json_object_set_new(entry, "action", explain_action_index(event->action));
        json_array_append_new(list, entry);
    }
    return list;
}

static const char *explain_serves(enum action_for serves)
{
    switch (serves) {
    case ACTION_FOR_DEADLINE:
        return "deadline";
    case ACTION_FOR_EVENT:
        return "event";
    default:
        return NULL;
    }
}

static json_t *explain_actions(const struct facts *facts)
{
    json_t *list = json_array();
    for (size_t i = 0; i < facts->action_count; i++) {
        const struct action *action = &facts->actions[i];
        json_t *entry = json_object();
        json_object_set_new(entry, "label", explain_text(action->label));
        json_object_set_new(entry, "url", explain_text(action->url));
        json_object_set_new(entry, "for", explain_text(explain_serves(action->serves)));
        json_object_set_new(entry, "line", json_integer(action->line));
        json_array_append_new(list, entry);
    }
    return list;
}

static json_t *explain_images(const struct explanation *explanation)
{
    json_t *list = json_array();
    for (size_t i = 0; i < explanation->article->image_count; i++) {
        const struct article_image *image = &explanation->article->images[i];
        json_t *entry = json_object();
        json_object_set_new(entry, "path", explain_text(image->path));
        json_object_set_new(entry, "alt", explain_text(image->alt ? image->alt : ""));
        json_object_set_new(entry, "file", explain_text(image->file));
        json_array_append_new(list, entry);
    }
    return list;
}

static json_t *explain_slides(const struct explanation *explanation)
{
    json_t *list = json_array();
    for (size_t i = 0; i < explanation->slide_count; i++) {
        const struct slide *slide = &explanation->slides[i];
        json_t *entry = json_object();
        json_object_set_new(entry, "id", explain_text(slide->id));
        json_object_set_new(entry, "line", json_integer(slide->source_line));
        json_object_set_new(entry, "text", explain_text(build_plain_text(explanation->arena, slide)));
        json_object_set_new(entry, "dwell", json_real(slide->dwell_ms / 1000.0));
        json_object_set_new(entry, "qr", explain_text(slide->has_link ? slide->link.qr : NULL));
        json_array_append_new(list, entry);
    }
    return list;
}

static json_t *explain_warnings(const struct explanation *explanation)
{
    json_t *list = json_array();
    for (size_t i = 0; i < explanation->diags->count; i++) {
        const struct diag *diag = &explanation->diags->items[i];
        json_t *entry = json_object();
        json_object_set_new(entry, "line", json_integer(diag->place.line));
        json_object_set_new(entry, "message", explain_text(explanation->command->english ? diag->english : diag->french));
        json_object_set_new(entry, "code", explain_text(diag->code));
        json_object_set_new(entry, "level", json_string(diag->level == DIAG_ERROR ? "error" : "warning"));
        json_array_append_new(list, entry);
    }
    return list;
}

static json_t *explain_left(const struct explanation *explanation, const struct facts *facts)
{
    json_t *list = json_array();
    for (size_t i = 0; i < facts->left_count; i++) {
        json_t *one = json_object();
        json_object_set_new(one, "text", explain_text(facts->left[i].text));
        json_object_set_new(one, "line", json_integer(facts->left[i].line));
        json_object_set_new(one, "reason", explain_text(reason_in(explanation, facts->left[i].reason)));
        json_array_append_new(list, one);
    }
    return list;
}

static void explain_facts(const struct explanation *explanation, json_t *root, const struct facts *facts)
{
    json_object_set_new(root, "deadlines", explain_deadlines(explanation, facts));
    json_object_set_new(root, "events", explain_events(explanation, facts));
    json_object_set_new(root, "actions", explain_actions(facts));
    json_object_set_new(root, "left_out", explain_left(explanation, facts));
}

/* What the article itself says where a playlist corrects it: both are shown. NULL when nothing is corrected. */
static json_t *explain_uncorrected(const struct explanation *explanation)
{
    if (!explanation->item->correct.present)
        return NULL;
    struct article_settings settings = {.zone = explanation->zone, .site = explanation->article->site};
    struct article *article = article_load(explanation->item->files[0].path, &settings, NULL);
    if (!article)
        return NULL;
    json_t *said = json_object();
    json_object_set_new(said, "corrected_on_line", json_integer(explanation->item->correct.line));
    explain_facts(explanation, said, article->facts);
    article_destroy(article);
    return said;
}

static json_t *explain_article(const struct explanation *explanation)
{
    const struct article *article = explanation->article;
    json_t *root = json_object();
    json_object_set_new(root, "title", explain_text(article->title));
    json_object_set_new(root, "published", article->has_published ? explain_instant(explanation, article->published) : json_null());
    json_object_set_new(root, "lead", explain_text(article->lead));
    json_t *categories = json_array();
    for (size_t i = 0; i < article->category_count; i++)
        json_array_append_new(categories, explain_text(article->categories[i]));
    json_object_set_new(root, "categories", categories);
    json_object_set_new(root, "draft", json_boolean(article->draft));
    json_object_set_new(root, "images", explain_images(explanation));
    explain_facts(explanation, root, article->facts);
    json_t *said = explain_uncorrected(explanation);
    if (said)
        json_object_set_new(root, "article_says", said);
    json_object_set_new(root, "slides", explain_slides(explanation));
    json_object_set_new(root, "warnings", explain_warnings(explanation));
    return root;
}

static void explain_print_left(const struct explanation *explanation, const struct facts *facts)
{
    for (size_t i = 0; i < facts->left_count; i++)
        printf(explanation->command->english ? "%sLeft out, line %d: \"%s\" (%s)\n" : "%sLaissée de côté, ligne %d : « %s » (%s)\n", i ? "" : "\n", facts->left[i].line,
               facts->left[i].text, reason_in(explanation, facts->left[i].reason));
}

static void explain_print_events(const struct explanation *explanation, const struct facts *facts)
{
    bool english = explanation->command->english;
    for (size_t i = 0; i < facts->event_count; i++) {
        const struct event *event = &facts->events[i];
        if (is_given_before(facts, i))
            continue;
        printf(english ? "\nEvent, line %d: %s\n  %s%s%s%s\n  place: %s\n  from: \"%s\"\n  because: %s\n"
                       : "\nÉvénement, ligne %d : %s\n  %s%s%s%s\n  lieu : %s\n  d’après : « %s »\n  raison : %s\n",
               event->line, event->title, instant_format(explanation->arena, event->start, explanation->zone),
               event->has_end ? " – " : "",
               event->has_end ? instant_format(explanation->arena, event->end, explanation->zone) : "",
               event->all_day ? (english ? " (all day)" : " (toute la journée)") : "", event->place[0] ? event->place : "—",
               event->text, reason_in(explanation, event->reason));
        for (size_t k = i + 1; event->series && k < facts->event_count; k++)
            if (facts->events[k].series == event->series)
                printf(english ? "  again: %s\n" : "  aussi : %s\n", instant_format(explanation->arena, facts->events[k].start, explanation->zone));
        if (event->action >= 0)
            printf("  → %s %s\n", facts->actions[event->action].label, facts->actions[event->action].url);
    }
}

/* The same for people: what is there, in reading order, with its line. */
static void explain_print_facts(const struct explanation *explanation, const struct facts *facts)
{
    bool english = explanation->command->english;
    for (size_t i = 0; i < facts->deadline_count; i++) {
        const struct deadline *deadline = &facts->deadlines[i];
        printf(english ? "\nDeadline, line %d: %s\n  from: \"%s\"\n  because: %s\n"
                       : "\nÉchéance, ligne %d : %s\n  d’après : « %s »\n  raison : %s\n",
               deadline->line, instant_format(explanation->arena, deadline->until, explanation->zone), deadline->text,
               reason_in(explanation, deadline->reason));
        if (deadline->action >= 0)
            printf("  → %s %s\n", facts->actions[deadline->action].label, facts->actions[deadline->action].url);
    }
    explain_print_events(explanation, facts);
    for (size_t i = 0; i < facts->action_count; i++)
        printf(english ? "\nAction, line %d: %s\n  %s\n" : "\nAction, ligne %d : %s\n  %s\n", facts->actions[i].line,
               facts->actions[i].label, facts->actions[i].url);
    explain_print_left(explanation, facts);
}

static void explain_print_uncorrected(const struct explanation *explanation)
{
    if (!explanation->item->correct.present)
        return;
    struct article_settings settings = {.zone = explanation->zone, .site = explanation->article->site};
    struct article *article = article_load(explanation->item->files[0].path, &settings, NULL);
    if (!article)
        return;
    printf(explanation->command->english ? "\nCorrected by the playlist, line %d. The article itself says:\n"
                                         : "\nCorrigé par la liste de lecture, ligne %d. L’article lui-même dit :\n",
           explanation->item->correct.line);
    explain_print_facts(explanation, article->facts);
    article_destroy(article);
}

static void explain_print(const struct explanation *explanation)
{
    const struct article *article = explanation->article;
    bool english = explanation->command->english;
    printf("%s\n", article->title);
    if (article->has_published)
        printf(english ? "Published: %s\n" : "Publié : %s\n",
               instant_format(explanation->arena, article->published, explanation->zone));
    if (article->draft)
        puts(english ? "Draft: it is not shown." : "Brouillon : il n’est pas affiché.");
    if (article->lead[0])
        printf("%s\n", article->lead);
    explain_print_facts(explanation, article->facts);
    explain_print_uncorrected(explanation);
    for (size_t i = 0; i < explanation->slide_count; i++)
        printf("\n[%zu/%zu] %s\n%s\n", i + 1, explanation->slide_count, explanation->slides[i].id,
               build_plain_text(explanation->arena, &explanation->slides[i]));
    if (explanation->diags->count)
        puts("");
    for (size_t i = 0; i < explanation->diags->count; i++)
        printf("%s\n", diag_line(explanation->arena, &explanation->diags->items[i], english));
}

/* One article of the source, with slides of `at`, or of the day of its publication: an old article explains itself too. NULL when it
 * cannot be read. For people it is printed at once. */
static json_t *explain_item(const struct command *command, struct library *library, const struct item *item, struct arena *arena,
                            const struct wall *at)
{
    const struct article *article = library_article(library, item);
    if (!article)
        return NULL;
    const struct playlist *playlist = library_playlist(library);
    struct now now = {.wall = at ? *at : article->published, .wall_trusted = article->has_published || at};
    struct explanation explanation = {
        .command = command, .item = item, .article = article, .zone = playlist->zone, .arena = arena};
    struct build build = {.playlist = playlist, .now = now};
    explanation.slides = build_item(arena, &build, item, article, &explanation.slide_count);
    explanation.diags = library_diags(library);
    if (command->json)
        return explain_article(&explanation);
    explain_print(&explanation);
    return json_object();
}

/* One article is explained as an object; a playlist as {"articles": [...]}. */
static void explain_output(json_t *articles, bool single)
{
    json_t *root = single ? json_incref(json_array_get(articles, 0)) : json_pack("{s:O}", "articles", articles);
    json_dumpf(root, stdout, JSON_INDENT(2) | JSON_REAL_PRECISION(6));
    putchar('\n');
    json_decref(root);
}

static void explain_nothing(const struct command *command, struct library *library, struct arena *arena)
{
    const struct diags *diags = library_diags(library);
    for (size_t i = 0; i < diags->count; i++)
        fprintf(stderr, "%s\n", diag_line(arena, &diags->items[i], command->english));
    if (diags->count == 0)
        command_say(command, "%s ne contient aucun article", "%s holds no article", command->source);
}

int explain_command(const struct command *command)
{
    struct library *library = library_create(command->source);
    const struct playlist *playlist = library_playlist(library);
    struct arena *arena = arena_create();
    struct wall at = {0};
    int code = EXIT_USAGE;
    if (command_time(command, command->at, playlist->zone, &at)) {
        json_t *articles = json_array();
        for (size_t i = 0; i < playlist->item_count; i++) {
            const struct item *item = &playlist->items[i];
            json_t *one = item->kind == ITEM_ARTICLE ? explain_item(command, library, item, arena, command->at ? &at : NULL) : NULL;
            if (one)
                json_array_append_new(articles, one);
        }
        code = json_array_size(articles) ? EXIT_FINE : EXIT_ERRORS;
        if (code != EXIT_FINE)
            explain_nothing(command, library, arena);
        else if (command->json)
            explain_output(articles, playlist->item_count == 1);
        json_decref(articles);
    }
    arena_destroy(arena);
    library_destroy(library);
    return code;
}
