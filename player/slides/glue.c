#include "slides/glue.h"

#include "base/arena.h"

#include <string.h>

enum { WORD_MOST = 16 };

/* A word between blanks, lower case, without what stands around it ("(2" gives "2"). Longer words are cut: no table has them. */
struct piece {
    char text[WORD_MOST + 1];
    size_t length;
    bool closed; /* a sign follows the word: "mai," */
};

static const char *const french_months[] = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
                                            "octobre", "novembre", "décembre", "fevrier", "aout", "decembre", "janv.", "févr.",
                                            "avr.", "juil.", "sept.", "oct.", "nov.", "déc.", NULL};
static const char *const english_months[] = {"january", "february", "march", "april", "may", "june", "july", "august", "september",
                                             "october", "november", "december", NULL};
static const char *const french_weekdays[] = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", NULL};
static const char *const english_weekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", NULL};
static const char *const french_units[] = {"%", "€", "$", "h", "min", "s", "m", "m²", "km", "cm", "kg", "g", "ko", "mo", "go", "to",
                                           "an", "ans", "jour", "jours", "mois", "semaine", "semaines", "heure", "heures", "minutes",
                                           "secondes", "euros", "million", "millions", "milliard", "milliards", "k€", "m€", "°c", "rue", "avenue",
                                           "av.", "boulevard", "bd", "place", "quai", "bis", "ter", "allée", "cours", "chemin",
                                           NULL};
static const char *const english_units[] = {"%", "€", "$", "£", "am", "pm", "a.m.", "p.m.", "h", "min", "m", "km", "kg", "day", "days",
                                            "year", "years", "month", "months", "week", "weeks", "hour", "hours", "minutes", "million",
                                            "billion", NULL};
/* Words that look forward: what follows belongs to them. */
static const char *const french_leaders[] = {"à", "y", "a", "ô", "n°", "no", "m.", "mme", "mm.", "dr", "art.", "p.", "&", NULL};
static const char *const english_leaders[] = {"a", "i", "mr", "mrs", "ms", "dr", "no.", "&", NULL};

static bool is_in(const char *word, const char *const *table)
{
    for (; *table; table++)
        if (strcmp(word, *table) == 0)
            return true;
    return false;
}

static uint32_t lower(uint32_t point)
{
    if ((point >= 'A' && point <= 'Z') || (point >= 0xC0 && point <= 0xDE && point != 0xD7))
        return point + 32;
    return point;
}

static void piece_add(struct piece *piece, uint32_t point)
{
    size_t bytes = point < 0x80 ? 1 : point < 0x800 ? 2 : 3;
    if (piece->length + bytes > WORD_MOST)
        return;
    if (bytes == 1) {
        piece->text[piece->length++] = (char)point;
    } else if (bytes == 2) {
        piece->text[piece->length++] = (char)(0xC0 | point >> 6);
        piece->text[piece->length++] = (char)(0x80 | (point & 0x3F));
    } else {
        piece->text[piece->length++] = (char)(0xE0 | (point >> 12 & 0x0F));
        piece->text[piece->length++] = (char)(0x80 | (point >> 6 & 0x3F));
        piece->text[piece->length++] = (char)(0x80 | (point & 0x3F));
    }
    piece->text[piece->length] = '\0';
}

static bool is_break(uint32_t point)
{
    return point == 0 || point == '\n' || signs_is_blank(point);
}

/* The word that begins at `start`. */
static struct piece word_at(const struct signs *signs, size_t start)
{
    struct piece piece = {.length = 0};
    while (signs->points[start] == '(' || signs->points[start] == 0xAB)
        start++;
    for (size_t i = start; !is_break(signs->points[i]); i++) {
        uint32_t point = signs->points[i];
        bool last = is_break(signs->points[i + 1]);
        if (point == ',' || point == ')' || point == ';' || (point == '.' && last && i > start + 5)) {
            piece.closed = true;
            break;
        }
        piece_add(&piece, lower(point));
    }
    return piece;
}

/* The word that ends before `end`. */
static struct piece word_before(const struct signs *signs, size_t end)
{
    size_t start = end;
    while (start > 0 && !is_break(signs->points[start - 1]))
        start--;
    return word_at(signs, start);
}

/* Value of a word made of digits only, else -1; "1er" counts as 1. */
static long number_of(const struct piece *piece)
{
    if (strcmp(piece->text, "1er") == 0)
        return 1;
    long value = 0;
    for (size_t i = 0; i < piece->length; i++) {
        if (piece->text[i] < '0' || piece->text[i] > '9')
            return -1;
        value = value * 10 + (piece->text[i] - '0');
        if (value > 999999)
            return -1;
    }
    return piece->length ? value : -1;
}

static bool is_three_digits(const struct piece *piece)
{
    return piece->length == 3 && number_of(piece) >= 0;
}

static bool is_day(const struct piece *piece)
{
    long number = number_of(piece);
    return number >= 1 && number <= 31;
}

static bool is_date(const struct piece *left, const struct piece *right, bool english)
{
    const char *const *months = english ? english_months : french_months;
    long year = number_of(right);
    if (is_in(left->text, months))
        return (year >= 1900 && year <= 2999) || (english && is_day(right));
    if (is_in(left->text, english ? english_weekdays : french_weekdays))
        return is_day(right);
    return is_day(left) && is_in(right->text, months);
}

/* "14 h" and the minutes. */
static bool is_minutes(const struct piece *left, const struct piece *right)
{
    return strcmp(left->text, "h") == 0 && right->length == 2 && number_of(right) >= 0 && number_of(right) < 60;
}

/* "2:30" before pm. */
static bool is_clock(const struct piece *piece)
{
    size_t hours = strspn(piece->text, "0123456789");
    return hours && piece->text[hours] == ':' && piece->text[hours + 1] >= '0' && piece->text[hours + 1] <= '9';
}

/* "300" and "000". */
static bool is_thousands(const struct piece *left, const struct piece *right)
{
    return number_of(left) >= 1 && left->length <= 3 && is_three_digits(right) && strcmp(left->text, "1er") != 0;
}

/* The space between two words: a no-break one when it must not end a line, else ' '. */
static uint32_t space_between(const struct piece *left, const struct piece *right, bool english)
{
    if (left->closed)
        return ' ';
    if (!english && is_thousands(left, right))
        return SIGNS_NNBSP;
    bool clings = is_date(left, right, english) || is_in(left->text, english ? english_leaders : french_leaders) ||
                  ((number_of(left) >= 0 || is_clock(left)) && is_in(right->text, english ? english_units : french_units)) ||
                  (!english && is_minutes(left, right));
    return clings ? SIGNS_NBSP : ' ';
}

static size_t digits_at(const struct signs *signs, size_t at)
{
    size_t count = 0;
    while (signs_is_digit(signs->points[at + count]))
        count++;
    return count;
}

/* Length of "14h30", "9h" at `at` (0: no time there). */
static size_t time_at(const struct signs *signs, size_t at)
{
    if (at > 0 && (signs_is_digit(signs->points[at - 1]) || signs_is_letter(signs->points[at - 1])))
        return 0;
    size_t hours = digits_at(signs, at);
    if (hours < 1 || hours > 2 || (signs->points[at + hours] | 0x20) != 'h')
        return 0;
    size_t minutes = digits_at(signs, at + hours + 1);
    uint32_t next = signs->points[at + hours + 1 + minutes];
    if ((minutes != 0 && minutes != 2) || signs_is_letter(next))
        return 0;
    return hours + 1 + minutes;
}

static void add_time(struct signs *to, const struct signs *from, size_t at, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        bool sign = !signs_is_digit(from->points[at + i]);
        if (sign)
            signs_add(to, SIGNS_NBSP);
        signs_add(to, sign ? 'h' : from->points[at + i]);
        if (sign && i + 1 < length)
            signs_add(to, SIGNS_NBSP);
    }
}

static bool is_dash(uint32_t point)
{
    return point == '-' || point == SIGNS_EN_DASH || point == 0x2014;
}

/* Opens times: "14h30" to "14 h 30"; a dash between two times gets its spaces. */
static struct signs open_times(const struct signs *from)
{
    struct signs to = signs_empty(from->arena, from->count * 2);
    bool after_time = false;
    for (size_t i = 0; i < from->count;) {
        size_t length = time_at(from, i);
        if (length) {
            add_time(&to, from, i, length);
            i += length;
            after_time = true;
            continue;
        }
        size_t dash = i + (after_time && signs_is_blank(from->points[i]) ? 1 : 0);
        if (after_time && is_dash(from->points[dash])) {
            size_t next = dash + 1 + (signs_is_blank(from->points[dash + 1]) ? 1 : 0);
            if (time_at(from, next)) {
                signs_add(&to, SIGNS_NBSP);
                signs_add(&to, SIGNS_EN_DASH);
                signs_add(&to, ' ');
                i = next;
                after_time = false;
                continue;
            }
        }
        after_time = false;
        signs_add(&to, from->points[i++]);
    }
    return to;
}

struct signs glue_set(const struct signs *signs, bool english)
{
    struct signs to = english ? *signs : open_times(signs);
    for (size_t i = 1; i + 1 < to.count; i++) {
        if (to.points[i] != ' ')
            continue;
        struct piece left = word_before(&to, i), right = word_at(&to, i + 1);
        if (left.length && right.length)
            to.points[i] = space_between(&left, &right, english);
    }
    return to;
}
