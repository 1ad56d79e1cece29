/* HTML as editors paste it: what is read, what is dropped, boxes, lists, tables, broken tags, and the lines. */
#include "content/html.h"

#include "base/arena.h"
#include "base/diag.h"
#include "content/blocks.h"
#include "content/blocks_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

struct reading {
    struct arena *arena;
    struct diags diags;
    struct blocks blocks;
    const struct block *items;
    size_t count;
};

static void read_html(struct reading *reading, const char *html, int first_line)
{
    *reading = (struct reading){.arena = arena_create()};
    diag_init(&reading->diags);
    blocks_init(&reading->blocks, reading->arena, "essai.md", &reading->diags);
    html_read(&reading->blocks, html, strlen(html), first_line);
    reading->items = blocks_take(&reading->blocks, &reading->count);
}

static void end_reading(struct reading *reading)
{
    blocks_finish(&reading->blocks);
    diag_finish(&reading->diags);
    arena_destroy(reading->arena);
}

static void expect(const char *html, const char *wanted)
{
    struct reading reading;
    read_html(&reading, html, 1);
    assert_string_equal(blocks_text(reading.arena, reading.items, reading.count, reading.blocks.links), wanted);
    end_reading(&reading);
}

static void reads_blocks_and_styles(void **state)
{
    (void)state;
    expect("<div><h2>A <b>b</b></h2><p>c <i>d <s>e</s></i> f<sup>e</sup></p>texte<p>g</p></div>",
           "h2 @1 A [b|b]\np @1 c [i|d ][is|e] f[^|e]\np @1 texte\np @1 g\n");
    expect("<div>un&nbsp;deux &eacute; &lt;b&gt; &#233; &amp;amp;</div>", "p @1 un\xC2\xA0" "deux é <b> é &amp;\n");
    expect("<div>  un \n\t deux  </div>", "p @1 un «2»deux\n");
    expect("<div><p>a<br>b<br/><br>c</p></div>", "p @1 a/b\np @1 c\n");
    expect("<div><hr>a<hr>b</div>", "p @1 a\np @1 b\n");
}

static void counts_lines_in_every_element(void **state)
{
    struct reading reading;
    (void)state;
    read_html(&reading, "<div\nclass='x'>\n\nun\n<!--\n\n-->deux <b>trois</b>\n<p\n>quatre</p>\n<p>&eacute;\ncinq</p></div>", 10);
    assert_string_equal(blocks_text(reading.arena, reading.items, reading.count, reading.blocks.links),
                        "p @13 un «16»deux [b|trois]\np @18 quatre\np @19 é «20»cinq\n");
    end_reading(&reading);
}

/* The parser hands long texts over in pieces. */
static void counts_lines_in_long_text(void **state)
{
    struct reading reading;
    struct arena *arena = arena_create();
    struct buffer html;
    (void)state;
    buffer_init(&html, arena);
    buffer_add(&html, "<div>");
    for (int i = 0; i < 500; i++)
        buffer_format(&html, "ligne %d avec des mots é\n", i + 1);
    buffer_add(&html, "</div>");
    read_html(&reading, html.data, 1);
    assert_int_equal(reading.count, 1);
    assert_int_equal(reading.items[0].mark_count, 499);
    for (size_t i = 0; i < 499; i++) {
        const struct line_mark *mark = &reading.items[0].marks[i];
        const char *wanted = arena_format(arena, "ligne %d ", mark->line);
        assert_int_equal(mark->line, (int)i + 2);
        assert_memory_equal(reading.items[0].text + mark->offset, wanted, strlen(wanted));
    }
    assert_int_equal(article_line_at(&reading.items[0], 0), 1);
    assert_int_equal(article_line_at(&reading.items[0], reading.items[0].marks[7].offset), 9);
    assert_int_equal(article_line_at(&reading.items[0], reading.items[0].marks[7].offset - 1), 8);
    end_reading(&reading);
    arena_destroy(arena);
}

static void drops_what_nobody_reads(void **state)
{
    (void)state;
    expect("<div><script>x<y</script><style>z</style><iframe>i</iframe><noscript>n</noscript><video>v</video>reste"
           "<span hidden>h</span><p style='display:none'>d</p><span class='fr-sr-only'>s</span><svg><title>t</title></svg></div>",
           "p @1 reste\n");
    expect("<div><figure><img src='a.png' alt='A'><figcaption>légende</figcaption></figure></div>", "");
}

static void reads_boxes(void **state)
{
    (void)state;
    expect("<div>a<div class='noir encadre'><h3>b</h3><div class='fr-callout'>c</div>d</div>e</div>",
           "p @1 a\nh3 box1 @1 b\np box2 @1 c\np box1 @1 d\np @1 e\n");
    expect("<div><blockquote>a<p class='encadre'>b</p>c</blockquote></div>", "p box1 @1 a\np box1 @1 b\np box1 @1 c\n");
    expect("<div><div class='lien-important'><p>a</p></div><p>b</p></div>", "p ! @1 a\np @1 b\n");
    expect("<div><p class='encadrement'>a</p></div>", "p @1 a\n");
}

static void reads_lists(void **state)
{
    (void)state;
    expect("<div><ol start='4'><li>a<ul><li>b</li></ul>c</li><li value='9'><p>d</p><p>e</p></li><li>f</li></ol></div>",
           "li1.4 list1 @1 a\nli2 list1 @1 b\np @1 c\nli1.9 list1 @1 d/e\nli1.10 list1 @1 f\n");
    expect("<div><ul><li><h4>t</h4>a</li><li>b</ul><li>seul</div>", "h4 @1 t\nli1 list1 @1 a\nli1 list1 @1 b\nli1 list2 @1 seul\n");
    expect("<div><ol start='-5'><li>a</ol><ol start='x'><li>b</ol></div>", "li1.1 list1 @1 a\nli1.1 list2 @1 b\n");
}

static void reads_tables(void **state)
{
    (void)state;
    expect("<div><table><caption>l</caption><tr><th>A<th>B</tr><tr><th>c</th><td>d</td></tr><tr><td></td><td>e<br>f</td></tr></table></div>",
           "p @1 l\nrow list1 @1 c — d\nrow list1 @1 e/f\n");
    expect("<div><table><thead><tr><td>A</td></tr></thead><tbody><tr><td><ul><li>b</li><li>c</li></ul></td></tr></table></div>",
           "row list1 @1 b/c\n");
    expect("<div><table><tr><th>A</th></tr></table></div>", "row list1 @1 A\n");
    expect("<div><table><tr><td>a</td><td><table><tr><td>b</td></tr></table></td></tr></table>c</div>",
           "row list1 @1 a\nrow list2 @1 b\np @1 c\n");
}

static void reads_links(void **state)
{
    struct reading reading;
    (void)state;
    read_html(&reading,
              "<div><a class='fr-btn' href=' https://x.fr/a b '>un <b>deux</b></a> <a href='#bas'>bas</a>"
              "<a href='javascript:x()'>j</a><p><button class='btn'><a href='y'>trois</a></button></p>"
              "<div class='lien-important'><a href='z'><img src='p.png' alt='Affiche'></a></div>"
              "<a href='vide'></a><a href='w'><h3>Titre</h3><p>texte</p></a></div>",
              1);
    const struct link *links = reading.blocks.links;
    assert_int_equal(reading.blocks.link_count, 4);
    assert_string_equal(links[0].url, "https://x.fr/a%20b");
    assert_string_equal(links[0].label, "un deux");
    assert_int_equal(links[0].flags, LINK_BUTTON);
    assert_int_equal(links[0].block, 0);
    assert_int_equal(links[1].flags, LINK_BUTTON);
    assert_string_equal(links[2].label, "Affiche");
    assert_int_equal(links[2].flags, LINK_IMPORTANT);
    assert_string_equal(links[3].label, "Titre");
    assert_string_equal(blocks_text(reading.arena, reading.items, reading.count, links),
                        "p @1 [=https://x.fr/a%20b|un ][b=https://x.fr/a%20b|deux] basj\np @1 [=y|trois]\n"
                        "h3 @1 [=w|Titre]\np @1 [=w|texte]\n");
    end_reading(&reading);
}

static void keeps_pictures(void **state)
{
    struct reading reading;
    (void)state;
    read_html(&reading, "<div><img src='/a.png' alt='A'>\n<img src='b.png'><img src='/a.png'><img alt='c'></div>", 3);
    assert_int_equal(reading.count, 0);
    assert_int_equal(reading.blocks.image_count, 2);
    assert_string_equal(reading.blocks.images[0].alt, "A");
    assert_int_equal(reading.blocks.images[0].line, 3);
    assert_string_equal(reading.blocks.images[1].path, "b.png");
    assert_int_equal(reading.blocks.images[1].line, 4);
    end_reading(&reading);
}

static void repairs_broken_html(void **state)
{
    (void)state;
    expect("<div><b>a<p>b</div>c</b>", "p @1 [b|a]\np @1 b\np @1 c\n");
    expect("</div></p>a", "p @1 a\n");
    expect("<div>a < b & c <", "p @1 a < b & c <\n");
    expect("", "");
}

static void stops_at_its_depth(void **state)
{
    struct reading reading;
    struct arena *arena = arena_create();
    struct buffer html;
    (void)state;
    buffer_init(&html, arena);
    buffer_add(&html, "<div>avant\n");
    for (int i = 0; i < 9000; i++)
        buffer_add(&html, "<b><i>");
    buffer_add(&html, "dedans");
    read_html(&reading, html.data, 5);
    assert_int_equal(reading.count, 1);
    assert_string_equal(reading.items[0].text, "avant");
    assert_int_equal(reading.diags.count, 1);
    assert_string_equal(reading.diags.items[0].code, "html-too-deep");
    assert_int_equal(reading.diags.items[0].place.line, 6);
    end_reading(&reading);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_blocks_and_styles), cmocka_unit_test(counts_lines_in_every_element),
        cmocka_unit_test(counts_lines_in_long_text), cmocka_unit_test(drops_what_nobody_reads),
        cmocka_unit_test(reads_boxes),             cmocka_unit_test(reads_lists),
        cmocka_unit_test(reads_tables),            cmocka_unit_test(reads_links),
        cmocka_unit_test(keeps_pictures),          cmocka_unit_test(repairs_broken_html),
        cmocka_unit_test(stops_at_its_depth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
