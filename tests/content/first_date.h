/* Articles of one passage, for the tests of what looks at a date. Included once by a test. */
#ifndef PARVIS_TESTS_FIRST_DATE_H
#define PARVIS_TESTS_FIRST_DATE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/grammar.h"
#include "content/likeness.h"
#include "content/passages.h"
#include "content/sheet.h"

#include <string.h>

/* A page of 2 March 2026 that is read. */
struct page {
    struct arena *arena;
    struct zone *zone;
    struct diags diags;
    struct article *article;
    struct passages passages;
    struct sheet sheet; /* of the last passage */
};

static struct page page_open(const char *language, const char *text)
{
    struct page page = {.arena = arena_create(), .zone = zone_create("Europe/Paris", NULL)};
    struct article_settings settings = {.zone = page.zone};
    char *whole = arena_format(page.arena, "---\ntitle: Une page\ndate: 2026-03-02\nlang: %s\n---\n\n%s\n", language, text);
    diag_init(&page.diags);
    page.article = article_parse("page.md", whole, strlen(whole), &settings, &page.diags);
    const struct grammar *grammar = grammar_for(page.article->language);
    page.passages = passages_collect(page.article->arena, page.article, grammar);
    page.sheet = sheet_open(page.article->arena, &page.passages.items[page.passages.count - 1], grammar);
    return page;
}

static void page_close(struct page *page)
{
    article_destroy(page->article);
    diag_finish(&page->diags);
    zone_destroy(page->zone);
    arena_destroy(page->arena);
}

/* How it is looked at. */
typedef struct likeness date_look(const struct sheet *sheet);

/* What it says of the only date of the body. */
static struct likeness look_by(date_look *look, const char *language, const char *text)
{
    struct page page = page_open(language, text);
    assert_int_equal(page.sheet.date_count, 1);
    struct likeness likeness = look(&page.sheet);
    page_close(&page);
    return likeness;
}

/* What each look must know: a request, an appointment, what was, and a language for which nothing was learned. */
static void assert_knows(date_look *look)
{
    struct likeness asked = look_by(look, "fr", "Inscrivez-vous sur le site jusqu'au 12 avril."), met = look_by(look, "fr", "Rendez-vous samedi 11 avril à 14h pour un atelier ouvert à tous.");
    struct likeness past = look_by(look, "fr", "Le décret a été publié le 12 avril au Journal officiel."), english = look_by(look, "en", "Please register until 12 April.");
    assert_true(asked.deadline > LIKENESS_ONE);
    assert_true(asked.event < -LIKENESS_ONE);
    assert_true(met.event > LIKENESS_ONE);
    assert_true(met.deadline < -LIKENESS_ONE);
    assert_true(past.deadline < -LIKENESS_ONE);
    assert_true(past.event < -LIKENESS_ONE);
    assert_true(english.deadline < -LIKENESS_ONE);
    assert_true(english.event < -LIKENESS_ONE);
}

#endif
