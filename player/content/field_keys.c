#include "content/field_keys.h"

#include <string.h>
#include <strings.h>

/* In small letters, without "_" and "-"; of those that mean the same, the most particular first. */
static const struct {
    const char *name;
    enum field_meaning meaning;
} keys[] = {
    {"eventstartdate", FIELD_STARTS}, {"eventstart", FIELD_STARTS},     {"startdate", FIELD_STARTS},      {"datestart", FIELD_STARTS},
    {"eventdate", FIELD_STARTS},      {"datedebut", FIELD_STARTS},      {"timestart", FIELD_STARTS},      {"datededebut", FIELD_STARTS},
    {"dateevenement", FIELD_STARTS},  {"dateevent", FIELD_STARTS},      {"start", FIELD_STARTS},          {"debut", FIELD_STARTS},
    {"d\xC3\xA9""but", FIELD_STARTS}, {"dtstart", FIELD_STARTS},        {"begin", FIELD_STARTS},
    {"eventenddate", FIELD_ENDS},     {"eventend", FIELD_ENDS},         {"enddate", FIELD_ENDS},          {"dateend", FIELD_ENDS},
    {"datefin", FIELD_ENDS},          {"timeend", FIELD_ENDS},          {"datedefin", FIELD_ENDS},        {"end", FIELD_ENDS},
    {"fin", FIELD_ENDS},              {"dtend", FIELD_ENDS},
    {"lieu", FIELD_PLACE},            {"location", FIELD_PLACE},       {"venue", FIELD_PLACE},         {"place", FIELD_PLACE},
    {"endroit", FIELD_PLACE},         {"salle", FIELD_PLACE},          {"eventlocation", FIELD_PLACE}, {"eventplace", FIELD_PLACE},
    {"eventvenue", FIELD_PLACE},      {"lieuevenement", FIELD_PLACE},  {"locationstreet", FIELD_PLACE}, {"lieu.nom", FIELD_PLACE},
    {"lieu.name", FIELD_PLACE},       {"location.name", FIELD_PLACE},  {"location.nom", FIELD_PLACE},  {"venue.name", FIELD_PLACE},
    {"place.name", FIELD_PLACE},      {"address.place", FIELD_PLACE},  {"address.name", FIELD_PLACE},  {"adresse.lieu", FIELD_PLACE},
    {"adresse", FIELD_ADDRESS},       {"address", FIELD_ADDRESS},      {"locationcity", FIELD_ADDRESS}, {"locationaddress", FIELD_ADDRESS},
    {"ville", FIELD_ADDRESS},         {"lieu.adresse", FIELD_ADDRESS}, {"location.address", FIELD_ADDRESS}, {"venue.address", FIELD_ADDRESS},
    {"place.address", FIELD_ADDRESS},
    {"horaire", FIELD_HOURS},         {"horaires", FIELD_HOURS},       {"heure", FIELD_HOURS},         {"heures", FIELD_HOURS},
    {"eventreadabletime", FIELD_HOURS}, {"eventtime", FIELD_HOURS},    {"readabletime", FIELD_HOURS},
    {"hour", FIELD_HOURS},            {"hours", FIELD_HOURS},          {"time", FIELD_HOURS},
    {"dates", FIELD_WHEN},            {"quand", FIELD_WHEN},           {"when", FIELD_WHEN},           {"datespubliees", FIELD_WHEN},
    {"eventreadabledate", FIELD_WHEN}, {"readabledate", FIELD_WHEN},   {"datestring", FIELD_WHEN},     {"datetext", FIELD_WHEN},
    {"dateaffichee", FIELD_WHEN},     {"datesaffichees", FIELD_WHEN},  {"datetexte", FIELD_WHEN},      {"datelisible", FIELD_WHEN},
    {"datelabel", FIELD_WHEN},        {"moment", FIELD_WHEN},        {"labeldate", FIELD_WHEN},
    {"date", FIELD_DATED},
    {"publisheddate", FIELD_PUBLISHED}, {"publishdate", FIELD_PUBLISHED}, {"pubdate", FIELD_PUBLISHED}, {"publishedat", FIELD_PUBLISHED},
    {"datepublication", FIELD_PUBLISHED}, {"datedepublication", FIELD_PUBLISHED}, {"publie", FIELD_PUBLISHED}, {"publi\xC3\xA9", FIELD_PUBLISHED},
    {"publiele", FIELD_PUBLISHED}, {"publi\xC3\xA9le", FIELD_PUBLISHED}, {"publi\xC3\xA9 le", FIELD_PUBLISHED}, {"publie le", FIELD_PUBLISHED},
    {"miseenligne", FIELD_PUBLISHED}, {"datemiseenligne", FIELD_PUBLISHED}, {"parution", FIELD_PUBLISHED}, {"dateparution", FIELD_PUBLISHED},
    {"postedon", FIELD_PUBLISHED}, {"publication", FIELD_PUBLISHED},
    {"lien", FIELD_LINK},             {"link", FIELD_LINK},            {"url", FIELD_LINK},            {"href", FIELD_LINK},
    {"eventurl", FIELD_LINK}, {"eventlink", FIELD_LINK}, {"registrationurl", FIELD_LINK}, {"urlinscription", FIELD_LINK},
    {"lieninscription", FIELD_LINK}, {"applyurl", FIELD_LINK}, {"ticketurl", FIELD_LINK}, {"ticketsurl", FIELD_LINK}, {"bookingurl", FIELD_LINK}, {"signupurl", FIELD_LINK}, {"registerurl", FIELD_LINK}, {"registrationlink", FIELD_LINK}, {"billetterieurl", FIELD_LINK}, {"lienbilletterie", FIELD_LINK}, {"inscriptionurl", FIELD_LINK},
    {"ctaurl", FIELD_LINK}, {"ctalink", FIELD_LINK}, {"ctahref", FIELD_LINK}, {"buttonurl", FIELD_LINK}, {"buttonlink", FIELD_LINK},
    {"boutonurl", FIELD_LINK}, {"boutonlien", FIELD_LINK}, {"lienbouton", FIELD_LINK}, {"urlbouton", FIELD_LINK},
    {"redirection", FIELD_LINK},      {"mailto", FIELD_LINK},
    {"slug", FIELD_PROGRAM},          {"permalink", FIELD_PROGRAM},    {"image", FIELD_PROGRAM},       {"img", FIELD_PROGRAM},
    {"path", FIELD_PROGRAM},          {"file", FIELD_PROGRAM},         {"layout", FIELD_PROGRAM},      {"illustration", FIELD_PROGRAM},
    {"auteur", FIELD_PROGRAM},        {"author", FIELD_PROGRAM},       {"lang", FIELD_PROGRAM},        {"intitule", FIELD_PROGRAM},
    {"tags", FIELD_PROGRAM},          {"lastmodifiedat", FIELD_PROGRAM}, {"created", FIELD_PROGRAM},   {"createdat", FIELD_PROGRAM},
    {"updated", FIELD_PROGRAM},       {"modified", FIELD_PROGRAM},     {"updatedat", FIELD_PROGRAM},   {"lastmod", FIELD_PROGRAM},
    {"video", FIELD_PROGRAM},         {"twitter", FIELD_PROGRAM},
};

static bool is_named(const char *key, const char *name)
{
    for (; *key; key++) {
        if (*key == '_' || *key == '-')
            continue;
        char letter = *key >= 'A' && *key <= 'Z' ? (char)(*key - 'A' + 'a') : *key;
        if (letter != *name++)
            return false;
    }
    return *name == '\0';
}

enum field_meaning field_keys_mean(const char *key)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (is_named(key, keys[i].name))
            return keys[i].meaning;
    return FIELD_OTHER;
}

int field_keys_rank(const char *key, enum field_meaning meaning)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].meaning == meaning && is_named(key, keys[i].name))
            return (int)i;
    return -1;
}

bool field_keys_is_worded(const char *key, const char *value)
{
    bool letter = (value[0] >= 'A' && value[0] <= 'Z') || (value[0] >= 'a' && value[0] <= 'z');
    return letter && strpbrk(value, "0123456789") && field_keys_mean(key) == FIELD_STARTS;
}

bool field_keys_list(const char *const *words, const char *word)
{
    for (; *words; words++)
        if (strcasecmp(*words, word) == 0)
            return true;
    return false;
}

const char *field_keys_last(const char *path)
{
    const char *dot = strrchr(path, '.');
    return dot ? dot + 1 : path;
}
