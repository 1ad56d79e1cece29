/* Prints what facts_read understands of one article as JSON, with the keys of `parvis explain --json`: for trying the reader of
 * dates without the rest of the program. usage: facts_dump [explain --json] FILE */
#include "base/arena.h"
#include "base/diag.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/facts.h"

#include <stdio.h>
#include <stdlib.h>

static void print_text(const char *text)
{
    putchar('"');
    for (const unsigned char *byte = (const unsigned char *)(text ? text : ""); *byte; byte++) {
        if (*byte == '"' || *byte == '\\')
            printf("\\%c", *byte);
        else if (*byte < ' ')
            printf("\\u%04x", *byte);
        else
            putchar(*byte);
    }
    putchar('"');
}

static void print_pair(const char *key, const char *text)
{
    printf("\"%s\": ", key);
    print_text(text);
    printf(", ");
}

static void print_facts(struct arena *arena, const struct article *article, const struct zone *zone)
{
    const struct facts *facts = article->facts;
    printf("{\n\"deadlines\": [");
    for (size_t i = 0; i < facts->deadline_count; i++) {
        const struct deadline *deadline = &facts->deadlines[i];
        printf("%s\n  {", i ? "," : "");
        print_pair("text", deadline->text);
        print_pair("until", instant_format(arena, deadline->until, zone));
        print_pair("subject", deadline->subject);
        print_pair("reason", deadline->reason.french);
        print_pair("url", deadline->action >= 0 ? facts->actions[deadline->action].url : "");
        printf("\"line\": %d}", deadline->line);
    }
    printf("],\n\"events\": [");
    for (size_t i = 0; i < facts->event_count; i++) {
        const struct event *event = &facts->events[i];
        printf("%s\n  {", i ? "," : "");
        print_pair("title", event->title);
        print_pair("text", event->text);
        print_pair("start", instant_format(arena, event->start, zone));
        if (event->has_end)
            print_pair("end", instant_format(arena, event->end, zone));
        print_pair("place", event->place);
        print_pair("about", event->about);
        print_pair("reason", event->reason.french);
        print_pair("url", event->action >= 0 ? facts->actions[event->action].url : "");
        printf("\"all_day\": %s, \"line\": %d}", event->all_day ? "true" : "false", event->line);
    }
    printf("],\n\"actions\": [");
    for (size_t i = 0; i < facts->action_count; i++) {
        static const char *const kinds[] = {"", "deadline", "event"};
        const struct action *action = &facts->actions[i];
        printf("%s\n  {", i ? "," : "");
        print_pair("label", action->label);
        print_pair("url", action->url);
        print_pair("for", kinds[action->serves]);
        printf("\"line\": %d}", action->line);
    }
}

int main(int argc, char **argv)
{
    struct zone *zone = zone_create("Europe/Paris", NULL);
    struct article_settings settings = {.zone = zone};
    struct arena *arena = arena_create();
    struct diags diags;
    diag_init(&diags);
    struct article *article = argc > 1 ? article_load(argv[argc - 1], &settings, &diags) : NULL;
    if (article)
        print_facts(arena, article, zone);
    else
        printf("{\"deadlines\": [");
    printf("],\n\"warnings\": [");
    for (size_t i = 0; i < diags.count; i++) {
        printf("%s\n  {", i ? "," : "");
        print_pair("message", diags.items[i].french);
        print_pair("code", diags.items[i].code);
        printf("\"line\": %d}", diags.items[i].place.line);
    }
    printf("]\n}\n");
    article_destroy(article);
    diag_finish(&diags);
    arena_destroy(arena);
    zone_destroy(zone);
    return article ? EXIT_SUCCESS : EXIT_FAILURE;
}
