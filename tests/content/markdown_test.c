/* Markdown as sites write it: what is read, what is never shown, and from which line each word comes. */
#include "content/markdown.h"

#include "base/arena.h"
#include "base/diag.h"
#include "content/blocks.h"
#include "content/blocks_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

/* The text as line 1 of a file; `link_text` gets the links as "url label flags@line" lines when it is not NULL. */
static const char *read_markdown(struct arena *arena, const char *text, const char **link_text, struct diags *diags)
{
    struct blocks blocks;
    struct buffer links;
    size_t count = 0;
    blocks_init(&blocks, arena, "essai.md", diags);
    markdown_read(&blocks, text, strlen(text), NULL, 1);
    const struct block *items = blocks_take(&blocks, &count);
    const char *result = blocks_text(arena, items, count, blocks.links);
    buffer_init(&links, arena);
    for (size_t i = 0; i < blocks.link_count; i++)
        buffer_format(&links, "%s|%s|%s%s%d@%d\n", blocks.links[i].url, blocks.links[i].label,
                      blocks.links[i].flags & LINK_BUTTON ? "button " : "", blocks.links[i].flags & LINK_IMPORTANT ? "important " : "",
                      blocks.links[i].block, blocks.links[i].line);
    if (link_text)
        *link_text = links.data;
    blocks_finish(&blocks);
    return result;
}

static void expect(const char *text, const char *wanted)
{
    struct arena *arena = arena_create();
    assert_string_equal(read_markdown(arena, text, NULL, NULL), wanted);
    arena_destroy(arena);
}

static void expect_links(const char *text, const char *wanted)
{
    struct arena *arena = arena_create();
    const char *links = NULL;
    read_markdown(arena, text, &links, NULL);
    assert_string_equal(links, wanted);
    arena_destroy(arena);
}

static void reads_lists_that_were_typed_without_marks(void **state)
{
    (void)state;
    expect("Au programme :\n• lire\n• *écrire*\n", "p @1 Au programme :\nli1 list1 @2 lire\nli1 list1 @3 [i|écrire]\n");
    expect("Deux soirs, à 19 h :\n5 juillet : swing\nven. 12 juillet – [chœurs](https://a.fr)\nEn cas d'orage, repli.\n", "p @1 Deux soirs, à 19 h :\nli1 list1 @2 5 juillet : swing\nli1 list1 @3 ven. 12 juillet – [=https://a.fr|chœurs]\np @4 En cas d'orage, repli.\n");
    /* One line is none; lines without a colon before them are prose. */
    expect("Un soir :\n5 juillet : swing\n", "p @1 Un soir : «2»5 juillet : swing\n");
    expect("Il pleut\n5 juillet : swing\n12 juillet : jazz\n", "p @1 Il pleut «2»5 juillet : swing «3»12 juillet : jazz\n");
    expect_links("Deux soirs :\n5 juillet : [swing](https://a.fr)\n12 juillet : [jazz](https://b.fr)\n", "https://a.fr|swing|1@2\nhttps://b.fr|jazz|2@3\n");
}

static void reads_paragraphs_with_their_lines(void **state)
{
    (void)state;
    expect("Un\ndeux\n\ntrois  \nquatre\\\ncinq\n", "p @1 Un «2»deux\np @4 trois/«5»quatre/«6»cinq\n");
    expect("\n\n  Un *deux\n trois* quatre\n", "p @3 Un [i|deux «4»trois] quatre\n");
    expect("`un\ndeux` trois\nquatre\n", "p @1 [`|un deux] «2»trois «3»quatre\n");
    expect("", "");
    expect("\n \n\t\n", "");
}

static void reads_headings(void **state)
{
    (void)state;
    expect("# Un {#ident}\nDeux\n====\n### Trois {:.no_toc}\nQuatre {: #x .y}\n------\n",
           "h1 @1 Un\nh1 @2 Deux\nh3 @4 Trois\nh2 @5 Quatre\n");
    expect("## C\\# et #2 ##\n", "h2 @1 C# et #2\n");
}

static void reads_lists(void **state)
{
    (void)state;
    expect("3. trois\n4. quatre\n   suite\n   - dedans\n\n     encore\n5. cinq\n",
           "li1.3 list1 @1 trois\nli1.4 list1 @2 quatre «3»suite\nli2 list1 @4 dedans/«6»encore\nli1.5 list1 @7 cinq\n");
    expect("* un\n* deux\n\n1) un\n", "li1 list1 @1 un\nli1 list1 @2 deux\nli1.1 list2 @4 un\n");
    expect("* **Un**\n<br>*deux*\n<br>[trois](x)\n", "li1 list1 @1 [b|Un]/[i|«2»deux]/[=x|«3»trois]\n");
}

/* {: ...} below a block belongs to it, above it behind an empty line too; inside its quotation it means the quotation. */
static void reads_attribute_lines(void **state)
{
    (void)state;
    expect("> [Lien](x)\n{: .lien-important}\n\nsuite\n", "p box1 ! @1 [=x|Lien]\np @4 suite\n");
    expect("> [Lien](x)\n> {: .lien-important}\n", "p box1 ! @1 [=x|Lien]\n");
    expect("> #### Titre\n> {: .text-center .margin-0}\n> Texte\n{: .noir .encadre}\nsuite\n",
           "h4 box1 @1 Titre\np box1 @3 Texte\np @5 suite\n");
    expect("> Un\n>\n> Deux\n> {: .encadre}\n", "p box1 @1 Un\np box1 @3 Deux\n");
    expect("> Un\n> \n{: .encadre role=\"presentation\" }\n\nDeux\n", "p box1 @1 Un\np @5 Deux\n");
    expect("Un\n\n{: .encadre}\nDeux\n\nTrois\n", "p @1 Un\np box1 @4 Deux\np @6 Trois\n");
    expect("Un\n{: .lien-important}\n{:target=\"_blank\"}\n\nDeux\n", "p ! @1 Un\np @5 Deux\n");
    expect("Un\n{:target=\"_blank\"}\n{: .lien-important}\n\nDeux\n", "p ! @1 Un\np @5 Deux\n");
    expect("* un\n* deux\n{: .encadre}\n", "li1 list1 box1 @1 un\nli1 list1 box1 @2 deux\n");
    expect("> simple\n", "quote box1 @1 simple\n");
    expect("* Sommaire\n{:toc}\n\nTexte\n", "p @4 Texte\n");
}

/* The marks of boxes as VuePress and Docusaurus write them. */
static void never_shows_marks_of_boxes(void **state)
{
    (void)state;
    expect("Un\n:::tip 🎉 Bon à savoir\nDeux\n:::\nTrois\n", "p @1 Un\np @2 🎉 Bon à savoir\np @3 Deux\np @5 Trois\n");
    expect("::: info\n**Jeudi**\n:::\n", "p @2 [b|Jeudi]\n");
    expect("> ::: note\n> Un\n> :::\n", "quote box1 @2 Un\n");
    expect("`:::`\n\n```\n::: a\n```\n:: deux\n", "p @4 [`|::: a]\np @6 :: deux\n");
}

static void reads_link_attributes(void **state)
{
    (void)state;
    expect_links("[a](x){: .button} [b](y){:target=\"_blank\"} [c](z) {: .lien-important}\n",
                 "x|a|button 0@1\ny|b|0@1\nz|c|important 0@1\n");
    expect("[a](x){:target=\"_blank\"}, [b](y){title=\"b - fenêtre\"}.\n", "p @1 [=x|a], [=y|b].\n");
    expect("[a](x){:\ntarget=\"_blank\"} suite\n", "p @1 [=x|a] «2»suite\n");
    expect("des {accolades} et {x=1}\n", "p @1 des {accolades} et {x=1}\n");
    expect_links("[a](x)\n{: .button}\n", "x|a|button 0@1\n");
}

static void never_shows_footnotes_or_abbreviations(void **state)
{
    (void)state;
    expect("Un[^1] deux[^note].\n\n[^1]: La note\n    sa suite\n\n    encore\n\nTrois\n\n[^note]: http://x.fr\n\n*[HTML]: langage\n",
           "p @1 Un deux.\np @8 Trois\n");
    expect("[[toc]]\n\nUn\n", "p @3 Un\n");
}

static void never_shows_comments(void **state)
{
    (void)state;
    expect("Un <!-- caché --> deux\n", "p @1 Un deux\n");
    expect("Un <!-- caché\n\ncaché\n--> deux\n\n<!-- x -->\nTrois\n", "p @1 Un\np @4 deux\np @7 Trois\n");
    expect("Un {::comment}caché{:/comment} deux\n\n{::comment}\ncaché\n{:/comment}\n\nTrois\n", "p @1 Un deux\np @7 Trois\n");
    expect("`<!--` reste\n", "p @1 [`|<!--] reste\n");
    struct arena *arena = arena_create();
    struct diags diags;
    diag_init(&diags);
    assert_string_equal(read_markdown(arena, "Un\n\ndeux <!-- jamais\n\ntrois\n", NULL, &diags), "p @1 Un\np @3 deux\n");
    assert_int_equal(diags.count, 1);
    assert_string_equal(diags.items[0].code, "comment-open");
    assert_int_equal(diags.items[0].place.line, 3);
    diag_finish(&diags);
    arena_destroy(arena);
}

static void never_shows_liquid(void **state)
{
    (void)state;
    expect("Un {% include x.html\n a=\"b\" %} deux\n\n{% comment %}caché\n\n{% endcomment %}\nTrois\n", "p @1 Un «2»deux\np @7 Trois\n");
    expect("```\n{% raw %}code{% endraw %}\n```\n", "p @2 [`|code]\n");
    struct arena *arena = arena_create();
    struct diags diags;
    diag_init(&diags);
    assert_string_equal(read_markdown(arena, "Un\n{{ page.x }}{{ y }} deux {% ouvert\n", NULL, &diags), "p @1 Un «2»deux ouvert\n");
    assert_int_equal(diags.count, 2);
    assert_string_equal(diags.items[0].code, "liquid-value");
    assert_int_equal(diags.items[0].place.line, 2);
    assert_string_equal(diags.items[1].code, "liquid-open");
    diag_finish(&diags);
    arena_destroy(arena);
}

static void reads_pictures(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct blocks blocks;
    const char *text = "![Un *a*](/u/a%20b.png \"t\")\n{% imageContent \"./c.jpg\", \"Des [mots]\", [1000] %}\n\n{% include \"d.html\" %}"
                       "<img src=\"e.webp\" alt=\"&eacute;\">\n";
    blocks_init(&blocks, arena, "essai.md", NULL);
    markdown_read(&blocks, text, strlen(text), NULL, 1);
    assert_int_equal(blocks.count, 0);
    assert_int_equal(blocks.image_count, 3);
    assert_string_equal(blocks.images[0].path, "/u/a%20b.png");
    assert_string_equal(blocks.images[0].alt, "Un a");
    assert_string_equal(blocks.images[1].path, "./c.jpg");
    assert_string_equal(blocks.images[1].alt, "Des  mots ");
    assert_int_equal(blocks.images[1].line, 2);
    assert_string_equal(blocks.images[2].path, "e.webp");
    assert_string_equal(blocks.images[2].alt, "é");
    assert_int_equal(blocks.images[2].line, 4);
    blocks_finish(&blocks);
    arena_destroy(arena);
}

static void reads_tables_as_rows(void **state)
{
    (void)state;
    expect("Avant\n\n| A | B |\n|---|:-:|\n| **un** | [deux](x) |\n| trois \\| 3 | |\n\nAprès\n",
           "p @1 Avant\nrow list1 @5 [b|un] — [=x|deux]\nrow list1 @6 trois | 3\np @8 Après\n");
    expect("a | b\n--|--\n`x|y` | z\n", "row list1 @3 [`|x|y] — z\n");
    expect("| un | deux |\n| trois | quatre |\ntexte\n", "row list1 @1 un — deux\nrow list1 @2 trois — quatre\np @3 texte\n");
    expect("| A | B |\n|---|---|\n", "row list1 @1 A — B\n");
    expect("> | A | B |\n> |---|---|\n> | c | d |\n", "row list1 box1 @3 c — d\n");
    expect("prose | avec barre\n", "p @1 prose | avec barre\n");
    expect("```\n| a | b |\n|---|---|\n```\n", "p @2 [`|| a | b |/«3»|---|---|]\n");
    expect("| a | b |\n|-|-|\n| c | d |\n\n| e | f |\n|-|-|\n| g | h |\n", "row list1 @3 c — d\nrow list2 @7 g — h\n");
}

static void reads_definitions(void **state)
{
    (void)state;
    expect("Terme\n: Sa définition\n: Une autre\n\nSuite\n", "p @1 [b|Terme]\np @2 Sa définition\np @3 Une autre\np @5 Suite\n");
    expect("Un\n\n: deux\n", "p @1 Un\np @3 deux\n");
}

static void reads_marks_left_standing(void **state)
{
    (void)state;
    expect("~~barré **gras**~~ non ~~ seul\n", "p @1 [s|barré ][bs|gras] non seul\n");
    expect("un **gras **collé** ici\n", "p @1 un gras [b|collé] ici\n");
    expect("<div>**gras** et [x](https://y.fr/z)</div>\n", "p @1 [b|gras] et [=https://y.fr/z|x]\n");
}

static void reads_bare_addresses(void **state)
{
    (void)state;
    expect("Voir https://x.fr/a_b_c(d)?e=1&f. (http://y.fr/), « https://z.fr »\n",
           "p @1 Voir [=https://x.fr/a_b_c(d)?e=1&f|https://x.fr/a_b_c(d)?e=1&f]. ([=http://y.fr/|http://y.fr/]), « "
           "[=https://z.fr|https://z.fr] »\n");
    expect("<https://x.fr> `https://y.fr` [https://z.fr](u)\n",
           "p @1 [=https://x.fr|https://x.fr] [`|https://y.fr] [=u|https://z.fr]\n");
    expect("http:// et xhttps://y.fr\n", "p @1 http:// et xhttps://y.fr\n");
}

/* kramdown ends raw HTML with its closing tag and reads Markdown behind one inline tag; cmark does not. */
static void reads_markdown_beside_html(void **state)
{
    (void)state;
    expect("<br>\n**Lire** :\n[x](y)\n", "p @2 [b|Lire] : [=y|«3»x]\n");
    expect("<p>Les projets :</p>\n* **un**\n* deux\n", "p @1 Les projets :\nli1 list1 @2 [b|un]\nli1 list1 @3 deux\n");
    expect("<figure><img src=\"a.png\"></figure>\n*Légende*\n", "p @2 [i|Légende]\n");
    expect("<div class=\"encadre\" markdown=\"1\">\n### Titre\n* un\n</div>\n\nsuite\n",
           "h3 box1 @2 Titre\nli1 list1 box1 @3 un\np @6 suite\n");
    expect("<div class=\"encadre\">\n\n    <p>Un</p>\n\n</div>\n", "p box1 @3 Un\n");
    expect("<div class=\"encadre\"><h3>T</h3><p>a\n<br>b</p>\n<div class=\"lien-important\"><p><a href=\"x\">l</a></p></div></div>\n\nfin\n",
           "h3 box1 @1 T\np box1 @1 a/«2»b\np box1 ! @3 [=x|l]\np @5 fin\n");
    expect("Un <span\nclass=\"x\">deux</span>\ntrois\n", "p @1 Un «2»deux «3»trois\n");
}

static void keeps_code_as_it_is(void **state)
{
    (void)state;
    expect("Texte\n\n    a = 1\n    b\n\nfin\n", "p @1 Texte\np @3 [`|a = 1/«4»b]\np @6 fin\n");
    expect("```c\nint x;\n\nint y;\n```\nfin\n", "p @2 [`|int x;/«4»int y;]\np @6 fin\n");
    expect("`{: .x}` et `[^1]` et ``a`b``\n", "p @1 [`|{: .x}] et [`|[^1]] et [`|a`b]\n");
}

static void leaves_ornaments_out(void **state)
{
    (void)state;
    expect("Un\n\n👉\n\n---\n\n&nbsp;\n\n\\* \\* \\*\n\n➡ [x](y)\n", "p @1 Un\np @11 ➡ [=y|x]\n");
}

static void gives_plain_text(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    assert_string_equal(markdown_plain(arena, "Le **2** mai &amp; [après](x) <b>tout</b>"), "Le 2 mai & après tout");
    assert_string_equal(markdown_plain(arena, "1. Premier\n# point"), "1. Premier # point");
    assert_string_equal(markdown_plain(arena, ""), "");
    arena_destroy(arena);
}

/* Nesting far beyond what is followed keeps its text. */
static void survives_deep_nesting(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct buffer text;
    buffer_init(&text, arena);
    for (int i = 0; i < 3000; i++)
        buffer_add(&text, "> ");
    buffer_add(&text, "fond\n");
    const char *result = read_markdown(arena, text.data, NULL, NULL);
    assert_non_null(strstr(result, "fond"));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_lists_that_were_typed_without_marks),
        cmocka_unit_test(reads_paragraphs_with_their_lines),
        cmocka_unit_test(reads_headings),
        cmocka_unit_test(reads_lists),
        cmocka_unit_test(reads_attribute_lines),
        cmocka_unit_test(never_shows_marks_of_boxes),
        cmocka_unit_test(reads_link_attributes),
        cmocka_unit_test(never_shows_footnotes_or_abbreviations),
        cmocka_unit_test(never_shows_comments),
        cmocka_unit_test(never_shows_liquid),
        cmocka_unit_test(reads_pictures),
        cmocka_unit_test(reads_tables_as_rows),
        cmocka_unit_test(reads_definitions),
        cmocka_unit_test(reads_marks_left_standing),
        cmocka_unit_test(reads_bare_addresses),
        cmocka_unit_test(reads_markdown_beside_html),
        cmocka_unit_test(keeps_code_as_it_is),
        cmocka_unit_test(leaves_ornaments_out),
        cmocka_unit_test(gives_plain_text),
        cmocka_unit_test(survives_deep_nesting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
